import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { officeConfig } from '../../config.ts'
import { EVERYTHING } from '../../ledger/ledger.ts'
import { EVIDENCE_FOLDER, openOffice } from '../../office.ts'
import { openDatabase } from '../../store/sqlite/database.ts'
import { query } from '../../store/store.ts'
import { freePort } from '../../testing/servers/free-port.ts'
import { type S3Server, startS3 } from '../../testing/servers/s3-server.ts'
import { postgresForTests } from '../../testing/servers/store-for-tests.ts'
import { databasePath } from '../data-folder.ts'
import { makeSampleFolder, PATIENCE_MS, type SampleFolder } from '../testing/sample-folder.ts'
import type { Terminal } from './command.ts'
import { runCommandLine } from './run-command-line.ts'

let sample: SampleFolder
beforeAll(async () => {
  sample = await makeSampleFolder()
}, PATIENCE_MS)
afterAll(() => sample.remove())

let s3: S3Server
beforeEach(async () => {
  s3 = await startS3()
})
afterEach(() => s3.close())

async function call(dataFolder: string, words: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  const terminal: Terminal = {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    isInteractive: false,
    askSecret: async () => '',
    now: () => new Date('2026-11-21T01:00:00Z'),
    randomBytes: (count) => new Uint8Array(count).fill(7),
  }
  const exit = await runCommandLine(words, terminal, { dataFolder })
  return { exit, out: out.join('\n'), err: err.join('\n') }
}

async function everythingOf(folder: string, store: string | null) {
  const office = await openOffice(officeConfig(folder, { store }), 'reader')
  try {
    const documents = []
    for (const { document } of await office.log.list()) {
      const { epoch, snapshot, rows } = await office.log.load(document)
      documents.push({ document, epoch, snapshot, updates: rows.map((row) => row.updates) })
    }
    return {
      facts: await office.ledger.since(0, 100_000, EVERYTHING),
      documents,
      credentials: await office.store.all(query('SELECT * FROM credential ORDER BY account')),
      held: await office.evidence.all(),
    }
  } finally {
    await office.close()
  }
}

describe('the move into PostgreSQL', () => {
  it(
    '[RELAY-217] brings every fact, document, password and file’s holder over as it was; the doctor finds nothing',
    async () => {
      const folder = await sample.copy()
      const to = await postgresForTests()
      const before = await everythingOf(folder, null)
      expect(before.facts.length).toBeGreaterThan(20)
      expect(before.documents.length).toBeGreaterThan(3)
      expect(await call(folder, ['move', to])).toMatchObject({ exit: 0, err: '' })
      expect(await everythingOf(folder, to)).toEqual(before)
      expect(existsSync(databasePath(folder))).toBe(false)
      const examined = await call(folder, ['doctor', '--store', to])
      expect(examined).toMatchObject({ exit: 0, err: '' })
      expect(examined.out).toContain('没有发现问题')
      // Everything else on the command line works there too, and it goes on as an office.
      expect((await call(folder, ['plan', 'list', '--store', to])).exit).toBe(0)
      const backup = `${folder}-backup`
      expect((await call(folder, ['backup', 'create', backup, '--store', to])).exit).toBe(0)
      const office = await openOffice(officeConfig(folder, { store: to }), 'relay')
      await office.store.run(query(`UPDATE view_person SET name = '别人' WHERE id = 'xumingchuan'`))
      await office.close()
      const meddled = await call(folder, ['doctor', '--store', to])
      expect([meddled.exit, meddled.out.includes('view-differs')]).toEqual([1, true])
      expect((await call(folder, ['doctor', '--rebuild', '--store', to])).exit).toBe(0)
      // And back again: a backup of PostgreSQL is restored into a file.
      const restored = `${folder}-restored`
      expect(await call(restored, ['backup', 'restore', backup])).toMatchObject({ exit: 0, err: '' })
      expect((await everythingOf(restored, null)).facts).toEqual(before.facts)
    },
    PATIENCE_MS,
  )

  it(
    '[OPS-55] sends the scans into an S3-compatible store as well, where the doctor reads each; one that is lost or changed there is found',
    async () => {
      const folder = await sample.copy()
      const to = await postgresForTests()
      const before = await everythingOf(folder, null)
      const files = new Set(before.held.map(({ sha256 }) => sha256))
      expect(files.size).toBeGreaterThan(2)
      expect(await call(folder, ['move', to, '--evidence', s3.address])).toMatchObject({ exit: 0, err: '' })
      // The folder is not needed any more.
      await rm(join(folder, EVIDENCE_FOLDER), { recursive: true, force: true })
      const places = ['--store', to, '--evidence', s3.address]
      expect(await call(folder, ['doctor', ...places])).toMatchObject({ exit: 0, err: '' })
      const [lost = '', changed = ''] = files
      await s3.remove(lost)
      await s3.replace(changed, Buffer.from('not what its name says'))
      const wrongKey = ['--store', to, '--evidence', s3.addressWith({ secret: 'not this one' })]
      expect(await call(folder, ['doctor', ...wrongKey])).toMatchObject({
        ...{ exit: 1, out: '', err: expect.stringContaining('不认这对访问密钥') },
      })
      const examined = await call(folder, ['doctor', '--json', ...places])
      expect(examined.exit).toBe(1)
      for (const sha256 of [lost, changed]) expect(examined.out).toContain(sha256)
      const { findings } = JSON.parse(examined.out) as { findings: { kind: string }[] }
      expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(['evidence-missing', 'evidence-changed']))
    },
    PATIENCE_MS,
  )

  it(
    '[OPS-55] leaves the office where it was when the store of files takes nothing, and says what is wrong with it',
    async () => {
      const folder = await sample.copy()
      const to = await postgresForTests()
      const away = s3.address.replace(/:\d+\//, `:${await freePort()}/`)
      const wrongs = [
        [away, '没有应答'],
        [s3.addressWith({ bucket: 'another' }), '没有这个存储桶'],
        [s3.addressWith({ secret: 'not this one' }), '不认这对访问密钥'],
      ] as const
      for (const [wrong, why] of wrongs) {
        const refused = await call(folder, ['move', to, '--evidence', wrong])
        expect(refused).toMatchObject({ exit: 1, err: expect.stringContaining(why) })
      }
      expect((await call(folder, ['move', to, '--evidence', 's3://nothing'])).exit).toBe(2)
      expect(existsSync(databasePath(folder))).toBe(true)
      expect(await call(folder, ['doctor'])).toMatchObject({ exit: 0 })
      // And it can be tried again.
      expect(await call(folder, ['move', to, '--evidence', s3.address])).toMatchObject({ exit: 0, err: '' })
    },
    PATIENCE_MS,
  )

  it(
    '[RELAY-217] changes nothing where it cannot: a served office, a full database, none at all',
    async () => {
      const folder = await sample.copy()
      const to = await postgresForTests()
      const serving = openDatabase(databasePath(folder), 'relay')
      expect(await call(folder, ['move', to])).toMatchObject({ exit: 1, err: expect.stringContaining('停止服务') })
      serving.close()
      expect((await call(folder, ['move', 'mysql://db/x'])).exit).toBe(1)
      expect((await call(folder, ['move', 'postgres://nobody@127.0.0.1:1/none'])).err).toContain('连不上')
      expect((await call(folder, ['move', to])).exit).toBe(0)
      const second = await sample.copy()
      expect((await call(second, ['move', to])).err).toContain('不是空的')
      expect(existsSync(databasePath(second))).toBe(true)
    },
    PATIENCE_MS,
  )
})
