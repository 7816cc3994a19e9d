/**
 * What a reset of the relay left aside in this browser: a document's earlier store, as it was when its owner took the relay's document
 * instead. It is read and never written; it goes away only when its owner says so.
 */
import { type DocumentName, parseDocumentName } from '@yejibu/shared/account/access'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { Dexie } from 'dexie'
import * as idb from 'lib0/indexeddb'
import * as Y from 'yjs'
import { type AccountDatabase, documentDatabaseName, type SetAside, setAsideIn } from '../platform/database.ts'
import { createStores, readRows } from './local-document.ts'

export interface AsideCopy extends SetAside {
  readonly document: DocumentName
}

/** All of them, the latest first. @throws when the browser's store refuses */
export async function asideCopies(database: AccountDatabase): Promise<readonly AsideCopy[]> {
  const records = await database.documents.toArray()
  return records
    .flatMap((record) => {
      const document = record.name as DocumentName
      return parseDocumentName(record.name) ? setAsideIn(record).map((aside) => ({ ...aside, document })) : []
    })
    .sort((a, b) => (b.at ?? '').localeCompare(a.at ?? '') || b.copy - a.copy)
}

/** The document as it was set aside. @throws when the browser's store refuses */
export async function readAside(
  account: AccountId,
  { document, copy }: Pick<AsideCopy, 'document' | 'copy'>,
): Promise<Y.Doc> {
  const db = await idb.openDB(documentDatabaseName(account, document, copy), createStores)
  try {
    const doc = new Y.Doc({ gc: false })
    for (const row of await readRows(db)) Y.applyUpdate(doc, row)
    return doc
  } finally {
    db.close()
  }
}

/** Its store first: what is stopped in between is still listed, and can be deleted again. @throws when the browser's store refuses */
export async function deleteAside(
  database: AccountDatabase,
  account: AccountId,
  { document, copy }: Pick<AsideCopy, 'document' | 'copy'>,
): Promise<void> {
  await Dexie.delete(documentDatabaseName(account, document, copy))
  await database.documents
    .where('name')
    .equals(document)
    .modify((record) => {
      record.aside = setAsideIn(record).filter((aside) => aside.copy !== copy)
    })
}
