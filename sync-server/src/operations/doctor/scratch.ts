/**
 * Room on disk for what the doctor must remember about an office, so that an office of many years is examined in the memory of a small one. Beside its
 * own tables all tables of the office are in sight under `office`, for reading; its own have the names that the office's lists have, empty.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrations } from '../../store/migrations/all.ts'
import { migrate } from '../../store/migrations/migration.ts'
import { type Database, openDatabase } from '../../store/sqlite/database.ts'

/** @param office a file, not changed and not locked for others */
export function openScratch(office: Database): Database {
  const folder = mkdtempSync(join(tmpdir(), 'yejibu-examined-'))
  const database = openDatabase(join(folder, 'scratch.sqlite'))
  const close = () => {
    database.close()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    // Nothing in it is worth a flush.
    database.exec('PRAGMA journal_mode = MEMORY')
    database.exec('PRAGMA synchronous = OFF')
    // As this driver is built, what a comparison of two lists sorts would be kept in memory.
    database.exec('PRAGMA temp_store = FILE')
    migrate(database, migrations, 0)
    // A bare `fact` is the office's, then.
    database.exec('DROP TABLE fact')
    database.exec(`
      CREATE TABLE reliance (sha256 TEXT NOT NULL, archive TEXT NOT NULL, told TEXT NOT NULL) STRICT;
      CREATE TABLE named_file (sha256 TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    `)
    database.prepare('ATTACH ? AS office').run(office.path)
    return { ...database, close }
  } catch (error) {
    close()
    throw error
  }
}
