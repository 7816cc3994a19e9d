/** The places to write when an entry is put elsewhere in its section's list. Pure. */
import type { Item } from '@yejibu/shared/archive/item'
import { FIRST_PLACE, LAST_PLACE, placeOf } from '@yejibu/shared/archive/place'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { generateNKeysBetween } from 'fractional-indexing'

/**
 * @param items as they are shown
 * @param to the index that the entry has afterwards
 * @returns for that entry alone, as a rule; also for those right behind it that share a place with what stands before it
 */
export function placesToMove(items: readonly Item[], id: ItemId, to: number): ReadonlyMap<ItemId, string> {
  const moved = items.findIndex((item) => item.id === id)
  if (moved === -1 || moved === to) return new Map()
  const others = items.filter((item) => item.id !== id)
  const before = others[to - 1]
  const from = before ? placeOf(before) : FIRST_PLACE
  const behind = others.slice(to)
  const next = behind.findIndex((item) => placeOf(item) > from)
  const following = next === -1 ? undefined : behind[next]
  const shared = behind.slice(0, next === -1 ? behind.length : next)
  const ids = [id, ...shared.map((item) => item.id)]
  const places = generateNKeysBetween(from, following ? placeOf(following) : LAST_PLACE, ids.length)
  return new Map(ids.map((one, at) => [one, places[at] ?? from]))
}
