/**
 * What this browser keeps besides the documents. One database per account, so two people at one computer never see each
 * other's data, and one tiny database that remembers who has worked here.
 *
 * Always true: nothing in here is a decision. Facts are copies of the relay's, the outbox holds what was not yet asked.
 */
import type { EvidenceHolder } from '@yejibu/shared/archive/evidence-holder'
import type { Fact } from '@yejibu/shared/kernel/fact'
import type { AccountId, CommandId, ItemId } from '@yejibu/shared/kernel/ids'
import type { CommandKind } from '@yejibu/shared/wire/commands'
import type { Session } from '@yejibu/shared/wire/session'
import { Dexie, type EntityTable, type Table } from 'dexie'
import type { ApiRefusal } from './api.ts'

export interface OutboxEntry {
  /** Counts up; commands go out in this order. */
  order: number
  id: CommandId
  kind: CommandKind
  /** The whole body as it is posted, id included: what is retried is byte for byte what was first sent. */
  body: unknown
  /** What the command is about, `<archive>/<item>` or the application's id. A refusal holds back only its own subject. */
  subject: string
  /** ISO 8601, by this device's clock; for people to read. */
  madeAt: string
  state: 'waiting' | 'refused'
  refusal: ApiRefusal | null
}

/** `leaving`: its entry was made private, and the archive at the relay is to let go of it. */
export type UploadState = 'waiting' | 'there' | 'refused' | 'leaving'

export interface EvidenceEntry {
  sha256: string
  /** The archive, or the owner's private document, that it was added to or read from. */
  archive: EvidenceHolder
  /** Counts up; files go out in this order. */
  order: number
  size: number
  type: string
  name: string
  /** Bytes that the relay has said it holds. */
  sent: number
  state: UploadState
  refusal: ApiRefusal | null
  /** The owner's other document holds it, perhaps: it is asked for by name before the bytes are sent. */
  mayClaim?: boolean
}

export interface DocumentRecord {
  name: string
  /** The relay's epoch of the document when we last exchanged updates; null before the first time. */
  epoch: string | null
  /** Y snapshot of the document when everything in it was last durable at the relay. */
  durable: Uint8Array | null
  /** Something was written here that the relay has not acknowledged: asked about before signing out. */
  isUnsent: boolean
  /** Edits of this device that the relay has not acknowledged; never more than there are. Missing in older records. */
  unsent?: number
  /** ISO 8601, by this device's clock: when the relay last acknowledged all of it. Missing in older records. */
  durableAt?: string
  /** Which store of this browser holds it; counts up each time the relay's reset document was taken instead of ours. */
  copy: number
  /** The earlier stores that are still here. Missing in older records: then all of them are. */
  aside?: readonly SetAside[]
}

/** A store of a document whose owner took the relay's reset document instead of it. */
export interface SetAside {
  readonly copy: number
  /** ISO 8601, by this device's clock; null when it was not noted. */
  readonly at: string | null
  /** It held something that the relay had not acknowledged; null when it was not noted. */
  readonly isUnsent: boolean | null
}

export function setAsideIn(record: Pick<DocumentRecord, 'copy' | 'aside'>): readonly SetAside[] {
  return record.aside ?? Array.from({ length: record.copy }, (_, copy) => ({ copy, at: null, isUnsent: null }))
}

export interface SavedWhereMark {
  document: string
  item: ItemId
  digest: string
}

export interface Setting {
  key: string
  value: unknown
}

export type AccountDatabase = Dexie & {
  session: Table<{ key: 'current'; session: Session }, 'current'>
  facts: Table<Fact, number>
  outbox: EntityTable<OutboxEntry, 'order'>
  evidence: Table<EvidenceEntry, [string, string]>
  evidenceBytes: Table<{ sha256: string; bytes: ArrayBuffer }, string>
  documents: Table<DocumentRecord, string>
  savedWhere: Table<SavedWhereMark, [string, string]>
  settings: Table<Setting, string>
}

export interface KnownPerson {
  id: AccountId
  username: string
  name: string
  /** ISO 8601: when this person last worked here. */
  lastAt: string
}

export type PeopleDatabase = Dexie & {
  people: Table<KnownPerson, string>
  /** `current`: signed in on this browser. `leaving`: signed out here, and the relay has not yet been told. */
  current: Table<{ key: 'current' | 'leaving'; account: AccountId }, 'current' | 'leaving'>
}

export function accountDatabaseName(account: AccountId): string {
  return `yejibu/${account}`
}

/**
 * The y-indexeddb database of one document of one account. Each reset that the owner answered by taking the relay's document
 * starts a new copy; the old one stays aside.
 */
export function documentDatabaseName(account: AccountId, document: string, copy: number): string {
  const base = `${accountDatabaseName(account)}/${document}`
  return copy === 0 ? base : `${base}~${copy}`
}

export function openAccountDatabase(account: AccountId): AccountDatabase {
  const database = new Dexie(accountDatabaseName(account)) as AccountDatabase
  database.version(1).stores({
    session: 'key',
    facts: 'seq, [stream+n]',
    outbox: '++order, &id, state',
    evidence: '[archive+sha256], state, order',
    evidenceBytes: 'sha256',
    documents: 'name',
    savedWhere: '[document+item]',
    settings: 'key',
  })
  return database
}

export function openPeopleDatabase(): PeopleDatabase {
  const database = new Dexie('yejibu-people') as PeopleDatabase
  database.version(1).stores({ people: 'id', current: 'key' })
  return database
}

/** Removes everything this browser keeps of one account: facts, outbox, files and documents. */
export async function forgetAccount(account: AccountId): Promise<void> {
  const database = openAccountDatabase(account)
  // Firefox 115 cannot list its databases: our own records can.
  const records = await database.documents.toArray().finally(() => database.close())
  const names = records.flatMap(({ name, copy }) =>
    Array.from({ length: copy + 1 }, (_, i) => documentDatabaseName(account, name, i)),
  )
  await Promise.all([...names, accountDatabaseName(account)].map((name) => Dexie.delete(name)))
}
