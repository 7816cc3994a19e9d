/**
 * Every table of an office, from one store into an empty one: a copy of SQLite as SQLite makes it, PostgreSQL into a file (for backups and for
 * `doctor`, which examine one), a file into PostgreSQL (for the move).
 *
 * Always true: a copy is of one moment, whatever is written meanwhile; rows are copied as they are, so the ledger's chain and every digest are
 * the same after it.
 */
import { migrations } from './migrations/all.ts'
import { migrate } from './migrations/migration.ts'
import { ask, type Connection, inOneChange, inOneMoment, type Pool } from './postgres/connection.ts'
import type { PostgresStore } from './postgres/postgres-store.ts'
import { type Database, openDatabase } from './sqlite/database.ts'
import type { SqlValue, Store } from './store.ts'

/** Rows of documents and letters have up to some megabytes. */
const PAGE = 50

/** Numbered by each store in its own way: in the order of their commits in both. */
const UPDATES = 'document_update'

type Row = Record<string, SqlValue>

/** A whole copy in a new file of SQLite. */
export async function copyIntoFile(from: { readonly store: Store; readonly database: Database | null }, path: string) {
  if (from.database) from.database.prepare('VACUUM INTO ?').run(path)
  else await postgresIntoFile((from.store as PostgresStore).pool, path)
}

async function postgresIntoFile(pool: Pool, path: string): Promise<void> {
  const file = openDatabase(path)
  try {
    migrate(file, migrations, 0)
    await inOneMoment(pool, async (connection) => {
      for (const { name, columns } of tablesOf(file)) {
        const wanted = name === UPDATES ? columns.filter((column) => column !== 'id') : columns
        const marks = wanted.map(() => '?').join(', ')
        const insert = file.prepare(`INSERT INTO ${name} (${wanted.join(', ')}) VALUES (${marks})`)
        const order = name === UPDATES ? ' ORDER BY document, id' : ''
        for await (const page of pagesOf(connection, `SELECT ${wanted.join(', ')} FROM ${name}${order}`)) {
          file.transaction(() => {
            for (const row of page) insert.run(...wanted.map((column) => row[column] ?? null))
          })
        }
      }
    })
    // One file and no log beside it, which is what a copy's hash is taken of.
    file.exec('PRAGMA journal_mode = DELETE')
  } finally {
    file.close()
  }
}

async function* pagesOf(connection: Connection, sql: string): AsyncGenerator<readonly Row[]> {
  await connection.query(`DECLARE page NO SCROLL CURSOR FOR ${sql}`)
  for (;;) {
    const { rows } = await connection.query<Row>(`FETCH ${PAGE} FROM page`)
    if (rows.length === 0) break
    yield rows
  }
  await connection.query('CLOSE page')
}

/** Is there anything of an office in it? */
export async function isEmptyStore({ pool }: PostgresStore): Promise<boolean> {
  const { rows } = await ask<{ is_empty: boolean }>(
    pool,
    'SELECT NOT EXISTS (SELECT 1 FROM fact) AND NOT EXISTS (SELECT 1 FROM document) AS is_empty',
    [],
  )
  return rows[0]?.is_empty ?? false
}

/** All or nothing: what is broken off leaves the store as empty as it was. */
export async function fileIntoPostgres(file: Database, { pool }: PostgresStore): Promise<void> {
  await inOneChange(pool, async (connection) => {
    for (const { name, columns } of tablesOf(file)) {
      await connection.query(`DELETE FROM ${name}`)
      const numbers = new Map<SqlValue, number>()
      for (const rows of together(rowsOf(file, name))) {
        if (name === UPDATES) for (const row of rows) row.id = nextOf(numbers, row.document ?? null)
        const values = rows.flatMap((row) => columns.map((column) => row[column] ?? null))
        await ask(connection, insertOf(name, columns, rows.length), values)
      }
    }
    await connection.query(
      `UPDATE document SET newest = coalesce((SELECT max(id) FROM ${UPDATES} AS u WHERE u.document = document.name), 0)`,
    )
  })
}

/** So many rows as go in one question: not more than one that is large by itself. */
function* together(rows: Iterable<Row>): Generator<Row[]> {
  let batch: Row[] = []
  let size = 0
  for (const row of rows) {
    batch.push(row)
    size += sizeOf(row)
    if (batch.length < PAGE && size < LARGE) continue
    yield batch
    batch = []
    size = 0
  }
  if (batch.length > 0) yield batch
}

const LARGE = 1024 * 1024

/** Characters and bytes. */
function sizeOf(row: Row): number {
  return Object.values(row).reduce<number>(
    (sum, value) => sum + (typeof value === 'string' || value instanceof Uint8Array ? value.length : 8),
    0,
  )
}

function insertOf(table: string, columns: readonly string[], rows: number): string {
  const marks = Array.from({ length: rows }, (_, row) => {
    const ofRow = columns.map((_column, at) => `$${row * columns.length + at + 1}`)
    return `(${ofRow.join(', ')})`
  })
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${marks.join(', ')}`
}

function nextOf(numbers: Map<SqlValue, number>, document: SqlValue): number {
  const next = (numbers.get(document) ?? 0) + 1
  numbers.set(document, next)
  return next
}

/** In the order of the key, each page from where the last one ended: what was counted off would be read again with every page. */
function* rowsOf(file: Database, table: string): Generator<Row> {
  const key = keyOf(file, table)
  const [columns, marks] = [key.join(', '), key.map(() => '?').join(', ')]
  const select = `SELECT *${key[0] === ROWID ? `, ${ROWID} AS ${ROWID}` : ''} FROM ${table}`
  const ordered = `ORDER BY ${columns} LIMIT ${PAGE}`
  const next = file.prepare<Row>(`${select} WHERE (${columns}) > (${marks}) ${ordered}`)
  let rows = file.prepare<Row>(`${select} ${ordered}`).all()
  while (rows.length > 0) {
    yield* rows
    const last = rows.at(-1)
    rows = rows.length < PAGE ? [] : next.all(...key.map((column) => last?.[column] ?? null))
  }
}

const ROWID = 'rowid'

/** Numbered rows have their number, the others what they are kept by. */
function keyOf(file: Database, table: string): readonly string[] {
  const kept = file.prepare<{ wr: number }>('SELECT wr FROM pragma_table_list(?)').get(table)
  if (kept?.wr !== 1) return [ROWID]
  const columns = file.prepare<{ name: string }>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
  return columns.all(table).map(({ name }) => name)
}

interface Table {
  readonly name: string
  readonly columns: readonly string[]
}

/** All but the list of schema steps, which each store keeps for itself. */
function tablesOf(file: Database): readonly Table[] {
  const tables = file.prepare<{ name: string }>(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'migration' ORDER BY name`,
  )
  const columns = file.prepare<{ name: string }>('SELECT name FROM pragma_table_info(?)')
  return tables.all().map(({ name }) => ({ name, columns: columns.all(name).map((column) => column.name) }))
}
