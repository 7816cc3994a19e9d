/**
 * The layout of an archive in a Yjs document. This file is the only place that knows it, with move-item.ts, doc-evidence.ts and doc-other-version.ts beside it.
 *
 *     profile : Y.Map   salt, order, f:<field> → string, o:<field>|<client>-<clock> → lost value
 *     items   : Y.Map   <item id> → Y.Map
 *                         part, salt, order, gone?, place? → see place.ts; no part of the digest
 *                         f:<field>   → string, or Y.Text for prose
 *                         evidence    → Y.Array of {sha256, bytes, type, kind, name}
 *                         moved?, from?, as?, e:<sha256>  → see move-item.ts: the entry went to the owner's other document
 *                         known?      → what it is known by elsewhere, such as its DOI; no part of the digest
 *                         o:<field>|<client>-<clock> → value that lost a concurrent write
 *                         x:<field>|<client>-<clock> → true: the owner took that value back or dismissed it
 *
 * Always true: an item is made once, by one device, with all its nested types, so no two devices ever create the same nested type.
 * A lost value that the owner is done with is marked, not only removed: another device that finds it later must not bring it back.
 * A deleted item is marked `gone` and keeps its fields, so an edit made meanwhile on another device is not swallowed.
 * What is read back is checked value by value: anyone may have written this document.
 */
import * as Y from 'yjs'
import { canonicalText } from '../kernel/canonical.ts'
import { type ItemId, itemIdSchema, PROFILE_ITEM } from '../kernel/ids.ts'
import { changeText } from './change-text.ts'
import { addFile, changeKind, evidenceIn, removeFile } from './doc-evidence.ts'
import { forgetOtherVersion, otherVersionsIn } from './doc-other-version.ts'
import type { Field } from './field.ts'
import type { Evidence, Item, OtherVersion, Part } from './item.ts'
import { isPlace } from './place.ts'
import { canonicalValue, fieldsOf, isSalt } from './revision.ts'
import { type EvidenceKind, SECTION_KEYS, type SectionKey } from './section.ts'

export type ItemMap = Y.Map<unknown>

/** Transactions by the person at this device; undo and lost-write detection go by it. */
export const LOCAL_EDIT = 'local-edit'

/** Transactions by the person at this device that no undo takes back. */
const MAKE = 'make'

export const FIELD = 'f:'
export const KNOWN_BY = 'known'
export const EVIDENCE = 'evidence'
export const PLACE = 'place'
/** The id under which the entry lives on in the owner's other document (move-item.ts). */
export const MOVED = 'moved'

export function itemsOf(doc: Y.Doc): Y.Map<ItemMap> {
  return doc.getMap<ItemMap>('items')
}

export function profileOf(doc: Y.Doc): ItemMap {
  return doc.getMap('profile')
}

export interface NewItem {
  readonly id: ItemId
  readonly part: SectionKey
  /** 64 hex characters from a cryptographic source. */
  readonly salt: string
  /** Sorts after everything before it; by default the moment of making, as ISO text. */
  readonly order: string
  readonly place?: string | undefined
  readonly fields?: Readonly<Record<string, string | null>>
  readonly evidence?: readonly Evidence[]
  readonly identifiers?: readonly string[]
}

export function addItem(doc: Y.Doc, item: NewItem): void {
  addItems(doc, [item])
}

/**
 * Adds them as one step of undo. They are made deleted and then restored, and only the restoring can be undone: taking the making back would
 * take along what another device has written into them, and making them again would part the devices. Not inside another transaction.
 */
export function addItems(doc: Y.Doc, items: readonly NewItem[]): void {
  doc.transact(() => {
    for (const item of items) itemsOf(doc).set(item.id, mapFrom(item))
  }, MAKE)
  doc.transact(() => {
    for (const { id } of items) restoreItem(doc, id)
  }, LOCAL_EDIT)
}

function mapFrom(item: NewItem): ItemMap {
  const map: ItemMap = new Y.Map()
  map.set('part', item.part)
  map.set('salt', item.salt)
  map.set('order', item.order)
  map.set('gone', item.order)
  if (item.place !== undefined) map.set(PLACE, item.place)
  for (const field of fieldsOf(item.part)) {
    const value = canonicalValue(field, item.fields?.[field.name])
    if (field.type.kind === 'prose') map.set(FIELD + field.name, new Y.Text(value ?? ''))
    else if (value !== null) map.set(FIELD + field.name, value)
  }
  map.set('evidence', Y.Array.from<Record<string, string | number>>(item.evidence?.map((e) => ({ ...e })) ?? []))
  if (item.identifiers?.length) map.set(KNOWN_BY, item.identifiers.join('\n'))
  return map
}

