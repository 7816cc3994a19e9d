/**
 * What rulings say about an item today. Never stored: `standing = f(current revision, facts)` (`[REV-10]`).
 * An edit after approval shows by itself, and the approved revision stays pullable.
 */
import type { Digest } from '../archive/revision.ts'
import type { ItemId } from '../kernel/ids.ts'
import type { ArchiveReview, ItemReview, Revocation, Ruling } from './review.ts'

export type Standing =
  /** 草稿: nobody was asked about this content. `last` is what the employer said about an earlier one. */
  | { readonly kind: 'draft'; readonly last: Ruling | Revocation | null }
  /** 待审核: this very content was sent. */
  | { readonly kind: 'waiting'; readonly since: string; readonly approved: Ruling | null }
  /** 待审核后有修改: another revision was sent and still waits; this one was not. */
  | {
      readonly kind: 'edited-while-waiting'
      readonly since: string
      readonly sent: Digest
      readonly approved: Ruling | null
    }
  /** 已核定 */
  | { readonly kind: 'approved'; readonly approved: Ruling }
  /** 核定后有修改: an approved revision exists and stays pullable; this content was not sent. */
  | { readonly kind: 'edited-after-approval'; readonly approved: Ruling; readonly last: Ruling | Revocation | null }
  /** 已退回 */
  | { readonly kind: 'returned'; readonly ruling: Ruling; readonly approved: Ruling | null }
  /** 不通过 */
  | { readonly kind: 'rejected'; readonly ruling: Ruling; readonly approved: Ruling | null }

export type StandingKind = Standing['kind']

/** @param current digest of the item as it stands; null when it has none, which then counts as changed */
export function standingOf(current: Digest | null, review: ItemReview): Standing {
  const { approved, last } = review
  const ruling = current === null ? undefined : review.rulings[current]
  if (ruling?.verdict === 'approved') return { kind: 'approved', approved: ruling }
  if (ruling?.verdict === 'returned') return { kind: 'returned', ruling, approved }
  if (ruling?.verdict === 'rejected') return { kind: 'rejected', ruling, approved }
  const sent = review.sent && !review.rulings[review.sent.digest] ? review.sent : null
  if (sent && sent.digest === current) return { kind: 'waiting', since: sent.at, approved }
  if (sent) return { kind: 'edited-while-waiting', since: sent.at, sent: sent.digest, approved }
  if (approved) return { kind: 'edited-after-approval', approved, last }
  return { kind: 'draft', last }
}

/** True when the employer still owes an answer. */
export function isWaiting(review: ItemReview): boolean {
  return review.sent !== null && review.rulings[review.sent.digest] === undefined
}

/** The items on which the employer still owes an answer. */
export function waitingItems(review: ArchiveReview): readonly ItemId[] {
  return Object.values(review.items).flatMap((item) => (item.sent && isWaiting(item) ? item.sent.item : []))
}
