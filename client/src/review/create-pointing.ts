/**
 * What a reviewer points at in the content before her, until she rules. It belongs to that content: another entry, or another version,
 * begins with nothing pointed at.
 */
import { type Accessor, createSignal, untrack } from 'solid-js'

export interface Pointing {
  readonly at: Accessor<readonly string[]>
  toggle(place: string): void
}

interface Pointed {
  readonly turn: unknown
  readonly places: readonly string[]
}

/** @param turn what is shown; another one for other content */
export function createPointing(turn: Accessor<unknown>): Pointing {
  const [pointed, setPointed] = createSignal<Pointed>({ turn: undefined, places: [] })
  const at = () => (pointed().turn === turn() ? pointed().places : [])
  return {
    at,
    toggle(place) {
      const now = untrack(at)
      const places = now.includes(place) ? now.filter((one) => one !== place) : [...now, place]
      setPointed({ turn: untrack(turn), places })
    },
  }
}
