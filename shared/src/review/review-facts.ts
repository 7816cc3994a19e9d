/** What happened between an applicant and her employer about one archive: stream `archive/<owner>`. */
import type { Part } from '../archive/item.ts'
import type { Digest, RevisionContent } from '../archive/revision.ts'
import type { Fact, NewFact } from '../kernel/fact.ts'
import type { AccountId, FactId, ItemId, OrgId } from '../kernel/ids.ts'

/** A revision with the content it names: the fact can be read for ever, whatever becomes of the document. */
export interface NamedRevision {
  readonly item: ItemId
  readonly part: Part
  readonly digest: Digest
  readonly content: RevisionContent
  readonly salt: string
}

/** The employer that ruled, with its name at that time: it stays a fact when the person moves on. */
export interface Employer {
  readonly id: OrgId
  readonly name: string
}

export type RevisionSent = NewFact<'revision-sent', NamedRevision & { readonly employer: Employer }>
export type RevisionWithdrawn = NewFact<'revision-withdrawn', { readonly item: ItemId; readonly digest: Digest }>
export type RevisionApproved = NewFact<'revision-approved', NamedRevision & { readonly employer: Employer; readonly remark: string | null }>
export type RevisionReturned = NewFact<
  'revision-returned',
  NamedRevision & { readonly employer: Employer; readonly reason: string }
>
export type RevisionRejected = NewFact<
  'revision-rejected',
  NamedRevision & { readonly employer: Employer; readonly reason: string }
>
export type ApprovalRevoked = NewFact<
  'approval-revoked',
  { readonly item: ItemId; readonly digest: Digest; readonly approval: FactId; readonly employer: Employer; readonly reason: string }
>

export type RulingFact = RevisionApproved | RevisionReturned | RevisionRejected
export type ReviewFact = RevisionSent | RevisionWithdrawn | RulingFact | ApprovalRevoked

/** A review fact as it lies in the ledger. */
export type StoredReviewFact = ReviewFact & Pick<Fact, 'id' | 'seq' | 'n' | 'at' | 'stream' | 'v' | 'prev' | 'hash'> & {
  readonly actor: AccountId | 'relay'
}

const REVIEW_KINDS: ReadonlySet<string> = new Set<ReviewFact['kind']>([
  'revision-sent',
  'revision-withdrawn',
  'revision-approved',
  'revision-returned',
  'revision-rejected',
  'approval-revoked',
])

/** True for the facts this slice folds. The relay wrote them by its own deciders, so their data has its kind's shape. */
export function isReviewFact(fact: Fact): fact is Fact & StoredReviewFact {
  return REVIEW_KINDS.has(fact.kind)
}
