/** A relay in a process of its own, to be killed: `relay-process.ts <database file, or postgres://…> [redis://…]`; prints its port once it listens. */
import { migrations } from '../../store/migrations/all.ts'
import { migrate } from '../../store/migrations/migration.ts'
import { openPostgresStore } from '../../store/postgres/postgres-store.ts'
import { postgresUpdateLog } from '../../store/postgres/update-log.ts'
import { openDatabase } from '../../store/sqlite/database.ts'
import { sqliteUpdateLog } from '../../store/sqlite/update-log.ts'
import { openRedisFanOut } from '../redis-fan-out.ts'
import type { UpdateLog } from '../update-log.ts'
import { startRelay } from './relay.ts'

const newEpoch = () => 'epoch-1'

async function openLog(where: string): Promise<UpdateLog> {
  if (where.startsWith('postgres://')) {
    const store = await openPostgresStore({ address: where, migrateAt: 0, onLost: () => {} })
    return postgresUpdateLog(store.pool, newEpoch)
  }
  const database = openDatabase(where, 'relay')
  migrate(database, migrations, 0)
  return sqliteUpdateLog(database, newEpoch)
}

// Few rows, so that compaction is under way when the end comes.
const [, , where = '', redis] = process.argv
const fanOut = redis === undefined ? {} : { fanOut: openRedisFanOut(redis, 'office', () => {}) }
const relay = await startRelay(await openLog(where), { limits: { compactRows: 20, presenceBeat: 100 }, ...fanOut })
process.stdout.write(`${relay.port}\n`)
