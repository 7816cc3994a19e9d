/**
 * The schema as an ordered list of steps, each applied once. Always true: a step and the note that it was applied are one transaction;
 * a released step is never edited, a new one is added after it.
 */
import type { Database } from '../sqlite/database.ts'
import { inOneTransaction } from '../sqlite/sqlite-store.ts'
import { all, define, query, run, type Steps } from '../store.ts'

export interface Migration {
  /** `0001-documents`: the file's name, unique, in order. */
  readonly name: string
  /** In the SQL that `store.ts` speaks of; PostgreSQL's names of types are put in by `postgres/dialect.ts`. */
  up(): Steps<void>
}

/** The file was written by a newer release, whose steps this one does not know. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema'
}

/**
 * Applies what is missing, in order: the steps of one transaction.
 * @param now the present time, milliseconds since 1970 (only noted)
 * @returns the names applied
 * @throws NewerSchema
 */
export function* migrationSteps(migrations: readonly Migration[], now: number): Steps<readonly string[]> {
  yield* define('CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied_at INTEGER NOT NULL) STRICT')
  const rows = yield* all(query<{ name: string }>('SELECT name FROM migration'))
  const applied = new Set(rows.map((row) => row.name))
  const known = new Set(migrations.map((migration) => migration.name))
  for (const name of applied) if (!known.has(name)) throw new NewerSchema(`unknown schema step ${name}`)
  const note = query('INSERT INTO migration (name, applied_at) VALUES (?, ?)')
  const missing = migrations.filter((migration) => !applied.has(migration.name))
  for (const migration of missing) {
    yield* migration.up()
    yield* run(note, migration.name, now)
  }
  return missing.map((migration) => migration.name)
}

/** `migrationSteps` on an SQLite file. */
export function migrate(database: Database, migrations: readonly Migration[], now: number): readonly string[] {
  return inOneTransaction(database, () => migrationSteps(migrations, now))
}
