/** Which pages a person's roles open to her, in the order she meets them; the relay decides again about everything behind. */
import type { Session } from '@yejibu/shared/wire/session'

export type Door =
  | 'archive'
  | 'application'
  | 'review'
  | 'cases'
  | 'officeCases'
  | 'meetings'
  | 'officeSettings'
  | 'members'
  | 'orgs'
  | 'accounts'
  | 'health'
  | 'plans'
  | 'papers'
  | 'statistics'

export const DOOR_PATHS: Record<Door, string> = {
  archive: '/archive',
  application: '/application',
  review: '/review',
  cases: '/cases',
  officeCases: '/office/cases',
  meetings: '/office/meetings',
  officeSettings: '/office/settings',
  members: '/members',
  orgs: '/operations/orgs',
  accounts: '/operations/accounts',
  health: '/operations/health',
  plans: '/plans',
  papers: '/papers',
  statistics: '/statistics',
}

/** Who prints for the people of an organisation, and is told of them in numbers. */
const AT_A_DESK = ['hr-lead', 'hr-clerk', 'department', 'committee-office'] as const

export function doorsOf(session: Session): readonly Door[] {
  const roles = new Set(session.memberships.map((membership) => membership.role))
  const doors: Door[] = []
  if (roles.has('hr-lead') || roles.has('hr-clerk')) doors.push('review', 'cases')
  if (roles.has('hr-lead')) doors.push('members')
  if (roles.has('department') || roles.has('committee-office')) doors.push('officeCases')
  if (roles.has('committee-office')) doors.push('meetings', 'plans')
  if (roles.has('department') || roles.has('committee-office')) doors.push('officeSettings')
  if (AT_A_DESK.some((role) => roles.has(role))) doors.push('papers', 'statistics')
  if (roles.has('operator')) doors.push('orgs', 'accounts', 'health')
  if (roles.has('applicant')) doors.push('archive', 'application')
  return doors
}

/** Where a person starts; null when no role of hers has a page. Who belongs nowhere yet begins by joining an employer or registering one. */
export function firstPathOf(session: Session): string | null {
  if (session.memberships.length === 0) return '/employer'
  const first = doorsOf(session)[0]
  return first === undefined ? null : DOOR_PATHS[first]
}

/** Where to go after signing in: back to the page she wanted, if it is one of ours, else the beginning. */
export function pathAfterSignIn(wanted: string | null): string {
  // `//host` and `/\host` would leave this origin.
  return wanted !== null && /^\/(?![/\\])/.test(wanted) && !wanted.startsWith('/sign-in') ? wanted : '/'
}

/** Pages that open without a session. */
export function isPublicPath(path: string): boolean {
  return (
    path === '/sign-in' ||
    path === '/sign' ||
    path === '/check' ||
    path.startsWith('/check/') ||
    path.startsWith('/notice/') ||
    path.startsWith('/first-run/') ||
    path === '/register' ||
    path === '/register/person' ||
    path === '/gallery'
  )
}
