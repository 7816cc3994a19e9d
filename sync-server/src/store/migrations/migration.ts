/**
 * The schema as an ordered list of steps, each applied once. Always true: a step and the note that it was applied are one transaction;
 * a released step is never edited, a new one is added after it.
 */
import type { Database } from '../sqlite/database.ts'

export interface Migration {
  /** `0001-documents`: the file's name, unique, in order. */
  readonly name: string
  up(database: Database): void
}

/** The file was written by a newer release, whose steps this one does not know. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema'
}

/**
 * Applies what is missing, in order.
 * @param now the present time, milliseconds since 1970 (only noted)
 * @returns the names applied by this call
 * @throws NewerSchema
 */
export function migrate(database: Database, migrations: readonly Migration[], now: number): readonly string[] {
  database.exec('CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied_at INTEGER NOT NULL) STRICT')
  return database.transaction(() => {
    const applied = new Set(
      database
        .prepare<{ name: string }>('SELECT name FROM migration')
        .all()
        .map((row) => row.name),
    )
    const known = new Set(migrations.map((migration) => migration.name))
    for (const name of applied) if (!known.has(name)) throw new NewerSchema(`unknown schema step ${name}`)
    const note = database.prepare('INSERT INTO migration (name, applied_at) VALUES (?, ?)')
    const missing = migrations.filter((migration) => !applied.has(migration.name))
    for (const migration of missing) {
      migration.up(database)
      note.run(migration.name, now)
    }
    return missing.map((migration) => migration.name)
  })
}
