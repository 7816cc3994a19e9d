/** What an operator reads in the journal when a relay's machine and the database's machine do not have the same time. */
import type { OfficeClock } from '../store/office-clock.ts'

/** Above this people notice, and certificates and signatures begin to suffer. */
const NOTICEABLE_MS = 5_000

interface ClockJournal {
  warn(details: object, message: string): void
}

export function clockSentence(ahead: number): string {
  const seconds = Math.round(Math.abs(ahead) / 1_000)
  const [zh, en] = ahead > 0 ? ['快', 'ahead of'] : ['慢', 'behind']
  return `本机时间比数据库服务器${zh} ${seconds} 秒：各项记录和期限以数据库服务器的时间为准，不受影响；请让两台服务器自动对时（NTP）。/ This machine’s clock is ${seconds} s ${en} the database’s: what is noted and what is due goes by the database’s; let both set their clocks by NTP.`
}

/** Tells once when the clocks have come apart, and again when they have after they had not. Returns the undo. */
export function tellOfClock(clock: OfficeClock, journal: ClockJournal): () => void {
  let isTold = false
  const tell = (ahead: number) => {
    const isApart = Math.abs(ahead) >= NOTICEABLE_MS
    if (isApart && !isTold) journal.warn({ aheadMs: Math.round(ahead) }, clockSentence(ahead))
    isTold = isApart
  }
  const ahead = clock.ahead()
  if (ahead !== null) tell(ahead)
  return clock.onLook(tell)
}
