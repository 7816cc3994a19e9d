import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { officeConfig } from '../../config.ts'
import { openOffice } from '../../office.ts'
import { databasePath, evidencePath } from '../../operations/data-folder.ts'
import { examine } from '../../operations/doctor/examine.ts'
import { readDocument } from '../../relay/read-document.ts'
import { type Database, openDatabase } from '../sqlite/database.ts'

/** One file a release, as `testing/dump-office.ts` wrote it. Never edited. */
const FOLDER = fileURLToPath(new URL('./testing/', import.meta.url))
const RELEASES = readdirSync(FOLDER).filter((name) => name.endsWith('.sql'))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yejibu-released-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What the tables look like, however the text that made them was broken into lines. */
function schemaOf(database: Database): readonly string[] {
  return database
    .prepare<{ sql: string }>(`SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'`)
    .all()
    .map(({ sql }) => sql.replace(/\s+/g, ' '))
    .sort()
}

test('[RELAY-242] there is a file of each release', () => {
  const root = fileURLToPath(new URL('../../../../package.json', import.meta.url))
  const { version } = JSON.parse(readFileSync(root, 'utf8')) as { version: string }
  expect(RELEASES).toContain(`${version}.sql`)
})

test.each(RELEASES)(
  '[RELAY-242] an office of release %s opens with every fact, document and sign-in it had',
  async (release) => {
    const sql = readFileSync(join(FOLDER, release), 'utf8')
    const [, seq, hash] = /^-- (\d+) (\w+)/.exec(sql) ?? []
    const old = openDatabase(databasePath(folder))
    old.exec(sql)
    old.close()
    const office = await openOffice(officeConfig(folder), 'relay')
    expect(await office.ledger.head()).toEqual({ seq: Number(seq), hash })
    const doc = await readDocument(office.log, { settled: async () => {} }, 'archive/luqinghe')
    expect(doc.getMap('items').size).toBe(1)
    expect(await office.accounts.check('signed', 'a-long-password-1')).toMatchObject({ username: 'signed' })
    if (!office.database) throw new Error('an office in a folder has a file')
    const { findings } = await examine({
      database: office.database,
      pathOf: (sha256) => evidencePath(folder, sha256),
    })
    expect(findings).toEqual([])
    const fresh = await openOffice(officeConfig(join(folder, 'fresh')), 'relay')
    if (!fresh.database) throw new Error('an office in a folder has a file')
    expect(schemaOf(office.database)).toEqual(schemaOf(fresh.database))
    await Promise.all([office.close(), fresh.close()])
  },
)

test('[RELAY-366] an upgrade that could not make its lists is none: the next start begins it again', async () => {
  const older = openDatabase(databasePath(folder))
  older.exec(readFileSync(join(FOLDER, RELEASES[0] ?? ''), 'utf8'))
  const steps = older.prepare<{ name: string }>('SELECT name FROM migration ORDER BY name')
  const before = steps.all()
  const whole = older.prepare<{ data: string }>('SELECT data FROM fact WHERE seq = 2').get()?.data ?? ''
  // As a machine that is switched off while the lists are made: this fact is not read to its end.
  older.prepare(`UPDATE fact SET data = '{' WHERE seq = 2`).run()
  await expect(openOffice(officeConfig(folder), 'relay')).rejects.toThrow('JSON')
  expect(steps.all()).toEqual(before)
  older.prepare('UPDATE fact SET data = ? WHERE seq = 2').run(whole)
  older.close()
  const office = await openOffice(officeConfig(folder), 'relay')
  const { database } = office
  if (!database) throw new Error('an office in a folder has a file')
  const examined = await examine({ database, pathOf: (sha256) => evidencePath(folder, sha256) })
  expect(examined.findings).toEqual([])
  await office.close()
})
