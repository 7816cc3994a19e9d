import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrations } from '../migrations/all.ts'
import { migrate, NewerSchema } from '../migrations/migration.ts'
import { DatabaseInUse, openDatabase } from './database.ts'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yejibu-database-'))
  file = join(folder, 'office.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('one SQLite file', () => {
  it('[STORE-1] every commit is on disk before it returns: WAL with synchronous=FULL', () => {
    const database = openDatabase(file)
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 })
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    expect(database.prepare('PRAGMA foreign_keys').get()).toEqual({ foreign_keys: 1 })
    database.close()
  })

  it('[RELAY-310] a relay builds nothing on a journal it did not write: what a failed flush left there is no hole in the next power cut', () => {
    const [killed, cut] = [join(folder, 'killed.db'), join(folder, 'cut.db')]
    const before = openDatabase(file)
    before.exec('CREATE TABLE t (a TEXT) STRICT')
    before.prepare("INSERT INTO t VALUES ('kept')").run()
    const from = statSync(`${file}-wal`).size
    // As far as the page cache knows: a commit whose flush failed leaves the very bytes of one that succeeded.
    before.prepare("INSERT INTO t VALUES ('refused')").run()
    const ghost = readFileSync(`${file}-wal`).subarray(from)
    expect(ghost.length).toBeGreaterThan(4096)
    copyDatabase(file, killed)
    before.close()

    const relay = openDatabase(killed, 'relay')
    relay.prepare("INSERT INTO t VALUES ('acknowledged')").run()
    copyDatabase(killed, cut)
    relay.close()
    // The power goes: what nobody has written again since its flush failed is on no disk.
    const wal = readFileSync(`${cut}-wal`)
    if (wal.subarray(from, from + ghost.length).equals(ghost)) wal.fill(0, from, from + ghost.length)
    writeFileSync(`${cut}-wal`, wal)
    const after = openDatabase(cut)
    const rows = after.prepare<{ a: string }>('SELECT a FROM t').all()
    after.close()
    expect(rows.map(({ a }) => a)).toEqual(['kept', 'refused', 'acknowledged'])
  })

  it('[STORE-2] a transaction whose work throws leaves nothing behind, an inner one included', () => {
    const database = openDatabase(file)
    database.exec('CREATE TABLE t (a INTEGER PRIMARY KEY, b BLOB) STRICT')
    const insert = database.prepare('INSERT INTO t (a, b) VALUES (?, ?)')
    expect(() =>
      database.transaction(() => {
        insert.run(1, null)
        database.transaction(() => insert.run(2, new Uint8Array([7])))
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(database.prepare('SELECT a FROM t').all()).toEqual([])
    expect(database.transaction(() => insert.run(1, new Uint8Array([1, 2, 3]).subarray(1)).changes)).toBe(1)
    expect(database.prepare('SELECT a, b FROM t').get()).toEqual({ a: 1, b: new Uint8Array([2, 3]) })
    database.close()
  })

  it('[STORE-2] a transaction refuses work that waits', () => {
    const database = openDatabase(file)
    expect(() => database.transaction(() => Promise.resolve(1))).toThrow(TypeError)
    expect(() => database.transaction(() => 1)).not.toThrow()
    database.close()
  })

  it('[STORE-3] one relay serves a file; tools and readers may open it beside', () => {
    const relay = openDatabase(file, 'relay')
    migrate(relay, migrations, 0)
    expect(() => openDatabase(file, 'relay')).toThrow(DatabaseInUse)
    const tool = openDatabase(file, 'tool')
    tool.exec("INSERT INTO document (name) VALUES ('archive/a1')")
    const reader = openDatabase(file, 'reader')
    expect(reader.prepare('SELECT name FROM document').all()).toEqual([{ name: 'archive/a1' }])
    expect(() => reader.exec('DELETE FROM document')).toThrow(/readonly/)
    for (const database of [reader, tool, relay]) database.close()
    openDatabase(file, 'relay').close()
  })

  it('[STORE-4] each schema step is applied once, all or nothing, and a newer file is not touched', () => {
    const database = openDatabase(file)
    expect(migrate(database, migrations, 0)).toEqual(migrations.map((migration) => migration.name))
    expect(migrate(database, migrations, 1)).toEqual([])
    const broken = {
      name: '9999-broken',
      up: () => {
        database.exec('CREATE TABLE half (a INTEGER)')
        throw new Error('half way')
      },
    }
    expect(() => migrate(database, [...migrations, broken], 2)).toThrow('half way')
    expect(database.prepare("SELECT name FROM sqlite_master WHERE name = 'half'").all()).toEqual([])
    database.exec("INSERT INTO migration VALUES ('9999-later', 1)")
    expect(() => migrate(database, migrations, 3)).toThrow(NewerSchema)
    database.close()
  })
})

/** As a process that is killed leaves it. */
function copyDatabase(from: string, to: string): void {
  copyFileSync(from, to)
  copyFileSync(`${from}-wal`, `${to}-wal`)
}
