import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountIdSchema, itemIdSchema } from '../kernel/ids.ts'
import { anyText, carry, device, evidences, salts, sections, valuesFor } from '../testing/arbitraries.ts'
import { addItem, readItem, setField } from './archive-doc.ts'
import { contentOf, fieldsOf, revisionOf } from './revision.ts'

const ID = itemIdSchema.parse('item-1')
const ARCHIVE = accountIdSchema.parse('xumingchuan')

const entries = sections.chain((part) =>
  fc.record({
    part: fc.constant(part),
    fields: valuesFor(part),
    evidence: fc.array(evidences, { maxLength: 4 }),
    salt: salts,
  }),
)

describe('an item in the document', () => {
  it('[ARC-4] comes back from another device as it was written', () => {
    fc.assert(
      fc.property(entries, ({ part, fields, evidence, salt }) => {
        const doc = device(1)
        addItem(doc, { id: ID, part, salt, order: '1', fields, evidence })
        const copy = device(2)
        carry(doc, copy)
        expect(readItem(copy, ID)).toEqual({ id: ID, part, fields, evidence, salt, otherVersions: [], order: '1' })
      }),
      { numRuns: 60 },
    )
  })

  it('[ARC-2] of any text whatever, both devices see the same revision', () => {
    const edits = fc.array(fc.tuple(fc.nat(), anyText), { maxLength: 8 })
    fc.assert(
      fc.property(sections, edits, salts, (part, changes, salt) => {
        const doc = device(1)
        addItem(doc, { id: ID, part, salt, order: '1' })
        const names = fieldsOf(part).map((field) => field.name)
        for (const [which, value] of changes) setField(doc, ID, names[which % names.length] ?? '', value)
        const copy = device(2)
        carry(doc, copy)
        const [here, there] = [readItem(doc, ID), readItem(copy, ID)]
        if (!here || !there) throw new Error('the item is on both devices')
        expect(revisionOf(there, ARCHIVE)).toEqual(revisionOf(here, ARCHIVE))
        expect(contentOf(here).fields).toEqual(here.fields)
      }),
      { numRuns: 60 },
    )
  })

  it('[ARC-3] the digest does not depend on which device wrote first, or on the order of arrival', () => {
    const split = sections.chain((part) =>
      fc.tuple(fc.constant(part), valuesFor(part), fc.array(fc.nat(2), { minLength: 40, maxLength: 40 }), salts),
    )
    const orders = fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(
        split,
        orders,
        fc.uniqueArray(fc.nat(2 ** 32 - 1), { minLength: 5, maxLength: 5 }),
        (made, order, ids) => {
          const [part, fields, writers, salt] = made
          const devices = ids.slice(0, 3).map(device)
          const [first] = devices
          if (!first) throw new Error('there are three devices')
          addItem(first, { id: ID, part, salt, order: '1' })
          for (const other of devices) if (other !== first) carry(first, other)
          for (const [index, { name }] of fieldsOf(part).entries()) {
            const writer = devices[writers[index] ?? 0]
            if (writer) setField(writer, ID, name, fields[name] ?? null)
          }
          const digests = [order, order.toReversed()].map((arrival, index) => {
            const reader = device(ids[3 + index] ?? 0)
            for (const from of arrival) carry(devices[from] ?? first, reader)
            const item = readItem(reader, ID)
            return item ? revisionOf(item, ARCHIVE)?.digest : null
          })
          expect(digests[0]).toBe(digests[1])
          expect(digests[0]).toMatch(/^[0-9a-f]{64}$/)
        },
      ),
    )
  })
})
