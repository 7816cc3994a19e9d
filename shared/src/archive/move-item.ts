/**
 * An entry goes from the document its owner alone reads (仅自己可见) into the archive, or back before it was ever sent.
 *
 * In the other document it gets another id, computed from its own, and its content is written there by updates that are computed from the
 * content alone: two devices that move the same entry at once write the very same bytes, so it is there once, and a move that arrives
 * late changes nothing that was written since. What only one of them had comes beside it, and of two values for one field the one that
 * loses is kept as 另一版本, as ever.
 *
 * The entry that was moved stays behind as a mark with the id it went to. In the private document it keeps its content and what it was when
 * it moved; in the archive it is emptied, because the employer reads that document. What a device that had not heard of the move
 * still writes into it is offered beside the new one's field (`makeMovedEditKeeper`).
 *
 * With archive-doc.ts the only file that knows the layout.
 */
import * as Y from 'yjs'
import { canonicalJson, hexToBytes, sha256Hex } from '../kernel/canonical.ts'
import { type ItemId, idFrom, itemIdSchema, PROFILE_ITEM } from '../kernel/ids.ts'
import {
  addEvidence,
  EVIDENCE,
  FIELD,
  fieldOfKey,
  type ItemMap,
  itemsOf,
  KNOWN_BY,
  MOVED,
  mapOf,
  PLACE,
  readItem,
  readKeptItem,
} from './archive-doc.ts'
import { forgetOtherVersions, keepOtherVersion, writeIdIn } from './doc-other-version.ts'
import type { Item } from './item.ts'
import { fieldsOf } from './revision.ts'

/** Transactions that move entries or keep what was written too late; no undo takes them back. */
export const MOVE = 'move'

/** What the entry was when it moved. */
const AS_MOVED = 'as'
const MOVED_FROM = 'from'
/** `e:<sha256>`: this file was taken over from the entry left behind, and is not taken twice. */
const TAKEN = 'e:'

/** The two documents of one owner. */
export interface OwnDocuments {
  readonly archive: Y.Doc
  readonly private: Y.Doc
}

export type OwnDocumentKind = keyof OwnDocuments

/** The id that an entry has after it moved; the same on every device. */
export function idAfterMove(id: ItemId): ItemId {
  return idFrom<'item'>(hexToBytes(sha256Hex('yejibu/move/v1\n', id)))
}

/**
 * Moves an entry out of `from` into the other document.
 * @returns its id there; undefined when there is no such entry
 */
export function moveItem(documents: OwnDocuments, from: OwnDocumentKind, id: ItemId): ItemId | undefined {
  const source = documents[from]
  const target = documents[from === 'archive' ? 'private' : 'archive']
  const item = id === PROFILE_ITEM ? undefined : readItem(source, id)
  const map = mapOf(source, id)
  if (!item || !map) return undefined
  const next = idAfterMove(id)
  // The copy first: whatever stops in between leaves the entry where it was, and moving again writes the same.
  for (const piece of piecesOf(next, item)) Y.applyUpdate(target, piece, MOVE)
  const copy = mapOf(target, next)
  target.transact(() => {
    // Also what makes this a writing of this device, which must not be signed out of before it has gone out.
    if (copy && copy.get(MOVED_FROM) !== id) copy.set(MOVED_FROM, id)
    for (const other of item.otherVersions) {
      if (copy) keepOtherVersion(copy, other.field, writeIdIn(other.key), other.value)
    }
  }, MOVE)
  source.transact(() => {
    map.set(MOVED, next)
    if (from === 'private') map.set(AS_MOVED, canonicalJson(contentIn(item)))
    else empty(map)
  }, MOVE)
  return next
}

/** Where the entry is that once had this id: in which document, under which id. Undefined when it never moved. */
export function whereMoved(
  documents: OwnDocuments,
  id: ItemId,
): { readonly kind: OwnDocumentKind; readonly id: ItemId } | undefined {
  for (const kind of ['archive', 'private'] as const) {
    const next = movedTo(documents[kind], id)
    if (next === undefined) continue
    const other = kind === 'archive' ? 'private' : 'archive'
    return whereMoved(documents, next) ?? { kind: other, id: next }
  }
  return undefined
}

/** The id that the entry had before its last move, in the other document; undefined when it never moved. */
export function movedFrom(doc: Y.Doc, id: ItemId): ItemId | undefined {
  const from = itemIdSchema.safeParse(mapOf(doc, id)?.get(MOVED_FROM))
  // Nothing but the id that this one was computed from: a mark that says otherwise leads nowhere.
  return from.success && idAfterMove(from.data) === id ? from.data : undefined
}

/**
 * Watches what was left behind by moves, now and as updates arrive, and keeps what was written there too late: field values as
 * 另一版本 of the entry as it is now, files in its list.
 * @returns stops watching
 */
export function makeMovedEditKeeper(documents: OwnDocuments): () => void {
  let isKeeping = false
  const keepAll = (): void => {
    if (isKeeping) return
    isKeeping = true
    try {
      for (const kind of ['archive', 'private'] as const) {
        for (const [id, map] of itemsOf(documents[kind])) {
          if (map instanceof Y.Map && map.has(MOVED)) keepLate(documents, kind, id)
        }
      }
    } finally {
      isKeeping = false
    }
  }
  const onItems = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void => {
    // What this device writes goes to the entry where it is; only what arrives can be late.
    if (transaction.local || events.length === 0) return
    // After the transaction: a document that is being written cannot be written by its observer in the same breath.
    transaction.doc.once('afterAllTransactions', keepAll)
  }
  keepAll()
  const watched = [itemsOf(documents.archive), itemsOf(documents.private)]
  for (const items of watched) items.observeDeep(onItems)
  return () => {
    for (const items of watched) items.unobserveDeep(onItems)
  }
}

