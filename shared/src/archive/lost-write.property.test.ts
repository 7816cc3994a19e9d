import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { itemIdSchema } from '../kernel/ids.ts'
import { carry, device } from '../testing/arbitraries.ts'
import { addItem, readItem, setField } from './archive-doc.ts'
import type { Item } from './item.ts'
import { makeLostWriteKeeper } from './lost-write.ts'

const ID = itemIdSchema.parse('item-1')
const FIELDS = ['name', 'grantor'] as const

type Step =
  | { readonly kind: 'write'; readonly at: number; readonly field: number }
  | { readonly kind: 'empty'; readonly at: number; readonly field: number }
  | { readonly kind: 'carry'; readonly from: number; readonly to: number }

const who = fc.nat(2)
const what = fc.nat(FIELDS.length - 1)
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), at: who, field: what }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('empty' as const), at: who, field: what }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('carry' as const), from: who, to: who }) },
  ),
  { maxLength: 30 },
)

/**
 * Runs the steps on three devices, lets all meet, and tells what each write came to.
 * @param isFirstLost the first device hands over what it has and is never opened again
 */
function play(clientIds: readonly number[], script: readonly Step[], isFirstLost = false) {
  const devices = clientIds.map(device)
  const at = (index: number): Y.Doc => {
    const doc = devices[index]
    if (!doc) throw new Error('there are three devices')
    return doc
  }
  const stops = devices.map(makeLostWriteKeeper)
  addItem(at(0), { id: ID, part: 'honor', salt: 'a'.repeat(64), order: '1' })
  for (const doc of devices) carry(at(0), doc)
  const written: { field: string; value: string }[] = []
  /** Values that somebody had before her eyes when she replaced or emptied them. */
  const replaced = new Set<string>()
  for (const [number, step] of script.entries()) {
    if (step.kind === 'carry') {
      carry(at(step.from), at(step.to))
      continue
    }
    const field = FIELDS[step.field] ?? 'name'
    const seen = readItem(at(step.at), ID)?.fields[field]
    if (seen) replaced.add(seen)
    const value = step.kind === 'empty' ? null : `write ${number}`
    if (value !== null) written.push({ field, value })
    setField(at(step.at), ID, field, value)
  }
  if (isFirstLost) carry(at(0), at(1))
  const remaining = isFirstLost ? devices.slice(1) : devices
  for (let round = 0; round < 3; round++) for (const from of remaining) for (const to of remaining) carry(from, to)
  for (const stop of stops) stop()
  return { items: devices.map((doc) => readItem(doc, ID)), written, replaced }
}

/** Values that nobody knowingly replaced and that neither stand nor are kept. */
function unaccounted(
  item: Item | undefined,
  written: readonly { readonly field: string; readonly value: string }[],
  replaced: ReadonlySet<string>,
): readonly unknown[] {
  const found = new Set([
    ...Object.entries(item?.fields ?? {}).map(([field, value]) => `${field}: ${value}`),
    ...(item?.otherVersions ?? []).map(({ field, value }) => `${field}: ${value}`),
  ])
  return written.filter((w) => !replaced.has(w.value) && !found.has(`${w.field}: ${w.value}`))
}

const threeIds = fc.uniqueArray(fc.nat(2 ** 32 - 1), { minLength: 3, maxLength: 3 })

describe('three devices of one person', () => {
  it('[ARC-5] agree in the end, and every value that nobody knowingly replaced stands or is kept', () => {
    fc.assert(
      fc.property(threeIds, steps, (ids, script) => {
        const { items, written, replaced } = play(ids, script)
        expect(items[1]).toEqual(items[0])
        expect(items[2]).toEqual(items[0])
        expect(unaccounted(items[0], written, replaced)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('[ARC-5] lose nothing of one of them that was never opened again after it had sent its work', () => {
    fc.assert(
      fc.property(threeIds, steps, (ids, script) => {
        const { items, written, replaced } = play(ids, script, true)
        expect(items[2]).toEqual(items[1])
        expect(unaccounted(items[1], written, replaced)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('[ARC-5] keep only what was written, and never what stands', () => {
    fc.assert(
      fc.property(threeIds, steps, (ids, script) => {
        const { items, written } = play(ids, script)
        const known = new Set(written.map((w) => `${w.field}: ${w.value}`))
        for (const { field, value } of items[0]?.otherVersions ?? []) {
          expect(known.has(`${field}: ${value}`)).toBe(true)
          expect(items[0]?.fields[field]).not.toBe(value)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('[ARC-5] keep nothing when each saw the others’ work before writing', () => {
    fc.assert(
      fc.property(threeIds, fc.array(fc.record({ at: who, field: what }), { maxLength: 12 }), (ids, writes) => {
        const everyone: Step[] = [0, 1, 2].flatMap((from) =>
          [0, 1, 2].map((to) => ({ kind: 'carry' as const, from, to })),
        )
        const script = writes.flatMap(({ at, field }): Step[] => [{ kind: 'write', at, field }, ...everyone])
        expect(play(ids, script).items[0]?.otherVersions).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
