/** The store in one SQLite file. Every call is done when it returns; the promise is only the port's. */
import type { Query, SqlValue, Step, StepAnswer, Steps, Store } from '../store.ts'
import type { Database, Statement } from './database.ts'

export function sqliteStore(database: Database): Store {
  const prepare = preparing(database)
  return {
    async get<Row>({ sql }: Query<Row>, ...values: SqlValue[]) {
      return prepare(sql).get(...values) as Row | undefined
    },
    async all<Row>({ sql }: Query<Row>, ...values: SqlValue[]) {
      return prepare(sql).all(...values) as Row[]
    },
    async run({ sql }, ...values) {
      return prepare(sql).run(...values)
    },
    async transaction(steps) {
      return database.transaction(() => stepped(database, prepare, steps()))
    },
    // One relay has the file, and in it one command is decided at a time.
    exclusively: (work) => work(),
    async unlessUnderWay(_name, work) {
      await work()
    },
    async versionOfOthers() {
      return database.versionOfOthers()
    },
    async time() {
      return null
    },
    async close() {
      database.close()
    },
  }
}

/** The steps as one transaction, for tools and schema steps that have the file itself. */
export function inOneTransaction<T>(database: Database, steps: () => Steps<T>): T {
  return database.transaction(() => stepped(database, preparing(database), steps()))
}

/** As `inOneTransaction`, of steps without number: at the start of a relay, and for tools. See `Database.overTurns`. */
export function inOneLongTransaction<T>(database: Database, steps: () => Steps<T>): Promise<T> {
  return database.overTurns('transaction', () => steppedOverTurns(database, steps()))
}

type Prepare = (sql: string) => Statement<unknown>

/** Each statement is prepared once. Texts are constants of this program, so there are not many. */
function preparing(database: Database): Prepare {
  const prepared = new Map<string, Statement<unknown>>()
  return (sql) => {
    const known = prepared.get(sql)
    if (known) return known
    const made = database.prepare<unknown>(sql)
    prepared.set(sql, made)
    return made
  }
}

/** Steps between two turns of the event loop. */
const STEPS_A_TURN = 1_000

/** Within `Database.overTurns`. */
export async function steppedOverTurns<T>(database: Database, steps: Steps<T>): Promise<T> {
  const answer = answering(database, preparing(database))
  let next = steps.next()
  for (let n = 1; !next.done; n++) {
    next = steps.next(answer(next.value))
    if (n % STEPS_A_TURN === 0) await turnOfLoop()
  }
  return next.value
}

/** Resolves when the event loop has turned. */
export const turnOfLoop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

function stepped<T>(database: Database, prepare: Prepare, steps: Steps<T>): T {
  const answer = answering(database, prepare)
  let next = steps.next()
  while (!next.done) next = steps.next(answer(next.value))
  return next.value
}

function answering(database: Database, prepare: Prepare): (step: Step) => StepAnswer {
  return ({ sql, values, kind }) => {
    if (kind === 'define') database.exec(sql)
    else if (kind === 'write') return { rows: [], changes: prepare(sql).run(...values).changes }
    else return { rows: prepare(sql).all(...values), changes: 0 }
    return { rows: [], changes: 0 }
  }
}
