/**
 * The review of one archive, decided from facts and from what the relay itself sees in the archive document.
 *
 * A ruling names the exact content it rules on, by digest, and keeps a copy of it (`[REV-1]`). Whose archive it is, who asks and what the
 * archive holds now are handed in by the relay; nothing here trusts what the client says about them.
 */

import { mayRule } from '../account/access.ts'
import type { Employer } from '../account/org.ts'
import type { Part } from '../archive/item.ts'
import { type Digest, isRevision, type Revision } from '../archive/revision.ts'
import type { AccountId, FactId, ItemId } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { type Attested, withAttested, withoutAttested } from './attestation.ts'
import { pointingAt } from './pointing.ts'
import { isReason, reasonRequired } from './reason.ts'
import type {
  ReviewCommand,
  ReviewSituation,
  RevokeApproval,
  RuleOnRevision,
  RulingRefusal,
  SendRevision,
  Verdict,
  WithdrawRevision,
} from './review-commands.ts'
import type { NamedRevision, ReviewFact, RulingFact, StoredReviewFact } from './review-facts.ts'
import { type Said, saidBy } from './said.ts'

export interface ItemReview {
  /** The revision last sent and not withdrawn. */
  readonly sent: SentRevision | null
  /** Every revision ever sent and not withdrawn, the last one included. */
  readonly everSent: Readonly<Record<Digest, SentRevision>>
  /** The last ruling on each digest; a revoked approval is no longer here. */
  readonly rulings: Readonly<Record<Digest, Ruling>>
  /** The approval in force: the newest that was not revoked. Pullable. */
  readonly approved: Ruling | null
  /** The newest thing the employer said about the item, for the applicant to read. */
  readonly last: Ruling | Revocation | null
  /** Approvals that were taken back, by the approval's fact: a submission that pulled one of them carries a red flag. */
  readonly revoked: Readonly<Record<FactId, Revocation>>
  /** Files whose originals HR has seen, by hash. */
  readonly attested: Attested
  /** Everything that was said about the item, oldest first: nothing that came later takes a word out of it. */
  readonly said: readonly Said[]
}

export interface SentRevision extends NamedRevision {
  readonly at: string
  readonly fact: FactId
}

export interface Ruling extends NamedRevision {
  readonly verdict: Verdict
  readonly reason: string | null
  /** The fields it points at; empty for an approval. */
  readonly fields: readonly string[]
  readonly employer: Employer
  readonly by: AccountId | 'relay'
  readonly at: string
  readonly fact: FactId
}

export interface Revocation {
  readonly verdict: 'revoked'
  readonly digest: Digest
  readonly reason: string
  readonly employer: Employer
  readonly by: AccountId | 'relay'
  readonly at: string
  readonly fact: FactId
}

export interface ArchiveReview {
  readonly items: Readonly<Record<ItemId, ItemReview>>
}

export const NO_REVIEW: ArchiveReview = { items: {} }

export const UNTOUCHED: ItemReview = {
  sent: null,
  everSent: {},
  rulings: {},
  approved: null,
  last: null,
  revoked: {},
  attested: {},
  said: [],
}

export function reviewOf(review: ArchiveReview, item: ItemId): ItemReview {
  // An item may be called `constructor`.
  return Object.hasOwn(review.items, item) ? (review.items[item] ?? UNTOUCHED) : UNTOUCHED
}

export function decideReview(
  review: ArchiveReview,
  command: ReviewCommand,
  situation: ReviewSituation,
): Result<readonly ReviewFact[], RulingRefusal> {
  switch (command.kind) {
    case 'send-revision':
      return send(review, command, situation)
    case 'withdraw-revision':
      return withdraw(review, command, situation)
    case 'rule-on-revision':
      return rule(review, command, situation)
    case 'revoke-approval':
      return revoke(review, command, situation)
  }
}

