/**
 * What this browser knows about how far everything has come: each document with what waits in it and when the relay last acknowledged all of
 * it, the commands and files on their way. Read from the browser's own store, so it says the same offline and after a reload.
 */
import { type DocumentName, parseDocumentName } from '@yejibu/shared/account/access'
import type { Accessor } from 'solid-js'
import type { AccountDatabase, EvidenceEntry, OutboxEntry } from '../platform/database.ts'
import { makeQuerySignal } from '../platform/query-signal.ts'
import { ACKNOWLEDGED } from '../sync/workplace.ts'

export interface DocumentOverview {
  readonly name: DocumentName
  /** Something in it is on this device alone. */
  readonly isUnsent: boolean
  /** Edits that wait, as far as they were counted. */
  readonly edits: number
  /** ISO 8601; null when the relay never acknowledged it to this device. */
  readonly durableAt: string | null
}

export interface SyncOverview {
  /** Those with something unsent first, then the one acknowledged last. Documents that are only read are not among them. */
  readonly documents: readonly DocumentOverview[]
  readonly commands: readonly OutboxEntry[]
  readonly files: readonly EvidenceEntry[]
  /** ISO 8601: the last acknowledgement of anything; null before the first. */
  readonly lastAt: string | null
}

export interface WatchedOverview {
  /** Null until it was read for the first time. */
  readonly value: Accessor<SyncOverview | null>
  readonly stop: () => void
}

export function createSyncOverview(database: AccountDatabase): WatchedOverview {
  return makeQuerySignal<SyncOverview | null>(() => overviewOf(database), null)
}

export async function overviewOf(database: AccountDatabase): Promise<SyncOverview> {
  const [records, commands, files, acknowledged] = await Promise.all([
    database.documents.toArray(),
    database.outbox.orderBy('order').toArray(),
    database.evidence.where('state').noneOf(['there', 'leaving']).sortBy('order'),
    database.settings.get(ACKNOWLEDGED),
  ])
  const documents = records
    .flatMap(({ name, isUnsent, unsent, durableAt }): DocumentOverview[] =>
      parseDocumentName(name) && (isUnsent || durableAt !== undefined)
        ? [
            {
              name: name as DocumentName,
              isUnsent,
              edits: isUnsent ? Math.max(1, unsent ?? 0) : 0,
              durableAt: durableAt ?? null,
            },
          ]
        : [],
    )
    .sort((a, b) => Number(b.isUnsent) - Number(a.isUnsent) || (b.durableAt ?? '').localeCompare(a.durableAt ?? ''))
  const moments = [acknowledged?.value, ...documents.map(({ durableAt }) => durableAt)]
  const lastAt = moments.reduce<string | null>(
    (last, at) => (typeof at === 'string' && at > (last ?? '') ? at : last),
    null,
  )
  return { documents, commands, files, lastAt }
}

/** True when nothing of this device is missing at the relay. */
export function isAllThere({ documents, commands, files }: SyncOverview): boolean {
  return commands.length === 0 && files.length === 0 && documents.every(({ isUnsent }) => !isUnsent)
}
