/** Ours as an office runs it: SQLite on disk, committed before anybody hears of it, its own limits and compaction. Whoever asks may write. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { attachSync } from '../../../sync-server/src/relay/attach-sync.ts'
import { migrations } from '../../../sync-server/src/store/migrations/all.ts'
import { migrate } from '../../../sync-server/src/store/migrations/migration.ts'
import { openDatabase } from '../../../sync-server/src/store/sqlite/database.ts'
import { sqliteUpdateLog } from '../../../sync-server/src/store/sqlite/update-log.ts'
import { answerBench } from './said.ts'

const database = openDatabase(join(process.argv[2] ?? '', 'bench.db'), 'relay')
migrate(database, migrations, 0)
const server = createServer()
attachSync(server, {
  log: sqliteUpdateLog(database, () => 'epoch-1'),
  admission: {
    admit: async () => ({ actor: { accountId: 'bench' as AccountId, memberships: [] }, expiresAt: Date.now() + 1e9 }),
    rightOf: async () => 'write',
  },
  allowsOrigin: () => true,
  now: () => Date.now(),
  journal: { warn: (details, message) => console.error(message, details) },
  limits: { socketsPerAccount: 100_000, unadmittedSockets: 100_000 },
})
server.listen(0, '127.0.0.1', () => answerBench((server.address() as AddressInfo).port))
