/**
 * The relay of a random interleaving: its own copy of the archive, a ledger that the real rules decide, and the files it was given.
 * A command that arrives again with the same id gets the same answer, as at the real one.
 */
import * as Y from 'yjs'
import { readItem } from '../archive/archive-doc.ts'
import { mayBeCleared } from '../archive/lost-write.ts'
import { type Revision, revisionOf } from '../archive/revision.ts'
import { hashOfFact, NO_PREVIOUS } from '../kernel/fact.ts'
import type { FactId, ItemId } from '../kernel/ids.ts'
import { decideReview, foldReview, reviewOf } from '../review/review.ts'
import type { ReviewCommand, ReviewRefusal, Verdict } from '../review/review-commands.ts'
import type { ReviewFact, StoredReviewFact } from '../review/review-facts.ts'
import { actorOf, XU_MINGCHUAN, ZHOU_MIN } from './people.ts'
import { EMPLOYER } from './review-history.ts'

export const OWNER = XU_MINGCHUAN.accountId

export type Asked = { readonly id: string; readonly item: ItemId; readonly digest: string } & (
  | { readonly kind: 'send-revision'; readonly revision: Revision }
  | { readonly kind: 'withdraw-revision' }
  | { readonly kind: 'rule-on-revision'; readonly verdict: Verdict }
  | { readonly kind: 'revoke-approval' }
)

export type Answer =
  | { readonly kind: 'accepted'; readonly facts: readonly StoredReviewFact[] }
  | { readonly kind: 'refused'; readonly refusal: ReviewRefusal }

export class RelayInMemory {
  /** The log, replayed: nothing is cleared away before compaction. */
  doc: Y.Doc
  readonly facts: StoredReviewFact[] = []
  readonly files = new Set<string>()
  private readonly answers = new Map<string, Answer>()

  constructor(clientId: number) {
    this.doc = new Y.Doc({ gc: false })
    this.doc.clientID = clientId
  }

  /** Merges the log into one snapshot, as the relay's compaction does. */
  compact(clientId: number): void {
    const merged = new Y.Doc({ gcFilter: mayBeCleared })
    Y.applyUpdate(merged, Y.encodeStateAsUpdate(this.doc))
    const again = new Y.Doc({ gc: false })
    again.clientID = clientId
    Y.applyUpdate(again, Y.encodeStateAsUpdate(merged))
    merged.destroy()
    this.doc.destroy()
    this.doc = again
  }

  perform(asked: Asked): Answer {
    const answered = this.answers.get(asked.id)
    if (answered) return answered
    const isOwners = asked.kind === 'send-revision' || asked.kind === 'withdraw-revision'
    const actor = actorOf(isOwners ? XU_MINGCHUAN : ZHOU_MIN)
    const decided = decideReview(foldReview(this.facts), this.commandOf(asked), {
      actor,
      owner: OWNER,
      employer: EMPLOYER,
    })
    const answer: Answer = decided.ok
      ? { kind: 'accepted', facts: decided.value.map((fact) => this.append(fact, actor.accountId)) }
      : { kind: 'refused', refusal: decided.refusal }
    // A refused command is decided anew when it is asked again; an accepted one never.
    if (decided.ok) this.answers.set(asked.id, answer)
    return answer
  }

  private commandOf(asked: Asked): ReviewCommand {
    if (asked.kind === 'revoke-approval') return { ...asked, reason: '发现错误' }
    if (asked.kind !== 'rule-on-revision') return asked
    const item = readItem(this.doc, asked.item)
    const current = item ? revisionOf(item, OWNER) : null
    const sent = reviewOf(foldReview(this.facts), asked.item).everSent[asked.digest]
    const seen = sent ?? (current?.digest === asked.digest ? current : null)
    const named = seen?.content.evidence.map((e) => e.sha256) ?? []
    return {
      ...asked,
      reason: asked.verdict === 'approved' ? null : '扫描件不清晰',
      current,
      missingEvidence: named.filter((sha256) => !this.files.has(sha256)),
    }
  }

  private append(fact: ReviewFact, actor: StoredReviewFact['actor']): StoredReviewFact {
    const n = this.facts.length + 1
    const unhashed = {
      ...fact,
      seq: n,
      stream: `archive/${OWNER}` as const,
      n,
      id: `fact-${n}` as FactId,
      v: 1,
      at: new Date(Date.UTC(2026, 10, 21, 8, 0, n)).toISOString(),
      actor,
      prev: this.facts.at(-1)?.hash ?? NO_PREVIOUS,
    }
    const stored = { ...unhashed, hash: hashOfFact(unhashed) } as StoredReviewFact
    this.facts.push(stored)
    return stored
  }
}
