/** What in a report of the office's machine wants doing, the worst first. */
import { dayInShanghai } from '@yejibu/shared/kernel/working-days'
import {
  DISK_CAUSES,
  type DiskCause,
  EVIDENCE_CAUSES,
  type EvidenceCause,
  type HealthReport,
} from '@yejibu/shared/wire/health'

export type ConcernIs =
  | DiskCause
  | 'store-refusing'
  | EvidenceCause
  | 'disk-low'
  | 'never-backed-up'
  | 'backup-old'
  | 'backup-lacks'
  | 'messages-given-up'
  | 'archives-unshared'
  | 'clock-apart'
  | 'calendar-ends'

export interface Concern {
  readonly is: ConcernIs
  readonly kind: 'error' | 'warning'
  /** How many: days, files, messages, seconds; or which year. */
  readonly n?: number
  /** From when on. ISO 8601 in UTC. */
  readonly since?: string
}

const DAY = 86_400_000
const BACKUP_DAYS = 7
/** A month of a large office, and what a restore beside it needs. */
const LOW_BYTES = 5 * 1024 ** 3
const LOW_SHARE = 0.1
/** The month in which the State Council has published the next year's holidays, and the last before notices reach into it. */
const PUBLISHED_BY = 11

/** Milliseconds. Above this people notice, and certificates and signatures begin to suffer. */
const CLOCKS_APART = 5_000

export function concernsOf({
  at,
  backup,
  calendarThrough,
  clockAhead,
  disk,
  evidenceTrouble,
  ledger,
  messages,
  trouble,
  unshared,
}: HealthReport): readonly Concern[] {
  const found: Concern[] = []
  if (trouble) {
    const is = DISK_CAUSES.find((known) => known === trouble.cause) ?? 'store-refusing'
    found.push({ is, kind: 'error', since: trouble.since })
  }
  if (evidenceTrouble) {
    const is = EVIDENCE_CAUSES.find((known) => known === evidenceTrouble.cause) ?? 'evidence-refusing'
    found.push({ is, kind: 'error', since: evidenceTrouble.since })
  }
  if (disk.free < Math.min(LOW_BYTES, disk.total * LOW_SHARE)) found.push({ is: 'disk-low', kind: 'warning' })
  if (backup === null) {
    if (ledger.facts > 0) found.push({ is: 'never-backed-up', kind: 'warning' })
  } else {
    const days = Math.floor((Date.parse(at) - Date.parse(backup.at)) / DAY)
    if (days >= BACKUP_DAYS) found.push({ is: 'backup-old', kind: 'warning', n: days })
    if (backup.missing > 0) found.push({ is: 'backup-lacks', kind: 'warning', n: backup.missing })
  }
  if (messages.givenUp > 0) found.push({ is: 'messages-given-up', kind: 'warning', n: messages.givenUp })
  if (unshared > 0) found.push({ is: 'archives-unshared', kind: 'warning', n: unshared })
  if (clockAhead !== null && Math.abs(clockAhead) >= CLOCKS_APART) {
    found.push({ is: 'clock-apart', kind: 'warning', n: Math.round(Math.abs(clockAhead) / 1_000) })
  }
  const [year, month] = dayInShanghai(new Date(at)).split('-').map(Number)
  const wanted = (year ?? 0) + ((month ?? 0) >= PUBLISHED_BY ? 1 : 0)
  if (calendarThrough < wanted) found.push({ is: 'calendar-ends', kind: 'warning', n: calendarThrough + 1 })
  return found
}
