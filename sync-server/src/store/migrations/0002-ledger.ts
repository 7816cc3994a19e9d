/**
 * The ledger, the ids of accepted commands, and the views that follow from facts. A view holds nothing that the facts do not say: all
 * of them can be emptied and filled again (`store/sql/ledger-views.ts`).
 */
import { define } from '../store.ts'
import type { Migration } from './migration.ts'

export const ledger: Migration = {
  name: '0002-ledger',
  *up() {
    yield* define(`
      CREATE TABLE fact (
        seq INTEGER PRIMARY KEY,
        stream TEXT NOT NULL,
        n INTEGER NOT NULL,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        v INTEGER NOT NULL,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        data TEXT NOT NULL,
        prev TEXT NOT NULL,
        hash TEXT NOT NULL,
        sig TEXT,
        kid TEXT,
        UNIQUE (stream, n)
      ) STRICT;
      CREATE TABLE command (
        id TEXT PRIMARY KEY,
        actor TEXT NOT NULL,
        body_hash TEXT NOT NULL,
        first_seq INTEGER NOT NULL,
        last_seq INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE view_org (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, credit_code TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE view_member (
        org TEXT NOT NULL, account TEXT NOT NULL, role TEXT NOT NULL, since_seq INTEGER NOT NULL,
        PRIMARY KEY (org, account, role)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX view_member_account ON view_member (account);
      CREATE TABLE view_person (
        id TEXT PRIMARY KEY, username TEXT NOT NULL UNIQUE, name TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE view_review_item (
        archive TEXT NOT NULL, item TEXT NOT NULL, part TEXT NOT NULL,
        waiting_since TEXT, is_approved INTEGER NOT NULL, last_verdict TEXT, last_at TEXT,
        PRIMARY KEY (archive, item)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE view_submission (
        application TEXT PRIMARY KEY, owner TEXT NOT NULL, plan TEXT NOT NULL, submitted_at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX view_submission_owner ON view_submission (owner, plan);
      CREATE TABLE view_plan (
        id TEXT PRIMARY KEY, version INTEGER NOT NULL, is_withdrawn INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
