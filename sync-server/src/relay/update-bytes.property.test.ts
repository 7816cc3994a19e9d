import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { assertUpdate } from './update-bytes.ts'

/** A document with every kind of content an archive has, and edits of somebody else to it. */
const { known, edits } = (() => {
  const owner = new Y.Doc()
  owner.clientID = 7
  const items = owner.getMap<Y.Map<unknown>>('items')
  for (let i = 0; i < 12; i++) {
    const item = new Y.Map<unknown>()
    items.set(`i${i}`, item)
    item.set('title', `断面监测${i}`)
    item.set('evidence', Y.Array.from([`a${i}`, `b${i}`]))
    item.set('prose', new Y.Text('完成年度监测'))
  }
  const known = Y.encodeStateAsUpdate(owner)
  const other = new Y.Doc()
  other.clientID = 9
  Y.applyUpdate(other, known)
  const edits = [known]
  other.on('update', (update: Uint8Array) => edits.push(update))
  const mine = other.getMap<Y.Map<unknown>>('items')
  mine.get('i1')?.set('title', '改')
  mine.delete('i2')
  other.transact(() => {
    const [prose, evidence] = [mine.get('i3')?.get('prose'), mine.get('i4')?.get('evidence')]
    if (prose instanceof Y.Text) prose.insert(2, '季度')
    if (prose instanceof Y.Text) prose.delete(0, 2)
    if (evidence instanceof Y.Array) evidence.insert(1, ['c', 'd'])
  })
  mine.set('new', new Y.Map([['title', '新']]))
  return { known, edits }
})()

const damaged = fc
  .record({
    update: fc.constantFrom(...edits),
    // Small numbers are what ids, clocks and lengths are written with.
    hits: fc.array(fc.record({ at: fc.nat(5_000), byte: fc.oneof(fc.nat(15), fc.nat(255)) }), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .map(({ update, hits }) => {
    const bytes = update.slice()
    for (const { at, byte } of hits) bytes[at % bytes.length] = byte
    return bytes
  })

describe('updates from anybody', () => {
  it('[RELAY-253] an update that is taken can be applied by whoever has the document, and be passed on', () => {
    let taken = 0
    let refused = 0
    fc.assert(
      fc.property(damaged, (update) => {
        try {
          assertUpdate(update)
        } catch {
          refused += 1
          return
        }
        taken += 1
        for (const before of [[known], []]) {
          const doc = new Y.Doc()
          for (const earlier of before) Y.applyUpdate(doc, earlier)
          Y.applyUpdate(doc, update)
          doc.getMap('items').toJSON()
          Y.encodeStateAsUpdate(doc)
        }
      }),
      { numRuns: 8_000 },
    )
    expect(taken).toBeGreaterThan(500)
    expect(refused).toBeGreaterThan(500)
  })

  it('[RELAY-253] honest updates are taken', () => {
    for (const update of edits) expect(() => assertUpdate(update)).not.toThrow()
  })
})
