/**
 * The layout of an office's Yjs document of plans in preparation, `plan-drafts/<org>`. This file is the only place that knows it.
 *
 *     drafts : Y.Map   <plan id> → Y.Map   plan → the plan · from → { plan, version } or null · writtenFor → a year
 *
 * Objects are Y.Maps and lists are Y.Arrays all the way down, so two people who edit different fields of one plan both keep theirs. Beside a field
 * that somebody should look at again lies a mark, `?<field>` → true, which goes away when the field is written. Nothing in here is
 * published: what is, says the ledger.
 */
import * as Y from 'yjs'
import { LOCAL_EDIT } from '../archive/archive-doc.ts'
import { type PlanId, planIdSchema } from '../kernel/ids.ts'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }
/** From the plan down, e.g. `['window', 'open']` or `['questions', 0, 'label']`. */
export type PlanPath = readonly (string | number)[]

export interface PlanDraft {
  readonly id: PlanId
  /** Of the plan's shape as far as it has been filled in; parse it before believing it. */
  readonly value: Json
  /** What should be looked at again. */
  readonly toCheck: readonly PlanPath[]
  readonly from: { readonly plan: PlanId; readonly version: number } | null
  /** The year that the texts were written for; null where nobody knows, such as in drafts of before there was a word for it. */
  readonly writtenFor: number | null
}

/** A text, and what shall stand there. */
export interface TextChange {
  readonly path: PlanPath
  readonly before: string
  readonly after: string
}

const MARK = '?'

export function draftIds(doc: Y.Doc): readonly PlanId[] {
  return [...drafts(doc).keys()].flatMap((key) => {
    const id = planIdSchema.safeParse(key)
    return id.success && planOf(doc, id.data) ? [id.data] : []
  })
}

export function readPlanDraft(doc: Y.Doc, id: PlanId): PlanDraft | undefined {
  const plan = planOf(doc, id)
  if (!plan) return undefined
  const toCheck: PlanPath[] = []
  const value = plain(plan, [], toCheck)
  const draft = drafts(doc).get(id)
  return { id, value, toCheck, from: fromOf(draft), writtenFor: writtenForOf(draft) }
}

/** Writes a whole draft, over one of the same id too. */
export function putPlanDraft(
  doc: Y.Doc,
  {
    id,
    value,
    from,
    toCheck,
    writtenFor,
  }: Pick<PlanDraft, 'id' | 'value' | 'from'> & Partial<Pick<PlanDraft, 'toCheck' | 'writtenFor'>>,
): void {
  doc.transact(() => {
    const draft = new Y.Map<unknown>()
    draft.set('plan', shared(value))
    draft.set('from', from)
    draft.set('writtenFor', writtenFor ?? null)
    drafts(doc).set(id, draft)
    for (const path of toCheck ?? []) mark(doc, id, path)
  }, LOCAL_EDIT)
}

export function removePlanDraft(doc: Y.Doc, id: PlanId): void {
  doc.transact(() => drafts(doc).delete(id), LOCAL_EDIT)
}

/** @param value undefined takes the field away. A place that is not there any more is left alone. */
export function setInDraft(doc: Y.Doc, id: PlanId, path: PlanPath, value: Json | undefined): void {
  doc.transact(() => {
    const [parent, key] = placeOf(doc, id, path)
    if (parent instanceof Y.Map && typeof key === 'string') {
      if (value === undefined) parent.delete(key)
      else parent.set(key, shared(value))
      parent.delete(MARK + key)
    } else if (parent instanceof Y.Array && typeof key === 'number' && key < parent.length && value !== undefined) {
      parent.delete(key)
      parent.insert(key, [shared(value)])
      unmark(doc, id, path.slice(0, -1))
    }
  }, LOCAL_EDIT)
}

/** @param index where it goes; at the end where the list is shorter */
export function insertInDraft(doc: Y.Doc, id: PlanId, list: PlanPath, index: number, value: Json): void {
  doc.transact(() => {
    const there = at(doc, id, list)
    if (there instanceof Y.Array) there.insert(Math.min(index, there.length), [shared(value)])
    else setInDraft(doc, id, list, [value])
    unmark(doc, id, list)
  }, LOCAL_EDIT)
}

export function removeInDraft(doc: Y.Doc, id: PlanId, list: PlanPath, index: number): void {
  doc.transact(() => {
    const there = at(doc, id, list)
    if (there instanceof Y.Array && index < there.length) there.delete(index)
    unmark(doc, id, list)
  }, LOCAL_EDIT)
}