/** Adds what an item is known by elsewhere, so that the same publication is recognised when it is brought in again. */
export function addIdentifiers(doc: Y.Doc, id: ItemId, identifiers: readonly string[]): void {
  const map = itemsOf(doc).get(id)
  if (!(map instanceof Y.Map) || identifiers.length === 0) return
  const all = [...new Set([...identifiersOf(map), ...identifiers])].join('\n')
  doc.transact(() => map.set(KNOWN_BY, all), LOCAL_EDIT)
}

/** Gives the profile its salt, once. */
export function prepareProfile(doc: Y.Doc, salt: string): void {
  const profile = profileOf(doc)
  if (!isSalt(profile.get('salt'))) doc.transact(() => profile.set('salt', salt), MAKE)
}

/** The map behind an item id, `profile` included; undefined when there is none or it was deleted. */
export function mapOf(doc: Y.Doc, id: ItemId): ItemMap | undefined {
  if (id === PROFILE_ITEM) return profileOf(doc)
  const map = itemsOf(doc).get(id)
  return map instanceof Y.Map ? map : undefined
}

/** Sets a field. Prose is changed in place where the texts differ, so that another device's concurrent words survive. */
export function setField(doc: Y.Doc, id: ItemId, name: string, value: string | null): void {
  const map = mapOf(doc, id)
  const part = map && partOf(id, map)
  const field = part && fieldsOf(part).find((f) => f.name === name)
  if (!map || !field) return
  doc.transact(() => {
    const present = map.get(FIELD + name)
    if (present instanceof Y.Text) {
      changeText(present, value === null ? '' : canonicalText(value))
      return
    }
    const next = canonicalValue(field, value)
    if (field.type.kind === 'prose' && id !== PROFILE_ITEM) map.set(FIELD + name, new Y.Text(next ?? ''))
    else if (next === null) map.delete(FIELD + name)
    else if (next !== present) map.set(FIELD + name, next)
  }, LOCAL_EDIT)
}

/** The live text of a prose field, for an editor bound to it. */
export function proseOf(doc: Y.Doc, id: ItemId, name: string): Y.Text | undefined {
  const value = mapOf(doc, id)?.get(FIELD + name)
  return value instanceof Y.Text ? value : undefined
}

/** @param at among the entry's files, at the end by default: a file that comes back stands where it stood, as the digest has it */
export function addEvidence(doc: Y.Doc, id: ItemId, evidence: Evidence, at?: number): void {
  const list = mapOf(doc, id)?.get('evidence')
  if (list instanceof Y.Array) doc.transact(() => addFile(list, evidence, at), LOCAL_EDIT)
}

export function removeEvidence(doc: Y.Doc, id: ItemId, sha256: string): void {
  const list = mapOf(doc, id)?.get('evidence')
  if (list instanceof Y.Array) doc.transact(() => removeFile(list, sha256), LOCAL_EDIT)
}

/** The file keeps its place in the list. */
export function setEvidenceKind(doc: Y.Doc, id: ItemId, sha256: string, kind: EvidenceKind): void {
  const list = mapOf(doc, id)?.get('evidence')
  if (list instanceof Y.Array) doc.transact(() => changeKind(list, sha256, kind), LOCAL_EDIT)
}

/** `at` is shown to the owner only: ISO text by the device's clock. */
export function deleteItem(doc: Y.Doc, id: ItemId, at: string): void {
  const map = itemsOf(doc).get(id)
  if (map instanceof Y.Map) doc.transact(() => map.set('gone', at), LOCAL_EDIT)
}

export function restoreItem(doc: Y.Doc, id: ItemId): void {
  const map = itemsOf(doc).get(id)
  if (map instanceof Y.Map) doc.transact(() => map.delete('gone'), LOCAL_EDIT)
}

/** Puts entries where their owner wants them, as one step; null: back to where their dates put them. */
export function setPlaces(doc: Y.Doc, places: ReadonlyMap<ItemId, string | null>): void {
  doc.transact(() => {
    for (const [id, place] of places) {
      const map = itemsOf(doc).get(id)
      if (!(map instanceof Y.Map)) continue
      if (place === null) map.delete(PLACE)
      else if (isPlace(place)) map.set(PLACE, place)
    }
  }, LOCAL_EDIT)
}

