/** The chain of what owner and employer said to each other about one entry, each word as its fact has it. Only read: no rule looks at it. */
import type { Part } from '../archive/item.ts'
import type { Digest } from '../archive/revision.ts'
import type { AccountId, FactId } from '../kernel/ids.ts'
import type { RevisionReturned, StoredReviewFact } from './review-facts.ts'

export const SAID_KINDS = ['sent', 'withdrawn', 'approved', 'returned', 'rejected', 'revoked'] as const

export interface Said {
  readonly fact: FactId
  readonly what: (typeof SAID_KINDS)[number]
  /** The content it is about. */
  readonly digest: Digest
  /** ISO 8601, the relay's clock. */
  readonly at: string
  readonly by: AccountId | 'relay'
  /** The employer's name of that day; null for what the owner took back. */
  readonly employer: string | null
  /** Why, or what was remarked with an approval. */
  readonly reason: string | null
  /** Which fields of which part the reason is about; null when none was named. */
  readonly pointsAt: { readonly part: Part; readonly fields: readonly string[] } | null
}

/** @returns null for what is about one file and not about the entry */
export function saidBy(fact: StoredReviewFact): Said | null {
  const stamp = { fact: fact.id, at: fact.at, by: fact.actor, pointsAt: null }
  switch (fact.kind) {
    case 'revision-sent':
      return { ...stamp, what: 'sent', digest: fact.data.digest, employer: fact.data.employer.name, reason: null }
    case 'revision-withdrawn':
      return { ...stamp, what: 'withdrawn', digest: fact.data.digest, employer: null, reason: null }
    case 'revision-approved':
      return { ...stamp, what: 'approved', ...about(fact.data), reason: fact.data.remark }
    case 'revision-returned':
      return { ...stamp, what: 'returned', ...about(fact.data), ...why(fact.data) }
    case 'revision-rejected':
      return { ...stamp, what: 'rejected', ...about(fact.data), ...why(fact.data) }
    case 'approval-revoked':
      return { ...stamp, what: 'revoked', ...about(fact.data), reason: fact.data.reason }
    default:
      return null
  }
}

function about({ digest, employer }: { readonly digest: Digest; readonly employer: { readonly name: string } }) {
  return { digest, employer: employer.name }
}

function why({ part, reason, fields }: RevisionReturned['data']) {
  return { reason, pointsAt: fields ? { part, fields } : null }
}
