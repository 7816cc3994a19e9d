/**
 * An archive as the pages see it: a reactive view of the document and the functions that edit it. Only items that changed are
 * read again, so an archive of 2,000 items stays fast. A digest is computed when it is first asked for and kept until the item changes.
 *
 * Every function of the view is tracked where Solid tracks: `item(id)` runs again only when that item changed.
 */
import * as layout from '@yejibu/shared/archive/archive-doc'
import type { Evidence, Item, OtherVersion } from '@yejibu/shared/archive/item'
import { type Digest, isSalt, type Revision, revisionOf } from '@yejibu/shared/archive/revision'
import type { EvidenceKind, SectionKey } from '@yejibu/shared/archive/section'
import { bytesToHex } from '@yejibu/shared/kernel/canonical'
import { type AccountId, type ItemId, idFrom, itemIdSchema, PROFILE_ITEM } from '@yejibu/shared/kernel/ids'
import { type PointedOut, pointedOut } from '@yejibu/shared/review/pointed-out'
import { type ArchiveReview, reviewOf, UNTOUCHED } from '@yejibu/shared/review/review'
import { type Standing, standingOf } from '@yejibu/shared/review/standing'
import { type Accessor, batch, createSignal, type Setter } from 'solid-js'
import type * as Y from 'yjs'
import { knownDigest } from './known-digest.ts'

export interface ArchiveView {
  readonly owner: AccountId
  /** All items that are not deleted, in their order, without the profile. */
  readonly items: Accessor<readonly Item[]>
  readonly profile: Accessor<Item>
  /** The item or profile under this id; undefined when absent or deleted. */
  item(id: ItemId): Item | undefined
  itemsIn(section: SectionKey): readonly Item[]
  /** Null when the item's salt is lost; undefined when there is no such item. */
  digest(id: ItemId): Digest | null | undefined
  /** As `digest`, for an item just read; computed once per reading. */
  digestOf(item: Item): Digest | null
  /** What is sent to the employer: content, salt and digest. Null when the salt is lost, undefined when there is no item. */
  revision(id: ItemId): Revision | null | undefined
  /** What the employer's rulings say about the item as it stands. */
  standing(id: ItemId): Standing
  /** The "no" whose reason stands beside fields of the entry now; null when none does. */
  pointedOut(id: ItemId): PointedOut | null
}

export interface ArchiveEdits {
  /** @returns the new item's id */
  addItem(
    section: SectionKey,
    fields?: Readonly<Record<string, string | null>>,
    /** Only the owner's pages know a private document beside the archive. */
    options?: { readonly isPrivate?: boolean },
  ): ItemId
  setField(id: ItemId, name: string, value: string | null): void
  /** @param at among the entry's files, at the end by default */
  addEvidence(id: ItemId, evidence: Evidence, at?: number): void
  removeEvidence(id: ItemId, sha256: string): void
  deleteItem(id: ItemId): void
  restoreItem(id: ItemId): void
  /** As one step; null: back to where their dates put them. */
  setPlaces(places: ReadonlyMap<ItemId, string | null>): void
  setEvidenceKind(id: ItemId, sha256: string, kind: EvidenceKind): void
  takeOtherVersion(id: ItemId, other: OtherVersion): void
  dismissOtherVersion(id: ItemId, other: OtherVersion): void
  undo(): void
  redo(): void
}

export interface Archive extends ArchiveView, ArchiveEdits {
  /** The live text of a prose field, for an editor bound to it. */
  prose(id: ItemId, name: string): Y.Text | undefined
  dispose(): void
}

export interface ArchiveOptions {
  readonly doc: Y.Doc
  readonly undo: Y.UndoManager
  readonly owner: AccountId
  readonly review: Accessor<ArchiveReview>
  readonly now?: () => Date
  /** @returns so many bytes from a cryptographic source */
  readonly randomBytes?: (count: number) => Uint8Array
}

