/** The update log as it is, with what became of each commit told to whoever watches the store and counts. */
import type { UpdateLog } from '../../relay/update-log.ts'
import type { StoreWatch } from './store-watch.ts'

export interface CommitCount {
  committed(updates: number, seconds: number): void
  failed(): void
}

/** @param now milliseconds of a clock that only goes forward */
export function watchedLog(log: UpdateLog, watch: StoreWatch, count: CommitCount, now: () => number): UpdateLog {
  return {
    ...log,
    append: async (batch) => {
      const began = now()
      const appended = await log.append(batch).catch((error: unknown) => {
        watch.failed(error)
        count.failed()
        throw error
      })
      watch.succeeded()
      count.committed(
        batch.reduce((sum, { updates }) => sum + updates.length, 0),
        (now() - began) / 1000,
      )
      return appended
    },
  }
}