function keepLate(documents: OwnDocuments, kind: OwnDocumentKind, key: string): void {
  const source = documents[kind]
  const known = itemIdSchema.safeParse(key)
  if (!known.success || movedTo(source, known.data) === undefined) return
  const map = mapOf(source, known.data)
  const left = readKeptItem(source, known.data)
  const now = whereMoved(documents, known.data)
  const target = now && documents[now.kind]
  const copy = target && mapOf(target, now.id)
  // The copy may not have arrived yet; it will be looked at again when it does.
  if (!map || !left || !target || !copy) return
  const was = asMoved(map)
  const present = readKeptItem(target, now.id)
  const fields = Object.entries(left.fields).filter(([name, value]) => value !== (was.fields[name] ?? null))
  const files = left.evidence.filter(({ sha256 }) => !was.evidence.includes(sha256))
  const lateFields = fields.filter(([name, value]) => value !== (present?.fields[name] ?? null))
  const newFiles = files.filter(({ sha256 }) => !copy.has(TAKEN + sha256))
  const lost = left.otherVersions.filter(({ field, value }) => value !== (present?.fields[field] ?? null))
  if (lateFields.length > 0 || newFiles.length > 0 || lost.length > 0) {
    target.transact(() => {
      for (const { key, field, value } of lost) keepOtherVersion(copy, field, writeIdIn(key), value)
      for (const [name, value] of lateFields) {
        keepOtherVersion(copy, name, `late-${sha256Hex(value ?? '').slice(0, 16)}`, value)
      }
      for (const file of newFiles) {
        copy.set(TAKEN + file.sha256, true)
        if (!present?.evidence.some(({ sha256 }) => sha256 === file.sha256)) addEvidence(target, now.id, file)
      }
    }, MOVE)
  }
  // What the employer's side must not keep is taken out of the archive again, now that it stands where it belongs.
  const holdsWords = fields.length > 0 || files.length > 0 || left.otherVersions.length > 0
  if (kind === 'archive' && holdsWords) source.transact(() => empty(map), MOVE)
}

interface Content {
  readonly fields: Item['fields']
  /** Hashes. */
  readonly evidence: readonly string[]
}

function contentIn(item: Item) {
  return { fields: { ...item.fields }, evidence: item.evidence.map(({ sha256 }) => sha256) }
}

function asMoved(map: ItemMap): Content {
  const text = map.get(AS_MOVED)
  const nothing: Content = { fields: {}, evidence: [] }
  if (typeof text !== 'string') return nothing
  try {
    return { ...nothing, ...(JSON.parse(text) as Content) }
  } catch {
    return nothing
  }
}

function movedTo(doc: Y.Doc, id: ItemId): ItemId | undefined {
  const next = id === PROFILE_ITEM ? undefined : mapOf(doc, id)?.get(MOVED)
  // Nothing but the computed id: a mark that says otherwise leads nowhere.
  return next === idAfterMove(id) ? idAfterMove(id) : undefined
}

/** Takes the content out and leaves the nested types, so that what arrives late still has its place. */
function empty(map: ItemMap): void {
  forgetOtherVersions(map)
  for (const [key, value] of [...map.entries()]) {
    if (fieldOfKey(key) === undefined) continue
    if (value instanceof Y.Text) value.delete(0, value.length)
    else map.delete(key)
  }
  map.delete(KNOWN_BY)
  const files = map.get(EVIDENCE)
  if (files instanceof Y.Array) files.delete(0, files.length)
}

/** The updates that make the entry in the other document: each is the same wherever it is computed from the same content. */
function piecesOf(id: ItemId, item: Item): readonly Uint8Array[] {
  const made = new Y.Doc()
  const pieces: Uint8Array[] = []
  const prose = fieldsOf(item.part).flatMap((field) => (field.type.kind === 'prose' ? [field.name] : []))
  const write = (what: string, change: (map: ItemMap) => void): void => {
    const before = Y.encodeStateVector(made)
    // A client id of its own for each content: equal ids always write equal bytes, and no device writes under one again.
    made.clientID = Number.parseInt(sha256Hex('yejibu/move-piece/v1\n', id, '\n', what).slice(0, 13), 16)
    made.transact(() => {
      const map = itemsOf(made).get(id)
      if (map) change(map)
      else {
        const first: ItemMap = new Y.Map()
        change(first)
        itemsOf(made).set(id, first)
      }
    })
    pieces.push(Y.encodeStateAsUpdate(made, before))
  }
  write(canonicalJson(['made', item.part, item.salt, ...prose]), (map) => {
    map.set('part', item.part)
    map.set('salt', item.salt)
    map.set(EVIDENCE, new Y.Array())
    for (const name of prose) map.set(FIELD + name, new Y.Text())
  })
  write(canonicalJson(['order', item.order]), (map) => map.set('order', item.order))
  const { place } = item
  if (place !== undefined) write(canonicalJson(['place', place]), (map) => map.set(PLACE, place))
  for (const [name, value] of Object.entries(item.fields)) {
    if (value === null) continue
    write(canonicalJson(['field', name, value]), (map) => {
      const text = map.get(FIELD + name)
      if (text instanceof Y.Text) text.insert(0, value)
      else map.set(FIELD + name, value)
    })
  }
  const identifiers = item.identifiers?.join('\n')
  if (identifiers) write(canonicalJson(['known', identifiers]), (map) => map.set(KNOWN_BY, identifiers))
  const files: string[] = []
  for (const file of item.evidence) {
    files.push(file.sha256, file.kind, file.name)
    write(canonicalJson(['evidence', ...files]), (map) => {
      const list = map.get(EVIDENCE)
      if (list instanceof Y.Array) list.push([{ ...file }])
    })
  }
  made.destroy()
  return pieces
}