function send(review: ArchiveReview, command: SendRevision, { actor, owner, employer }: ReviewSituation) {
  if (actor.accountId !== owner) return refuse({ kind: 'not-yours' })
  if (!employer) return refuse({ kind: 'no-employer' })
  if (!isRevision(command.revision, { archive: owner, item: command.item })) {
    return refuse({ kind: 'content-not-its-digest' })
  }
  const before = reviewOf(review, command.item)
  const ruled = before.rulings[command.revision.digest]
  // `[REV-6]` What was returned or rejected cannot be sent again as it is; what is approved needs no second asking.
  if (ruled) return refuse({ kind: 'already-ruled', verdict: ruled.verdict, by: ruled.by, at: ruled.at })
  if (before.sent?.digest === command.revision.digest) {
    return refuse({ kind: 'already-sent', digest: command.revision.digest })
  }
  return ok([{ kind: 'revision-sent' as const, data: { ...named(command.item, command.revision), employer } }])
}

function withdraw(review: ArchiveReview, command: WithdrawRevision, { actor, owner }: ReviewSituation) {
  if (actor.accountId !== owner) return refuse({ kind: 'not-yours' })
  const before = reviewOf(review, command.item)
  const ruled = before.rulings[command.digest]
  if (ruled) return refuse({ kind: 'already-ruled', verdict: ruled.verdict, by: ruled.by, at: ruled.at })
  if (before.sent?.digest !== command.digest) return refuse({ kind: 'not-sent' })
  return ok([{ kind: 'revision-withdrawn' as const, data: { item: command.item, digest: command.digest } }])
}

function rule(review: ArchiveReview, command: RuleOnRevision, { actor, owner, employer }: ReviewSituation) {
  if (!employer || !mayRule(actor, owner, employer.id)) return refuse({ kind: 'not-yours' })
  const reason = command.reason?.trim() ?? ''
  if (command.verdict !== 'approved' && !isReason(reason)) return reasonRequired()
  const before = reviewOf(review, command.item)
  const seen = seenRevision(before, command)
  if (seen === null) {
    return refuse({
      kind: 'revision-moved-on',
      saw: command.digest,
      current: command.current?.digest ?? null,
      sent: Object.keys(before.everSent),
    })
  }
  if (Object.keys(before.everSent).length === 0) return refuse({ kind: 'not-sent' })
  const ruled = before.rulings[command.digest]
  if (ruled) return refuse({ kind: 'already-ruled', verdict: ruled.verdict, by: ruled.by, at: ruled.at })
  if (command.verdict === 'approved' && command.missingEvidence.length > 0) {
    return refuse({ kind: 'evidence-not-here', sha256: command.missingEvidence })
  }
  const asked = command.fields ?? []
  const { known, unknown } =
    command.verdict === 'approved' ? { known: [], unknown: asked } : pointingAt(seen.content, asked)
  if (unknown.length > 0) return refuse({ kind: 'field-not-there', fields: unknown })
  return ok([rulingFact(command.verdict, { ...seen, employer }, reason, known)])
}

function rulingFact(
  verdict: Verdict,
  ruledOn: NamedRevision & { readonly employer: Employer },
  reason: string,
  fields: readonly string[],
): RulingFact {
  if (verdict === 'approved') {
    return { kind: 'revision-approved', data: { ...ruledOn, remark: reason === '' ? null : reason } }
  }
  const data = { ...ruledOn, reason, ...(fields.length > 0 && { fields }) }
  return { kind: verdict === 'returned' ? 'revision-returned' : 'revision-rejected', data }
}

function revoke(review: ArchiveReview, command: RevokeApproval, { actor, owner, employer }: ReviewSituation) {
  if (!employer || !mayRule(actor, owner, employer.id)) return refuse({ kind: 'not-yours' })
  if (!actor.memberships.some((m) => m.orgId === employer.id && m.role === 'hr-lead'))
    return refuse({ kind: 'not-yours' })
  const reason = command.reason.trim()
  if (!isReason(reason)) return reasonRequired()
  const approval = reviewOf(review, command.item).rulings[command.digest]
  if (approval?.verdict !== 'approved') return refuse({ kind: 'not-approved' })
  return ok([
    {
      kind: 'approval-revoked' as const,
      data: { item: command.item, digest: command.digest, approval: approval.fact, employer, reason },
    },
  ])
}

