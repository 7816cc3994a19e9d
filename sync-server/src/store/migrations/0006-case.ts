/**
 * Where each submission stands on its way, under which tab each organisation finds it, and what offices set for a plan. Views over facts; what
 * was known of submissions alone is among them now.
 */
import { define } from '../store.ts'
import type { Migration } from './migration.ts'

export const cases: Migration = {
  name: '0006-case',
  *up() {
    yield* define(`
      DROP TABLE view_submission;
      CREATE TABLE view_case (
        application TEXT PRIMARY KEY, owner TEXT NOT NULL, plan TEXT NOT NULL, year INTEGER NOT NULL,
        employer TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, category TEXT NOT NULL,
        state TEXT NOT NULL, stage TEXT, org TEXT, round INTEGER NOT NULL,
        submitted_at TEXT NOT NULL, moved_at TEXT NOT NULL,
        is_frozen INTEGER NOT NULL, is_live INTEGER NOT NULL, falsified_in INTEGER
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX view_case_owner ON view_case (owner, plan);
      CREATE INDEX view_case_state ON view_case (state);
      CREATE TABLE view_case_tab (
        org TEXT NOT NULL, application TEXT NOT NULL, tab TEXT NOT NULL,
        PRIMARY KEY (org, application)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX view_case_tab_application ON view_case_tab (application);
      CREATE TABLE view_seats (
        plan TEXT PRIMARY KEY, seats TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE view_fees (
        plan TEXT NOT NULL, org TEXT NOT NULL, fees TEXT NOT NULL,
        PRIMARY KEY (plan, org)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
