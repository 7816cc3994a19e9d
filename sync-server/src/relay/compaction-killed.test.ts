import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { migrations } from '../store/migrations/all.ts'
import { migrate } from '../store/migrations/migration.ts'
import { openDatabase } from '../store/sqlite/database.ts'
import { sqliteUpdateLog } from '../store/sqlite/update-log.ts'
import { compactUpdates } from './compact-updates.ts'
import { makeCompaction } from './compaction.ts'
import { readDocument } from './read-document.ts'

const ENTRY = fileURLToPath(new URL('./testing/compaction-process.ts', import.meta.url))
/** A process a step, on a busy machine; nothing is measured. */
const PATIENCE_MS = 180_000
const WORDS = ['一', '二', '三', '四']
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yejibu-compaction-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Dies before its n-th step, or says how many it took. */
function compactUntil(file: string, step: number): Promise<{ signal: unknown; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', ENTRY, file, String(step)], (error, said) =>
      resolve({ signal: error?.signal ?? null, said }),
    )
  })
}

async function compactHere(file: string): Promise<void> {
  const database = openDatabase(file, 'relay')
  const merger = { merge: async (updates: readonly Uint8Array[]) => compactUpdates(updates), close: async () => {} }
  await makeCompaction(
    sqliteUpdateLog(database, () => 'never'),
    merger,
  ).compact('archive/a1')
  database.close()
}

async function look(file: string) {
  const database = openDatabase(file, 'reader')
  const log = sqliteUpdateLog(database, () => 'never')
  const doc = await readDocument(log, { settled: async () => {} }, 'archive/a1')
  const { rows } = await log.size('archive/a1')
  const [check] = database.prepare<{ integrity_check: string }>('PRAGMA integrity_check').all()
  database.close()
  return { text: doc.getText('t').toString(), rows, integrity: check?.integrity_check }
}

it(
  '[RELAY-241] compaction killed before each of its steps leaves the rows or the snapshot, never neither and never half',
  async () => {
    const original = join(folder, 'original.db')
    const database = openDatabase(original)
    migrate(database, migrations, 0)
    const log = sqliteUpdateLog(database, () => 'epoch-1')
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (const word of WORDS) doc.getText('t').insert(doc.getText('t').length, word)
    for (const update of updates) await log.append([{ document: 'archive/a1', updates: [update] }])
    // Into the one file, which is copied.
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    database.close()
    const whole = { text: WORDS.join(''), integrity: 'ok' }
    const uncut = join(folder, 'uncut.db')
    cpSync(original, uncut)
    const { said } = await compactUntil(uncut, 1_000)
    const steps = Number(said)
    expect(await look(uncut)).toEqual({ ...whole, rows: 0 })
    // Reading, the merge, begin, the snapshot, each row, commit.
    expect(steps).toBeGreaterThan(WORDS.length + 5)
    const left: number[] = []
    for (let step = 1; step <= steps; step++) {
      const file = join(folder, `${step}.db`)
      cpSync(original, file)
      expect((await compactUntil(file, step)).signal, `step ${step}`).toBe('SIGKILL')
      const found = await look(file)
      expect(found, `step ${step}`).toEqual({ ...whole, rows: found.rows })
      left.push(found.rows)
      // The next relay goes on where this one died.
      await compactHere(file)
      expect(await look(file), `after step ${step}`).toEqual({ ...whole, rows: 0 })
    }
    expect(new Set(left)).toEqual(new Set([WORDS.length, 0]))
  },
  PATIENCE_MS,
)
