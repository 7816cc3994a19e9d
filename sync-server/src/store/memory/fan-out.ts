/** Fan-out within one process: for tests. */
import type { FanOut, Hint } from '../../relay/fan-out.ts'
import type { PresenceWords } from '../../relay/presence-words.ts'

interface Ears {
  readonly hints: Set<(hint: Hint) => void>
  readonly words: Set<(from: string, words: PresenceWords) => void>
}

/** @returns a way to open one that hears the others opened so */
export function memoryFanOut(): () => FanOut {
  const all = new Map<string, Ears>()
  let opened = 0
  return () => {
    const self = `relay-${++opened}`
    const own: Ears = { hints: new Set(), words: new Set() }
    all.set(self, own)
    const others = () => (all.has(self) ? [...all].filter(([name]) => name !== self) : [])
    return {
      tell(hint) {
        for (const [, { hints }] of others()) for (const listener of [...hints]) listener(hint)
      },
      listen(listener) {
        own.hints.add(listener)
        return () => own.hints.delete(listener)
      },
      say(said, to) {
        for (const [name, { words }] of others())
          if (to === null || to === name) for (const listener of [...words]) listener(self, said)
      },
      hear(listener) {
        own.words.add(listener)
        return () => own.words.delete(listener)
      },
      async close() {
        all.delete(self)
      },
    }
  }
}
