/**
 * What comes of comparing clocks with the database: whether this machine's is apart from it, and, since a relay asks every few seconds, whether the database
 * answers at all.
 */
import type { OfficeClock } from '../store/office-clock.ts'
import { StoreUnreachable } from '../store/postgres/unreachable.ts'
import type { StoreWatch } from './probes/store-watch.ts'
import { storeSentence } from './store-words.ts'

/** Above this people notice, and certificates and signatures begin to suffer. */
const NOTICEABLE_MS = 5_000

interface ClockJournal {
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

export function clockSentence(ahead: number): string {
  const seconds = Math.round(Math.abs(ahead) / 1_000)
  const [zh, en] = ahead > 0 ? ['快', 'ahead of'] : ['慢', 'behind']
  return `本机时间比数据库服务器${zh} ${seconds} 秒：各项记录和期限以数据库服务器的时间为准，不受影响；请让两台服务器自动对时（NTP）。/ This machine’s clock is ${seconds} s ${en} the database’s: what is noted and what is due goes by the database’s; let both set their clocks by NTP.`
}

/** Each is told once in the journal, and again when it was well in between; a database that does not answer gets no people. Returns the undo. */
export function watchClock(clock: OfficeClock, journal: ClockJournal, watch: Pick<StoreWatch, 'failed'>): () => void {
  let [isApart, isAway] = [false, false]
  const looked = (ahead: number) => {
    const was = isApart
    ;[isApart, isAway] = [Math.abs(ahead) >= NOTICEABLE_MS, false]
    if (isApart && !was) journal.warn({ aheadMs: Math.round(ahead) }, clockSentence(ahead))
  }
  const ahead = clock.ahead()
  if (ahead !== null) looked(ahead)
  const undo = [
    clock.onLook(looked),
    clock.onTrouble((error) => {
      watch.failed(error)
      if (!isAway) journal.error({ error }, storeSentence(new StoreUnreachable(error)))
      isAway = true
    }),
  ]
  return () => {
    for (const stop of undo) stop()
  }
}
