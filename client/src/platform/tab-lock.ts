/**
 * One tab at a time. Web Locks where the browser has them; in a page without them (plain HTTP off loopback, tests) the
 * lock holds within this page alone, which is then also the only place where the work runs.
 */
const waiting = new Map<string, Promise<void>>()

/** Runs `work` when no other tab runs work under this name. An abort while waiting resolves without running. */
export async function withTabLock(name: string, work: () => Promise<void>, signal?: AbortSignal): Promise<void> {
  const locks: LockManager | undefined = globalThis.navigator?.locks
  if (locks) {
    try {
      await locks.request(name, signal ? { signal } : {}, work)
    } catch (error) {
      if (!signal?.aborted) throw error
    }
    return
  }
  const before = waiting.get(name) ?? Promise.resolve()
  const run = before.then(() => (signal?.aborted ? undefined : work()))
  const settled = run.catch(() => undefined)
  waiting.set(name, settled)
  await run
}
