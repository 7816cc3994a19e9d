/**
 * Documents: one row of state per document, and the updates that came after its snapshot, in order of commit.
 * A row of `document_update` holds the updates of one commit, packed (`relay/update-bytes.ts`).
 */
import { define } from '../store.ts'
import type { Migration } from './migration.ts'

export const documents: Migration = {
  name: '0001-documents',
  *up() {
    yield* define(`
      CREATE TABLE document (
        name TEXT PRIMARY KEY,
        generation INTEGER NOT NULL DEFAULT 1,
        snapshot BLOB,
        state_vector BLOB
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE document_update (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        document TEXT NOT NULL,
        updates BLOB NOT NULL
      ) STRICT;
      CREATE INDEX document_update_document ON document_update (document, id);
      CREATE TABLE document_epoch (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), epoch TEXT NOT NULL) STRICT;
    `)
  },
}
