/**
 * What people at their desks read of cases: the plan's title in a row, notices open to the public, what happened for whom. Beside the views,
 * what no fact says: how far somebody has read, what goes out by e-mail and SMS, and who looked into whose file.
 */
import { define } from '../store.ts'
import type { Migration } from './migration.ts'

export const caseDesk: Migration = {
  name: '0009-case-desk',
  *up() {
    yield* define(`
      ALTER TABLE view_case ADD COLUMN plan_title TEXT NOT NULL DEFAULT '';
      CREATE TABLE view_notice (
        code TEXT PRIMARY KEY, application TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE view_message (
        seq INTEGER NOT NULL, account TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (account, seq)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX view_message_seq ON view_message (seq);

      CREATE TABLE message_read (
        account TEXT PRIMARY KEY, seq INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE delivery (
        seq INTEGER NOT NULL, account TEXT NOT NULL, channel TEXT NOT NULL,
        state TEXT NOT NULL, attempts INTEGER NOT NULL, next_at INTEGER NOT NULL, problem TEXT,
        PRIMARY KEY (seq, account, channel)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX delivery_due ON delivery (state, next_at);
      CREATE TABLE delivery_cursor (
        channel TEXT PRIMARY KEY, seq INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE access_diary (
        owner TEXT NOT NULL, actor TEXT NOT NULL, org TEXT NOT NULL, role TEXT NOT NULL, what TEXT NOT NULL, subject TEXT NOT NULL,
        first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, times INTEGER NOT NULL,
        PRIMARY KEY (owner, actor, org, what, subject, first_at)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