/** Puts the lost value back into its field and forgets it as a lost one; what stood there can be undone. */
export function takeOtherVersion(doc: Y.Doc, id: ItemId, other: OtherVersion): void {
  doc.transact(() => {
    setField(doc, id, other.field, other.value)
    doneWith(doc, id, other)
  }, LOCAL_EDIT)
}

export function dismissOtherVersion(doc: Y.Doc, id: ItemId, other: OtherVersion): void {
  doc.transact(() => doneWith(doc, id, other), LOCAL_EDIT)
}

function doneWith(doc: Y.Doc, id: ItemId, { key }: OtherVersion): void {
  const map = mapOf(doc, id)
  if (map) forgetOtherVersion(map, key)
}

/** When the item was deleted, by the clock of the device that did it; undefined when it is not deleted. */
export function deletedAt(doc: Y.Doc, id: ItemId): string | undefined {
  const gone = mapOf(doc, id)?.get('gone')
  return gone === undefined ? undefined : (asString(gone) ?? '')
}

/** One item, or undefined when it is absent, deleted, moved away or not readable as one. The profile is always readable. */
export function readItem(doc: Y.Doc, id: ItemId): Item | undefined {
  const map = mapOf(doc, id)
  const isHere = map?.get('gone') === undefined && (id === PROFILE_ITEM || !map?.has(MOVED))
  return map && isHere ? readMap(id, map) : undefined
}

/** As `readItem`, for a deleted item too: what would be there again if it were restored. */
export function readKeptItem(doc: Y.Doc, id: ItemId): Item | undefined {
  const map = mapOf(doc, id)
  return map && readMap(id, map)
}

function readMap(id: ItemId, map: ItemMap): Item | undefined {
  const part = partOf(id, map)
  if (!part) return undefined
  const fields: Record<string, string | null> = {}
  for (const { field, key } of keysOf(part)) fields[field.name] = canonicalValue(field, plainText(map.get(key)))
  const list = map.get('evidence')
  const place = map.get(PLACE)
  return {
    id,
    part,
    fields,
    evidence: list instanceof Y.Array ? evidenceIn(list.toArray()) : [],
    salt: asString(map.get('salt')) ?? '',
    otherVersions: otherVersionsIn(map),
    order: asString(map.get('order')) ?? '',
    ...(isPlace(place) && { place }),
    ...(map.has(KNOWN_BY) && { identifiers: identifiersOf(map) }),
  }
}

/** All items that are not deleted, in their order; the profile is not among them. */
export function readItems(doc: Y.Doc): readonly Item[] {
  const items: Item[] = []
  for (const id of itemsOf(doc).keys()) {
    const known = itemIdSchema.safeParse(id)
    const item = known.success && known.data !== PROFILE_ITEM ? readItem(doc, known.data) : undefined
    if (item) items.push(item)
  }
  return items.sort((a, b) => compare(a.order, b.order) || compare(a.id, b.id))
}

export function readProfile(doc: Y.Doc): Item {
  const profile = readItem(doc, PROFILE_ITEM)
  if (!profile) throw new Error('the profile is a root type and always readable')
  return profile
}

/** The field a map key belongs to, or undefined when the key is not a field's. */
export function fieldOfKey(key: string): string | undefined {
  return key.startsWith(FIELD) ? key.slice(FIELD.length) : undefined
}

/** The keys of a part's fields, put together once: an archive has thousands of entries to read. */
const fieldKeys = new Map<Part, readonly { readonly field: Field; readonly key: string }[]>()

function keysOf(part: Part) {
  const keys = fieldKeys.get(part) ?? fieldsOf(part).map((field) => ({ field, key: FIELD + field.name }))
  fieldKeys.set(part, keys)
  return keys
}

function partOf(id: ItemId, map: ItemMap): Part | undefined {
  if (id === PROFILE_ITEM) return 'profile'
  const part = map.get('part')
  return SECTION_KEYS.find((key) => key === part)
}

function identifiersOf(map: ItemMap): readonly string[] {
  return asString(map.get(KNOWN_BY))?.split('\n') ?? []
}

function plainText(value: unknown): string | null {
  return value instanceof Y.Text ? value.toJSON() : (asString(value) ?? null)
}

function asString(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
