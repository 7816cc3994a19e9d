/**
 * What is believed of the journal (WAL) after a flush that failed, or may have failed before this process was (decision 30).
 *
 * A kernel tells of a failed flush once and may then hold the lost pages for clean: the next flush succeeds and the pages are on no disk. A
 * commit that failed so is undone in memory, and the next one writes over its frames; but a process that begins anew reads them from the page
 * cache, takes them for committed and builds on a hole. So whatever the journal holds is first written again, into the file itself, and flushed
 * there: pages that are written are dirty and their flush is honest.
 *
 * Always true: while there is doubt nothing is written before everything committed was written again and flushed.
 */
import type Driver from 'libsql'
import { diskCause } from '../disk-trouble.ts'

export interface Doubt {
  /** Runs what writes; throws what it throws, and the disk's own error while the disk still fails. */
  settle<T>(write: () => T): T
}

/** @param begins the journal may be another process's, which was killed or saw a flush fail */
export function makeDoubt(driver: Driver.Database, begins: boolean): Doubt {
  let isInDoubt = begins
  if (begins) {
    try {
      // Empties the journal too, so that nothing stands before what comes next.
      isInDoubt = !rewrite(driver, 'TRUNCATE')
    } catch (error) {
      // A disk that takes nothing yet: documents are read all the same, and the first write tries again.
      if (!diskCause(error)) throw error
    }
  }
  return {
    settle: (write) => {
      if (driver.inTransaction) return write()
      // Passive: waits for no reader.
      if (isInDoubt) isInDoubt = !rewrite(driver, 'PASSIVE')
      try {
        return write()
      } catch (error) {
        if (diskCause(error) === 'disk-failing') isInDoubt = true
        throw error
      }
    },
  }
}

/** @returns false when another process is at it or in the way; what could be written was flushed all the same */
function rewrite(driver: Driver.Database, how: 'PASSIVE' | 'TRUNCATE'): boolean {
  const [row] = driver.prepare(`PRAGMA wal_checkpoint(${how})`).all([]) as { readonly busy: number }[]
  return row?.busy === 0
}
