import { createHash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hashOfFact } from '@yejibu/shared/kernel/fact'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FactRow, factOf, valuesOf } from '../../store/sql/fact-row.ts'
import { type Database, openDatabase } from '../../store/sqlite/database.ts'
import { databasePath, evidencePath } from '../data-folder.ts'
import { makeSampleFolder, PATIENCE_MS, type SampleFolder } from '../testing/sample-folder.ts'
import { checkViews } from './check-views.ts'
import { examine } from './examine.ts'
import { openScratch } from './scratch.ts'

let sample: SampleFolder

beforeAll(async () => {
  sample = await makeSampleFolder()
}, PATIENCE_MS)
afterAll(() => sample.remove())

async function findingsIn(folder: string) {
  const database = openDatabase(databasePath(folder), 'reader')
  try {
    return await examine({ database, pathOf: (sha256) => evidencePath(folder, sha256) })
  } finally {
    database.close()
  }
}

/** Somebody with a SQLite tool on the machine. */
function meddle(folder: string, work: (database: Database) => void): void {
  const database = openDatabase(databasePath(folder))
  work(database)
  database.close()
}

const rowAt = (database: Database, seq: number) =>
  database.prepare<FactRow>('SELECT * FROM fact WHERE seq = ?').get(seq) ?? fail(`no fact ${seq}`)

function fail(why: string): never {
  throw new Error(why)
}

const APPROVED = `SELECT seq FROM fact WHERE kind = 'revision-approved' AND json_extract(data, '$.part') = 'paper' ORDER BY seq LIMIT 1`

function seqOf(database: Database, sql: string): number {
  return database.prepare<{ seq: number }>(sql).get()?.seq ?? fail(sql)
}

