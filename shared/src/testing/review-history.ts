/**
 * A short way to write down the history of an archive's review in tests: items as plain values, facts in order.
 *
 *     const history = new ReviewHistory('xu')
 *     const paper = history.revision('paper-1', 'paper', { title: '…', publishYm: '202106' })
 *     history.approve(paper)
 *     decideSubmission(…, { review: history.review(), … })
 */

import type { Employer } from '../account/org.ts'
import type { Evidence, FieldValues, Part } from '../archive/item.ts'
import { contentOf, digestOf } from '../archive/revision.ts'
import { sha256Hex } from '../kernel/canonical.ts'
import { hashOfFact, type NewFact, NO_PREVIOUS } from '../kernel/fact.ts'
import type { AccountId, FactId, ItemId, OrgId } from '../kernel/ids.ts'
import { type ArchiveReview, foldReview } from '../review/review.ts'
import type { NamedRevision, StoredReviewFact } from '../review/review-facts.ts'

export const EMPLOYER: Employer = { id: 'yuezhou' as OrgId, name: '绍兴市越州生态环境监测中心' }

export class ReviewHistory {
  readonly owner: AccountId
  readonly facts: StoredReviewFact[] = []
  private readonly reviewer: AccountId

  constructor(owner: string, reviewer = 'zhoumin') {
    this.owner = owner as AccountId
    this.reviewer = reviewer as AccountId
  }

  revision(item: string, part: Part, fields: FieldValues, evidence: readonly Evidence[] = []): NamedRevision {
    const salt = sha256Hex('salt of ', item)
    const content = contentOf({ part, fields, evidence })
    const digest = digestOf(content, salt, { archive: this.owner, item: item as ItemId })
    return { item: item as ItemId, part, digest, content, salt }
  }

  send(revision: NamedRevision): this {
    return this.add({ kind: 'revision-sent', data: { ...revision, employer: EMPLOYER } }, this.owner)
  }

  withdraw({ item, digest }: NamedRevision): this {
    return this.add({ kind: 'revision-withdrawn', data: { item, digest } }, this.owner)
  }

  approve(revision: NamedRevision): this {
    return this.add(
      { kind: 'revision-approved', data: { ...revision, employer: EMPLOYER, remark: null } },
      this.reviewer,
    )
  }

  returned(revision: NamedRevision, fields?: readonly string[]): this {
    const data = { ...revision, employer: EMPLOYER, reason: '扫描件不清晰', ...(fields && { fields }) }
    return this.add({ kind: 'revision-returned', data }, this.reviewer)
  }

  reject(revision: NamedRevision): this {
    return this.add(
      { kind: 'revision-rejected', data: { ...revision, employer: EMPLOYER, reason: '与事实不符' } },
      this.reviewer,
    )
  }

  revoke(revision: NamedRevision): this {
    const approval = this.facts.findLast((f) => f.kind === 'revision-approved' && f.data.digest === revision.digest)
    if (!approval) throw new Error('nothing to revoke')
    const data = {
      item: revision.item,
      digest: revision.digest,
      approval: approval.id,
      employer: EMPLOYER,
      reason: '发现错误',
    }
    return this.add({ kind: 'approval-revoked', data }, this.reviewer)
  }

  attest({ item }: NamedRevision, sha256: string): this {
    const data = { item, sha256, evidence: 'certificate' as const, employer: EMPLOYER }
    return this.add({ kind: 'evidence-attested', data }, this.reviewer)
  }

  withdrawAttestation({ item }: NamedRevision, sha256: string): this {
    const attested = this.facts.findLast((f) => f.kind === 'evidence-attested' && f.data.sha256 === sha256)
    if (!attested) throw new Error('nothing to take back')
    const data = { item, sha256, attestation: attested.id, employer: EMPLOYER, reason: '原件另有不同' }
    return this.add({ kind: 'attestation-withdrawn', data }, this.reviewer)
  }

  review(): ArchiveReview {
    return foldReview(this.facts)
  }

  private add(fact: Pick<StoredReviewFact, 'kind' | 'data'> & NewFact, actor: AccountId): this {
    const n = this.facts.length + 1
    const unhashed = {
      ...fact,
      seq: n,
      stream: `archive/${this.owner}` as const,
      n,
      id: `fact-${n}` as FactId,
      v: 1,
      at: new Date(Date.UTC(2022, 8, 1, 0, n)).toISOString(),
      actor,
      prev: this.facts.at(-1)?.hash ?? NO_PREVIOUS,
    }
    this.facts.push({ ...unhashed, hash: hashOfFact(unhashed) } as StoredReviewFact)
    return this
  }
}
