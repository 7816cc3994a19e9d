import type { ApiRefusal } from './api.ts'

/** How long to wait before the next attempt, so that a hundred clients of a restarted relay do not come back at once. */
export interface Backoff {
  /** Milliseconds, at least. */
  readonly least: number
  /** Milliseconds, at most. */
  readonly most: number
}

export const NETWORK_BACKOFF: Backoff = { least: 500, most: 30_000 }

/**
 * @param attempt failed attempts so far, from 1
 * @param random in [0, 1)
 * @returns milliseconds between half and the whole of a doubling ceiling
 */
export function backoffDelay(attempt: number, random: number, { least, most }: Backoff = NETWORK_BACKOFF): number {
  const ceiling = Math.min(most, least * 2 ** Math.min(attempt, 30))
  return ceiling * (0.5 + random / 2)
}

/** What a relay may ask for at most; a longer wait is a mistake or somebody else's answer. */
const LONGEST_ASKED = 15 * 60_000

/**
 * For how long a relay asked to be left alone (`retryAfterSeconds`). Whoever is told the same moment comes within the following quarter of the time, not all
 * at once.
 * @returns milliseconds; 0 when it did not ask
 */
export function askedDelay(refusal: ApiRefusal | null, random: number): number {
  const seconds = refusal?.retryAfterSeconds
  const asked = typeof seconds === 'number' && seconds > 0 ? Math.min(seconds * 1000, LONGEST_ASKED) : 0
  return asked * (1 + random / 4)
}

/** The relay said when it may be asked again, and until then it may not. */
export function asksForPeace(refusal: ApiRefusal | null): boolean {
  return askedDelay(refusal, 0) > 0
}

/** When to try again, and until when not even a person's next command is a reason to. */
export interface Patience {
  /** @returns milliseconds until the next attempt */
  after(refusal: ApiRefusal | null): number
  /** The relay asked to be left alone for now. */
  isHeld(): boolean
  /** It got through. */
  reset(): void
}

/** @param now milliseconds of a clock that only goes forward */
export function makePatience(random: () => number, now: () => number): Patience {
  let attempts = 0
  let heldUntil = 0
  return {
    after(refusal) {
      attempts++
      const asked = askedDelay(refusal, random())
      heldUntil = now() + asked
      return Math.max(asked, backoffDelay(attempts, random()))
    },
    isHeld: () => now() < heldUntil,
    reset() {
      attempts = 0
    },
  }
}
