/**
 * Everything that one signed-in person works with in this tab, with one lifetime: her database, the outbox, the facts, the
 * files, and the documents that are open. Made at sign-in (or reopened offline), disposed at sign-out.
 *
 * A page takes it by `useWorkplace()`; documents are shared: two pages that open the same one get the same one.
 */
import type { DocumentName } from '@yejibu/shared/account/access'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { Api } from '../platform/api.ts'
import type { AccountDatabase } from '../platform/database.ts'
import type { EvidenceStore } from '../platform/evidence-store.ts'
import type { Outbox } from '../platform/outbox.ts'
import type { StorageHealth } from '../platform/storage-health.ts'
import type { Archive } from './create-archive.ts'
import type { Presence } from './create-presence.ts'
import type { Facts } from './facts.ts'
import type { OpenDocument } from './open-document.ts'
import type { SavedWhere } from './saved-where.ts'

/** The setting that says when the relay last acknowledged a command or a file: ISO 8601 by this device's clock. */
export const ACKNOWLEDGED = 'acknowledged-at'

export interface Workplace {
  readonly account: AccountId
  readonly api: Api
  readonly database: AccountDatabase
  readonly outbox: Outbox
  readonly facts: Facts
  readonly evidence: EvidenceStore
  readonly storage: StorageHealth
  /** Borrows an open document of any kind. It closes when the last borrower has given it back: `onCleanup(borrowed.giveBack)`. */
  borrow(name: DocumentName): Borrowed
  /** Borrows somebody's archive (`private`: the one she keeps to herself) with its reactive view. */
  borrowArchive(owner: AccountId, kind?: 'archive' | 'private'): BorrowedArchive
  /** The session was renewed: connections, outbox, uploads and facts try again now. */
  reconnect(): void
  dispose(): Promise<void>
}

export interface Borrowed {
  readonly document: OpenDocument
  /** Who else has this document open. */
  readonly presence: Presence
  readonly giveBack: () => void
}

export interface BorrowedArchive extends Borrowed {
  readonly archive: Archive
  readonly savedWhere: SavedWhere
}
