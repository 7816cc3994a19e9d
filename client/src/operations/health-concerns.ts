/** What in a report of the office's machine wants doing, the worst first. */
import type { HealthReport } from '@yejibu/shared/wire/health'

export type ConcernIs =
  | 'disk-full'
  | 'disk-read-only'
  | 'disk-failing'
  | 'store-refusing'
  | 'disk-low'
  | 'never-backed-up'
  | 'backup-old'
  | 'backup-lacks'
  | 'messages-given-up'

export interface Concern {
  readonly is: ConcernIs
  readonly kind: 'error' | 'warning'
  /** How many: days, files, messages. */
  readonly n?: number
}

const DAY = 86_400_000
const BACKUP_DAYS = 7
/** A month of a large office, and what a restore beside it needs. */
const LOW_BYTES = 5 * 1024 ** 3
const LOW_SHARE = 0.1

const KNOWN: ReadonlySet<string> = new Set<ConcernIs>(['disk-full', 'disk-read-only', 'disk-failing', 'store-refusing'])

function isKnown(cause: string): cause is ConcernIs {
  return KNOWN.has(cause)
}

export function concernsOf({ at, backup, disk, ledger, messages, trouble }: HealthReport): readonly Concern[] {
  const found: Concern[] = []
  if (trouble) found.push({ is: isKnown(trouble.cause) ? trouble.cause : 'store-refusing', kind: 'error' })
  if (disk.free < Math.min(LOW_BYTES, disk.total * LOW_SHARE)) found.push({ is: 'disk-low', kind: 'warning' })
  if (backup === null) {
    if (ledger.facts > 0) found.push({ is: 'never-backed-up', kind: 'warning' })
  } else {
    const days = Math.floor((Date.parse(at) - Date.parse(backup.at)) / DAY)
    if (days >= BACKUP_DAYS) found.push({ is: 'backup-old', kind: 'warning', n: days })
    if (backup.missing > 0) found.push({ is: 'backup-lacks', kind: 'warning', n: backup.missing })
  }
  if (messages.givenUp > 0) found.push({ is: 'messages-given-up', kind: 'warning', n: messages.givenUp })
  return found
}
