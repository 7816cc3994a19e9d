/** Beside which fields the owner reads the reason of a "no": those it points at, until she has changed one and sent the entry again. */
import { type Digest, EVIDENCE_FIELD, type RevisionContent } from '../archive/revision.ts'
import { canonicalJson } from '../kernel/canonical.ts'
import type { ItemReview, Ruling } from './review.ts'

export interface PointedOut {
  readonly verdict: 'returned' | 'rejected'
  readonly reason: string
  readonly fields: readonly string[]
}

/**
 * Null when nothing is to be read beside any field.
 * @param current digest of the item as it stands
 */
export function pointedOut(current: Digest | null, review: ItemReview): PointedOut | null {
  const { last, sent } = review
  if (last === null || last.verdict === 'approved' || last.verdict === 'revoked' || last.reason === null) return null
  // She went back to what was approved: nothing is asked of her.
  if (current !== null && review.rulings[current]?.verdict === 'approved') return null
  const again = sent !== null && review.rulings[sent.digest] === undefined ? sent.content : null
  const fields = last.fields.filter((name) => again === null || isAsItWas(name, last, again))
  return fields.length === 0 ? null : { verdict: last.verdict, reason: last.reason, fields }
}

function isAsItWas(name: string, { content }: Ruling, again: RevisionContent): boolean {
  if (name === EVIDENCE_FIELD) return canonicalJson(content.evidence) === canonicalJson(again.evidence)
  return (content.fields[name] ?? null) === (again.fields[name] ?? null)
}
