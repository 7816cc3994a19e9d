/** What may be asked about an item under review, and every way to be told no. */
import type { Actor } from '../account/actor.ts'
import type { Employer } from '../account/org.ts'
import type { Digest, Revision } from '../archive/revision.ts'
import type { AccountId, ItemId } from '../kernel/ids.ts'

export type Verdict = 'approved' | 'returned' | 'rejected'
export const VERDICTS = ['approved', 'returned', 'rejected'] as const

/** What the relay knows when it decides. */
export interface ReviewSituation {
  readonly actor: Actor
  readonly owner: AccountId
  readonly employer: Employer | null
}

export interface SendRevision {
  readonly kind: 'send-revision'
  readonly item: ItemId
  readonly revision: Revision
}
export interface WithdrawRevision {
  readonly kind: 'withdraw-revision'
  readonly item: ItemId
  readonly digest: Digest
}
export interface RuleOnRevision {
  readonly kind: 'rule-on-revision'
  readonly item: ItemId
  /** What the reviewer had before her eyes. */
  readonly digest: Digest
  readonly verdict: Verdict
  /** Required for returned and rejected (V-REASON). */
  readonly reason: string | null
  /** Which fields of the revision the reason is about, and `evidence` for its files as a whole; only with a "no". */
  readonly fields?: readonly string[] | undefined
  /** The item as it stands in the relay's own copy of the archive; null when it is not there. */
  readonly current: Revision | null
  /** Evidence of the revision that the relay does not hold. */
  readonly missingEvidence: readonly string[]
}
export interface RevokeApproval {
  readonly kind: 'revoke-approval'
  readonly item: ItemId
  readonly digest: Digest
  readonly reason: string
}

export type ReviewCommand = SendRevision | WithdrawRevision | RuleOnRevision | RevokeApproval

export type ReviewRefusal = RulingRefusal | AttestationRefusal

export type RulingRefusal =
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'no-employer' }
  | { readonly kind: 'content-not-its-digest' }
  | { readonly kind: 'already-sent'; readonly digest: Digest }
  | { readonly kind: 'already-ruled'; readonly verdict: Verdict; readonly by: AccountId | 'relay'; readonly at: string }
  | { readonly kind: 'not-sent' }
  | {
      readonly kind: 'revision-moved-on'
      readonly saw: Digest
      readonly current: Digest | null
      readonly sent: readonly Digest[]
    }
  | { readonly kind: 'reason-required'; readonly minChars: number; readonly maxChars: number }
  /** Pointed at, and not in the revision; an approval points at nothing. */
  | { readonly kind: 'field-not-there'; readonly fields: readonly string[] }
  | { readonly kind: 'evidence-not-here'; readonly sha256: readonly string[] }
  | { readonly kind: 'not-approved' }

export type AttestationRefusal =
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'reason-required'; readonly minChars: number; readonly maxChars: number }
  | { readonly kind: 'evidence-not-here'; readonly sha256: readonly string[] }
  /** No revision that the owner sent names this file. */
  | { readonly kind: 'evidence-not-sent' }
  | { readonly kind: 'already-attested'; readonly by: AccountId | 'relay'; readonly at: string }
  | { readonly kind: 'not-attested' }
