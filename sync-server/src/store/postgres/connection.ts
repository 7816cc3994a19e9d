/**
 * Connections to one PostgreSQL database. The only place that knows the driver.
 *
 * Always true: `synchronous_commit` is on in every connection, whatever the server's default, so a transaction that answered is on disk; numbers
 * come back as numbers, bytes as `Uint8Array` of their own.
 */
import { createHash } from 'node:crypto'
import pg from 'pg'
import type { SqlValue } from '../store.ts'

const { Pool, TypeOverrides, types } = pg

export type Connection = pg.PoolClient
export type Pool = pg.Pool

/** Connections of one relay: commands come one after the other, so these are readers and the update log. */
const CONNECTIONS = 12
const CONNECT_MS = 10_000

/** @param address `postgres://user:password@host:port/database` */
export function openPool(address: string, onLost: (error: Error) => void): Pool {
  const parsers = new TypeOverrides()
  parsers.setTypeParser(types.builtins.INT8, safeInteger)
  parsers.setTypeParser(types.builtins.NUMERIC, safeInteger)
  parsers.setTypeParser(types.builtins.BYTEA, bytesOf)
  const pool = new Pool({
    connectionString: address,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    options: '-c synchronous_commit=on',
    application_name: 'yejibu',
    types: parsers,
    keepAlive: true,
  })
  // A connection that breaks while nobody uses it is made anew when somebody does.
  pool.on('error', onLost)
  return pool
}

/** Several reads of one moment, whatever is committed meanwhile. */
export function inOneMoment<T>(pool: Pool, work: (on: Connection) => Promise<T>): Promise<T> {
  return bracketed(pool, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work)
}

export function inOneChange<T>(pool: Pool, work: (on: Connection) => Promise<T>): Promise<T> {
  return bracketed(pool, 'BEGIN', work)
}

async function bracketed<T>(pool: Pool, begin: string, work: (on: Connection) => Promise<T>): Promise<T> {
  const connection = await pool.connect()
  try {
    await connection.query(begin)
    const result = await work(connection)
    await connection.query('COMMIT')
    connection.release()
    return result
  } catch (error) {
    // Closed, which is a rollback too.
    connection.release(true)
    throw error
  }
}

export interface Answered<Row> {
  readonly rows: Row[]
  readonly rowCount: number | null
}

/** Every text is prepared once in each connection, under a name made of it. */
export function ask<Row extends object>(
  to: Pick<pg.Pool | pg.PoolClient, 'query'>,
  sql: string,
  values: readonly (SqlValue | readonly SqlValue[])[],
): Promise<Answered<Row>> {
  return to.query<Row>({ name: nameOf(sql), text: sql, values: values.map(driversOwn) })
}

const names = new Map<string, string>()

function nameOf(sql: string): string {
  const known = names.get(sql)
  if (known) return known
  const name = createHash('sha256').update(sql).digest('hex').slice(0, 32)
  names.set(sql, name)
  return name
}

function driversOwn(value: SqlValue | readonly SqlValue[]): unknown {
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is no safe integer`)
  return value
}

function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'))
}
