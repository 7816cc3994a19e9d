import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { folderForTests } from '../../testing/servers/test-folder.ts'
import { migrations } from '../migrations/all.ts'
import { migrate } from '../migrations/migration.ts'
import { storeContract } from '../store.contract.ts'
import { openDatabase } from './database.ts'
import { sqliteStore } from './sqlite-store.ts'

storeContract('SQLite', async () => {
  const folder = mkdtempSync(join(folderForTests(), 'yejibu-store-'))
  const database = openDatabase(join(folder, 'office.db'))
  migrate(database, migrations, 0)
  return {
    store: sqliteStore(database),
    close: async () => {
      database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
})
