import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { itemIdSchema, PROFILE_ITEM } from '../kernel/ids.ts'
import { carry, device } from '../testing/arbitraries.ts'
import {
  addEvidence,
  addItem,
  deleteItem,
  dismissOtherVersion,
  itemsOf,
  LOCAL_EDIT,
  mapOf,
  prepareProfile,
  profileOf,
  proseOf,
  readItem,
  readItems,
  readKeptItem,
  readProfile,
  removeEvidence,
  restoreItem,
  setEvidenceKind,
  setField,
  takeOtherVersion,
} from './archive-doc.ts'
import { keepOtherVersion } from './doc-other-version.ts'

const ID = itemIdSchema.parse('item-1')
const SALT = 'a'.repeat(64)
const FILE = { sha256: 'b'.repeat(64), bytes: 9, type: 'application/pdf', kind: 'evidence', name: '封面.pdf' } as const

function docWithWork(clientId = 1): Y.Doc {
  const doc = device(clientId)
  addItem(doc, {
    id: ID,
    part: 'work',
    salt: SALT,
    order: '2022-01-01',
    fields: { employerName: '甲', duties: '运行维护' },
  })
  return doc
}

function merged(one: Y.Doc, other: Y.Doc): void {
  carry(one, other)
  carry(other, one)
}

describe('items in the document', () => {
  it('[ARC-4] an item reads as it was written, with every field of its section and null where empty', () => {
    const item = readItem(docWithWork(), ID)
    expect(item).toMatchObject({
      id: ID,
      part: 'work',
      salt: SALT,
      order: '2022-01-01',
      evidence: [],
      otherVersions: [],
    })
    expect(item?.fields).toMatchObject({ employerName: '甲', duties: '运行维护', position: null, endYm: null })
  })

  it('[ARC-4] a field is set, emptied, and unknown ones are not', () => {
    const doc = docWithWork()
    setField(doc, ID, 'beginYm', '２０１４０７')
    setField(doc, ID, 'employerName', '')
    setField(doc, ID, 'nothing', 'x')
    expect(readItem(doc, ID)?.fields).toMatchObject({ beginYm: '201407', employerName: null })
    expect(mapOf(doc, ID)?.has('f:nothing')).toBe(false)
  })

  it('[ARC-4] writing what is there already writes nothing', () => {
    const doc = docWithWork()
    const before = Y.encodeStateVector(doc)
    setField(doc, ID, 'employerName', '甲')
    setField(doc, ID, 'duties', '运行维护')
    expect(Y.encodeStateVector(doc)).toEqual(before)
  })

  it('[ARC-4] evidence is added, taken away and keeps its order', () => {
    const doc = docWithWork()
    const second = { ...FILE, sha256: 'c'.repeat(64) }
    addEvidence(doc, ID, FILE)
    addEvidence(doc, ID, second)
    expect(readItem(doc, ID)?.evidence).toEqual([FILE, second])
    removeEvidence(doc, ID, FILE.sha256)
    expect(readItem(doc, ID)?.evidence).toEqual([second])
    addEvidence(doc, ID, FILE, 0)
    expect(readItem(doc, ID)?.evidence).toEqual([FILE, second])
  })

  it('[ARC-61] a file whose kind changes keeps its place, on two devices at once too', () => {
    const here = docWithWork(1)
    const there = device(2)
    const files = ['b', 'c', 'd'].map((letter) => ({ ...FILE, sha256: letter.repeat(64) }))
    for (const file of files) addEvidence(here, ID, file)
    carry(here, there)
    setEvidenceKind(here, ID, 'c'.repeat(64), 'certificate')
    expect(readItem(here, ID)?.evidence.map(({ kind }) => kind)).toEqual(['evidence', 'certificate', 'evidence'])
    setEvidenceKind(there, ID, 'c'.repeat(64), 'other')
    setEvidenceKind(there, ID, 'd'.repeat(64), 'mainContributor')
    merged(here, there)
    const [one, two, three] = readItem(here, ID)?.evidence ?? []
    expect([one?.sha256, two?.sha256, three?.sha256]).toEqual(files.map(({ sha256 }) => sha256))
    expect(['certificate', 'other']).toContain(two?.kind)
    expect(three?.kind).toBe('mainContributor')
  })

  it('[ARC-4] items come in their order, and equal orders by id', () => {
    const doc = docWithWork()
    const ids = ['item-9', 'item-8'].map((id) => itemIdSchema.parse(id))
    for (const id of ids) addItem(doc, { id, part: 'paper', salt: SALT, order: '2021' })
    expect(readItems(doc).map((i) => i.id)).toEqual(['item-8', 'item-9', 'item-1'])
  })

  it('[ARC-7] a deleted item is gone, and an edit made meanwhile on another device is there when it is restored', () => {
    const here = docWithWork(1)
    const there = device(2)
    carry(here, there)
    deleteItem(here, ID, '2022-02-02T00:00:00Z')
    setField(there, ID, 'position', '工程师')
    merged(here, there)
    expect(readItem(there, ID)).toBeUndefined()
    expect(readItems(there)).toEqual([])
    restoreItem(there, ID)
    expect(readItem(there, ID)?.fields.position).toBe('工程师')
  })
})

