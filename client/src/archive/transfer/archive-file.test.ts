import {
  addEvidence,
  addItem,
  prepareProfile,
  readItem,
  readItems,
  readProfile,
  setField,
} from '@yejibu/shared/archive/archive-doc'
import type { Evidence } from '@yejibu/shared/archive/item'
import { planRestore } from '@yejibu/shared/archive/transfer/restore-plan'
import { sha256Hex } from '@yejibu/shared/kernel/canonical'
import { type AccountId, type ItemId, PROFILE_ITEM } from '@yejibu/shared/kernel/ids'
import { ok, refuse } from '@yejibu/shared/kernel/result'
import { ReviewHistory } from '@yejibu/shared/testing/review-history'
import { strFromU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Target } from './apply-import.ts'
import { applyRestore } from './apply-restore.ts'
import { openArchiveFile } from './read-archive-file.ts'
import { type ArchiveToWrite, writeArchiveFile } from './write-archive-file.ts'
import { readDirectory, readEntry } from './zip-directory.ts'

const OWNER = 'xumingchuan' as AccountId
const PDF = new TextEncoder().encode('%PDF-1.7 PK\u0003\u0004 PK\u0001\u0002 PK\u0005\u0006 全文')
const SCAN: Evidence = {
  sha256: sha256Hex(PDF),
  bytes: PDF.length,
  type: 'application/pdf',
  kind: 'evidence',
  name: '../全文\u202e.pdf',
}
const AWAY: Evidence = { ...SCAN, sha256: 'a'.repeat(64), name: '证书.pdf' }

function target(doc: Y.Doc): Target {
  let next = 0
  const randomBytes = (count: number) => Uint8Array.from({ length: count }, () => next++ % 251)
  return {
    doc,
    undo: new Y.UndoManager(doc, { trackedOrigins: new Set(['local-edit']) }),
    now: () => new Date('2022-06-30T08:00:00Z'),
    randomBytes,
  }
}

function written(): Y.Doc {
  const doc = new Y.Doc()
  prepareProfile(doc, '1'.repeat(64))
  setField(doc, PROFILE_ITEM, 'fullName', '许明川')
  addItem(doc, {
    id: 'paper-1' as ItemId,
    part: 'paper',
    salt: '2'.repeat(64),
    order: '1',
    fields: { title: '=总磷', abstract: '一\n二' },
  })
  addItem(doc, {
    id: 'honor-1' as ItemId,
    part: 'honor',
    salt: '3'.repeat(64),
    order: '2',
    fields: { name: '先进个人' },
  })
  addEvidence(doc, 'paper-1' as ItemId, SCAN)
  return doc
}

function toWrite(doc: Y.Doc, given: Partial<ArchiveToWrite> = {}): ArchiveToWrite {
  return {
    id: OWNER,
    profile: readProfile(doc),
    items: readItems(doc),
    facts: [],
    evidence: {
      get: async (_, sha256) =>
        sha256 === SCAN.sha256 ? ok({ blob: new Blob([PDF]), type: SCAN.type }) : refuse({ kind: 'unreachable' }),
    },
    now: new Date('2022-06-30T08:00:00Z'),
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...given,
  }
}

async function fileOf(doc: Y.Doc, given: Partial<ArchiveToWrite> = {}): Promise<Blob> {
  const written = await writeArchiveFile(toWrite(doc, given))
  if (!written.ok) throw new Error(written.refusal.kind)
  return written.value.blob
}

const watching = () => ({ signal: new AbortController().signal, onProgress: () => undefined })

async function opened(file: Blob) {
  const read = await openArchiveFile(file, watching())
  if (!read.ok) throw new Error(read.refusal.kind)
  return read.value
}

/** The file with some of its members changed, as somebody with a zip program would. */
async function tampered(file: Blob, change: (members: Record<string, Uint8Array>) => void): Promise<Blob> {
  const members = unzipSync(new Uint8Array(await file.arrayBuffer()))
  change(members)
  return new Blob([zipSync(members as Zippable)])
}

