import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { AccountId, ItemId } from '../../kernel/ids.ts'
import { addEvidence, addItem, mapOf, prepareProfile, readItems, readProfile, setField } from '../archive-doc.ts'
import { keepOtherVersion } from '../doc-other-version.ts'
import type { Item } from '../item.ts'
import {
  type ArchiveFile,
  archiveFileOf,
  type EvidenceFound,
  evidencePath,
  hashInPath,
  verifyArchiveFile,
} from './archive-file.ts'
import { planRestore } from './restore-plan.ts'
import { hostileStrings } from './testing/hostile-strings.ts'

const OWNER = 'xumingchuan' as AccountId
const OTHER = 'luqinghe' as AccountId
const FILE = 'f'.repeat(64)

function written(): { readonly doc: Y.Doc; readonly items: readonly Item[]; readonly file: ArchiveFile } {
  const doc = new Y.Doc()
  prepareProfile(doc, '1'.repeat(64))
  setField(doc, 'profile' as ItemId, 'fullName', '许明川')
  addItem(doc, {
    id: 'paper-1' as ItemId,
    part: 'paper',
    salt: '2'.repeat(64),
    order: '2021',
    fields: { title: '曹娥江流域总磷通量估算', journal: '环境监测' },
    identifiers: ['doi:10.1000/1'],
  })
  addEvidence(doc, 'paper-1' as ItemId, {
    sha256: FILE,
    bytes: 12,
    type: 'application/pdf',
    kind: 'evidence',
    name: '全文.pdf',
  })
  addItem(doc, {
    id: 'honor-1' as ItemId,
    part: 'honor',
    salt: '3'.repeat(64),
    order: '2022',
    fields: { name: '先进个人' },
  })
  const map = mapOf(doc, 'honor-1' as ItemId)
  if (map) keepOtherVersion(map, 'name', '7-3', '先进工作者')
  const items = readItems(doc)
  return { doc, items, file: archiveFileOf(OWNER, readProfile(doc), items, '2022-06-30T08:00:00.000Z') }
}

const HELD = new Map<string, EvidenceFound>([[FILE, 'intact']])

function carried(file: unknown): Record<string, unknown> {
  const json: Record<string, unknown> = JSON.parse(JSON.stringify(file))
  return json
}

function verified(json: unknown, evidence: ReadonlyMap<string, EvidenceFound> = HELD) {
  const read = verifyArchiveFile(json, evidence)
  if (!read.ok) throw new Error(read.refusal.kind)
  return read.value
}

/** The file with one entry replaced, and sealed as it was. */
function withItem(file: ArchiveFile, at: number, change: (item: ArchiveFile['items'][number]) => unknown): unknown {
  return { ...file, items: file.items.map((item, i) => (i === at ? change(item) : item)) }
}

