import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FactId } from '@yejibu/shared/kernel/ids'
import { afterEach, describe, expect, test } from 'vitest'
import { ledgerContract } from '../../ledger/ledger.contract.ts'
import { Stage } from '../../testing/stage.ts'
import { migrations } from '../migrations/all.ts'
import { migrate } from '../migrations/migration.ts'
import { NEAR_THE_END, openLedger } from '../sql/ledger.ts'
import { rebuildViews, VIEW_TABLES } from '../sql/ledger-views.ts'
import { type Database, openDatabase } from './database.ts'
import { inOneTransaction, sqliteStore } from './sqlite-store.ts'

const undo: (() => void)[] = []
afterEach(() => {
  for (const step of undo.splice(0).reverse()) step()
})

function open(): Database {
  const folder = mkdtempSync(join(tmpdir(), 'yejibu-ledger-'))
  const database = openDatabase(join(folder, 'ledger.sqlite'))
  migrate(database, migrations, 0)
  undo.push(() => rmSync(folder, { recursive: true, force: true }), database.close)
  return database
}

describe('the ledger in SQLite', () => {
  ledgerContract(() => openLedger(sqliteStore(open())))

  test('[RELAY-3] shows a reader who begins the same facts as one who read all along', async () => {
    const database = open()
    const ledger = openLedger(sqliteStore(database))
    const streams = ['archive/a', 'archive/ab', 'application/a.1', 'application/ab.1', 'org/x', 'plan/a'] as const
    const counts = new Map<string, number>()
    for (let i = 0; i < NEAR_THE_END + 50; i++) {
      const stream = streams[(i * 7 + (i >> 3)) % streams.length] ?? 'org/x'
      const expected = counts.get(stream) ?? 0
      counts.set(stream, expected + 1)
      const facts = [{ id: `f${i}` as FactId, kind: 'tested', data: { i } }]
      await ledger.append({ stream, expected, facts, actor: 'relay', at: '2022-05-10T08:00:00.000Z', command: null })
    }
    for (const visible of [
      { streams: ['archive/a' as const], prefixes: ['application/a.'] },
      { streams: ['archive/a' as const, 'archive/none' as const], prefixes: ['archive/', 'org/'] },
      { streams: [], prefixes: [] },
    ]) {
      const fromStart = await ledger.since(0, 10_000, visible)
      const nearEnd = await ledger.since(60, 10_000, visible)
      expect(fromStart.filter((fact) => fact.seq > 60)).toEqual(nearEnd)
      expect((await ledger.since(0, 7, visible)).map((f) => f.seq)).toEqual(fromStart.slice(0, 7).map((f) => f.seq))
    }
  })

  test('[RELAY-12] a fact whose view cannot be written is not written either', async () => {
    const database = open()
    const ledger = openLedger(sqliteStore(database))
    const opened = (id: string, stream: 'account/a' | 'account/b') =>
      ledger.append({
        stream,
        expected: 0,
        facts: [
          {
            id: id as FactId,
            kind: 'account-opened',
            data: { account: stream.slice(8), username: 'same', name: '某' },
          },
        ],
        actor: 'relay',
        at: '2022-05-10T08:00:00.000Z',
        command: null,
      })
    await opened('f1', 'account/a')
    await expect(opened('f2', 'account/b')).rejects.toThrow(/UNIQUE/)
    expect((await ledger.head()).seq).toBe(1)
  })

  test('[RELAY-12] filling the views again from the facts gives the same rows', async () => {
    const stage = await Stage.withCast()
    try {
      const hr = await stage.as('zhoumin')
      for (const [item, verdict] of [
        ['i1', 'approved'],
        ['i2', 'returned'],
        ['i3', 'rejected'],
        ['i4', null],
      ] as const) {
        const { digest } = await stage.sendHonor('luqinghe', item)
        if (verdict)
          await hr.command('rule-on-revision', { archive: 'luqinghe', item, digest, verdict, reason: '见附件' })
      }
      const { database } = stage
      const { ledger } = stage.office
      const rows = () => VIEW_TABLES.map((table) => database.prepare(`SELECT * FROM ${table}`).all())
      const before = rows()
      expect(before.flat().length).toBeGreaterThan(20)
      inOneTransaction(database, rebuildViews)
      expect(rows()).toEqual(before)
      expect((await ledger.head()).seq).toBeGreaterThan(20)
    } finally {
      await stage.close()
    }
  })
})
