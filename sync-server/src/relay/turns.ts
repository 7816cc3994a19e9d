/** Work that may be long, one piece per turn of the event loop, so that live frames pass between two pieces. In the order asked. */
export interface Turns {
  /** `task` deals with its own errors. */
  ask(task: () => Promise<void>): void
}

export function makeTurns(): Turns {
  const waiting: (() => Promise<void>)[] = []
  let isRunning = false
  const run = async () => {
    for (let task = waiting.shift(); task; task = waiting.shift()) {
      await task()
      await new Promise<void>((resolve) => setImmediate(resolve))
    }
    isRunning = false
  }
  return {
    ask: (task) => {
      waiting.push(task)
      if (isRunning) return
      isRunning = true
      void run()
    },
  }
}
