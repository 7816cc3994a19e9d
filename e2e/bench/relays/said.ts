/** What a relay under measurement tells the bench: where it listens, and on asking what it has used and committed. */
export interface Usage {
  /** Microseconds of processor time, all threads. */
  readonly cpu: number
  /** Bytes of the process that are in memory, after collecting garbage. */
  readonly rss: number
  /** Bytes of objects that are held, after collecting garbage. */
  readonly held: number
}

export interface Commit {
  /** Milliseconds that it took, and when it ended by the machine's clock. */
  readonly took: number
  readonly ended: number
  /** The numbers of the updates in it. */
  readonly marks: readonly number[]
}

/** @param commits what was committed since it was last called, noted from its first call on; nothing, of a relay that has no commits */
export function answerBench(port: number, commits: () => readonly Commit[] = () => []): void {
  process.on('message', async (word) => {
    if (word === 'commits') process.send?.({ commits: commits() })
    if (word !== 'usage' && word !== 'usage-collected') return
    const { user, system } = process.cpuUsage()
    if (word === 'usage-collected') await collectGarbage()
    const { rss, heapUsed, external } = process.memoryUsage()
    process.send?.({ usage: { cpu: user + system, rss, held: heapUsed + external } satisfies Usage })
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
