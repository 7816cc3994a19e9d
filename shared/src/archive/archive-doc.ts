/**
 * The layout of an archive in a Yjs document. This file is the only place that knows it.
 *
 *     profile : Y.Map   salt, order, f:<field> → string, o:<field>|<client>-<clock> → lost value
 *     items   : Y.Map   <item id> → Y.Map
 *                         part, salt, order, gone?
 *                         f:<field>   → string, or Y.Text for prose
 *                         evidence    → Y.Array of {sha256, bytes, type, kind, name}
 *                         o:<field>|<client>-<clock> → value that lost a concurrent write
 *
 * Always true: an item is made once, by one device, with all its nested types, so no two devices ever create the same nested type.
 * A deleted item is marked `gone` and keeps its fields, so an edit made meanwhile on another device is not swallowed.
 * What is read back is checked value by value: anyone may have written this document.
 */
import * as Y from 'yjs'
import { canonicalText } from '../kernel/canonical.ts'
import { type ItemId, PROFILE_ITEM, itemIdSchema } from '../kernel/ids.ts'
import type { Evidence, Item, OtherVersion, Part } from './item.ts'
import { canonicalValue, fieldsOf, isSalt } from './revision.ts'
import { EVIDENCE_KINDS, SECTION_KEYS, type SectionKey } from './section.ts'

export type ItemMap = Y.Map<unknown>

/** Transactions by the person at this device; undo and lost-write detection go by it. */
export const LOCAL_EDIT = 'local-edit'

const FIELD = 'f:'
const OTHER = 'o:'

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
  readonly fields?: Readonly<Record<string, string | null>>
  readonly evidence?: readonly Evidence[]
}

export function addItem(doc: Y.Doc, item: NewItem): void {
  doc.transact(() => {
    const map: ItemMap = new Y.Map()
    map.set('part', item.part)
    map.set('salt', item.salt)
    map.set('order', item.order)
    for (const field of fieldsOf(item.part)) {
      const value = canonicalValue(field, item.fields?.[field.name])
      if (field.type.kind === 'prose') map.set(FIELD + field.name, new Y.Text(value ?? ''))
      else if (value !== null) map.set(FIELD + field.name, value)
    }
    map.set('evidence', Y.Array.from<Record<string, string | number>>(item.evidence?.map((e) => ({ ...e })) ?? []))
    itemsOf(doc).set(item.id, map)
  }, LOCAL_EDIT)
}

/** Gives the profile its salt, once. */
export function prepareProfile(doc: Y.Doc, salt: string): void {
  const profile = profileOf(doc)
  if (!isSalt(profile.get('salt'))) doc.transact(() => profile.set('salt', salt), LOCAL_EDIT)
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

export function addEvidence(doc: Y.Doc, id: ItemId, evidence: Evidence): void {
  const list = mapOf(doc, id)?.get('evidence')
  if (list instanceof Y.Array) doc.transact(() => list.push([{ ...evidence }]), LOCAL_EDIT)
}

export function removeEvidence(doc: Y.Doc, id: ItemId, sha256: string): void {
  const list = mapOf(doc, id)?.get('evidence')
  if (!(list instanceof Y.Array)) return
  doc.transact(() => {
    for (let i = list.length - 1; i >= 0; i--) if (parseEvidence(list.get(i))?.sha256 === sha256) list.delete(i)
  }, LOCAL_EDIT)
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

export function setOrder(doc: Y.Doc, id: ItemId, order: string): void {
  const map = itemsOf(doc).get(id)
  if (map instanceof Y.Map) doc.transact(() => map.set('order', order), LOCAL_EDIT)
}

/** Keeps a value that lost a concurrent write. The key is that write's own id, so every device keeps it once. */
export function keepOtherVersion(map: ItemMap, field: string, writeId: string, value: string | null): void {
  const key = `${OTHER}${field}|${writeId}`
  if (!map.has(key)) map.set(key, value)
}

/** Puts the lost value back into its field and forgets it as a lost one; what stood there can be undone. */
export function takeOtherVersion(doc: Y.Doc, id: ItemId, other: OtherVersion): void {
  doc.transact(() => {
    setField(doc, id, other.field, other.value)
    mapOf(doc, id)?.delete(other.key)
  }, LOCAL_EDIT)
}

export function dismissOtherVersion(doc: Y.Doc, id: ItemId, other: OtherVersion): void {
  doc.transact(() => mapOf(doc, id)?.delete(other.key), LOCAL_EDIT)
}

/** One item, or undefined when it is absent, deleted or not readable as one. The profile is always readable. */
export function readItem(doc: Y.Doc, id: ItemId): Item | undefined {
  const map = mapOf(doc, id)
  if (!map || map.get('gone') !== undefined) return undefined
  const part = partOf(id, map)
  if (!part) return undefined
  const fields: Record<string, string | null> = {}
  for (const field of fieldsOf(part)) fields[field.name] = canonicalValue(field, plainText(map.get(FIELD + field.name)))
  const list = map.get('evidence')
  return {
    id,
    part,
    fields,
    evidence: list instanceof Y.Array ? list.toArray().flatMap((e) => parseEvidence(e) ?? []) : [],
    salt: asString(map.get('salt')) ?? '',
    otherVersions: otherVersionsOf(map),
    order: asString(map.get('order')) ?? '',
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

function partOf(id: ItemId, map: ItemMap): Part | undefined {
  if (id === PROFILE_ITEM) return 'profile'
  const part = map.get('part')
  return SECTION_KEYS.find((key) => key === part)
}

function otherVersionsOf(map: ItemMap): readonly OtherVersion[] {
  const others: OtherVersion[] = []
  for (const [key, value] of map.entries()) {
    if (!key.startsWith(OTHER)) continue
    const field = key.slice(OTHER.length, key.lastIndexOf('|'))
    others.push({ key, field, value: asString(value) ?? null })
  }
  return others.sort((a, b) => compare(a.key, b.key))
}

function parseEvidence(value: unknown): Evidence | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { sha256, bytes, type, kind, name } = value as Record<string, unknown>
  const knownKind = EVIDENCE_KINDS.find((k) => k === kind)
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256) || !knownKind) return undefined
  if (typeof bytes !== 'number' || !Number.isSafeInteger(bytes) || bytes < 0 || typeof type !== 'string') return undefined
  return { sha256, bytes, type, kind: knownKind, name: typeof name === 'string' ? name : '' }
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

/** Replaces the part of a text between its common beginning and end, never cutting a surrogate pair. */
function changeText(text: Y.Text, next: string): void {
  const before = text.toJSON()
  if (before === next) return
  const most = Math.min(before.length, next.length)
  let start = 0
  while (start < most && before[start] === next[start]) start++
  if (isHighSurrogate(before, start - 1)) start--
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === next[next.length - 1 - end]) end++
  if (end > 0 && isHighSurrogate(before, before.length - end - 1)) end--
  if (before.length - end > start) text.delete(start, before.length - end - start)
  if (next.length - end > start) text.insert(start, next.slice(start, next.length - end))
}

function isHighSurrogate(text: string, at: number): boolean {
  const unit = at >= 0 ? text.charCodeAt(at) : 0
  return unit >= 0xd800 && unit <= 0xdbff
}