/** A moved entry is a new one: what somebody else writes into it at the same moment stays at the old place and is gone with it. */
export function moveInDraft(doc: Y.Doc, id: PlanId, list: PlanPath, from: number, to: number): void {
  doc.transact(() => {
    const there = at(doc, id, list)
    if (!(there instanceof Y.Array) || from >= there.length || to < 0 || to >= there.length) return
    const entry: unknown = there.get(from)
    const copy = entry instanceof Y.Map || entry instanceof Y.Array ? entry.clone() : entry
    there.delete(from)
    there.insert(to, [copy])
  }, LOCAL_EDIT)
}

/**
 * The texts are for this year from now on: as one step, the chosen ones changed and looked at thereby. A text that no longer reads as it was shown is left
 * alone, and so is the mark of a list, which is for all of its lines.
 */
export function rewriteInDraft(doc: Y.Doc, id: PlanId, changes: readonly TextChange[], writtenFor: number): void {
  doc.transact(() => {
    for (const { path, before, after } of changes) {
      if (at(doc, id, path) !== before) continue
      const [parent, key] = placeOf(doc, id, path)
      if (parent instanceof Y.Map) setInDraft(doc, id, path, after)
      else if (parent instanceof Y.Array && typeof key === 'number') {
        parent.delete(key)
        parent.insert(key, [after])
      }
    }
    const draft = drafts(doc).get(id)
    if (draft instanceof Y.Map) draft.set('writtenFor', writtenFor)
  }, LOCAL_EDIT)
}

/** Somebody looked at it and it is right as it is. */
export function confirmInDraft(doc: Y.Doc, id: PlanId, path: PlanPath): void {
  doc.transact(() => unmark(doc, id, path), LOCAL_EDIT)
}

function drafts(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('drafts')
}

function planOf(doc: Y.Doc, id: PlanId): Y.Map<unknown> | undefined {
  const draft = drafts(doc).get(id)
  const plan: unknown = draft instanceof Y.Map ? draft.get('plan') : undefined
  return plan instanceof Y.Map ? plan : undefined
}

function fromOf(draft: unknown): PlanDraft['from'] {
  const from: unknown = draft instanceof Y.Map ? draft.get('from') : null
  if (typeof from !== 'object' || from === null || !('plan' in from) || !('version' in from)) return null
  const plan = planIdSchema.safeParse(from.plan)
  return plan.success && typeof from.version === 'number' ? { plan: plan.data, version: from.version } : null
}

function writtenForOf(draft: unknown): number | null {
  const year: unknown = draft instanceof Y.Map ? draft.get('writtenFor') : null
  return typeof year === 'number' && Number.isInteger(year) ? year : null
}

function at(doc: Y.Doc, id: PlanId, path: PlanPath): unknown {
  return path.reduce<unknown>(
    (place, key) => {
      if (place instanceof Y.Map) return place.get(String(key))
      return place instanceof Y.Array && typeof key === 'number' ? place.get(key) : undefined
    },
    planOf(doc, id),
  )
}

function placeOf(doc: Y.Doc, id: PlanId, path: PlanPath): readonly [unknown, string | number | undefined] {
  return [at(doc, id, path.slice(0, -1)), path.at(-1)]
}

function mark(doc: Y.Doc, id: PlanId, path: PlanPath): void {
  const [parent, key] = placeOf(doc, id, path)
  if (parent instanceof Y.Map && typeof key === 'string') parent.set(MARK + key, true)
}

function unmark(doc: Y.Doc, id: PlanId, path: PlanPath): void {
  const [parent, key] = placeOf(doc, id, path)
  if (parent instanceof Y.Map && typeof key === 'string') parent.delete(MARK + key)
}

function shared(value: Json): unknown {
  if (Array.isArray(value)) {
    const list = new Y.Array<unknown>()
    list.push(value.map(shared))
    return list
  }
  if (typeof value !== 'object' || value === null) return value
  return new Y.Map(Object.entries(value).flatMap(([key, v]) => (v === undefined ? [] : [[key, shared(v)] as const])))
}

/** What is not JSON is read as nothing. */
function plain(value: unknown, path: PlanPath, toCheck: PlanPath[]): Json {
  if (value instanceof Y.Array) return value.toArray().map((entry, index) => plain(entry, [...path, index], toCheck))
  if (value instanceof Y.Map) {
    const entries: [string, Json][] = []
    for (const [key, entry] of [...value.entries()].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (key.startsWith(MARK)) toCheck.push([...path, key.slice(MARK.length)])
      else entries.push([key, plain(entry, [...path, key], toCheck)])
    }
    return Object.fromEntries(entries)
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}