describe('the doctor', () => {
  it('[OPS-30] finds nothing in a sound office', async () => {
    const { findings, checked } = await findingsIn(await sample.copy())
    expect(findings).toEqual([])
    expect(checked).toMatchObject({ documents: 4, views: 'compared' })
    expect(checked.facts).toBeGreaterThan(150)
    expect(checked.files).toBeGreaterThan(100)
  })

  it('[OPS-31] finds exactly the fact whose content was changed', async () => {
    const folder = await sample.copy()
    let seq = 0
    meddle(folder, (database) => {
      seq = seqOf(database, APPROVED)
      const changed = database
        .prepare(`UPDATE fact SET data = json_set(data, '$.content.fields.title', '另一篇') WHERE seq = ?`)
        .run(seq)
      expect(changed.changes).toBe(1)
    })
    const { findings, checked } = await findingsIn(folder)
    expect(findings).toMatchObject([{ kind: 'fact-changed', at: `fact ${seq}` }])
    expect(checked.views).toBe('not-compared')
  })

  it('[OPS-31] finds the number of a fact that was removed', async () => {
    const folder = await sample.copy()
    meddle(folder, (database) => database.exec('DELETE FROM fact WHERE seq = 40'))
    expect((await findingsIn(folder)).findings).toMatchObject([{ kind: 'fact-missing', at: 'fact 40' }])
  })

  it('[OPS-31] finds that the end of the ledger was cut off', async () => {
    const folder = await sample.copy()
    meddle(folder, (database) => {
      const last = seqOf(database, 'SELECT max(seq) AS seq FROM fact')
      database.prepare('DELETE FROM fact WHERE seq = ?').run(last)
    })
    expect((await findingsIn(folder)).findings.map(({ kind }) => kind)).toContain('ledger-cut')
  })

  it('[OPS-31] finds the break behind a fact that was exchanged with its hash made anew', async () => {
    const folder = await sample.copy()
    let seq = 0
    meddle(folder, (database) => {
      seq = seqOf(database, `SELECT seq FROM fact WHERE kind = 'revision-returned'`)
      forge(database, seq, (data) => ({ ...data, reason: '没有问题' }))
    })
    expect((await findingsIn(folder)).findings).toMatchObject([{ kind: 'fact-unlinked', at: `fact ${seq + 1}` }])
  })

  it('[OPS-32] finds an approval of other content even when the whole chain was forged', async () => {
    const folder = await sample.copy()
    let seq = 0
    meddle(folder, (database) => {
      seq = seqOf(database, APPROVED)
      forge(database, seq, (data) => {
        const content = data.content as { fields: Record<string, unknown> }
        return { ...data, content: { ...content, fields: { ...content.fields, rank: '9' } } }
      })
      relink(database, seq + 1)
    })
    expect((await findingsIn(folder)).findings).toMatchObject([{ kind: 'revision-not-its-digest', at: `fact ${seq}` }])
  })

  it('[OPS-32] finds a submission changed in a chain that was forged whole', async () => {
    const folder = await sample.copy()
    let seq = 0
    meddle(folder, (database) => {
      seq = seqOf(database, `SELECT seq FROM fact WHERE kind = 'application-submitted'`)
      forge(database, seq, (data) => {
        const submission = data.submission as Record<string, unknown>
        return { ...data, submission: { ...submission, owner: 'xumingchuan' } }
      })
      relink(database, seq + 1)
    })
    expect((await findingsIn(folder)).findings).toMatchObject([
      { kind: 'submission-not-its-digest', at: `fact ${seq}` },
    ])
  })

  it('[OPS-33] finds a file whose bytes were changed, and who relies on it', async () => {
    const folder = await sample.copy()
    const sha256 = await anyFile(folder)
    const bytes = await readFile(evidencePath(folder, sha256))
    bytes[100] = (bytes[100] ?? 0) ^ 1
    await writeFile(evidencePath(folder, sha256), bytes)
    const { findings } = await findingsIn(folder)
    expect(findings).toMatchObject([{ kind: 'evidence-changed', at: sha256 }])
    expect(findings[0]?.detail).toMatch(/archive\//)
  })

  it('[OPS-33] finds a file that is gone', async () => {
    const folder = await sample.copy()
    const sha256 = await anyFile(folder)
    await rm(evidencePath(folder, sha256))
    expect((await findingsIn(folder)).findings).toMatchObject([{ kind: 'evidence-missing', at: sha256 }])
  })

  it('[OPS-34] finds a document with updates that cannot be read', async () => {
    const folder = await sample.copy()
    meddle(folder, (database) =>
      database
        .prepare(`INSERT INTO document_update (document, updates) VALUES ('archive/luqinghe', ?)`)
        .run(new Uint8Array([1, 3, 255, 255, 255])),
    )
    expect((await findingsIn(folder)).findings).toMatchObject([{ kind: 'document-unreadable', at: 'archive/luqinghe' }])
  })

  it('[OPS-35] finds a list that says something the facts do not', async () => {
    const folder = await sample.copy()
    meddle(folder, (database) =>
      database.exec(`INSERT INTO view_member VALUES ('yuezhou', 'shenzhiyuan', 'hr-lead', 5)`),
    )
    expect((await findingsIn(folder)).findings).toMatchObject([{ kind: 'view-differs', at: 'view_member' }])
  })

  it('[OPS-36] keeps no relay waiting that writes while the lists are compared, and compares what was there at one moment', async () => {
    const folder = await sample.copy()
    const database = openDatabase(databasePath(folder), 'reader')
    const scratch = openScratch(database)
    const write = () =>
      meddle(folder, (relay) => relay.exec(`INSERT INTO view_member VALUES ('yuezhou', 'shenzhiyuan', 'hr-lead', 5)`))
    let isWritten = false
    const meanwhile: Database = {
      ...scratch,
      prepare: (sql) => {
        if (sql.includes('EXCEPT') && !isWritten) write()
        isWritten ||= sql.includes('EXCEPT')
        return scratch.prepare(sql)
      },
    }
    try {
      expect(await checkViews(meanwhile)).toEqual([])
      expect(isWritten).toBe(true)
    } finally {
      scratch.close()
      database.close()
    }
    expect((await findingsIn(folder)).findings).toMatchObject([{ kind: 'view-differs' }])
  })

  it('[OPS-36] leaves the database as it was', async () => {
    const folder = await sample.copy()
    const before = await hashOf(databasePath(folder))
    await findingsIn(folder)
    expect(await hashOf(databasePath(folder))).toBe(before)
  })
})

/** Changes a fact's data and gives it the hash that belongs to it. */
function forge(
  database: Database,
  seq: number,
  change: (data: Readonly<Record<string, unknown>>) => Record<string, unknown>,
): void {
  const fact = factOf(rowAt(database, seq))
  const forged = { ...fact, data: change(fact.data as Record<string, unknown>) }
  write(database, { ...forged, hash: hashOfFact(forged) })
}

/** Makes every later fact follow again. */
function relink(database: Database, from: number): void {
  const last = seqOf(database, 'SELECT max(seq) AS seq FROM fact')
  for (let seq = from; seq <= last; seq++) {
    const linked = { ...factOf(rowAt(database, seq)), prev: rowAt(database, seq - 1).hash }
    write(database, { ...linked, hash: hashOfFact(linked) })
  }
}

function write(database: Database, fact: ReturnType<typeof factOf>): void {
  database.prepare('DELETE FROM fact WHERE seq = ?').run(fact.seq)
  database.prepare('INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(...valuesOf(fact))
}

async function anyFile(folder: string): Promise<string> {
  const names = await readdir(evidencePath(folder, '').replace(/\/$/, ''), { recursive: true })
  const found = names.map((name) => name.slice(-64)).find((name) => /^[0-9a-f]{64}$/.test(name))
  return found ?? fail('no evidence')
}

async function hashOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
}
