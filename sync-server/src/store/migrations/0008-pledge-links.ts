/** Links with which a pledge is signed on a phone: one of each application, known by the hash of its token. */
import { define } from '../store.ts'
import type { Migration } from './migration.ts'

export const pledgeLinks: Migration = {
  name: '0008-pledge-links',
  *up() {
    yield* define(`
      CREATE TABLE pledge_link (
        application TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, token_hash TEXT NOT NULL UNIQUE,
        owner TEXT NOT NULL, plan TEXT NOT NULL, text_digest TEXT NOT NULL, ends_at INTEGER NOT NULL,
        spent_at INTEGER, sha256 TEXT, bytes INTEGER, signed_at INTEGER
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
