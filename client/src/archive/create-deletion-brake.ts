/** Deleting goes at once while it is little; when it adds up to much within ten minutes it waits for a yes that names the number. */
import { isMassDeletion } from '@yejibu/shared/archive/mass-deletion'
import { type Accessor, createSignal } from 'solid-js'

const REMEMBERED_MS = 10 * 60_000

/** When entries were deleted, in milliseconds; outlives a page, so that going to the next section does not begin anew. */
export type DeletionTimes = number[]

export interface DeletionBrake {
  /** Runs `work`, which deletes so many entries; at once, or after a yes. */
  attempt(count: number, work: () => void): void
  /** So many would be deleted with those of the last minutes; null while nothing is asked. */
  readonly question: Accessor<{ readonly count: number; readonly recent: number } | null>
  confirm(): void
  cancel(): void
}

export function createDeletionBrake(options: {
  readonly times: DeletionTimes
  /** Entries that there are now. */
  readonly total: () => number
  readonly now?: () => number
}): DeletionBrake {
  const now = options.now ?? Date.now
  const [pending, setPending] = createSignal<{ count: number; recent: number; work: () => void } | null>(null)
  const run = (count: number, work: () => void): void => {
    options.times.push(...Array.from({ length: count }, now))
    work()
  }
  return {
    attempt(count, work) {
      const since = now() - REMEMBERED_MS
      const recent = options.times.filter((at) => at > since).length
      if (isMassDeletion(recent + count, options.total() + recent)) setPending({ count, recent, work })
      else run(count, work)
    },
    question: pending,
    confirm() {
      const asked = pending()
      setPending(null)
      if (!asked) return
      // A yes is a yes to what was deleted so far: the count begins anew.
      options.times.length = 0
      asked.work()
    },
    cancel: () => void setPending(null),
  }
}