describe('prose', () => {
  it('[ARC-6] words written at once on two devices are both there', () => {
    const here = docWithWork(1)
    const there = device(2)
    carry(here, there)
    setField(here, ID, 'duties', '负责运行维护')
    setField(there, ID, 'duties', '运行维护和应急监测')
    merged(here, there)
    expect(readItem(here, ID)?.fields.duties).toBe('负责运行维护和应急监测')
    expect(readItem(there, ID)?.fields.duties).toBe('负责运行维护和应急监测')
  })

  it('[ARC-6] a change never cuts a character in two', () => {
    const doc = docWithWork()
    const text = proseOf(doc, ID, 'duties')
    for (const next of ['𠮷田', '𠮸田', '𠮸𠮷田', '🏅', '🏆', '']) {
      setField(doc, ID, 'duties', next)
      expect(text?.toJSON()).toBe(next)
      // A cut pair would arrive as U+FFFD on the other side.
      const copy = device(9)
      carry(doc, copy)
      expect(readItem(copy, ID)?.fields.duties ?? '').toBe(next)
    }
  })
})

describe('the profile', () => {
  it('[ARC-4] is readable before anyone wrote it, and gets its salt once', () => {
    const doc = device(1)
    expect(readProfile(doc)).toMatchObject({ id: PROFILE_ITEM, part: 'profile', salt: '' })
    prepareProfile(doc, SALT)
    prepareProfile(doc, 'c'.repeat(64))
    setField(doc, PROFILE_ITEM, 'fullName', '许明川')
    setField(doc, PROFILE_ITEM, 'remark', '无')
    expect(readProfile(doc)).toMatchObject({ salt: SALT, fields: { fullName: '许明川', remark: '无' } })
  })
})

describe('lost values', () => {
  it('[ARC-5] are taken back or dismissed, and kept once', () => {
    const doc = docWithWork()
    const map = mapOf(doc, ID)
    if (!map) throw new Error('the item is there')
    keepOtherVersion(map, 'employerName', '7-0', '乙')
    keepOtherVersion(map, 'employerName', '7-0', '丙')
    keepOtherVersion(map, 'position', '7-1', '丁')
    const [first, second] = readItem(doc, ID)?.otherVersions ?? []
    expect([first?.value, second?.value]).toEqual(['乙', '丁'])
    if (!first || !second) return
    takeOtherVersion(doc, ID, first)
    dismissOtherVersion(doc, ID, second)
    expect(readItem(doc, ID)).toMatchObject({ fields: { employerName: '乙', position: null }, otherVersions: [] })
  })
})