export function createArchive({ doc, undo, owner, review, ...given }: ArchiveOptions): Archive {
  const now = given.now ?? (() => new Date())
  const randomBytes = given.randomBytes ?? ((count) => crypto.getRandomValues(new Uint8Array(count)))
  const digests = new WeakMap<Item, Digest | null>()
  const byId = new Map<ItemId, Item>()
  const [items, setItems] = createSignal<readonly Item[]>([])
  const [profile, setProfile] = createSignal<Item>(layout.readProfile(doc))
  /** One signal per item that somebody has asked for. */
  const watched = new Map<
    ItemId,
    { readonly read: Accessor<Item | undefined>; readonly write: Setter<Item | undefined> }
  >()

  const readAll = (): void => {
    const all = layout.readItems(doc)
    for (const item of all) byId.set(item.id, item)
    setItems(all)
  }
  readAll()

  const readAgain = (ids: ReadonlySet<ItemId>): void => {
    let isMoved = false
    for (const id of ids) {
      const before = byId.get(id)
      const item = layout.readItem(doc, id)
      if (item) byId.set(id, item)
      else byId.delete(id)
      isMoved ||= before?.order !== item?.order || before === undefined || item === undefined
    }
    batch(() => {
      setItems((list) => (isMoved ? [...byId.values()].sort(byOrder) : list.map((item) => byId.get(item.id) ?? item)))
      for (const id of ids) watched.get(id)?.write(() => byId.get(id))
    })
  }
  const onItems = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    const ids = new Set<ItemId>()
    for (const event of events) {
      const keys = event.path.length === 0 ? event.keys.keys() : [event.path[0]]
      for (const key of keys) {
        const id = itemIdSchema.safeParse(key)
        if (id.success && id.data !== PROFILE_ITEM) ids.add(id.data)
      }
    }
    readAgain(ids)
  }
  const onProfile = (): void => {
    setProfile(layout.readProfile(doc))
  }
  layout.itemsOf(doc).observeDeep(onItems)
  layout.profileOf(doc).observeDeep(onProfile)

  const item = (id: ItemId): Item | undefined => {
    if (id === PROFILE_ITEM) return profile()
    let signal = watched.get(id)
    if (!signal) {
      const [read, write] = createSignal(byId.get(id))
      signal = { read, write }
      watched.set(id, signal)
    }
    return signal.read()
  }
  const digestOf = (read: Item): Digest | null => {
    let digest = digests.get(read)
    if (digest === undefined) {
      digest = revisionOf(read, owner)?.digest ?? null
      digests.set(read, digest)
    }
    return digest
  }
  const digest = (id: ItemId): Digest | null | undefined => {
    const read = item(id)
    return read && digestOf(read)
  }
  /** The profile gets its salt with the first thing that is written into it. */
  const prepare = (id: ItemId): void => {
    if (id === PROFILE_ITEM && !isSalt(profile().salt)) layout.prepareProfile(doc, bytesToHex(randomBytes(32)))
  }

  return {
    owner,
    items,
    profile,
    item,
    itemsIn: (section) => items().filter((read) => read.part === section),
    digest,
    digestOf,
    revision(id) {
      const read = item(id)
      return read && revisionOf(read, owner)
    },
    pointedOut(id) {
      const read = item(id)
      const about = reviewOf(review(), id)
      return pointedOut(read ? (digests.get(read) ?? knownDigest(read, about)) : null, about)
    },
    standing(id) {
      const itemReview = reviewOf(review(), id)
      // Nobody was ever asked about it: no digest is needed to know that it is a draft.
      const read = itemReview === UNTOUCHED ? undefined : item(id)
      return standingOf(read ? (digests.get(read) ?? knownDigest(read, itemReview)) : null, itemReview)
    },
    addItem(part, fields) {
      const id = idFrom<'item'>(randomBytes(20))
      const salt = bytesToHex(randomBytes(32))
      layout.addItem(doc, { id, part, salt, order: now().toISOString(), ...(fields && { fields }) })
      return id
    },
    setField(id, name, value) {
      prepare(id)
      layout.setField(doc, id, name, value)
    },
    addEvidence: (id, evidence, at) => layout.addEvidence(doc, id, evidence, at),
    removeEvidence: (id, sha256) => layout.removeEvidence(doc, id, sha256),
    deleteItem: (id) => layout.deleteItem(doc, id, now().toISOString()),
    restoreItem: (id) => layout.restoreItem(doc, id),
    setPlaces: (places) => layout.setPlaces(doc, places),
    setEvidenceKind: (id, sha256, kind) => layout.setEvidenceKind(doc, id, sha256, kind),
    takeOtherVersion: (id, other) => layout.takeOtherVersion(doc, id, other),
    dismissOtherVersion: (id, other) => layout.dismissOtherVersion(doc, id, other),
    undo: () => void undo.undo(),
    redo: () => void undo.redo(),
    prose: (id, name) => layout.proseOf(doc, id, name),
    dispose() {
      layout.itemsOf(doc).unobserveDeep(onItems)
      layout.profileOf(doc).unobserveDeep(onProfile)
    },
  }
}

function byOrder(a: Item, b: Item): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : 1
}
