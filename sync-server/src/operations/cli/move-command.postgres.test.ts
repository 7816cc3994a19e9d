import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeConfig } from '../../config.ts'
import { EVERYTHING } from '../../ledger/ledger.ts'
import { openOffice } from '../../office.ts'
import { openDatabase } from '../../store/sqlite/database.ts'
import { query } from '../../store/store.ts'
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
