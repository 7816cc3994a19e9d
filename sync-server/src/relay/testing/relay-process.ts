/** A relay in a process of its own, to be killed: `relay-process.ts <database file>`; prints its port once it listens. */
import { migrations } from '../../store/migrations/all.ts'
import { migrate } from '../../store/migrations/migration.ts'
import { openDatabase } from '../../store/sqlite/database.ts'
import { sqliteUpdateLog } from '../../store/sqlite/update-log.ts'
import { startRelay } from './relay.ts'

const database = openDatabase(process.argv[2] ?? '', 'relay')
migrate(database, migrations, 0)
// Few rows, so that compaction is under way when the end comes.
const limits = { compactRows: 20 }
const relay = await startRelay(
  sqliteUpdateLog(database, () => 'epoch-1'),
  { limits },
)
process.stdout.write(`${relay.port}\n`)
