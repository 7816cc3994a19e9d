/** What happened between an applicant and her employer about one archive: stream `archive/<owner>`. */
import type { Employer } from '../account/org.ts'
import type { Part } from '../archive/item.ts'
import type { Digest, RevisionContent } from '../archive/revision.ts'
import type { EvidenceKind } from '../archive/section.ts'
import type { Sha256Hex } from '../kernel/canonical.ts'
import type { Fact, NewFact } from '../kernel/fact.ts'
import type { AccountId, FactId, ItemId } from '../kernel/ids.ts'

/** A revision with the content it names: the fact can be read for ever, whatever becomes of the document. */
export interface NamedRevision {
  readonly item: ItemId
  readonly part: Part
  readonly digest: Digest
  readonly content: RevisionContent
  readonly salt: string
}

export type RevisionSent = NewFact<'revision-sent', NamedRevision & { readonly employer: Employer }>
export type RevisionWithdrawn = NewFact<'revision-withdrawn', { readonly item: ItemId; readonly digest: Digest }>
export type RevisionApproved = NewFact<
  'revision-approved',
  NamedRevision & { readonly employer: Employer; readonly remark: string | null }
>
export type RevisionReturned = NewFact<'revision-returned', ReasonedNo>
export type RevisionRejected = NewFact<'revision-rejected', ReasonedNo>
type ReasonedNo = NamedRevision & {
  readonly employer: Employer
  readonly reason: string
  /** The fields that the reason is about, `evidence` for the files as a whole. Absent when none was named, and in facts older than the question. */
  readonly fields?: readonly string[]
}
export type ApprovalRevoked = NewFact<
  'approval-revoked',
  {
    readonly item: ItemId
    readonly digest: Digest
    readonly approval: FactId
    readonly employer: Employer
    readonly reason: string
  }
>

/** Somebody of HR has seen the original of this file, and both agree (核对无误). */
export type EvidenceAttested = NewFact<
  'evidence-attested',
  {
    readonly item: ItemId
    readonly sha256: Sha256Hex
    /** What the file was said to be when it was sent. */
    readonly evidence: EvidenceKind
    readonly employer: Employer
  }
>
export type AttestationWithdrawn = NewFact<
  'attestation-withdrawn',
  {
    readonly item: ItemId
    readonly sha256: Sha256Hex
    readonly attestation: FactId
    readonly employer: Employer
    readonly reason: string
  }
>

export type AttestationFact = EvidenceAttested | AttestationWithdrawn
export type RulingFact = RevisionApproved | RevisionReturned | RevisionRejected
export type ReviewFact = RevisionSent | RevisionWithdrawn | RulingFact | ApprovalRevoked | AttestationFact

/** A review fact as it lies in the ledger. */
export type StoredReviewFact = ReviewFact &
  Pick<Fact, 'id' | 'seq' | 'n' | 'at' | 'stream' | 'v' | 'prev' | 'hash'> & {
    readonly actor: AccountId | 'relay'
  }

const REVIEW_KINDS: ReadonlySet<string> = new Set<ReviewFact['kind']>([
  'revision-sent',
  'revision-withdrawn',
  'revision-approved',
  'revision-returned',
  'revision-rejected',
  'approval-revoked',
  'evidence-attested',
  'attestation-withdrawn',
])

/** True for the facts this slice folds. The relay wrote them by its own deciders, so their data has its kind's shape. */
export function isReviewFact(fact: Fact): fact is Fact & StoredReviewFact {
  return REVIEW_KINDS.has(fact.kind)
}
