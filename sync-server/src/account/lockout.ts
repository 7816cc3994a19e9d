/**
 * Wrong passwords, counted per username (whether it exists or not) and per address, on disk, so that a restart forgives nothing.
 * A username is locked after 5 wrong ones within 15 minutes. One address may stand for a whole office behind one router, so it has room
 * for more people's mistakes: 20.
 */
export const WINDOW_MS = 15 * 60_000
export const WRONG_PER_USERNAME = 5
export const WRONG_PER_ADDRESS = 20

/** Port. Times are milliseconds since 1970. */
export interface AttemptStore {
  add(subjects: readonly string[], at: number, forgetBefore: number): Promise<void>
  /** When this subject failed after a moment, oldest first. */
  since(subject: string, after: number): Promise<readonly number[]>
  clear(subject: string): Promise<void>
}

export interface Lockout {
  /** Seconds to wait before the next attempt counts; null when one may try. */
  secondsLeft(username: string, address: string): Promise<number | null>
  failed(username: string, address: string): Promise<void>
  succeeded(username: string): Promise<void>
}

export function createLockout(store: AttemptStore, now: () => Date): Lockout {
  const secondsLeftOf = async (subject: string, limit: number): Promise<number | null> => {
    const at = now().getTime()
    const failures = await store.since(subject, at - WINDOW_MS)
    // The wait ends when so many have aged that fewer than the limit are left.
    const deciding = failures.at(-limit)
    return deciding === undefined ? null : Math.max(1, Math.ceil((deciding + WINDOW_MS - at) / 1000))
  }
  return {
    async secondsLeft(username, address) {
      const byName = await secondsLeftOf(usernameSubject(username), WRONG_PER_USERNAME)
      const byAddress = await secondsLeftOf(addressSubject(address), WRONG_PER_ADDRESS)
      return byName === null ? byAddress : Math.max(byName, byAddress ?? 0)
    },
    async failed(username, address) {
      const at = now().getTime()
      await store.add([usernameSubject(username), addressSubject(address)], at, at - WINDOW_MS)
    },
    succeeded: (username) => store.clear(usernameSubject(username)),
  }
}

function usernameSubject(username: string): string {
  return `username:${username}`
}

function addressSubject(address: string): string {
  return `address:${address}`
}
