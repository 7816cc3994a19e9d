import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../sqlite/database.ts'
import { desksOfEmployers } from './0007-desks-of-employers.ts'
import { migrations } from './all.ts'
import { migrate } from './migration.ts'

let folder = ''
let database: Database
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yejibu-desks-'))
  database = openDatabase(join(folder, 'office.db'))
  migrate(database, migrations.slice(0, migrations.indexOf(desksOfEmployers)), 0)
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

let seq = 0
function fact(kind: string, data: object): void {
  seq += 1
  database
    .prepare(
      'INSERT INTO fact (seq, stream, n, id, kind, v, at, actor, data, prev, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?)',
    )
    .run(seq, 'org/x', seq, `f${seq}`, kind, 1, '2022-01-01T00:00:00.000Z', 'a', JSON.stringify(data), '', '')
}

function desk(owner: string): void {
  database.prepare('INSERT INTO document (name) VALUES (?)').run(`desk/${owner}`)
  database
    .prepare('INSERT INTO document_update (document, updates) VALUES (?, ?)')
    .run(`desk/${owner}`, new Uint8Array(2))
}

describe('desks under their old name', () => {
  it('[ACC-30] go to the only employer their owner ever had, and to nobody when there were several or none', () => {
    fact('member-added', { org: 'yuezhou', account: 'stayed', role: 'applicant' })
    fact('member-added', { org: 'yuezhou', account: 'left', role: 'applicant' })
    fact('member-removed', { org: 'yuezhou', account: 'left', role: 'applicant' })
    fact('member-added', { org: 'yuezhou', account: 'moved', role: 'applicant' })
    fact('member-added', { org: 'jianhu', account: 'moved', role: 'applicant' })
    fact('member-added', { org: 'jianhu', account: 'stayed', role: 'hr-clerk' })
    for (const owner of ['stayed', 'left', 'moved', 'never']) desk(owner)
    database.prepare('INSERT INTO document (name) VALUES (?)').run('archive/stayed')

    migrate(database, migrations, 1)

    const names = ['archive/stayed', 'desk/left.yuezhou', 'desk/moved', 'desk/never', 'desk/stayed.yuezhou']
    expect(database.prepare('SELECT name FROM document ORDER BY name').all()).toEqual(names.map((name) => ({ name })))
    expect(database.prepare('SELECT document FROM document_update ORDER BY document').all()).toEqual(
      names.slice(1).map((document) => ({ document })),
    )
  })
})
