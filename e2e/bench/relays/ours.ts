/**
 * Ours as an office runs it: as built, SQLite on disk, committed before anybody hears of it, its own limits and compaction. Whoever asks may
 * write.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type * as AttachSync from '../../../sync-server/src/relay/attach-sync.ts'
import type * as Migrations from '../../../sync-server/src/store/migrations/all.ts'
import type * as Migration from '../../../sync-server/src/store/migrations/migration.ts'
import type * as Database from '../../../sync-server/src/store/sqlite/database.ts'
import type * as Log from '../../../sync-server/src/store/sqlite/update-log.ts'
import { machineTime, markIn } from '../marks.ts'
import { answerBench, type Commit } from './said.ts'

const built = (file: string) => import(new URL(`../../../sync-server/dist/${file}.js`, import.meta.url).href)
const { attachSync }: typeof AttachSync = await built('relay/attach-sync')
const { migrations }: typeof Migrations = await built('store/migrations/all')
const { migrate }: typeof Migration = await built('store/migrations/migration')
const { openDatabase }: typeof Database = await built('store/sqlite/database')
const { sqliteUpdateLog }: typeof Log = await built('store/sqlite/update-log')

const database = openDatabase(join(process.argv[2] ?? '', 'bench.db'), 'relay')
migrate(database, migrations, 0)
const log = sqliteUpdateLog(database, () => 'epoch-1')
/** Only while somebody watches, so that nothing is held or looked for in what is measured otherwise. */
let watched: { took: number; ended: number; updates: readonly Uint8Array[] }[] | null = null
function commits(): Commit[] {
  const ended = watched ?? []
  watched = []
  return ended.map(({ updates, ...commit }) => ({
    ...commit,
    marks: updates.flatMap((update) => markIn(Buffer.from(update.buffer, update.byteOffset, update.length)) ?? []),
  }))
}

const server = createServer()
attachSync(server, {
  log: {
    ...log,
    append: (batch) => {
      const began = machineTime()
      // It is on disk when the call returns, before the promise is looked at.
      const appended = log.append(batch)
      const ended = machineTime()
      watched?.push({ took: ended - began, ended, updates: batch.flatMap(({ updates }) => updates) })
      return appended
    },
  },
  admission: {
    admit: async () => ({ actor: { accountId: 'bench' as AccountId, memberships: [] }, expiresAt: Date.now() + 1e9 }),
    rightOf: async () => 'write',
  },
  allowsOrigin: () => true,
  now: () => Date.now(),
  journal: { warn: (details, message) => console.error(message, details) },
  limits: { socketsPerAccount: 100_000, unadmittedSockets: 100_000 },
})
server.listen(0, '127.0.0.1', () => answerBench((server.address() as AddressInfo).port, commits))
