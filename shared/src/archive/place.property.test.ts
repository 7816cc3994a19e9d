import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { accountIdSchema, type ItemId, itemIdSchema } from '../kernel/ids.ts'
import { carry, device } from '../testing/arbitraries.ts'
import { addItem, LOCAL_EDIT, readItem, readItems, setField, setPlaces } from './archive-doc.ts'
import { idAfterMove, moveItem } from './move-item.ts'
import { inPlaces, isPlace, placeOf } from './place.ts'
import { revisionOf } from './revision.ts'

const ARCHIVE = accountIdSchema.parse('xumingchuan')
const SALT = 'a'.repeat(64)
const idOf = (at: number): ItemId => itemIdSchema.parse(`item-${at}`)
const ids = [0, 1, 2, 3, 4].map(idOf)
const places = fc.stringMatching(/^a0[0-9A-Za-z]{0,3}[1-9A-Za-z]$/)

function papers(): Y.Doc {
  const doc = device(1)
  for (const [at, id] of ids.entries()) {
    const fields = { title: `论文${at}`, publishYm: at === 0 ? null : `20${10 + at}05` }
    addItem(doc, { id, part: 'paper', salt: SALT, order: `2022-01-0${at + 1}T08:00:00.000Z`, fields })
  }
  return doc
}

const shown = (doc: Y.Doc): readonly ItemId[] => inPlaces(readItems(doc)).map(({ id }) => id)
const digests = (doc: Y.Doc) => readItems(doc).map((item) => revisionOf(item, ARCHIVE)?.digest)

describe('the order of a section', () => {
  it('[ARC-60] is by date, the newest first, what has none before all, until the owner puts an entry elsewhere', () => {
    const doc = papers()
    const [a, b, c, d, e] = [idOf(0), idOf(1), idOf(2), idOf(3), idOf(4)]
    expect(shown(doc)).toEqual([a, e, d, c, b])
    for (const item of readItems(doc)) expect(isPlace(placeOf(item))).toBe(true)
    setPlaces(doc, new Map([[b, 'a00000001']]))
    expect(shown(doc)).toEqual([b, a, e, d, c])
    setPlaces(doc, new Map([[b, null]]))
    expect(shown(doc)).toEqual([a, e, d, c, b])
  })

  it('[ARC-60] changes no digest, is undone as one step, and a place that is none is not taken', () => {
    const doc = papers()
    const undo = new Y.UndoManager(doc, { trackedOrigins: new Set([LOCAL_EDIT]), captureTimeout: 0 })
    const before = digests(doc)
    const order = shown(doc)
    setPlaces(doc, new Map(ids.map((id, at) => [id, `a0${9 - at}`])))
    expect(shown(doc)).toEqual([...ids].reverse())
    expect(digests(doc)).toEqual(before)
    undo.undo()
    expect(shown(doc)).toEqual(order)
    for (const wrong of ['', 'a0', 'b01', 'a010', 'a0 1', `a0${'1'.repeat(600)}`]) {
      setPlaces(doc, new Map(ids.map((id) => [id, wrong])))
    }
    expect(shown(doc)).toEqual(order)
  })

  it('[ARC-60] is the same on every device after whatever both moved and wrote at once, and loses no move of another entry', () => {
    const deed = fc.oneof(
      fc.record({ kind: fc.constant('move' as const), on: fc.nat(1), at: fc.nat(4), place: fc.option(places) }),
      fc.record({
        kind: fc.constant('date' as const),
        on: fc.nat(1),
        at: fc.nat(4),
        year: fc.integer({ min: 2000, max: 2020 }),
      }),
      fc.record({ kind: fc.constant('meet' as const) }),
    )
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
        const here = papers()
        const there = device(2)
        carry(here, there)
        /** The last place that one device alone gave an entry since they met. */
        const moves = new Map<ItemId, Set<string | null>>()
        for (const one of deeds) {
          if (one.kind === 'meet') {
            carry(here, there)
            carry(there, here)
            moves.clear()
            continue
          }
          const doc = one.on === 0 ? here : there
          const id = idOf(one.at)
          if (one.kind === 'date') setField(doc, id, 'publishYm', `${one.year}01`)
          else {
            setPlaces(doc, new Map([[id, one.place]]))
            const other = readItem(one.on === 0 ? there : here, id)?.place ?? null
            moves.set(id, new Set([one.place, other]))
          }
        }
        carry(here, there)
        carry(there, here)
        expect(shown(there)).toEqual(shown(here))
        for (const [id, possible] of moves) expect(possible).toContain(readItem(here, id)?.place ?? null)
      }),
      { numRuns: 300 },
    )
  })

  it('[ARC-60] an entry keeps its place when it moves to the other document', () => {
    const archive = papers()
    const documents = { archive, private: device(3) }
    const id = idOf(0)
    setPlaces(archive, new Map([[id, 'a0zz']]))
    moveItem(documents, 'archive', id)
    expect(readItem(documents.private, idAfterMove(id))?.place).toBe('a0zz')
  })
})
