/**
 * Where each item of an archive is saved: 本机 only, or 已入单位 with exactly this content.
 *
 * When the relay has acknowledged everything, every item's digest is noted in this browser; an item is in the relay while its digest is
 * still the noted one. So one edit changes one item's mark, and the marks are known offline.
 */
import type { Item } from '@yejibu/shared/archive/item'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { type Accessor, createSignal, untrack } from 'solid-js'
import type { AccountDatabase } from '../platform/database.ts'
import type { ArchiveView } from './create-archive.ts'
import type { LocalState } from './document-state.ts'
import { inSlices } from './in-slices.ts'

export type Whereabouts =
  /** Durable at the relay with this content. */
  | 'in-relay'
  /** Saved on this device; the relay has not acknowledged this content. */
  | 'on-device'
  | 'saving'
  /** The browser refuses to store it. */
  | 'broken'

export interface SavedWhere {
  /** @param digest of the item as it stands, from `ArchiveView.digest` */
  of(item: ItemId, digest: string | null | undefined): Whereabouts
}

export interface SavedWhereOptions {
  readonly database: AccountDatabase
  readonly document: string
  readonly archive: Pick<ArchiveView, 'items' | 'profile' | 'digestOf'>
  readonly local: Accessor<LocalState>
  readonly onDurable: (listener: () => void) => () => void
}

export interface SavedWhereKeeper extends SavedWhere {
  dispose(): void
}

export function createSavedWhere({ database, document, archive, ...from }: SavedWhereOptions): SavedWhereKeeper {
  const [marks, setMarks] = createSignal<ReadonlyMap<ItemId, string>>(new Map())
  /** Items as they were noted last; the same object means the same content. */
  let noted = new Map<ItemId, Item>()
  let latest: readonly Item[] | null = null
  let isNoting = false
  let isDisposed = false

  const note = async (): Promise<void> => {
    if (isNoting) return
    isNoting = true
    try {
      while (latest && !isDisposed) {
        const items = latest
        latest = null
        const changed = items.filter((item) => noted.get(item.id) !== item)
        const news = new Map<ItemId, string>()
        await inSlices(changed, (item) => {
          const digest = archive.digestOf(item)
          if (digest !== null) news.set(item.id, digest)
        })
        noted = new Map(items.map((item) => [item.id, item]))
        if (news.size === 0 || isDisposed) continue
        setMarks((before) => new Map([...before, ...news]))
        await database.savedWhere.bulkPut([...news].map(([item, digest]) => ({ document, item, digest })))
      }
    } finally {
      isNoting = false
    }
  }

  const load = async (): Promise<void> => {
    const stored = await database.savedWhere
      .where('[document+item]')
      .between([document, ''], [document, '\uffff'])
      .toArray()
    setMarks((before) => new Map([...stored.map((mark) => [mark.item, mark.digest] as const), ...before]))
  }
  // Marks that cannot be read or written understate: the item shows as on this device only.
  load().catch(() => undefined)
  const stop = from.onDurable(() => {
    // The items as they are at this very moment are what the relay has; digests may be computed later.
    latest = untrack(() => [archive.profile(), ...archive.items()])
    note().catch(() => undefined)
  })

  return {
    of(item, digest) {
      const local = from.local().kind
      if (local === 'broken') return 'broken'
      if (typeof digest === 'string' && marks().get(item) === digest) return 'in-relay'
      return local === 'saving' ? 'saving' : 'on-device'
    },
    dispose() {
      isDisposed = true
      stop()
    },
  }
}
