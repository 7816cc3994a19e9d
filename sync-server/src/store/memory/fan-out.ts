/** Fan-out within one process: for tests. */
import type { FanOut, Hint } from '../../relay/fan-out.ts'

/** @returns a way to open one that hears the others opened so */
export function memoryFanOut(): () => FanOut {
  const all = new Set<Set<(hint: Hint) => void>>()
  return () => {
    const own = new Set<(hint: Hint) => void>()
    all.add(own)
    return {
      tell(hint) {
        if (!all.has(own)) return
        for (const listeners of all) if (listeners !== own) for (const listener of [...listeners]) listener(hint)
      },
      listen(listener) {
        own.add(listener)
        return () => own.delete(listener)
      },
      async close() {
        all.delete(own)
      },
    }
  }
}
