import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { type ItemId, itemIdSchema } from '../kernel/ids.ts'
import { carry, device } from '../testing/arbitraries.ts'
import { addEvidence, addItem, deleteItem, readItem, readItems, setField } from './archive-doc.ts'
import { makeLostWriteKeeper } from './lost-write.ts'
import { idAfterMove, makeMovedEditKeeper, moveItem, type OwnDocuments, whereMoved } from './move-item.ts'

const ID = itemIdSchema.parse('item-1')
const NEXT = idAfterMove(ID)
const FILE = { sha256: 'a'.repeat(64), bytes: 10, type: 'application/pdf', kind: 'evidence', name: '证书.pdf' } as const
const LATE_FILE = { ...FILE, sha256: 'b'.repeat(64) }

interface Device extends OwnDocuments {
  stop(): void
}

function own(number: number): Device {
  const documents = { archive: device(number * 2), private: device(number * 2 + 1) }
  const stops = [
    makeLostWriteKeeper(documents.archive),
    makeLostWriteKeeper(documents.private),
    makeMovedEditKeeper(documents),
  ]
  return {
    ...documents,
    stop() {
      for (const stop of stops) stop()
    },
  }
}

function meet(...devices: readonly Device[]): void {
  for (let round = 0; round < 4; round++) {
    for (const from of devices) {
      for (const to of devices) {
        carry(from.archive, to.archive)
        carry(from.private, to.private)
      }
    }
  }
}

function withItem(kind: keyof OwnDocuments, ...devices: readonly Device[]): void {
  const [first] = devices
  if (!first) return
  addItem(first[kind], {
    id: ID,
    part: 'engineeringProject',
    salt: 'c'.repeat(64),
    order: '1',
    fields: { name: '剡溪断面监测', responsibility: '负责采样与报告' },
    evidence: [FILE],
  })
  meet(...devices)
}

function everythingOf(doc: Y.Doc, id: ItemId): readonly (string | null)[] {
  const item = readItem(doc, id)
  return item ? [...Object.values(item.fields), ...item.otherVersions.map(({ value }) => value)] : []
}

describe('moving an entry to the other document', () => {
  it('[ARC-30] takes everything along, under an id that every device computes, and leaves nothing where it was', () => {
    const one = own(1)
    withItem('private', one)
    const before = readItem(one.private, ID)
    expect(moveItem(one, 'private', ID)).toBe(NEXT)
    expect(readItem(one.private, ID)).toBeUndefined()
    expect(readItem(one.archive, NEXT)).toEqual({ ...before, id: NEXT })
    expect(whereMoved(one, ID)).toEqual({ kind: 'archive', id: NEXT })
  })

  it('[ARC-30] into the private document takes the words out of the archive', () => {
    const one = own(1)
    withItem('archive', one)
    moveItem(one, 'archive', ID)
    expect(JSON.stringify(one.archive.toJSON())).not.toContain('剡溪')
    expect(JSON.stringify(one.archive.toJSON())).not.toContain('负责采样')
    expect(JSON.stringify(one.archive.toJSON())).not.toContain(FILE.sha256)
    expect(readItem(one.private, NEXT)?.fields.name).toBe('剡溪断面监测')
  })

  it.each(['archive', 'private'] as const)(
    '[ARC-30] by two devices at once, out of the %s document, makes one entry and changes nothing written since',
    (kind) => {
      const [one, two] = [own(1), own(2)]
      withItem(kind, one, two)
      const other = kind === 'archive' ? 'private' : 'archive'
      moveItem(one, kind, ID)
      setField(one[other], NEXT, 'name', '剡溪断面监测（改）')
      setField(one[other], NEXT, 'responsibility', '负责采样、分析与报告')
      moveItem(two, kind, ID)
      meet(one, two)
      for (const documents of [one, two]) {
        expect(readItems(documents[kind])).toEqual([])
        expect(readItems(documents[other])).toHaveLength(1)
        const item = readItem(documents[other], NEXT)
        expect(item?.fields).toMatchObject({ name: '剡溪断面监测（改）', responsibility: '负责采样、分析与报告' })
        expect(item?.evidence).toEqual([FILE])
        expect(item?.otherVersions).toEqual([])
      }
    },
  )

  it('[ARC-30] there and back again keeps it whole', () => {
    const one = own(1)
    withItem('archive', one)
    const before = readItem(one.archive, ID)
    moveItem(one, 'archive', ID)
    const back = moveItem(one, 'private', NEXT)
    expect(back).toBe(idAfterMove(NEXT))
    expect(readItem(one.archive, idAfterMove(NEXT))).toEqual({ ...before, id: back })
    expect(whereMoved(one, ID)).toEqual({ kind: 'archive', id: back })
  })

  it('[ARC-30] a deleted entry and the profile are not moved', () => {
    const one = own(1)
    withItem('private', one)
    deleteItem(one.private, ID, '2022-01-01')
    expect(moveItem(one, 'private', ID)).toBeUndefined()
    expect(moveItem(one, 'archive', itemIdSchema.parse('profile'))).toBeUndefined()
  })
})

