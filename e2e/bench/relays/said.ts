/** What a relay under measurement tells the bench: where it listens, and on asking what it has used. */
export interface Usage {
  /** Microseconds of processor time, all threads. */
  readonly cpu: number
  /** Bytes of the process that are in memory, after collecting garbage. */
  readonly rss: number
  /** Bytes of objects that are held, after collecting garbage. */
  readonly held: number
  /** Milliseconds that each commit took since this was last asked, of a relay that has any. */
  readonly commits: readonly number[]
}

/** @param commits appended to by the relay */
export function answerBench(port: number, commits: number[] = []): void {
  process.on('message', async (word) => {
    if (word !== 'usage' && word !== 'usage-collected') return
    const { user, system } = process.cpuUsage()
    if (word === 'usage-collected') await collectGarbage()
    const { rss, heapUsed, external } = process.memoryUsage()
    process.send?.({
      usage: { cpu: user + system, rss, held: heapUsed + external, commits: commits.splice(0) } satisfies Usage,
    })
  })
  process.send?.({ port })
}

/** Several times: what a collection finalizes is free after the next. */
async function collectGarbage(): Promise<void> {
  for (let time = 0; time < 4; time++) {
    globalThis.gc?.()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
