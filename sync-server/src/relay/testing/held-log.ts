/** An update log whose commits wait for the test, or fail when it says so. */
import { memoryUpdateLog } from '../../store/memory/update-log.ts'
import type { UpdateLog } from '../update-log.ts'

export interface HeldLog extends UpdateLog {
  /** From now on commits wait until `release`. */
  hold(): void
  release(): void
  /** From now on commits fail, until `mend`. */
  fail(): void
  mend(): void
  /** Resolves when a commit has begun and waits. */
  begun(): Promise<void>
}

export function heldLog(): HeldLog {
  const log = memoryUpdateLog(() => 'epoch-1')
  let gate: Promise<void> = Promise.resolve()
  let open = () => {}
  let isFailing = false
  let hasBegun = 0
  const listeners = new Set<() => void>()
  return {
    ...log,
    append: async (batch) => {
      hasBegun += 1
      for (const listener of listeners) listener()
      await gate
      if (isFailing) throw new Error('disk full')
      return log.append(batch)
    },
    hold: () => {
      hasBegun = 0
      gate = new Promise((resolve) => {
        open = resolve
      })
    },
    release: () => open(),
    fail: () => {
      isFailing = true
    },
    mend: () => {
      isFailing = false
    },
    begun: () =>
      new Promise((resolve) => {
        const look = () => {
          if (hasBegun === 0) return
          listeners.delete(look)
          resolve()
        }
        listeners.add(look)
        look()
      }),
  }
}
