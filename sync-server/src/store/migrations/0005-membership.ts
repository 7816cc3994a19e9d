/** Employers on their way into the register, the sealed scans they send, and who asked to join whom. The scans are bytes of ours; the views follow from facts. */
import { define } from '../store.ts'
import type { Migration } from './migration.ts'

export const membership: Migration = {
  name: '0005-membership',
  *up() {
    yield* define(`
      CREATE TABLE authorisation (
        org TEXT NOT NULL, sha256 TEXT NOT NULL, bytes BLOB NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (org, sha256)
      ) STRICT;

      CREATE TABLE view_registration (
        org TEXT PRIMARY KEY, lead TEXT NOT NULL, credit_code TEXT NOT NULL, stage TEXT NOT NULL,
        sha256 TEXT, reason TEXT, particulars TEXT NOT NULL, at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX view_registration_lead ON view_registration (lead);
      CREATE INDEX view_registration_code ON view_registration (credit_code);
      CREATE TABLE view_joining (
        org TEXT NOT NULL, account TEXT NOT NULL, side TEXT NOT NULL, at TEXT NOT NULL, declined TEXT,
        PRIMARY KEY (org, account)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX view_joining_account ON view_joining (account);
    `)
  },
}
