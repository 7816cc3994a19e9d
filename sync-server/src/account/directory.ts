/**
 * Who exists and who belongs where: views over the facts of `org/…` and `account/…`, read from the store each time, so that what the command
 * line changes on the same folder counts from the next request on.
 */
import type { Actor, OrgKind, Role } from '@yejibu/shared/account/actor'
import type { Employer } from '@yejibu/shared/account/org'
import type { AccountId, OrgId } from '@yejibu/shared/kernel/ids'

export interface Person {
  readonly id: AccountId
  readonly username: string
  readonly name: string
}

export interface KnownOrg {
  readonly id: OrgId
  readonly name: string
  readonly kind: OrgKind
  readonly creditCode: string | null
}

export interface KnownMembership {
  readonly account: AccountId
  readonly orgId: OrgId
  readonly orgName: string
  readonly orgKind: OrgKind
  readonly role: Role
}

export interface Directory {
  person(id: AccountId): Promise<Person | null>
  personByUsername(username: string): Promise<Person | null>
  people(): Promise<readonly Person[]>
  orgs(): Promise<readonly KnownOrg[]>
  membershipsOf(account: AccountId): Promise<readonly KnownMembership[]>
  membersOf(org: OrgId): Promise<readonly KnownMembership[]>
  /** Where this person is an applicant now: the newest such membership, or null. Her present employer reviews her archive. */
  employerOf(account: AccountId): Promise<Employer | null>
  /** Everyone whose present employer is one of these. */
  peopleOf(orgs: readonly OrgId[]): Promise<readonly AccountId[]>
  /** Whether anybody holds this role anywhere. */
  isHeld(role: Role): Promise<boolean>
}

export async function actorOf(directory: Directory, account: AccountId): Promise<Actor> {
  const memberships = await directory.membershipsOf(account)
  return { accountId: account, memberships: memberships.map(({ orgId, role }) => ({ orgId, role })) }
}

/** The organisations whose HR this person is. */
export function hrOrgsOf(actor: Actor): readonly OrgId[] {
  return [
    ...new Set(actor.memberships.filter((m) => m.role === 'hr-lead' || m.role === 'hr-clerk').map((m) => m.orgId)),
  ]
}
