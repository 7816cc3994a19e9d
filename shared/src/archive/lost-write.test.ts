import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { itemIdSchema, PROFILE_ITEM } from '../kernel/ids.ts'
import { carry, device } from '../testing/arbitraries.ts'
import { addItem, dismissOtherVersion, readItem, setField, takeOtherVersion } from './archive-doc.ts'
import { makeLostWriteKeeper } from './lost-write.ts'

const ID = itemIdSchema.parse('item-1')
const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

function keeping(clientId: number): Y.Doc {
  const doc = device(clientId)
  stops.push(makeLostWriteKeeper(doc))
  return doc
}

/** Two devices with the same award; the second one's writes win against the first one's. */
function pair(): { loser: Y.Doc; winner: Y.Doc } {
  const loser = keeping(1)
  const winner = keeping(2)
  addItem(loser, { id: ID, part: 'award', salt: 'a'.repeat(64), order: '1', fields: { rank: '1' } })
  carry(loser, winner)
  return { loser, winner }
}

function meet(one: Y.Doc, other: Y.Doc): void {
  carry(one, other)
  carry(other, one)
  carry(one, other)
}

function others(doc: Y.Doc, id = ID): (string | null)[] {
  return readItem(doc, id)?.otherVersions.map((other) => other.value) ?? []
}

describe('a value that loses against a concurrent write', () => {
  it('[ARC-5] is kept by a device that meets the whole entry for the first time, or reads it from its store', () => {
    const [loser, winner] = [device(1), device(2)]
    addItem(loser, { id: ID, part: 'award', salt: 'a'.repeat(64), order: '1' })
    carry(loser, winner)
    setField(loser, ID, 'rank', '1')
    setField(winner, ID, 'rank', '2')
    const late = keeping(3)
    Y.applyUpdate(late, Y.mergeUpdates([Y.encodeStateAsUpdate(loser), Y.encodeStateAsUpdate(winner)]))
    expect(others(late)).toEqual(['1'])
  })

  it('[ARC-5] is kept on both devices, and the winner stands', () => {
    const { loser, winner } = pair()
    setField(loser, ID, 'rank', '2')
    setField(winner, ID, 'rank', '3')
    meet(loser, winner)
    for (const doc of [loser, winner]) {
      expect(readItem(doc, ID)?.fields.rank).toBe('3')
      expect(others(doc)).toEqual(['2'])
    }
  })

  it('[ARC-5] is kept when the winning write was itself emptied before it arrived', () => {
    const { loser, winner } = pair()
    setField(loser, ID, 'rank', '2')
    setField(winner, ID, 'rank', '3')
    setField(winner, ID, 'rank', null)
    meet(loser, winner)
    expect(readItem(winner, ID)?.fields.rank).toBeNull()
    expect(others(winner)).toEqual(['2'])
  })

  it('[ARC-5] is not kept when the writer had seen it', () => {
    const { loser, winner } = pair()
    setField(loser, ID, 'rank', '2')
    meet(loser, winner)
    setField(winner, ID, 'rank', '3')
    setField(winner, ID, 'rank', '4')
    meet(loser, winner)
    setField(loser, ID, 'rank', null)
    meet(loser, winner)
    expect(others(loser)).toEqual([])
  })

  it('[ARC-5] is not kept when both wrote the same', () => {
    const { loser, winner } = pair()
    setField(loser, ID, 'rank', '2')
    setField(winner, ID, 'rank', '2')
    meet(loser, winner)
    expect(others(loser)).toEqual([])
  })

  it('[ARC-5] is kept for the profile too, and taking it back leaves nothing behind', () => {
    const { loser, winner } = pair()
    setField(loser, PROFILE_ITEM, 'post', '监测岗')
    setField(winner, PROFILE_ITEM, 'post', '分析岗')
    meet(loser, winner)
    const [other] = readItem(winner, PROFILE_ITEM)?.otherVersions ?? []
    expect(other).toMatchObject({ field: 'post', value: '监测岗' })
    if (other) takeOtherVersion(winner, PROFILE_ITEM, other)
    meet(loser, winner)
    expect(readItem(loser, PROFILE_ITEM)).toMatchObject({ fields: { post: '监测岗' }, otherVersions: [] })
  })

  it('[ARC-5] is kept after the losing device was closed and opened again', () => {
    const { loser, winner } = pair()
    setField(loser, ID, 'rank', '2')
    setField(winner, ID, 'rank', '3')
    const reopened = keeping(9)
    carry(loser, reopened, 'storage')
    meet(reopened, winner)
    expect(others(winner)).toEqual(['2'])
  })

  it('[ARC-5] is kept by the winning device although the losing one is never opened again', () => {
    const { loser, winner } = pair()
    setField(loser, ID, 'rank', '2')
    setField(winner, ID, 'rank', '3')
    carry(loser, winner)
    expect(readItem(winner, ID)?.fields.rank).toBe('3')
    expect(others(winner)).toEqual(['2'])
  })

  it('[ARC-5] once dismissed stays dismissed, on a device too that reads the whole history one by one', () => {
    const { loser, winner } = pair()
    const history: Uint8Array[] = [Y.encodeStateAsUpdate(loser)]
    for (const doc of [loser, winner]) doc.on('update', (update: Uint8Array) => history.push(update))
    setField(loser, ID, 'rank', '2')
    setField(winner, ID, 'rank', '3')
    meet(loser, winner)
    const [other] = readItem(loser, ID)?.otherVersions ?? []
    if (!other) throw new Error('the lost value is kept')
    dismissOtherVersion(loser, ID, other)
    meet(loser, winner)
    for (const clientId of [0, 99]) {
      const late = keeping(clientId)
      for (const update of history) Y.applyUpdate(late, update, 'network')
      expect(readItem(late, ID)).toMatchObject({ fields: { rank: '3' }, otherVersions: [] })
      meet(late, winner)
      expect(others(winner)).toEqual([])
    }
  })

  it('[ARC-5] without the keeper it would be gone', () => {
    const loser = device(1)
    const winner = device(2)
    addItem(loser, { id: ID, part: 'award', salt: 'a'.repeat(64), order: '1', fields: { rank: '1' } })
    carry(loser, winner)
    setField(loser, ID, 'rank', '2')
    setField(winner, ID, 'rank', '3')
    meet(loser, winner)
    expect(readItem(loser, ID)).toMatchObject({ fields: { rank: '3' }, otherVersions: [] })
  })
})
