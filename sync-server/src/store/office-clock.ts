/**
 * What time it is in an office. Where relays on several machines share a database, it is the database's time, whatever clocks their machines have: a notice
 * that one of them posts and another closes has run its days, and a session that one noted is as old at another.
 *
 * Always true: between two looks at the database time goes on evenly, by a clock that nobody sets; a machine that slept or whose clock was set looks
 * again before anything is decided. Why so: `shared/src/decisions/0034-one-clock.md`.
 */

export interface OfficeClock {
  now(): Date
  /** Milliseconds by which this machine's own clock is before the database's when last compared, negative behind it; null where nothing is compared. */
  ahead(): number | null
  /** Compares with the database. */
  look(): Promise<void>
  /** As `look`, where time did not go evenly since the last one. */
  lookWhenUneven(): Promise<void>
  /** Told after each look; returns the undo. */
  onLook(listener: (ahead: number) => void): () => void
  /** Told of each look of its own that the database did not answer; returns the undo. */
  onTrouble(listener: (error: unknown) => void): () => void
  close(): void
}

export interface ClockParts {
  /** Milliseconds since 1970 by the database's clock. */
  storeTime(): Promise<number>
  /** This machine's clock. */
  own(): Date
  /** Milliseconds, only forward. */
  monotonic(): number
}

/** One machine, one clock. */
export function ownClock(own: () => Date): OfficeClock {
  const nothing = async () => {}
  const never = () => () => {}
  return {
    ...{ now: own, ahead: () => null, look: nothing, lookWhenUneven: nothing },
    ...{ onLook: never, onTrouble: never, close() {} },
  }
}

/** How often a relay looks. */
export const LOOK_MS = 10_000
/** An answer that took longer says little about now. */
const LONG_MS = 1_000
const UNEVEN_MS = 1_000

interface Look {
  readonly time: number
  readonly own: number
  readonly monotonic: number
}

/** @param every milliseconds between two looks; null for a tool, which looks once */
export async function clockOfStore(parts: ClockParts, every: number | null): Promise<OfficeClock> {
  const listeners = new Set<(ahead: number) => void>()
  const troubled = new Set<(error: unknown) => void>()
  const ask = async (): Promise<Look & { readonly took: number }> => {
    const began = parts.monotonic()
    const answered = await parts.storeTime()
    const monotonic = parts.monotonic()
    const took = monotonic - began
    return { time: answered + took / 2, own: parts.own().getTime(), monotonic, took }
  }
  // The first question may have waited for a connection.
  await parts.storeTime()
  let last: Look = await ask()
  const ahead = () => last.own - last.time
  const isUneven = () => {
    const byOwn = parts.own().getTime() - last.own
    return Math.abs(byOwn - (parts.monotonic() - last.monotonic)) > UNEVEN_MS
  }
  const look = async () => {
    const found = await ask()
    if (found.took > LONG_MS && !isUneven()) return
    last = found
    for (const listener of listeners) listener(ahead())
  }
  const failed = (error: unknown) => {
    for (const listener of troubled) listener(error)
  }
  let isLooking = false
  const lookAgain = async () => {
    // A database that keeps people waiting is not asked a second time: each question takes one of few connections.
    if (isLooking) return failed(new Error('the database does not answer'))
    isLooking = true
    await look().catch(failed)
    isLooking = false
  }
  const timer = every === null ? null : setInterval(() => void lookAgain(), every).unref()
  return {
    now: () => new Date(last.time + parts.monotonic() - last.monotonic),
    ahead,
    look,
    async lookWhenUneven() {
      if (isUneven()) await look()
    },
    onLook(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onTrouble(listener) {
      troubled.add(listener)
      return () => troubled.delete(listener)
    },
    close() {
      if (timer !== null) clearInterval(timer)
    },
  }
}
