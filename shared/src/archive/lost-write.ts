/**
 * Conflict-free is not loss-free: of two concurrent writes to one field Yjs keeps one, by client id and not by time.
 * This watches an archive and keeps every value that lost that way as 另一版本 beside the field (`[ARC-5]`), in the document itself,
 * so that all of the owner's devices see it and a reload does not lose it.
 *
 * A write that replaces an older value names it as its origin, directly or through writes between. If the value that
 * disappeared is not among the new one's origins, whoever wrote the new one had not seen it: it lost.
 */
import * as Y from 'yjs'
import { fieldOfKey, type ItemMap, itemsOf, LOCAL_EDIT, profileOf } from './archive-doc.ts'
import { keepOtherVersion } from './doc-other-version.ts'

/** The transaction in which lost values are put away; not part of anyone's undo. */
export const KEEP_LOST = 'keep-lost'

interface Loss {
  readonly map: ItemMap
  readonly field: string
  readonly writeId: string
  readonly value: string
}

/**
 * @param mayWrite false on a device that only reads (HR): it keeps nothing.
 * @returns stops watching
 */
export function makeLostWriteKeeper(doc: Y.Doc): () => void {
  const onEvents = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void => {
    if (transaction.local) return
    const losses: Loss[] = []
    for (const event of events) {
      const map = event.target
      if (!(map instanceof Y.Map) || !(event instanceof Y.YMapEvent)) continue
      if (map === itemsOf(doc)) {
        for (const key of event.keysChanged) {
          const added = key === null ? undefined : map.get(key)
          // A whole entry, read from this browser's store or met for the first time, may have such values inside.
          if (added instanceof Y.Map) losses.push(...beatenIn(added, added._map.keys(), () => true))
        }
        continue
      }
      losses.push(...lossesIn(doc, map, event))
      losses.push(...beatenIn(map, event.keysChanged, (item) => event.adds(item)))
    }
    if (losses.length > 0) {
      doc.transact(() => {
        for (const loss of losses) keepOtherVersion(loss.map, loss.field, loss.writeId, loss.value)
      }, KEEP_LOST)
    }
  }
  const onItems = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void =>
    onEvents(events, transaction)
  itemsOf(doc).observeDeep(onItems)
  profileOf(doc).observeDeep(onItems)
  return () => {
    itemsOf(doc).unobserveDeep(onItems)
    profileOf(doc).unobserveDeep(onItems)
  }
}

function lossesIn(doc: Y.Doc, map: ItemMap, event: Y.YMapEvent<unknown>): readonly Loss[] {
  const losses: Loss[] = []
  for (const [key, change] of event.keys) {
    const field = fieldOfKey(key)
    const winner = map._map.get(key)
    if (field === undefined || !winner || typeof change.oldValue !== 'string') continue
    // Of a field's values the last one stands, so what stood before is the nearest on its left that did not come with this.
    let lost: Y.Item | null = winner
    while (lost && event.adds(lost)) lost = lost.left
    // The very item that stood here was emptied by someone who saw it. Another one that came and was emptied again is a loss all the same.
    if (!lost || lost === winner) continue
    if (map.get(key) === change.oldValue || descends(doc, winner, lost)) continue
    const { client, clock } = lost.lastId
    losses.push({ map, field, writeId: `${client}-${clock}`, value: change.oldValue })
  }
  return losses
}

/**
 * Values that arrive when a concurrent one stands already. The device that wrote them may never be opened again, so whoever sees
 * them first keeps them. Their content can still be read here: it is cleared away after the transaction's observers.
 */
function beatenIn(map: ItemMap, keys: Iterable<string | null>, hasArrived: (item: Y.Item) => boolean): readonly Loss[] {
  const losses: Loss[] = []
  for (const key of keys) {
    const field = key === null ? undefined : fieldOfKey(key)
    const last = key === null ? undefined : map._map.get(key)
    if (key === null || field === undefined || !last) continue
    for (let item = last.left; item; item = item.left) {
      const value: unknown = item.content.getContent().at(-1)
      if (typeof value !== 'string' || map.get(key) === value || !hasArrived(item) || wasReplaced(item)) continue
      losses.push({ map, field, writeId: `${item.lastId.client}-${item.lastId.clock}`, value })
    }
  }
  return losses
}

/** True when a later value of the same key names this one as its origin: its writer had seen it. */
function wasReplaced(item: Y.Item): boolean {
  const { client, clock } = item.lastId
  for (let next = item.right; next; next = next.right) {
    if (next.origin?.client === client && next.origin.clock === clock) return true
  }
  return false
}

/**
 * For whoever clears away what was deleted (`gcFilter` of a Y.Doc): false for a value that lost against a concurrent write and
 * that nobody replaced. A device that has not seen it yet must still be able to read it.
 */
export function mayBeCleared(item: Y.Item): boolean {
  return item.parentSub === null || item.right === null || wasReplaced(item)
}

/** True when `winner` was written by someone who had seen `earlier`: it is among its origins. */
function descends(doc: Y.Doc, winner: Y.Item, earlier: Y.Item): boolean {
  let origin = winner.origin
  while (origin) {
    if (origin.client === earlier.lastId.client && origin.clock === earlier.lastId.clock) return true
    const item = Y.getItem(doc.store, origin)
    origin = item instanceof Y.Item ? item.origin : null
  }
  return false
}

/** Origins of transactions that are the owner's own writing; everything else came from elsewhere. */
export const OWN_ORIGINS: ReadonlySet<unknown> = new Set([LOCAL_EDIT, KEEP_LOST])