describe('the archive as one open file', () => {
  it('[ARC-43] what was exported verifies: each digest, the evidence and the seal', () => {
    const { file, items } = written()
    const read = verified(carried(file))
    expect(read.isSealed).toBe(true)
    expect(read.items.map((one) => ('entry' in one ? one.entry.id : one.refusal))).toEqual(items.map(({ id }) => id))
    expect(read.profile).toMatchObject({ entry: { fields: { fullName: '许明川' } }, missing: [] })
    expect(file.items[1]?.otherVersions).toEqual([{ field: 'name', write: '7-3', value: '先进工作者' }])
    expect(file.items[0]?.identifiers).toEqual(['doi:10.1000/1'])
  })

  it('[ARC-43] an entry that was altered is refused by itself; the others stay good', () => {
    const { file } = written()
    const alterations: ((item: ArchiveFile['items'][number]) => unknown)[] = [
      (item) => ({ ...item, fields: { ...item.fields, title: '别的题目' } }),
      (item) => ({ ...item, fields: { ...item.fields, surplus: 'x' } }),
      (item) => ({ ...item, salt: '4'.repeat(64) }),
      (item) => ({ ...item, id: 'paper-2' }),
      (item) => ({ ...item, part: 'book' }),
      (item) => ({ ...item, evidence: [] }),
      (item) => ({ ...item, evidence: item.evidence.map((one) => ({ ...one, bytes: 13 })) }),
      (item) => ({ ...item, digest: '0'.repeat(64) }),
      (item) => ({ ...item, digest: null }),
    ]
    for (const [at, change] of alterations.entries()) {
      const read = verified(carried(withItem(file, 0, change)))
      expect(read.isSealed, String(at)).toBe(false)
      expect(read.items[0], String(at)).toMatchObject({ refusal: { kind: 'entry-altered' } })
      expect(read.items[1], String(at)).toHaveProperty('entry')
    }
  })

  it('[ARC-43] what is no entry, one of another program version, and one that stands twice are refused by name', () => {
    const { file } = written()
    const kinds = (json: unknown) =>
      verified(carried(json)).items.map((one) => ('refusal' in one ? one.refusal.kind : 'good'))
    expect(kinds(withItem(file, 0, () => 'nonsense'))).toEqual(['entry-unreadable', 'good'])
    expect(kinds(withItem(file, 0, (item) => ({ ...item, version: 99 })))).toEqual(['entry-of-other-version', 'good'])
    expect(kinds({ ...file, items: [...file.items, file.items[0]] })).toEqual(['good', 'good', 'entry-twice'])
  })

  it('[ARC-43] an entry moved into another archive, or a removed entry, is found', () => {
    const { file } = written()
    expect(verified(carried({ ...file, archive: OTHER })).items[0]).toMatchObject({
      refusal: { kind: 'entry-altered' },
    })
    expect(verified(carried({ ...file, items: file.items.slice(1) })).isSealed).toBe(false)
  })

  it('[ARC-43] evidence whose bytes are not its name refuses its entry; evidence that is not there is told', () => {
    const { file } = written()
    const altered = verified(carried(file), new Map([[FILE, 'altered']]))
    expect(altered.items[0]).toMatchObject({ refusal: { kind: 'entry-evidence-altered', name: '全文.pdf' } })
    expect(verified(carried(file), new Map()).items[0]).toMatchObject({ missing: [{ sha256: FILE }] })
  })

  it('[ARC-43] another JSON is no archive, and a newer format is not guessed at', () => {
    const { file } = written()
    for (const json of [null, 1, 'x', [], {}, { format: 'yejibu-archive' }, { ...file, archive: '../etc' }]) {
      expect(verifyArchiveFile(json, HELD)).toMatchObject({ ok: false, refusal: { kind: 'not-an-archive-file' } })
    }
    expect(verifyArchiveFile({ ...file, version: 2 }, HELD)).toMatchObject({
      ok: false,
      refusal: { kind: 'archive-file-too-new', version: 2 },
    })
  })

  it('[ARC-43] every hostile string in a field and in a file name comes back out of the file as it was', () => {
    for (const text of hostileStrings().filter((one) => one.length < 100_000)) {
      const doc = new Y.Doc()
      const evidence = [
        {
          sha256: FILE,
          bytes: 1,
          type: 'application/pdf',
          kind: 'evidence' as const,
          name: text.replace(/[\ud800-\udfff]/g, ''),
        },
      ]
      addItem(doc, {
        id: 'paper-1' as ItemId,
        part: 'paper',
        salt: '2'.repeat(64),
        order: '1',
        fields: { title: text, abstract: text },
        evidence,
      })
      const items = readItems(doc)
      const read = verified(carried(archiveFileOf(OWNER, readProfile(doc), items, '')))
      expect(read.isSealed).toBe(true)
      expect(read.items).toMatchObject([{ entry: { fields: items[0]?.fields, evidence: items[0]?.evidence } }])
    }
  })

  it('[ARC-43] a path in the zip names a hash only when it is one', () => {
    expect(hashInPath(evidencePath({ sha256: FILE, type: 'application/pdf' }))).toBe(FILE)
    expect(hashInPath(evidencePath({ sha256: FILE, type: 'text/html' }))).toBe(FILE)
    for (const path of ['evidence/../x.pdf', `x/${FILE}.pdf`, `evidence/${FILE}`, `evidence/${FILE}.pdf/..`]) {
      expect(hashInPath(path)).toBe(null)
    }
  })
})

describe('restoring an archive', () => {
  const empty = () => readProfile(new Y.Doc())
  const situation = { archive: OWNER, profile: empty(), items: [], isUsed: () => false, isRelayRead: true }

  it('[ARC-44] entries keep their ids only in their own archive, where the id was never used and the relay is known', () => {
    const { file } = written()
    const read = verified(carried(file))
    const how = (given: Partial<typeof situation>) =>
      planRestore(read, { ...situation, ...given }).rows.map((row) => ('how' in row ? row.how : row.refusal.kind))
    expect(how({})).toEqual(['as-it-was', 'as-it-was'])
    expect(how({ archive: OTHER })).toEqual(['as-new', 'as-new'])
    expect(how({ isRelayRead: false })).toEqual(['as-new', 'as-new'])
    expect(how({ isUsed: () => true })).toEqual(['as-new', 'as-new'])
  })

  it('[ARC-44] what is in the archive already stays one entry, and a refused entry stays out', () => {
    const { file, items } = written()
    const broken = carried(withItem(file, 1, (item) => ({ ...item, fields: { ...item.fields, name: '全国劳模' } })))
    const plan = planRestore(verified(broken), { ...situation, items: items.slice(0, 1) })
    expect(plan.rows.map((row) => ('how' in row ? row.how : row.refusal.kind))).toEqual(['there', 'entry-altered'])
    const twice = verified(carried({ ...file, items: [file.items[0]] }))
    expect(planRestore(twice, situation).rows).toHaveLength(1)
  })

  it('[ARC-44] a profile that was written is kept; an empty one is filled in', () => {
    const { file, doc } = written()
    const read = verified(carried(file))
    expect(planRestore(read, situation).profile).toBe('fill')
    expect(planRestore(read, { ...situation, profile: readProfile(doc) }).profile).toBe('keep')
    const blank = archiveFileOf(OWNER, empty(), [], '')
    expect(planRestore(verified(carried(blank)), situation).profile).toBe('nothing')
    const forged = { ...blank, profile: { ...blank.profile, fields: { ...blank.profile.fields, fullName: '冒名' } } }
    expect(planRestore(verified(carried(forged)), situation).profile).toEqual({ kind: 'entry-altered' })
  })
})
