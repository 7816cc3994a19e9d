/**
 * Port: the office's tables. Everything that is asked of them is written once, in `store/sql/`, in the part of SQL that SQLite and PostgreSQL
 * share; what differs stands in the two implementations (`sqlite/sqlite-store.ts`, `postgres/postgres-store.ts`).
 *
 * What belongs into one transaction is a generator that yields one statement after the other: SQLite runs it within one turn of the event loop,
 * PostgreSQL waits for each answer. Such a generator must not wait for anything else.
 *
 * Always true: what `run` and `transaction` answer is on disk when they answer; two transactions never interleave, whichever process runs them.
 */

/** What can be stored. Numbers must be safe integers. */
export type SqlValue = string | number | bigint | Uint8Array | null

/** A statement with `?` or `?1` for its values. `Row` says what the migrations guarantee about the columns selected. */
export interface Query<Row> {
  readonly sql: string
  /** Only a type; never there. */
  readonly row?: Row
}

export interface Step {
  readonly sql: string
  readonly values: readonly SqlValue[]
  /** `define` is the schema's language; several statements at once. */
  readonly kind: 'read' | 'write' | 'define'
}

export interface StepAnswer {
  readonly rows: readonly unknown[]
  readonly changes: number
}

export type Steps<T> = Generator<Step, T, StepAnswer>

export interface Store {
  get<Row>(query: Query<Row>, ...values: SqlValue[]): Promise<Row | undefined>
  all<Row>(query: Query<Row>, ...values: SqlValue[]): Promise<Row[]>
  run(query: Query<unknown>, ...values: SqlValue[]): Promise<{ readonly changes: number }>
  /** All or nothing. Throws what the steps throw, after the rollback. */
  transaction<T>(steps: () => Steps<T>): Promise<T>
  /**
   * Nobody else is in `work` meanwhile, in no relay on these tables; what others append in between is seen. If the store lets go of the place
   * half way, everything `work` still writes fails.
   */
  exclusively<T>(work: () => Promise<T>): Promise<T>
  /** Runs `work` unless another relay on these tables is in work of the same name. */
  unlessUnderWay(name: string, work: () => Promise<unknown>): Promise<void>
  /** Another number after another process may have ended a session. */
  versionOfOthers(): Promise<number>
  /** Milliseconds since 1970 by the clock of the machine that the tables are on; null where that is this one. */
  time(): Promise<number | null>
  close(): Promise<void>
}

export function query<Row = Record<string, SqlValue>>(sql: string): Query<Row> {
  return { sql }
}

/** Writes a whole row, in place of one with the same key. */
export function upsert(table: string, key: readonly string[], columns: readonly string[]): Query<never> {
  const others = columns.filter((column) => !key.includes(column)).map((column) => `${column} = excluded.${column}`)
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
    ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${others.join(', ')}`
  return { sql }
}

export function* get<Row>(asked: Query<Row>, ...values: SqlValue[]): Steps<Row | undefined> {
  return (yield* all(asked, ...values))[0]
}

export function* all<Row>({ sql }: Query<Row>, ...values: SqlValue[]): Steps<readonly Row[]> {
  const { rows } = yield { sql, values, kind: 'read' }
  return rows as readonly Row[]
}

/** @returns how many rows it changed */
export function* run({ sql }: Query<unknown>, ...values: SqlValue[]): Steps<number> {
  return (yield { sql, values, kind: 'write' }).changes
}

export function* define(sql: string): Steps<void> {
  yield { sql, values: [], kind: 'define' }
}
