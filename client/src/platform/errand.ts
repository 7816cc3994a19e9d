/**
 * Work for the relay that is done by one tab at a time until nothing is left of it, and tried again when it was held up: at once when the
 * network comes back, else with patience, and never sooner than the relay asked.
 */
import type { ApiRefusal } from './api.ts'
import { asksForPeace, type Patience } from './backoff.ts'
import { withTabLock } from './tab-lock.ts'

export interface Errand {
  /** Do it now, or once more when it is under way; while the relay asked to be left alone, when that time is over. */
  wake(): void
  /** Nothing is begun any more; what is under way ends by `stopped`. */
  dispose(): void
}

export interface ErrandOptions {
  /** Of the tab lock: the same in all tabs. */
  readonly lock: string
  readonly patience: Patience
  /** Aborted by whoever disposes. */
  readonly stopped: AbortSignal
  /** @returns why it stopped, or null when nothing is left that can be done */
  readonly work: () => Promise<ApiRefusal | null>
  /** Told when `work` threw: the browser's store refused. */
  readonly onDefect?: (error: unknown) => void
}

/** Begins at once. */
export function makeErrand({ lock, patience, stopped, work, ...options }: ErrandOptions): Errand {
  let timer: ReturnType<typeof setTimeout> | undefined
  /** A run of this tab is under way, and whether something was added since it last looked. */
  let isRunning = false
  let isAskedAgain = false

  const run = async (): Promise<void> => {
    if (isRunning) {
      isAskedAgain = true
      return
    }
    isRunning = true
    clearTimeout(timer)
    let heldUp: ApiRefusal | null = null
    const once = async (): Promise<void> => {
      heldUp = await work()
    }
    try {
      do {
        isAskedAgain = false
        await withTabLock(lock, once, stopped)
      } while (isAskedAgain && !asksForPeace(heldUp) && !stopped.aborted)
    } finally {
      isRunning = false
    }
    if (heldUp) retryLater(heldUp)
  }
  const retryLater = (refusal: ApiRefusal | null): void => {
    if (!stopped.aborted) timer = setTimeout(attempt, patience.after(refusal))
  }
  function attempt(): void {
    if (stopped.aborted) return
    run().catch((error: unknown) => {
      if (stopped.aborted) return
      options.onDefect?.(error)
      retryLater(null)
    })
  }
  const wake = (): void => {
    // While the relay asked to be left alone the next attempt is that of the timer.
    if (!patience.isHeld()) attempt()
  }
  const onOnline = (): void => {
    patience.reset()
    wake()
  }
  globalThis.addEventListener?.('online', onOnline)
  wake()
  return {
    wake,
    dispose() {
      clearTimeout(timer)
      globalThis.removeEventListener?.('online', onOnline)
    },
  }
}
