/**
 * Who belongs to an employer: its people, by the word of both sides, and its HR clerks, by the lead's. Facts in `org/<id>` beside those of `org.ts`.
 *
 * Always true: nobody becomes an applicant of an employer without having said so herself, because that opens her archive to its HR; nobody becomes
 * HR by her own word or the operator's; an employer keeps a lead.
 */
import type { Fact, NewFact } from '../kernel/fact.ts'
import type { AccountId, OrgId } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { may } from './access-table.ts'
import { type Actor, isLeadOf, type Role } from './actor.ts'
import { evolveOrg, isOrgFact, type MemberAdded, type MemberRemoved, NO_ORG, type Org } from './org.ts'

export type JoiningSide = 'person' | 'employer'

export interface Joining {
  readonly org: OrgId
  readonly account: AccountId
  /** Whose wish it was; the other side answers. */
  readonly by: JoiningSide
}

export type JoiningOpened = NewFact<'joining-opened', Joining>
/** Taken back by the side that wished, or declined by the other. */
export type JoiningClosed = NewFact<
  'joining-closed',
  { readonly org: OrgId; readonly account: AccountId; readonly side: JoiningSide; readonly reason: string | null }
>
export type JoiningFact = JoiningOpened | JoiningClosed

export type MembershipCommand = { readonly org: OrgId; readonly account: AccountId } & (
  | { readonly kind: 'open-joining' }
  | { readonly kind: 'accept-joining' }
  | { readonly kind: 'close-joining'; readonly reason: string | null }
  | { readonly kind: 'add-clerk' }
  | { readonly kind: 'add-lead' }
  | { readonly kind: 'remove-member'; readonly role: Role }
)

export interface Members {
  readonly org: Org
  readonly joinings: readonly Joining[]
}

export const NO_MEMBERS: Members = { org: NO_ORG, joinings: [] }

export type MembershipRefusal =
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'no-such-org' }
  | { readonly kind: 'no-such-account' }
  | { readonly kind: 'already-member'; readonly role: Role }
  | { readonly kind: 'not-member' }
  | { readonly kind: 'joining-open' }
  | { readonly kind: 'no-joining' }
  | { readonly kind: 'last-lead' }
  | { readonly kind: 'reason-required'; readonly minChars: number; readonly maxChars: number }

/** V-REASON. */
const REASON = { minChars: 2, maxChars: 500 } as const

/** May she ask this at all, before anything of the employer's people is told? */
export function mayAskMembership(command: MembershipCommand, actor: Actor): boolean {
  return may(actor, 'members', command.kind, { owner: command.account, org: command.org })
}

/** @param isKnown there is such an account */
export function decideMembership(
  members: Members,
  command: MembershipCommand,
  { actor, isKnown }: { readonly actor: Actor; readonly isKnown: boolean },
): Result<readonly (JoiningFact | MemberAdded | MemberRemoved)[], MembershipRefusal> {
  if (!mayAskMembership(command, actor)) return refuse({ kind: 'not-yours' })
  const { org, account } = command
  if (members.org.registered?.kind !== 'employer') return refuse({ kind: 'no-such-org' })
  if (!isKnown) return refuse({ kind: 'no-such-account' })
  const isSelf = actor.accountId === account
  const side: JoiningSide = isSelf ? 'person' : 'employer'
  const joining = members.joinings.find((open) => open.account === account)
  const has = (role: Role) => members.org.members.some((m) => m.account === account && m.role === role)
  switch (command.kind) {
    case 'open-joining':
      if (has('applicant')) return refuse({ kind: 'already-member', role: 'applicant' })
      if (joining) return refuse({ kind: 'joining-open' })
      return ok([{ kind: 'joining-opened', data: { org, account, by: side } }])
    case 'accept-joining': {
      if (!joining) return refuse({ kind: 'no-joining' })
      // The side that wished cannot answer itself. A lead who joins her own employer is both.
      const mayAccept = joining.by === 'person' ? isLeadOf(actor, org) : isSelf
      if (!mayAccept) return refuse({ kind: 'not-yours' })
      return ok([{ kind: 'member-added', data: { org, account, role: 'applicant' } }])
    }
    case 'close-joining': {
      if (!joining) return refuse({ kind: 'no-joining' })
      const reason = command.reason?.trim() ?? ''
      const count = [...reason].length
      const isDeclined = joining.by === 'person' && side === 'employer'
      if (isDeclined && (count < REASON.minChars || count > REASON.maxChars)) {
        return refuse({ kind: 'reason-required', ...REASON })
      }
      return ok([{ kind: 'joining-closed', data: { org, account, side, reason: isDeclined ? reason : null } }])
    }
    case 'add-clerk':
      if (has('hr-clerk')) return refuse({ kind: 'already-member', role: 'hr-clerk' })
      if (has('hr-lead')) return refuse({ kind: 'already-member', role: 'hr-lead' })
      return ok([{ kind: 'member-added', data: { org, account, role: 'hr-clerk' } }])
    case 'add-lead':
      if (has('hr-lead')) return refuse({ kind: 'already-member', role: 'hr-lead' })
      // Who leads reviewers has been one: the employer knows her, and she stays a clerk when she hands over.
      if (!has('hr-clerk')) return refuse({ kind: 'not-member' })
      return ok([{ kind: 'member-added', data: { org, account, role: 'hr-lead' } }])
    case 'remove-member': {
      const { role } = command
      if (!has(role)) return refuse({ kind: 'not-member' })
      const leads = members.org.members.filter((m) => m.role === 'hr-lead')
      if (role === 'hr-lead' && leads.length === 1) return refuse({ kind: 'last-lead' })
      return ok([{ kind: 'member-removed', data: { org, account, role } }])
    }
  }
}

export function evolveMembers(before: Members, fact: Fact | NewFact): Members {
  if (isJoiningFact(fact)) {
    const others = before.joinings.filter((joining) => joining.account !== fact.data.account)
    return { ...before, joinings: fact.kind === 'joining-opened' ? [...others, fact.data] : others }
  }
  if (!isOrgFact(fact)) return before
  const isAnswered = fact.kind === 'member-added' && fact.data.role === 'applicant'
  return {
    org: evolveOrg(before.org, fact),
    joinings: isAnswered ? before.joinings.filter((j) => j.account !== fact.data.account) : before.joinings,
  }
}

export function membersOf(facts: readonly (Fact | NewFact)[]): Members {
  return facts.reduce<Members>(evolveMembers, NO_MEMBERS)
}

export function isJoiningFact<F extends NewFact | Fact>(fact: F): fact is F & JoiningFact {
  return fact.kind === 'joining-opened' || fact.kind === 'joining-closed'
}
