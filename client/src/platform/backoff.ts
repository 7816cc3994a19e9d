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