describe('what was written into the entry left behind', () => {
  it.each(['archive', 'private'] as const)(
    '[ARC-31] is offered as another version of the entry moved out of the %s document, once, with its files',
    (kind) => {
      const [one, two] = [own(1), own(2)]
      withItem(kind, one, two)
      const other = kind === 'archive' ? 'private' : 'archive'
      setField(two[kind], ID, 'name', '曹娥江断面监测')
      addEvidence(two[kind], ID, LATE_FILE)
      moveItem(one, kind, ID)
      meet(one, two)
      for (const documents of [one, two]) {
        const item = readItem(documents[other], NEXT)
        expect(item?.fields.name).toBe('剡溪断面监测')
        expect(item?.otherVersions.map(({ field, value }) => [field, value])).toEqual([['name', '曹娥江断面监测']])
        expect(item?.evidence).toEqual([FILE, LATE_FILE])
        if (kind === 'archive') expect(JSON.stringify(documents.archive.toJSON())).not.toContain('曹娥江')
      }
    },
  )

  it('[ARC-31] keeps the words that were added to prose', () => {
    const [one, two] = [own(1), own(2)]
    withItem('private', one, two)
    setField(two.private, ID, 'responsibility', '负责采样与报告，并审核数据')
    moveItem(one, 'private', ID)
    meet(one, two)
    expect(everythingOf(two.archive, NEXT)).toContain('负责采样与报告，并审核数据')
  })

  it('[ARC-31] whatever three devices do and in whichever order they meet, no value is lost and nothing is there twice', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('write' as const), at: fc.nat(2) }),
      fc.record({ kind: fc.constant('move' as const), at: fc.nat(2) }),
      fc.record({ kind: fc.constant('carry' as const), at: fc.nat(2), to: fc.nat(2) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (script) => {
        const devices = [own(1), own(2), own(3)] as const
        withItem('private', ...devices)
        const written: string[] = []
        const replaced = new Set<string | null>(['剡溪断面监测'])
        for (const [number, { at, ...what }] of script.entries()) {
          const here = devices[at] ?? devices[0]
          const kind = readItem(here.private, ID) ? 'private' : 'archive'
          const id = kind === 'private' ? ID : NEXT
          if (what.kind === 'move') moveItem(here, 'private', ID)
          else if (what.kind === 'carry') {
            const there = devices[what.to] ?? devices[0]
            carry(here.private, there.private)
            carry(here.archive, there.archive)
          } else if (readItem(here[kind], id)) {
            replaced.add(readItem(here[kind], id)?.fields.name ?? null)
            setField(here[kind], id, 'name', `写 ${number}`)
            written.push(`写 ${number}`)
          }
        }
        meet(...devices)
        for (const { archive, private: secret, stop } of devices) {
          const items = [...readItems(archive), ...readItems(secret)]
          expect(items).toHaveLength(1)
          const kept = items.flatMap(({ fields, otherVersions }) => [fields.name, ...otherVersions.map((o) => o.value)])
          for (const value of written) if (!replaced.has(value)) expect(kept).toContain(value)
          stop()
        }
      }),
      { numRuns: 40 },
    )
  })
})
