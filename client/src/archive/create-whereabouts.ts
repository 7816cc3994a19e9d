/**
 * Where all entries are saved, for pages that count them. When a document is at the relay as it stands, so is every entry in it; only
 * otherwise are digests compared, a slice at a time, so that a page of thousands of entries stays at hand meanwhile.
 */
import type { Item } from '@yejibu/shared/archive/item'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js'
import { inSlices } from '../sync/in-slices.ts'
import type { Whereabouts } from '../sync/saved-where.ts'
import { isWholeInRelay, type OwnArchive, whereIs } from './own-archive.tsx'

export interface AllWhereabouts {
  /** Undefined while it is not known yet. */
  of(item: Item): Whereabouts | undefined
  readonly isComplete: Accessor<boolean>
}

export function createWhereabouts(archive: OwnArchive, items: Accessor<readonly Item[]>): AllWhereabouts {
  const [known, setKnown] = createSignal<ReadonlyMap<ItemId, Whereabouts>>(new Map())
  const [isComplete, setComplete] = createSignal(false)
  let latest = 0
  createEffect(() => {
    const unsure = items().filter((item) => !isWholeInRelay(archive, item))
    const mine = ++latest
    const found = new Map<ItemId, Whereabouts>()
    setComplete(unsure.length === 0)
    if (unsure.length === 0) return
    void inSlices(unsure, (item) => {
      if (mine === latest) found.set(item.id, whereIs(archive, item))
    }).then(() => {
      if (mine !== latest) return
      setKnown(found)
      setComplete(true)
    })
  })
  onCleanup(() => {
    latest++
  })
  return {
    of: (item) => (isWholeInRelay(archive, item) ? 'in-relay' : known().get(item.id)),
    isComplete,
  }
}
