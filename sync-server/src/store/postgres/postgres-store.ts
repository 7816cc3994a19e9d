/**
 * The store in PostgreSQL, for several relays at once.
 *
 * Always true: a transaction holds the one advisory lock for writers from its first statement to its commit, as SQLite's write lock does, so two
 * never interleave and the ledger has one appender; what runs inside `exclusively` goes over the connection that holds that lock, so a relay
 * that lost it can write nothing more.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { migrations } from '../migrations/all.ts'
import { migrationSteps } from '../migrations/migration.ts'
import { rebuildViews } from '../sql/ledger-views.ts'
import type { Query, SqlValue, Step, StepAnswer, Steps, Store } from '../store.ts'
import { type Answered, ask, type Connection, openPool, type Pool } from './connection.ts'
import { FUNCTIONS, withNumberedValues, withTypesOfPostgres } from './dialect.ts'
import { TABLES_OF_POSTGRES } from './tables.ts'
import { StoreUnreachable } from './unreachable.ts'

/** Advisory locks are numbers for the whole database; the first is this program's own. */
const LOCKS = 0x79_65_6a_69
const WRITER = 1
const COMMANDS = 2
const SCHEMA = 3

/** Not `now()`, which is the moment that a transaction began. */
const TIME = 'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS at'

export interface PostgresStore extends Store {
  readonly pool: Pool
}

export interface PostgresParts {
  /** `postgres://…` */
  readonly address: string
  /** Milliseconds since 1970, to note when schema steps were applied; null for a reader, who applies none. */
  readonly migrateAt: number | null
  onLost(error: Error): void
}

/** @throws NewerSchema, StoreUnreachable */
export async function openPostgresStore({ address, migrateAt, onLost }: PostgresParts): Promise<PostgresStore> {
  const pool = openPool(address, onLost)
  try {
    await enter(pool)
    if (migrateAt !== null) await bringUpToDate(pool, migrateAt)
  } catch (error) {
    await pool.end()
    throw error
  }
  return storeOver(pool)
}

function storeOver(pool: Pool): PostgresStore {
  let closing: Promise<void> | undefined
  /** The connection that holds the place of `exclusively`, for everything asked inside it. */
  const held = new AsyncLocalStorage<Connection>()
  const ask1 = <Row extends object>({ sql }: Query<unknown>, values: readonly SqlValue[]): Promise<Answered<Row>> =>
    ask<Row>(held.getStore() ?? pool, translated(sql), values)

  const withConnection = async <T>(work: (connection: Connection) => Promise<T>): Promise<T> => {
    const connection = await pool.connect()
    // While it is out, its errors are answered by the statements that fail; without a listener they would end the process.
    connection.on('error', ignore)
    let failure: Error | undefined
    try {
      return await work(connection)
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error))
      throw error
    } finally {
      connection.off('error', ignore)
      // One that failed may hold a lock or a transaction: the server lets go of both when it is closed.
      connection.release(failure)
    }
  }

  return {
    pool,
    async get<Row>(query: Query<Row>, ...values: SqlValue[]) {
      return (await ask1<Row & object>(query, values)).rows[0]
    },
    async all<Row>(query: Query<Row>, ...values: SqlValue[]) {
      return (await ask1<Row & object>(query, values)).rows
    },
    async run(query, ...values) {
      return { changes: (await ask1(query, values)).rowCount ?? 0 }
    },
    async transaction(steps) {
      const mine = held.getStore()
      return mine ? inTransaction(mine, steps) : withConnection((connection) => inTransaction(connection, steps))
    },
    exclusively: (work) =>
      withConnection(async (connection) => {
        await connection.query('SELECT pg_advisory_lock($1, $2)', [LOCKS, COMMANDS])
        let isLost = false
        const lost = () => {
          isLost = true
        }
        connection.on('error', lost)
        try {
          return await held.run(connection, work)
        } finally {
          connection.off('error', lost)
          if (!isLost) await connection.query('SELECT pg_advisory_unlock($1, $2)', [LOCKS, COMMANDS]).catch(ignore)
        }
      }),
    unlessUnderWay: (name, work) =>
      withConnection(async (connection) => {
        const lock = 'hashtext($1)'
        const { rows } = await connection.query<{ is_mine: boolean }>(
          `SELECT pg_try_advisory_lock(${LOCKS + 1}, ${lock}) AS is_mine`,
          [name],
        )
        if (!rows[0]?.is_mine) return
        try {
          await work()
        } finally {
          await connection.query(`SELECT pg_advisory_unlock(${LOCKS + 1}, ${lock})`, [name])
        }
      }),
    async versionOfOthers() {
      return (await ask1<{ ended: number }>({ sql: 'SELECT ended FROM session_end' }, [])).rows[0]?.ended ?? 0
    },
    async time() {
      return (await ask1<{ at: number }>({ sql: TIME }, [])).rows[0]?.at ?? null
    },
    async close() {
      closing ??= pool.end()
      await closing
    },
  }
}

async function inTransaction<T>(connection: Connection, steps: () => Steps<T>): Promise<T> {
  await connection.query('BEGIN')
  try {
    await connection.query('SELECT pg_advisory_xact_lock($1, $2)', [LOCKS, WRITER])
    const result = await stepped(connection, steps())
    await connection.query('COMMIT')
    return result
  } catch (error) {
    await connection.query('ROLLBACK').catch(ignore)
    throw error
  }
}

async function stepped<T>(connection: Connection, steps: Steps<T>): Promise<T> {
  const answer = async ({ sql, values, kind }: Step): Promise<StepAnswer> => {
    if (kind === 'define') {
      await connection.query(withTypesOfPostgres(sql))
      return { rows: [], changes: 0 }
    }
    const { rows, rowCount } = await ask<object>(connection, translated(sql), values)
    return { rows, changes: rowCount ?? 0 }
  }
  let next = steps.next()
  while (!next.done) next = steps.next(await answer(next.value))
  return next.value
}

async function enter(pool: Pool): Promise<void> {
  try {
    const connection = await pool.connect()
    connection.release()
  } catch (error) {
    throw new StoreUnreachable(error)
  }
}

/** Schema steps, one relay at a time; the views are filled again when a step may have brought new ones. */
async function bringUpToDate(pool: Pool, at: number): Promise<void> {
  const connection = await pool.connect()
  try {
    await connection.query('SELECT pg_advisory_lock($1, $2)', [LOCKS, SCHEMA])
    await connection.query(FUNCTIONS)
    await inTransaction(connection, function* () {
      const applied = yield* migrationSteps([...migrations, TABLES_OF_POSTGRES], at)
      if (applied.length > 0) yield* rebuildViews()
    })
    await connection.query('SELECT pg_advisory_unlock($1, $2)', [LOCKS, SCHEMA])
    connection.release()
  } catch (error) {
    connection.release(true)
    throw error
  }
}

const translations = new Map<string, string>()

function translated(sql: string): string {
  const known = translations.get(sql)
  if (known) return known
  const made = withNumberedValues(sql)
  translations.set(sql, made)
  return made
}

function ignore(): void {}
