/**
 * Who is asking. The relay builds an actor from the session, never from what a request says about itself.
 * Roles: domain §2.1. A person may hold several: HR clerks have archives of their own.
 */
import type { AccountId, OrgId } from '../kernel/ids.ts'

export const ORG_KINDS = ['employer', 'department', 'committee-office', 'relay'] as const
export type OrgKind = (typeof ORG_KINDS)[number]

export const ROLES = ['applicant', 'hr-lead', 'hr-clerk', 'department', 'committee-office', 'operator'] as const
export type Role = (typeof ROLES)[number]

/** Which kind of organisation a role can be held in. */
export const ROLE_BELONGS_TO: Record<Role, OrgKind> = {
  applicant: 'employer',
  'hr-lead': 'employer',
  'hr-clerk': 'employer',
  department: 'department',
  'committee-office': 'committee-office',
  operator: 'relay',
}

export interface Membership {
  readonly orgId: OrgId
  readonly role: Role
}

export interface Actor {
  readonly accountId: AccountId
  readonly memberships: readonly Membership[]
}

export function isHrOf(actor: Actor, employer: OrgId | null): boolean {
  return (
    employer !== null &&
    actor.memberships.some((m) => m.orgId === employer && (m.role === 'hr-lead' || m.role === 'hr-clerk'))
  )
}

export function isLeadOf(actor: Actor, employer: OrgId): boolean {
  return actor.memberships.some((m) => m.orgId === employer && m.role === 'hr-lead')
}

/** Works on cases for a department or a committee's office. */
export function isOfficerOf(actor: Actor, office: OrgId | null): boolean {
  return (
    office !== null &&
    actor.memberships.some((m) => m.orgId === office && (m.role === 'department' || m.role === 'committee-office'))
  )
}

export function holds(actor: Actor, role: Role): boolean {
  return actor.memberships.some((m) => m.role === role)
}
