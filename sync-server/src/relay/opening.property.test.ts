import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { compactUpdates } from './compact-updates.ts'
import { documentFrom } from './document-from.ts'
import { openingFrames, stateVectorOf } from './opening.ts'
import { updatesOf } from './read-document.ts'
import { RawFrames } from './testing/raw-frames.ts'
import { EMPTY_UPDATE } from './update-bytes.ts'
import type { StoredDocument } from './update-log.ts'

/** What one of three devices does next. */
const step = fc.record({
  device: fc.nat(2),
  action: fc.constantFrom('insert', 'delete', 'set', 'unset', 'exchange'),
  at: fc.nat(30),
})

/** Every update three devices made, in the order they were made; their clocks depend on the steps alone. */
function history(steps: readonly { device: number; action: string; at: number }[]): Uint8Array[] {
  const updates: Uint8Array[] = []
  const docs = [1, 2, 3].map((client) => {
    const doc = new Y.Doc()
    // A fixed id, so that a failing case fails again. Never outside tests: a copied id diverges for ever.
    doc.clientID = client
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'exchange') updates.push(update)
    })
    return doc
  })
  for (const { device, action, at } of steps) {
    const doc = docs[device] ?? new Y.Doc()
    const text = doc.getText('t')
    const map = doc.getMap('m')
    if (action === 'insert') text.insert(Math.min(at, text.length), '环境𠮷'.slice(0, 1 + (at % 4)))
    else if (action === 'delete' && text.length > 0) text.delete(Math.min(at, text.length - 1), 1)
    else if (action === 'set') map.set(`k${at % 3}`, at)
    else if (action === 'unset') map.delete(`k${at % 3}`)
    else if (action === 'exchange')
      for (const other of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'exchange')
  }
  return updates
}

/** As the log holds it: the first `compacted` arrived and were compacted, the rest are rows. */
function storedFrom(updates: readonly Uint8Array[], compacted: number): StoredDocument {
  return {
    epoch: 'e',
    snapshot: compacted > 0 ? compactUpdates(updates.slice(0, compacted)) : null,
    rows: updates.slice(compacted).map((update, id) => ({ id, updates: [update] })),
  }
}

function content(doc: Y.Doc): unknown {
  return {
    text: doc.getText('t').toString(),
    map: doc.getMap('m').toJSON(),
    vector: Y.encodeStateVector(doc).toString(),
  }
}

const scenario = fc.record({
  steps: fc.array(step, { minLength: 12, maxLength: 40, size: 'max' }),
  /** How many of the updates, as a percentage. */
  compacted: fc.nat(100),
  known: fc.nat(100),
  order: fc.infiniteStream(fc.nat(1_000)),
})

describe('opening a document from its stored bytes', () => {
  it('[SYNC-14] whatever a client had, after the opening frames it has what the relay has', () => {
    fc.assert(
      fc.property(scenario, ({ steps, compacted, known }) => {
        const updates = history(steps)
        const stored = storedFrom(updates, share(updates, compacted))
        const whole = documentFrom(updatesOf(stored)).doc
        const { doc: client } = documentFrom(updates.slice(0, share(updates, known)))
        const frames = openingFrames(stored, Y.decodeStateVector(Y.encodeStateVector(client))).map(RawFrames.read)
        for (const { update } of frames) Y.applyUpdate(client, update)
        expect(content(client)).toEqual(content(whole))
        expect(frames.map(({ step }) => step)).toEqual([...frames.slice(1).map(() => 2), 1])
      }),
      { numRuns: 300 },
    )
  })

  it('[SYNC-14] a client that has everything is sent no content', () => {
    const updates = history(Array.from({ length: 20 }, (_, at) => ({ device: at % 3, action: 'set', at })))
    const stored = storedFrom(updates, updates.length)
    const { doc } = documentFrom(updates)
    const frames = openingFrames(stored, Y.decodeStateVector(Y.encodeStateVector(doc))).map(RawFrames.read)
    expect(frames).toHaveLength(1)
    expect(Y.decodeUpdate(frames[0]?.update ?? new Uint8Array()).structs).toEqual([])
  })

  it('[SYNC-15] the relay never claims to have what it has not, whatever the order and the gaps', () => {
    fc.assert(
      fc.property(scenario, ({ steps, compacted, order, known }) => {
        const all = shuffled(history(steps), order)
        // Two by two, as a device sends what it did offline: such an update has gaps inside.
        const updates = inPairs(all.slice(0, share(all, known)))
        const stored = storedFrom(updates, share(updates, compacted))
        const held = new Map<number, Set<number>>()
        for (const update of updatesOf(stored)) {
          for (const struct of Y.decodeUpdate(update).structs) {
            if (struct instanceof Y.Skip) continue
            const clocks = held.get(struct.id.client) ?? new Set()
            held.set(struct.id.client, clocks)
            for (let i = 0; i < struct.length; i++) clocks.add(struct.id.clock + i)
          }
        }
        for (const [client, clock] of stateVectorOf(stored)) {
          for (let i = 0; i < clock; i++) expect(held.get(client)?.has(i)).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('[SYNC-16] updates with gaps survive compaction, however often', () => {
    fc.assert(
      fc.property(scenario, ({ steps, compacted, order }) => {
        const updates = history(steps)
        const mixed = shuffled(updates, order)
        const first = share(mixed, compacted)
        const early = compactUpdates(mixed.slice(0, first))
        const middle = compactUpdates([early?.update ?? EMPTY_UPDATE, ...mixed.slice(first, first + 5)])
        const late = compactUpdates([middle?.update ?? EMPTY_UPDATE, ...mixed.slice(first + 5)])
        expect(content(documentFrom(late ? [late.update] : []).doc)).toEqual(content(documentFrom(updates).doc))
      }),
      { numRuns: 200 },
    )
  })
})

function share(items: readonly unknown[], percent: number): number {
  return Math.floor((items.length * percent) / 100)
}

function inPairs(updates: readonly Uint8Array[]): Uint8Array[] {
  return updates.flatMap((_, i) => (i % 2 === 0 ? [Y.mergeUpdates(updates.slice(i, i + 2))] : []))
}

function shuffled<Item>(items: readonly Item[], order: Iterable<number>): Item[] {
  const rest = [...items]
  const mixed: Item[] = []
  for (const pick of order) {
    if (rest.length === 0) break
    mixed.push(...rest.splice(pick % rest.length, 1))
  }
  return mixed
}
