import type { Item } from '@yejibu/shared/archive/item'
import { inPlaces, isPlace, placeOf } from '@yejibu/shared/archive/place'
import { itemIdSchema } from '@yejibu/shared/kernel/ids'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placesToMove } from './move-place.ts'

function paper(
  at: number,
  given: Pick<Item, 'order'> & { readonly place?: string; readonly date: string | null },
): Item {
  const { date, ...rest } = given
  const id = itemIdSchema.parse(`item-${String(at).padStart(3, '0')}`)
  return { id, part: 'paper', fields: { publishYm: date }, evidence: [], salt: '', otherVersions: [], ...rest }
}

const items = fc.array(
  fc.record({
    date: fc.constantFrom(null, '202001', '202106', '201912', '约2020年'),
    // Two devices may have given the same place, and an import the same moment.
    order: fc.constantFrom('2022-01-01T08:00:00.000Z', '2022-01-01T08:00:00.000Z-000002', '1'),
    place: fc.option(fc.constantFrom('a0V', 'a0V1', 'a0VV', 'a0zz', 'a01'), { nil: undefined }),
  }),
  { minLength: 2, maxLength: 12 },
)

describe('putting an entry elsewhere in the list', () => {
  it('[CLIENT-160] it stands where it was put, the others keep their order, whatever stood there', () => {
    fc.assert(
      fc.property(items, fc.nat(), fc.nat(), (given, which, where) => {
        const all = given.map(({ place, ...one }, at) => paper(at, { ...one, ...(place !== undefined && { place }) }))
        const before = inPlaces(all)
        const [from, to] = [which % before.length, where % before.length]
        const moved = before[from]
        if (!moved) throw new Error('it is in the list')
        const places = placesToMove(before, moved.id, to)
        for (const place of places.values()) expect(isPlace(place)).toBe(true)
        const after = inPlaces(all.map((item) => ({ ...item, place: places.get(item.id) ?? placeOf(item) })))
        const expected = before.map(({ id }) => id).filter((id) => id !== moved.id)
        expected.splice(to, 0, moved.id)
        expect(after.map(({ id }) => id)).toEqual(expected)
      }),
      { numRuns: 1000 },
    )
  })

  it('[CLIENT-160] a hundred moves into the same gap write one entry each, and places stay short', () => {
    let list = inPlaces(['202001', '202002', '202003', '202004'].map((date, at) => paper(at, { date, order: '1' })))
    for (let n = 0; n < 100; n++) {
      const last = list.at(-1)
      if (!last) throw new Error('there are four')
      const places = placesToMove(list, last.id, 1)
      expect(places.size).toBe(1)
      list = inPlaces(list.map((item) => ({ ...item, place: places.get(item.id) ?? placeOf(item) })))
    }
    expect(Math.max(...list.map((item) => placeOf(item).length))).toBeLessThan(80)
  })
})