async function restoredFrom(file: Blob, doc: Y.Doc, chosen?: readonly number[]) {
  const read = await opened(file)
  const situation = {
    archive: OWNER,
    profile: readProfile(doc),
    items: readItems(doc),
    isUsed: () => false,
    isRelayRead: true,
  }
  const plan = planRestore(read.verified, situation)
  const kept: string[] = []
  const restored = await applyRestore(target(doc), {
    file: read,
    plan,
    chosen: new Set(chosen ?? plan.rows.map(({ row }) => row)),
    archive: OWNER,
    evidence: {
      add: async (blob, { kind, name }) => {
        const bytes = new Uint8Array(await blob.arrayBuffer())
        kept.push(sha256Hex(bytes))
        return ok({ sha256: sha256Hex(bytes), bytes: bytes.length, type: SCAN.type, kind, name })
      },
    },
    ...watching(),
  })
  if (!restored.ok) throw new Error(restored.refusal.kind)
  return { restored: restored.value, plan, kept }
}

describe('the whole archive in one file', () => {
  it('[CLIENT-102] goes out and comes back into an empty archive as it was, scans included, and verifies', async () => {
    const doc = written()
    const file = await fileOf(doc)
    const read = await opened(file)
    expect(read.verified.isSealed).toBe(true)
    expect(read.evidence).toEqual({ intact: 1, altered: 0 })
    const empty = new Y.Doc()
    const { restored, kept } = await restoredFrom(file, empty)
    expect(readItems(empty)).toEqual(readItems(doc))
    expect(readProfile(empty)).toEqual(readProfile(doc))
    expect(kept).toEqual([SCAN.sha256])
    expect(restored).toMatchObject({ isProfileFilled: true, filesMissing: 0 })
  })

  it('[CLIENT-102] is a zip that other programs open, with a description in both languages and no path of a file’s name', async () => {
    const members = unzipSync(new Uint8Array(await (await fileOf(written())).arrayBuffer()))
    expect(Object.keys(members).sort()).toEqual([
      'README.txt',
      'archive.json',
      `evidence/${SCAN.sha256}.pdf`,
      'facts.json',
    ])
    expect(strFromU8(members['README.txt'] ?? new Uint8Array())).toMatch(
      /内容摘要[\s\S]*RFC 8785[\s\S]*The digest of an entry/,
    )
    expect(sha256Hex(members[`evidence/${SCAN.sha256}.pdf`] ?? '')).toBe(SCAN.sha256)
  })

  it('[CLIENT-102] names what it could not take along, and says so again when it is restored', async () => {
    const doc = written()
    addEvidence(doc, 'honor-1' as ItemId, AWAY)
    const out = await writeArchiveFile(toWrite(doc))
    expect(out).toMatchObject({ ok: true, value: { items: 2, files: 1, missing: [AWAY] } })
    if (!out.ok) return
    const { restored, plan } = await restoredFrom(out.value.blob, new Y.Doc())
    expect(plan.rows).toMatchObject([{ missing: 0 }, { missing: 1 }])
    expect(restored.filesMissing).toBe(1)
  })

  it('[CLIENT-102] an entry, a scan or the facts that were altered are found, and only what fits is restored', async () => {
    const history = new ReviewHistory(OWNER)
    const facts = history.send(history.revision('paper-1', 'paper', { title: '总磷' })).facts
    const file = await fileOf(written(), { facts })
    expect((await opened(file)).facts).toEqual({ count: facts.length, areIntact: true })
    const altered = await tampered(file, (members) => {
      const edit = (path: string, from: string, to: string) => {
        const text = strFromU8(members[path] ?? new Uint8Array())
        expect(text).toContain(from)
        members[path] = new TextEncoder().encode(text.replace(from, to))
      }
      edit('archive.json', '先进个人', '劳动模范')
      edit('facts.json', '总磷', '总氮')
      members[`evidence/${SCAN.sha256}.pdf`] = new TextEncoder().encode('%PDF-1.7 另一份')
    })
    const read = await opened(altered)
    expect(read.verified.isSealed).toBe(false)
    expect(read.facts).toEqual({ count: facts.length, areIntact: false })
    expect(read.evidence).toEqual({ intact: 0, altered: 1 })
    const doc = new Y.Doc()
    const { plan } = await restoredFrom(altered, doc)
    expect(plan.rows.map((row) => ('refusal' in row ? row.refusal.kind : row.how))).toEqual([
      'entry-evidence-altered',
      'entry-altered',
    ])
    expect(readItems(doc)).toEqual([])
  })

  it('[CLIENT-102] stopped while writing, reading or restoring it leaves nothing behind', async () => {
    const doc = written()
    const stop = new AbortController()
    const stopped = await writeArchiveFile(toWrite(doc, { signal: stop.signal, onProgress: () => stop.abort() }))
    expect(stopped).toEqual({ ok: false, refusal: { kind: 'stopped' } })
    const file = await fileOf(doc)
    expect(await openArchiveFile(file, { signal: AbortSignal.abort(), onProgress: () => undefined })).toMatchObject({
      ok: false,
    })
    const read = await opened(file)
    const empty = new Y.Doc()
    const situation = { archive: OWNER, profile: readProfile(empty), items: [], isUsed: () => false, isRelayRead: true }
    const restoring = {
      file: read,
      plan: planRestore(read.verified, situation),
      chosen: new Set([1, 2]),
      archive: OWNER,
    }
    const evidence = { add: () => Promise.reject(new Error('nothing is asked of the store')) }
    const ended = await applyRestore(target(empty), {
      ...restoring,
      evidence,
      ...watching(),
      signal: AbortSignal.abort(),
    })
    expect(ended).toEqual({ ok: false, refusal: { kind: 'stopped' } })
    expect(readItems(empty)).toEqual([])
  })

  it('[CLIENT-102] only chosen entries come in, what is there already does not come twice, and one step takes all back', async () => {
    const file = await fileOf(written())
    const doc = new Y.Doc()
    await restoredFrom(file, doc, [2])
    expect(readItems(doc).map(({ id }) => id)).toEqual(['honor-1'])
    const { restored, plan } = await restoredFrom(file, doc)
    expect(plan.rows).toMatchObject([{ how: 'as-it-was' }, { how: 'there' }])
    expect(readItems(doc)).toHaveLength(2)
    restored.takeBack()
    expect(readItems(doc).map(({ id }) => id)).toEqual(['honor-1'])
    expect(readItem(doc, PROFILE_ITEM)?.fields.fullName).toBe('许明川')
  })

  it('[CLIENT-102] a zip that claims more than it holds, or holds more than it may, is refused and not unpacked', async () => {
    const bomb = new Blob([zipSync({ 'archive.json': new Uint8Array(4_000_000) })])
    const [entry] = (await readDirectory(bomb)) ?? []
    if (!entry) throw new Error('the zip has a directory')
    expect(await readEntry(bomb, entry, 1_000_000)).toBe(null)
    expect(await readEntry(bomb, { ...entry, offset: 10_000_000 }, 1_000_000)).toBe(null)
    expect(await readEntry(bomb, { ...entry, packed: 10_000_000 }, 1_000_000)).toBe(null)
    const bytes = new Uint8Array(await (await fileOf(written())).arrayBuffer())
    for (let cut = 0; cut < bytes.length; cut += Math.ceil(bytes.length / 60)) {
      const read = await openArchiveFile(new Blob([bytes.slice(0, cut)]), watching())
      expect(read, String(cut)).toEqual({ ok: false, refusal: { kind: 'not-an-archive-file' } })
    }
  })
})