describe('undo', () => {
  it('[ARC-7] of adding an item deletes it, keeps what another device wrote in it, and redo shows both', () => {
    const [mine, hers] = [device(1), device(2)]
    const undo = new Y.UndoManager(mine, { trackedOrigins: new Set([LOCAL_EDIT]), captureTimeout: 0 })
    addItem(mine, { id: ID, part: 'work', salt: SALT, order: '1', fields: { position: '技术员' } })
    carry(mine, hers)
    setField(hers, ID, 'employerName', '乙')
    undo.undo()
    expect(readItem(mine, ID)).toBeUndefined()
    carry(hers, mine)
    expect(readKeptItem(mine, ID)?.fields).toMatchObject({ employerName: '乙', position: '技术员' })
    undo.redo()
    carry(mine, hers)
    for (const doc of [mine, hers])
      expect(readItem(doc, ID)?.fields).toMatchObject({ employerName: '乙', position: '技术员' })
  })

  it('[ARC-3] takes no salt away: what is written again later is the same revision', () => {
    const doc = device(1)
    const undo = new Y.UndoManager(doc, { trackedOrigins: new Set([LOCAL_EDIT]), captureTimeout: 0 })
    prepareProfile(doc, SALT)
    setField(doc, PROFILE_ITEM, 'fullName', '许明川')
    undo.undo()
    undo.undo()
    expect(readProfile(doc)).toMatchObject({ salt: SALT, fields: { fullName: null } })
  })
})

describe('a document that anyone may have written', () => {
  it.each<[string, (items: Y.Map<unknown>, map: Y.Map<unknown>) => void]>([
    ['an item that is no map', (items) => items.set('item-1', 'text')],
    ['an item of no section', (_items, map) => map.set('part', 'salary')],
    ['an item whose part is not text', (_items, map) => map.set('part', 7)],
  ])('[ARC-8] %s is not read', (_what, spoil) => {
    const doc = docWithWork()
    spoil(doc.getMap('items'), itemsOf(doc).get(ID) ?? new Y.Map())
    expect(readItem(doc, ID)).toBeUndefined()
    expect(readItems(doc)).toEqual([])
  })

  it('[ARC-8] values of the wrong kind are read as empty', () => {
    const doc = docWithWork()
    const map = mapOf(doc, ID)
    map?.set('f:employerName', 7)
    map?.set('f:beginYm', { year: 2014 })
    map?.set('evidence', 'none')
    map?.set('salt', 3)
    map?.set('o:employerName|7-0', 5)
    expect(readItem(doc, ID)).toMatchObject({ fields: { employerName: null, beginYm: null }, evidence: [], salt: '' })
  })

  it('[ARC-8] evidence that is none is left out, and the rest is read', () => {
    const doc = docWithWork()
    const list = mapOf(doc, ID)?.get('evidence')
    if (list instanceof Y.Array) {
      list.push([7, null, { ...FILE, sha256: 'x' }, { ...FILE, kind: 'approval' }, { ...FILE, bytes: -1 }, { ...FILE }])
    }
    expect(readItem(doc, ID)?.evidence).toEqual([FILE])
  })

  it('[ARC-8] an item under an id that is none, or under the profile’s, is not among the items', () => {
    const doc = device(1)
    for (const id of ['Item 1', '../x', 'profile']) {
      const map = new Y.Map<unknown>([['part', 'paper']])
      itemsOf(doc).set(id, map)
    }
    expect(readItems(doc)).toEqual([])
  })

  it('[REV-10] whatever is written beside the fields, standing is not among what is read', () => {
    const doc = docWithWork()
    mapOf(doc, ID)?.set('status', 'approved')
    profileOf(doc).set('approved', true)
    expect(Object.keys(readItem(doc, ID) ?? {}).sort()).toEqual(
      ['evidence', 'fields', 'id', 'order', 'otherVersions', 'part', 'salt'].sort(),
    )
  })
})
