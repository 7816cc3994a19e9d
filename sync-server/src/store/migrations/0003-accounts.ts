/** Secrets and sessions: what lets a person in. None of it is in the ledger, and no secret is here, only what checks one. */
import { define } from '../store.ts'
import type { Migration } from './migration.ts'

export const accounts: Migration = {
  name: '0003-accounts',
  *up() {
    yield* define(`
      CREATE TABLE credential (
        account TEXT PRIMARY KEY, password_hash TEXT NOT NULL, changed_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE session (
        id TEXT PRIMARY KEY,
        account TEXT NOT NULL,
        kind TEXT NOT NULL,
        label TEXT NOT NULL,
        token_hash TEXT NOT NULL UNIQUE,
        previous_hash TEXT UNIQUE,
        previous_until INTEGER,
        rotated_at INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        used_at INTEGER NOT NULL,
        ends_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX session_account ON session (account);
      CREATE TABLE attempt (subject TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
      CREATE INDEX attempt_subject ON attempt (subject, at);
      CREATE TABLE first_run (
        token_hash TEXT PRIMARY KEY, ends_at INTEGER NOT NULL, spent_at INTEGER
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
