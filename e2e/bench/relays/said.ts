/** What a relay under measurement tells the bench: where it listens, and on asking what it has used. */
export interface Usage {
  /** Microseconds of processor time, all threads. */
  readonly cpu: number
  /** Bytes after collecting garbage. */
  readonly rss: number
}

export function answerBench(port: number): void {
  process.on('message', (word) => {
    if (word === 'usage') {
      globalThis.gc?.()
      const { user, system } = process.cpuUsage()
      process.send?.({ usage: { cpu: user + system, rss: process.memoryUsage.rss() } satisfies Usage })
    }
  })
  process.send?.({ port })
}
