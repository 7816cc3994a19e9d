/** Forms of a whole batch, printed one after the other: what was asked, how far it is. The files lie in a folder of the job's id. */
import { define } from '../store.ts'
import type { Migration } from './migration.ts'

export const formBatches: Migration = {
  name: '0010-form-batches',
  *up() {
    yield* define(`
      CREATE TABLE form_batch (
        id TEXT PRIMARY KEY, account TEXT NOT NULL, org TEXT NOT NULL, plan TEXT NOT NULL, origin TEXT NOT NULL,
        printed_on TEXT NOT NULL, applications TEXT NOT NULL, state TEXT NOT NULL, done INTEGER NOT NULL,
        bytes INTEGER, asked_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX form_batch_org ON form_batch (org, asked_at);
    `)
  },
}
