/**
 * One open SQLite file. The only place that knows the driver (libsql, synchronous): everything else prepares statements here.
 *
 * Always true: WAL; `synchronous=FULL`, so a transaction that returned is on disk; foreign keys are enforced; every statement is
 * stepped to its end, so no read keeps an old snapshot open. After a flush that failed nothing is written on trust (`doubt.ts`). Blobs come back as `Uint8Array`. A transaction runs to its end within
 * one turn of the event loop, so two never interleave.
 *
 * Three ways to open a file:
 * - `relay`: the serving process. Holds a lock beside the file until `close` or the end of the process, so a second relay cannot start.
 * - `tool`: a command line that writes short transactions, beside a running relay too.
 * - `reader`: doctor, backup. Writes nothing, applies no migration.
 */
import Driver from 'libsql'
import { type Doubt, makeDoubt } from './doubt.ts'

/** What can be stored. Numbers must be safe integers in INTEGER columns, or reals. */
export type SqlValue = string | number | bigint | Uint8Array | null

export interface Statement<Row> {
  run(...values: SqlValue[]): { readonly changes: number; readonly lastInsertRowid: number }
  get(...values: SqlValue[]): Row | undefined
  all(...values: SqlValue[]): Row[]
}

export interface Database {
  readonly path: string
  exec(sql: string): void
  /** `Row` says what the migrations guarantee about the columns selected. Prepare once, outside loops. */
  prepare<Row = Record<string, SqlValue>>(sql: string): Statement<Row>
  /**
   * All or nothing, and on disk when it returns. Takes the write lock first (`BEGIN IMMEDIATE`), so reads inside stay true until the
   * commit. Inside another transaction it becomes part of that one. `work` must be synchronous. Throws what `work` throws,
   * after the rollback.
   */
  transaction<T>(work: () => T): T
  /** Several reads of one moment, whatever other processes commit meanwhile. Takes no write lock; a reader may use it. */
  snapshot<T>(work: () => T): T
  /**
   * A transaction or a snapshot over several turns of the event loop, for work of very many statements: the driver lets go of what a finished one held
   * only when the loop turns. For a connection that nobody else uses meanwhile.
   */
  overTurns<T>(kind: 'transaction' | 'snapshot', work: () => Promise<T>): Promise<T>
  /** Another number after another connection has committed; what this one writes does not change it. */
  versionOfOthers(): number
  close(): void
}

export type OpenAs = 'relay' | 'tool' | 'reader'

/** Another process serves this file. */
export class DatabaseInUse extends Error {
  override readonly name = 'DatabaseInUse'
}

/** How long another process's transaction is waited for. */
const BUSY_MS = 5_000

/**
 * @param path a file, created when missing (not by a reader)
 * @throws DatabaseInUse when opened as the relay and another relay holds it
 */
export function openDatabase(path: string, as: OpenAs = 'tool'): Database {
  const unlock = as === 'relay' ? lockBeside(path) : () => {}
  const driver = new Driver(path, { timeout: BUSY_MS })
  let doubt: Doubt
  try {
    if (as === 'reader') {
      driver.exec('PRAGMA query_only = ON')
    } else {
      driver.exec('PRAGMA journal_mode = WAL')
      driver.exec('PRAGMA synchronous = FULL')
    }
    driver.exec('PRAGMA foreign_keys = ON')
    doubt = makeDoubt(driver, as === 'relay')
  } catch (error) {
    driver.close()
    unlock()
    throw error
  }
  let isOpen = true
  const version = prepare<{ data_version: number }>(driver, 'PRAGMA data_version')
  return {
    path,
    exec: (sql) => {
      driver.exec(sql)
    },
    prepare: <Row>(sql: string) => {
      const statement = prepare<Row>(driver, sql)
      return { ...statement, run: (...values) => doubt.settle(() => statement.run(...values)) }
    },
    transaction: (work) => doubt.settle(() => transaction(driver, 'BEGIN IMMEDIATE', work)),
    snapshot: (work) => transaction(driver, 'BEGIN', work),
    overTurns: async (kind, work) => {
      doubt.settle(() => driver.exec(kind === 'transaction' ? 'BEGIN IMMEDIATE' : 'BEGIN'))
      try {
        const result = await work()
        driver.exec('COMMIT')
        return result
      } catch (error) {
        if (driver.inTransaction) driver.exec('ROLLBACK')
        throw error
      }
    },
    versionOfOthers: () => version.get()?.data_version ?? 0,
    close: () => {
      if (!isOpen) return
      isOpen = false
      driver.close()
      unlock()
    },
  }
}

function prepare<Row>(driver: Driver.Database, sql: string): Statement<Row> {
  const statement = driver.prepare<[SqlValue[]]>(sql)
  // Always one array: the driver takes a lone object argument (a blob, null) for named parameters.
  const all = (values: SqlValue[]): Row[] => {
    const rows = statement.all(values) as Record<string, unknown>[]
    for (const row of rows) bytesInPlace(row)
    return rows as Row[]
  }
  return {
    run: (...values) => {
      const { changes, lastInsertRowid } = statement.run(values)
      return { changes, lastInsertRowid: Number(lastInsertRowid) }
    },
    // Not the driver's own `get`: it adds a `_metadata` column and leaves the statement unfinished.
    get: (...values) => all(values)[0],
    all: (...values) => all(values),
  }
}

function bytesInPlace(row: Record<string, unknown>): void {
  for (const column in row) {
    const value = row[column]
    if (value instanceof ArrayBuffer) row[column] = new Uint8Array(value)
  }
}

function transaction<T>(driver: Driver.Database, begin: string, work: () => T): T {
  if (driver.inTransaction) return work()
  driver.exec(begin)
  let result: T
  try {
    result = work()
    if (result instanceof Promise) throw new TypeError('a transaction cannot wait for a promise')
    driver.exec('COMMIT')
  } catch (error) {
    // A full disk may have rolled back already; a second ROLLBACK would hide the first error.
    if (driver.inTransaction) driver.exec('ROLLBACK')
    throw error
  }
  return result
}

/** The lock is a transaction held open on a file of its own: the system lets go of it even after `kill -9`. */
function lockBeside(path: string): () => void {
  const lock = new Driver(`${path}.lock`, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new DatabaseInUse(`another relay is serving ${path}`)
  }
  return () => {
    lock.exec('ROLLBACK')
    lock.close()
  }
}
