/** Organisations and who belongs to them: stream `org/<id>`. Accounts themselves: stream `account/<id>`. */
import type { Fact, NewFact } from '../kernel/fact.ts'
import type { AccountId, OrgId } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { type OrgKind, ROLE_BELONGS_TO, type Role } from './actor.ts'

export type OrgRegistered = NewFact<
  'org-registered',
  { readonly org: OrgId; readonly name: string; readonly kind: OrgKind; readonly creditCode: string | null }
>
export type MemberAdded = NewFact<
  'member-added',
  { readonly org: OrgId; readonly account: AccountId; readonly role: Role }
>
export type MemberRemoved = NewFact<
  'member-removed',
  { readonly org: OrgId; readonly account: AccountId; readonly role: Role }
>
export type OrgFact = OrgRegistered | MemberAdded | MemberRemoved

export type AccountOpened = NewFact<
  'account-opened',
  { readonly account: AccountId; readonly username: string; readonly name: string }
>
/** A password or session was revoked: the ledger says that it happened, never the secret. */
export type AccessRevoked = NewFact<'access-revoked', { readonly account: AccountId; readonly reason: string }>
export type AccountFact = AccountOpened | AccessRevoked

/** The employer that ruled, with its name at that time: it stays a fact when the person moves on. */
export interface Employer {
  readonly id: OrgId
  readonly name: string
}

export interface Org {
  readonly registered: OrgRegistered['data'] | null
  readonly members: readonly { readonly account: AccountId; readonly role: Role }[]
}

export const NO_ORG: Org = { registered: null, members: [] }

export type OrgCommand =
  | { readonly kind: 'register-org'; readonly data: OrgRegistered['data'] }
  | { readonly kind: 'add-member'; readonly data: MemberAdded['data'] }
  | { readonly kind: 'remove-member'; readonly data: MemberRemoved['data'] }

export type OrgRefusal =
  | { readonly kind: 'org-exists'; readonly name: string }
  | { readonly kind: 'no-such-org' }
  | { readonly kind: 'role-not-of-this-org'; readonly role: Role; readonly orgKind: OrgKind }
  | { readonly kind: 'already-member'; readonly role: Role }
  | { readonly kind: 'not-member' }

export function decideOrg(org: Org, command: OrgCommand): Result<readonly OrgFact[], OrgRefusal> {
  if (command.kind === 'register-org') {
    if (org.registered) return refuse({ kind: 'org-exists', name: org.registered.name })
    return ok([{ kind: 'org-registered', data: command.data }])
  }
  if (!org.registered) return refuse({ kind: 'no-such-org' })
  const { account, role } = command.data
  const isMember = org.members.some((m) => m.account === account && m.role === role)
  if (command.kind === 'remove-member') {
    return isMember ? ok([{ kind: 'member-removed', data: command.data }]) : refuse({ kind: 'not-member' })
  }
  if (ROLE_BELONGS_TO[role] !== org.registered.kind) {
    return refuse({ kind: 'role-not-of-this-org', role, orgKind: org.registered.kind })
  }
  return isMember ? refuse({ kind: 'already-member', role }) : ok([{ kind: 'member-added', data: command.data }])
}

export function evolveOrg(org: Org, fact: OrgFact): Org {
  switch (fact.kind) {
    case 'org-registered':
      return { ...org, registered: fact.data }
    case 'member-added':
      return { ...org, members: [...org.members, { account: fact.data.account, role: fact.data.role }] }
    case 'member-removed':
      return {
        ...org,
        members: org.members.filter((m) => m.account !== fact.data.account || m.role !== fact.data.role),
      }
  }
}

const ORG_KINDS_OF_FACT: ReadonlySet<string> = new Set<OrgFact['kind']>([
  'org-registered',
  'member-added',
  'member-removed',
])

export function isOrgFact<F extends NewFact | Fact>(fact: F): fact is F & OrgFact {
  return ORG_KINDS_OF_FACT.has(fact.kind)
}
