import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrations } from '../../store/migrations/all.ts'
import { migrate } from '../../store/migrations/migration.ts'
import { type Database, openDatabase } from '../../store/sqlite/database.ts'
import { sqliteStore } from '../../store/sqlite/sqlite-store.ts'
import { createBackup } from '../backup/create-backup.ts'
import { DATABASE_COPY, verifyBackup } from '../backup/manifest.ts'
import { checkLetters } from './check-letters.ts'

const NOW = new Date('2026-03-02T01:00:00Z')
const LETTER = new TextEncoder().encode('%PDF-1.4 the sealed letter')
const SHA256 = createHash('sha256').update(LETTER).digest('hex')

let folder = ''
let database: Database
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yejibu-letters-'))
  database = openDatabase(join(folder, 'office.db'))
  migrate(database, migrations, 0)
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

function put(org: string, bytes: Uint8Array): void {
  database
    .prepare('INSERT OR REPLACE INTO authorisation (org, sha256, bytes, at) VALUES (?,?,?,?)')
    .run(org, SHA256, bytes, 0)
}

function sent(org: string): void {
  const data = JSON.stringify({ org, sha256: SHA256 })
  database
    .prepare(
      'INSERT INTO fact (seq, stream, n, id, kind, v, at, actor, data, prev, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?)',
    )
    .run(1, `org/${org}`, 1, 'f1', 'authorisation-sent', 1, NOW.toISOString(), 'jinrui', data, '', 'h1')
}

const backup = (name: string) =>
  createBackup(
    {
      store: sqliteStore(database),
      database,
      pathOf: (sha256) => join(folder, 'evidence', sha256),
      fontFolder: join(folder, 'fonts'),
    },
    join(folder, name),
    NOW,
  )

describe('sealed letters', () => {
  it('[OPS-37] that are whole are no finding, and lie in the backup with the same bytes', async () => {
    put('jianhu', LETTER)
    sent('jianhu')
    expect(checkLetters(database)).toEqual({ letters: 1, findings: [] })
    expect(await backup('whole')).toMatchObject({ ok: true, value: { missing: [] } })
    expect((await verifyBackup(join(folder, 'whole'))).ok).toBe(true)
    const copy = openDatabase(join(folder, 'whole', DATABASE_COPY), 'reader')
    expect(copy.prepare('SELECT bytes FROM authorisation').get()).toEqual({ bytes: LETTER })
    expect(checkLetters(copy)).toEqual({ letters: 1, findings: [] })
    copy.close()
  })

  it('[OPS-37] that were exchanged or lost are found by their employer, and the backup names them', async () => {
    sent('jianhu')
    const missing = { kind: 'letter-missing', at: 'org/jianhu', detail: SHA256 }
    expect(checkLetters(database).findings).toEqual([missing])
    // The same letter of another employer is not hers.
    put('elsewhere', LETTER)
    expect(checkLetters(database).findings).toEqual([missing])
    put('jianhu', new TextEncoder().encode('%PDF-1.4 another letter'))
    expect(checkLetters(database).findings).toEqual([{ kind: 'letter-changed', at: 'org/jianhu', detail: SHA256 }])
    expect(await backup('damaged')).toMatchObject({ ok: true, value: { missing: [SHA256] } })
  })
})
