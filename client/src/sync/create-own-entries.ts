/**
 * The owner's two documents as one archive for her pages: the one her employer reads, and the private one that is hers alone.
 *
 * Always true: an entry is in exactly one of the two, and an id belongs to one document for good, so an edit goes where its entry is.
 * What another device still writes into an entry that was moved is kept (`makeMovedEditKeeper`).
 */
import { itemsOf } from '@yejibu/shared/archive/archive-doc'
import { type EvidenceHolder, privateHolder } from '@yejibu/shared/archive/evidence-holder'
import type { Item } from '@yejibu/shared/archive/item'
import { makeMovedEditKeeper, movedFrom, moveItem, whereMoved } from '@yejibu/shared/archive/move-item'
import type { AccountId, ItemId } from '@yejibu/shared/kernel/ids'
import { createMemo } from 'solid-js'
import type * as Y from 'yjs'
import type { EvidenceStore } from '../platform/evidence-store.ts'
import type { Archive } from './create-archive.ts'
import type { SavedWhere } from './saved-where.ts'

export interface OwnPart {
  readonly doc: Y.Doc
  readonly archive: Archive
  readonly savedWhere: SavedWhere
}

/** 仅自己可见: which entries the owner keeps to herself, and the way from one document to the other. */
export interface Privacy {
  /** Tracked. */
  isPrivate(id: ItemId): boolean
  /** Who holds the entry's files. */
  holderOf(id: ItemId): EvidenceHolder
  /**
   * Moves the entry to the other document, with its files; its id there.
   * @throws when the browser's store refuses; the entry is then where it was
   */
  move(item: Item): Promise<ItemId | undefined>
  /** The id of the entry that once had this one; undefined when it never moved. */
  whereNow(id: ItemId): ItemId | undefined
  /** The ids that the entry had before, the last one first. */
  formerIds(id: ItemId): readonly ItemId[]
}

export interface OwnEntries {
  readonly view: Archive
  readonly savedWhere: SavedWhere
  readonly privacy: Privacy
  /** True where the entry is in the private document. Not tracked, and known of deleted entries too. */
  isInPrivate(id: ItemId): boolean
  dispose(): void
}

export interface OwnEntriesOptions {
  readonly owner: AccountId
  readonly shown: OwnPart
  readonly secret: OwnPart
  readonly evidence: Pick<EvidenceStore, 'carryOver'>
}

export function createOwnEntries({ owner, shown, secret, evidence }: OwnEntriesOptions): OwnEntries {
  const documents = { archive: shown.doc, private: secret.doc }
  const stopKeeping = makeMovedEditKeeper(documents)
  const isInPrivate = (id: ItemId): boolean => itemsOf(secret.doc).has(id)
  const of = (id: ItemId): Archive => (isInPrivate(id) ? secret.archive : shown.archive)
  const items = createMemo((): readonly Item[] => {
    const own = secret.archive.items()
    return own.length === 0 ? shown.archive.items() : [...shown.archive.items(), ...own].sort(byOrder)
  })
  /** One thing to follow for all pages that ask about thousands of entries; it changes only with which entries are private. */
  const privateIds = createMemo(() => new Set(secret.archive.items().map(({ id }) => id)), undefined, {
    equals: (before, now) => before.size === now.size && [...now].every((id) => before.has(id)),
  })
  const isPrivate = (id: ItemId): boolean => privateIds().has(id)
  const holderOf = (id: ItemId): EvidenceHolder => (isInPrivate(id) ? privateHolder(owner) : owner)

  const view: Archive = {
    owner,
    items,
    profile: shown.archive.profile,
    item: (id) => (isPrivate(id) ? secret : shown).archive.item(id),
    itemsIn: (section) => items().filter((item) => item.part === section),
    digest: (id) => of(id).digest(id),
    digestOf: (item) => of(item.id).digestOf(item),
    revision: (id) => of(id).revision(id),
    standing: (id) => of(id).standing(id),
    pointedOut: (id) => of(id).pointedOut(id),
    addItem: (section, fields, options) => (options?.isPrivate ? secret : shown).archive.addItem(section, fields),
    setField: (id, name, value) => of(id).setField(id, name, value),
    addEvidence: (id, file, at) => of(id).addEvidence(id, file, at),
    removeEvidence: (id, sha256) => of(id).removeEvidence(id, sha256),
    deleteItem: (id) => of(id).deleteItem(id),
    restoreItem: (id) => of(id).restoreItem(id),
    setEvidenceKind: (id, sha256, kind) => of(id).setEvidenceKind(id, sha256, kind),
    setPlaces(places) {
      for (const archive of [shown.archive, secret.archive]) {
        const own = new Map([...places].filter(([id]) => of(id) === archive))
        if (own.size > 0) archive.setPlaces(own)
      }
    },
    takeOtherVersion: (id, other) => of(id).takeOtherVersion(id, other),
    dismissOtherVersion: (id, other) => of(id).dismissOtherVersion(id, other),
    undo: () => shown.archive.undo(),
    redo: () => shown.archive.redo(),
    prose: (id, name) => of(id).prose(id, name),
    dispose: () => stopKeeping(),
  }
  return {
    view,
    savedWhere: {
      of: (id, digest) => (isInPrivate(id) ? secret : shown).savedWhere.of(id, digest),
    },
    privacy: {
      isPrivate,
      holderOf,
      async move(item) {
        const from = isInPrivate(item.id) ? 'private' : 'archive'
        const others = (from === 'private' ? secret : shown).archive.items().filter(({ id }) => id !== item.id)
        const isStillNamed = (sha256: string) =>
          others.some((other) => other.evidence.some((file) => file.sha256 === sha256))
        const [here, there] = from === 'private' ? [privateHolder(owner), owner] : [owner, privateHolder(owner)]
        if (item.evidence.length > 0) await evidence.carryOver(here, there, item.evidence, isStillNamed)
        return moveItem(documents, from, item.id)
      },
      formerIds(id) {
        const former: ItemId[] = []
        for (let at: ItemId | undefined = id; at !== undefined; ) {
          at = movedFrom((isInPrivate(at) ? secret : shown).doc, at)
          if (at !== undefined) former.push(at)
        }
        return former
      },
      whereNow: (id) => whereMoved(documents, id)?.id,
    },
    isInPrivate,
    dispose: () => view.dispose(),
  }
}

function byOrder(a: Item, b: Item): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : 1
}
