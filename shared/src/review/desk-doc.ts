/**
 * The desk of one employer on one archive, `desk/<owner>.<employer>`: what its HR lays down for each other while reviewing. The owner cannot
 * open it, nor can another employer's HR (`[ACC-3]`).
 * This file alone knows the layout:
 *
 *     comments   : Y.Array   plain entries, added whole and taken out whole, never changed
 *     assignment : Y.Map     `archive` → who reviews this archive, `item/<item>` → who reviews this entry instead, or absent
 *     seen       : Y.Map     `<account>/<item>` → the revision this person had before her eyes last
 *
 * Always true: nothing here decides anything, and anyone of HR may have written it, so each value is parsed and what does not read is left out.
 * A person writes `seen` under her own account only; of two assignments made at once one remains, the same on every device.
 */
import type * as Y from 'yjs'
import * as z from 'zod/mini'
import { LOCAL_EDIT } from '../archive/archive-doc.ts'
import type { Digest } from '../archive/revision.ts'
import { canonicalText } from '../kernel/canonical.ts'
import { type AccountId, accountIdSchema, type ItemId, itemIdSchema } from '../kernel/ids.ts'

/** Unicode code points. */
export const COMMENT_MAX_CHARS = 500

const name = z.string().check(z.maxLength(64))
/** ISO 8601, by the writer's clock; for people to read, never compared. */
const at = z.string().check(z.maxLength(40))

const commentSchema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  item: itemIdSchema,
  by: accountIdSchema,
  name,
  at,
  text: z.string().check(z.minLength(1), z.maxLength(2_000)),
})
export type Comment = z.output<typeof commentSchema>

const assignmentSchema = z.object({ to: accountIdSchema, name, by: accountIdSchema, at })
export type Assignment = z.output<typeof assignmentSchema>

const seenSchema = z.object({ digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)), name, at })

export interface Seen extends z.output<typeof seenSchema> {
  readonly account: AccountId
  readonly item: ItemId
}

const COMMENTS = 'comments'
const ASSIGNMENT = 'assignment'
const WHOLE = 'archive'
/** No item is called so: ids hold no slash. */
const OF_ITEM = 'item/'
const SEEN = 'seen'

export interface Desk {
  /** Oldest first. */
  readonly comments: readonly Comment[]
  readonly assignment: Assignment | null
  /** Who reviews one entry, where that was said of it. */
  readonly assigned: ReadonlyMap<ItemId, Assignment>
  readonly seen: readonly Seen[]
}

export function readDesk(doc: Y.Doc): Desk {
  const comments = doc
    .getArray<unknown>(COMMENTS)
    .toArray()
    .flatMap((entry) => commentSchema.safeParse(entry).data ?? [])
  const seen = [...doc.getMap<unknown>(SEEN).entries()].flatMap(([key, value]): Seen[] => {
    const [account, item] = [accountIdSchema.safeParse(key.split('/')[0]), itemIdSchema.safeParse(key.split('/')[1])]
    const read = seenSchema.safeParse(value)
    return account.success && item.success && read.success
      ? [{ ...read.data, account: account.data, item: item.data }]
      : []
  })
  const assignments = doc.getMap<unknown>(ASSIGNMENT)
  const assignment = assignmentSchema.safeParse(assignments.get(WHOLE)).data ?? null
  const assigned = new Map<ItemId, Assignment>()
  for (const [key, value] of assignments.entries()) {
    const [item, to] = [itemIdSchema.safeParse(key.slice(OF_ITEM.length)), assignmentSchema.safeParse(value)]
    if (key.startsWith(OF_ITEM) && item.success && to.success) assigned.set(item.data, to.data)
  }
  return { comments, assignment, assigned, seen }
}

export function addComment(doc: Y.Doc, comment: Comment): void {
  const whole = { ...comment, text: canonicalText(comment.text).trim() }
  doc.transact(() => doc.getArray<Comment>(COMMENTS).push([whole]), LOCAL_EDIT)
}

/** Only what this account wrote; the page offers no more, and a colleague's note stays. */
export function removeComment(doc: Y.Doc, id: string, by: AccountId): void {
  const list = doc.getArray<unknown>(COMMENTS)
  doc.transact(() => {
    for (let place = list.length - 1; place >= 0; place--) {
      const comment = commentSchema.safeParse(list.get(place))
      if (comment.success && comment.data.id === id && comment.data.by === by) list.delete(place)
    }
  }, LOCAL_EDIT)
}

/**
 * @param assignment null: nobody in particular; for an entry, whoever reviews the archive
 * @param item null: the whole archive
 */
export function assign(doc: Y.Doc, assignment: Assignment | null, item: ItemId | null = null): void {
  const map = doc.getMap<unknown>(ASSIGNMENT)
  const key = item === null ? WHOLE : `${OF_ITEM}${item}`
  doc.transact(() => {
    if (assignment) map.set(key, assignment)
    else map.delete(key)
  }, LOCAL_EDIT)
}

/** Who reviews this entry: who was named for it, else who was named for the archive. */
export function reviewerOf(desk: Desk, item: ItemId): Assignment | null {
  return desk.assigned.get(item) ?? desk.assignment
}

/** Writes nothing when this very revision is noted already: reading alone must not make the document grow. */
export function noteSeen(doc: Y.Doc, { account, item, ...read }: Seen): void {
  const map = doc.getMap<unknown>(SEEN)
  const key = `${account}/${item}`
  if (seenSchema.safeParse(map.get(key)).data?.digest === read.digest) return
  doc.transact(() => map.set(key, read), LOCAL_EDIT)
}

/** How the revision that waits stands to what this person read last: never looked, looked at another content, read. */
export type Reading = 'new' | 'changed' | 'read'

export function readingOf(desk: Desk, account: AccountId, item: ItemId, digest: Digest): Reading {
  const mine = desk.seen.find((one) => one.account === account && one.item === item)
  return mine === undefined ? 'new' : mine.digest === digest ? 'read' : 'changed'
}

/** Who has had this very revision before her eyes, by name. */
export function readersOf(desk: Desk, item: ItemId, digest: Digest): readonly Seen[] {
  return desk.seen
    .filter((one) => one.item === item && one.digest === digest)
    .sort((a, b) => (a.account < b.account ? -1 : 1))
}
