import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { updateLogContract } from '../../relay/update-log.contract.ts'
import { migrations } from '../migrations/all.ts'
import { migrate } from '../migrations/migration.ts'
import { type Database, openDatabase } from './database.ts'
import { sqliteUpdateLog } from './update-log.ts'

let epochs = 0
const newEpoch = () => {
  epochs += 1
  return `e${epochs}`
}

function openIn(folder: string): Database {
  const database = openDatabase(join(folder, 'office.db'))
  migrate(database, migrations, 0)
  return database
}

updateLogContract('SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yejibu-log-'))
  const opened = [openIn(folder)]
  return {
    log: sqliteUpdateLog(opened[0] ?? openIn(folder), newEpoch),
    reopen: () => {
      for (const database of opened.splice(0)) database.close()
      const again = openIn(folder)
      opened.push(again)
      return sqliteUpdateLog(again, newEpoch)
    },
    close: () => {
      for (const database of opened) database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
})

it('[SYNC-10] a batch that fails half way leaves none of its rows', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yejibu-log-'))
  const database = openIn(folder)
  const log = sqliteUpdateLog(database, newEpoch)
  database.exec(`CREATE TRIGGER full BEFORE INSERT ON document_update WHEN NEW.document = 'desk/b2'
    BEGIN SELECT RAISE(ABORT, 'disk full'); END`)
  const update = new Uint8Array([0, 0])
  const batch = [
    { document: 'archive/a1', updates: [update] },
    { document: 'desk/b2', updates: [update] },
  ]
  await expect(log.append(batch)).rejects.toThrow('disk full')
  expect(await log.list()).toEqual([])
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

it('[STORE-3] a reader beside the relay reads documents', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yejibu-log-'))
  const database = openIn(folder)
  await sqliteUpdateLog(database, newEpoch).append([{ document: 'archive/a1', updates: [new Uint8Array([0, 0])] }])
  const reader = openDatabase(join(folder, 'office.db'), 'reader')
  const log = sqliteUpdateLog(reader, newEpoch)
  expect((await log.load('archive/a1')).rows).toHaveLength(1)
  expect((await log.list()).map((size) => size.document)).toEqual(['archive/a1'])
  await expect(log.append([{ document: 'archive/a1', updates: [] }])).rejects.toThrow(/readonly/)
  reader.close()
  database.close()
  rmSync(folder, { recursive: true, force: true })
})
