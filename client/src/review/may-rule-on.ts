/**
 * Whether the relay would take a ruling on what is shown, by the same rule the relay applies (`decideReview`): the page guides,
 * the relay decides. What only the relay knows (which evidence it holds) is left to it.
 */
import type { Actor } from '@yejibu/shared/account/actor'
import { isHrOf } from '@yejibu/shared/account/actor'
import type { AccountId, ItemId, OrgId } from '@yejibu/shared/kernel/ids'
import { REASON_CHARS } from '@yejibu/shared/review/reason'
import { type ArchiveReview, decideReview, reviewOf } from '@yejibu/shared/review/review'
import { isWaiting } from '@yejibu/shared/review/standing'
import type { Session } from '@yejibu/shared/wire/session'
import type { SessionState } from '../account/session.ts'
import { countCharacters } from '../ui/count-characters.ts'
import type { Version } from './versions.ts'

export interface Reviewer {
  readonly actor: Actor
  readonly employer: { readonly id: OrgId; readonly name: string }
  /** May take an approval back. */
  readonly isLead: boolean
}

/** True once the relay itself has said that the session is over: other people's archives are then no longer shown. Away from the relay it is not. */
export function isSessionEnded(state: SessionState): boolean {
  return state.kind === 'signed-in' && state.standing === 'expired'
}

/** As a reviewer of each employer she is HR of; none for everyone else. */
export function reviewersIn(session: Session): readonly Reviewer[] {
  const actor: Actor = { accountId: session.account.id, memberships: session.memberships }
  const employers = new Map(
    session.memberships.flatMap(({ orgId, orgName }) => (isHrOf(actor, orgId) ? [[orgId, orgName] as const] : [])),
  )
  return [...employers].map(([id, name]) => ({
    actor,
    employer: { id, name },
    isLead: session.memberships.some(({ orgId, role }) => orgId === id && role === 'hr-lead'),
  }))
}

/** Of this employer, where she is HR of it, else of the first; null for everyone else. */
export function reviewerIn(session: Session, employer?: OrgId): Reviewer | null {
  const all = reviewersIn(session)
  return all.find(({ employer: { id } }) => id === employer) ?? all[0] ?? null
}

export type WhyNot = 'no-digest' | 'already-ruled' | 'not-sent' | 'old-version' | 'not-yours'

/** Null when a ruling on this version may be asked for. */
export function whyNotRule(
  review: ArchiveReview,
  item: ItemId,
  version: Version,
  reviewer: Reviewer,
  owner: AccountId,
): WhyNot | null {
  const { digest, content } = version
  if (digest === null) return 'no-digest'
  if (version.which === 'approved') return 'old-version'
  const answer = decideReview(
    review,
    {
      kind: 'rule-on-revision',
      item,
      digest,
      verdict: 'approved',
      reason: null,
      current: { digest, content, salt: '' },
      missingEvidence: [],
    },
    { actor: reviewer.actor, owner, employer: reviewer.employer },
  )
  // Narrower than the relay's rule: what its owner is still writing is no matter for a ruling until she sends it (domain §3.6, draft).
  if (answer.ok) return isWaiting(reviewOf(review, item)) ? null : 'not-sent'
  switch (answer.refusal.kind) {
    case 'already-ruled':
    case 'not-sent':
      return answer.refusal.kind
    default:
      return 'not-yours'
  }
}

/** V-REASON: 2–500 characters, blanks around them not counted. */
export function isReason(reason: string): boolean {
  const chars = countCharacters(reason.trim())
  return chars >= REASON_CHARS.min && chars <= REASON_CHARS.max
}
