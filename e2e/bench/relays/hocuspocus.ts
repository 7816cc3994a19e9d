/**
 * Hocuspocus with its defaults and its database extension on SQLite, as its own SQLite extension stores: the whole state in one row. (That
 * extension's driver is built or downloaded while it installs, which nothing may here; libsql is the same SQLite.)
 */
import { join } from 'node:path'
import { Database as DatabaseExtension } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'
import Driver from 'libsql'
import { answerBench } from './said.ts'

const driver = new Driver(join(process.argv[2] ?? '', 'bench.db'))
driver.exec('CREATE TABLE IF NOT EXISTS "documents" ("name" varchar(255) NOT NULL, "data" blob NOT NULL, UNIQUE(name))')
const find = driver.prepare('SELECT data FROM "documents" WHERE name = ?')
const store = driver.prepare(
  'INSERT INTO "documents" ("name", "data") VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET data = excluded.data',
)
const server = new Server({
  quiet: true,
  address: '127.0.0.1',
  extensions: [
    new DatabaseExtension({
      fetch: async ({ documentName }) => {
        const [row] = find.all([documentName]) as { data: ArrayBuffer }[]
        return row ? new Uint8Array(row.data) : null
      },
      store: async ({ documentName, state }) => {
        store.run([documentName, state])
      },
    }),
  ],
})
await server.listen(0)
answerBench(server.address.port)