/** The content behind the digest the reviewer saw: the archive's current one, or one that was sent. */
function seenRevision(before: ItemReview, command: RuleOnRevision): NamedRevision | null {
  const sent = before.everSent[command.digest]
  if (sent) return nameOnly(sent)
  if (command.current?.digest === command.digest) return named(command.item, command.current)
  return null
}

export function evolveReview(review: ArchiveReview, fact: StoredReviewFact): ArchiveReview {
  const { item } = fact.data
  const before = reviewOf(review, item)
  return { items: { ...review.items, [item]: evolveItem(before, fact) } }
}

/** Folds a stream's review facts, in their order, into what has been said about each item. */
export function foldReview(facts: Iterable<StoredReviewFact>): ArchiveReview {
  const items: Record<ItemId, ItemReview> = {}
  for (const fact of facts) items[fact.data.item] = evolveItem(reviewOf({ items }, fact.data.item), fact)
  return { items }
}

function evolveItem(review: ItemReview, fact: StoredReviewFact): ItemReview {
  const said = saidBy(fact)
  const before = said ? { ...review, said: [...review.said, said] } : review
  switch (fact.kind) {
    case 'revision-sent': {
      const { employer: _employer, ...revision } = fact.data
      const sent = { ...revision, at: fact.at, fact: fact.id }
      return { ...before, sent, everSent: { ...before.everSent, [revision.digest]: sent } }
    }
    case 'revision-withdrawn':
      return unsent(before, fact.data.digest)
    case 'revision-approved':
      return withRuling(before, {
        ...stamp(fact),
        ...nameOnly(fact.data),
        verdict: 'approved',
        reason: fact.data.remark,
        fields: [],
      })
    case 'revision-returned':
    case 'revision-rejected': {
      const verdict = fact.kind === 'revision-returned' ? 'returned' : 'rejected'
      const { reason, fields = [] } = fact.data
      return withRuling(before, { ...stamp(fact), ...nameOnly(fact.data), verdict, reason, fields })
    }
    case 'approval-revoked': {
      const { [fact.data.digest]: _revoked, ...rulings } = before.rulings
      const approvals = Object.values(rulings).filter((r) => r.verdict === 'approved')
      const { digest, reason, approval } = fact.data
      const last: Revocation = { ...stamp(fact), verdict: 'revoked', digest, reason }
      return {
        ...unsent(before, digest),
        rulings,
        approved: before.approved?.digest === digest ? (approvals.at(-1) ?? null) : before.approved,
        last,
        revoked: { ...before.revoked, [approval]: last },
      }
    }
    case 'evidence-attested':
      return {
        ...before,
        attested: withAttested(before.attested, { ...stamp(fact), sha256: fact.data.sha256 }),
      }
    case 'attestation-withdrawn':
      return { ...before, attested: withoutAttested(before.attested, fact.data.sha256) }
  }
}

function unsent(before: ItemReview, digest: Digest): ItemReview {
  const { [digest]: _gone, ...everSent } = before.everSent
  return { ...before, everSent, sent: before.sent?.digest === digest ? null : before.sent }
}

function withRuling(before: ItemReview, ruling: Ruling): ItemReview {
  const { [ruling.digest]: _earlier, ...rulings } = before.rulings
  return {
    ...before,
    rulings: { ...rulings, [ruling.digest]: ruling },
    approved: ruling.verdict === 'approved' ? ruling : before.approved,
    last: ruling,
  }
}

function stamp(fact: StoredReviewFact & { readonly data: { readonly employer: Employer } }) {
  return { by: fact.actor, at: fact.at, fact: fact.id, employer: fact.data.employer }
}

function named(item: ItemId, revision: Revision & { readonly content: { readonly part: Part } }): NamedRevision {
  return { item, part: revision.content.part, digest: revision.digest, content: revision.content, salt: revision.salt }
}

function nameOnly(revision: NamedRevision): NamedRevision {
  return {
    item: revision.item,
    part: revision.part,
    digest: revision.digest,
    content: revision.content,
    salt: revision.salt,
  }
}
