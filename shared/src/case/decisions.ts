/** Which facts are somebody's decision, and who reads a case because of it. */
import { type Actor, isHrOf } from '../account/actor.ts'
import type { OrgId } from '../kernel/ids.ts'
import type { StageCode } from '../plan/stage-code.ts'
import type { RecordedCaseFact } from './case-facts.ts'
import { type Case, type Decision, stageOf } from './case-state.ts'
import { orgAt, type StopKind, stageAfter, stopKind } from './chain.ts'

/** The decision that this fact is, or null. Told before the fact is folded in. */
export function decisionIn(kase: Case, fact: RecordedCaseFact): Decision | null {
  switch (fact.kind) {
    case 'eligibility-passed':
      return decided(kase, fact, 'EMP', 'passed', fact.data.opinion)
    case 'submission-returned':
      return decided(kase, fact, 'EMP', 'returned', fact.data.reason)
    case 'submission-rejected':
    case 'application-declined':
      return decided(kase, fact, 'EMP', 'rejected', fact.data.reason)
    case 'objection-upheld':
      if (fact.data.outcome === 'fail') return null
      return decided(kase, fact, 'EMP', fact.data.outcome === 'return' ? 'returned' : 'rejected', fact.data.answer)
    case 'application-reported':
      return decided(kase, fact, 'EMP', 'reported', fact.data.opinion)
    case 'stage-passed':
      return decided(kase, fact, fact.data.stage, 'passed', fact.data.opinion)
    case 'stage-returned':
      return decided(kase, fact, fact.data.stage, 'returned', fact.data.reason)
    case 'stage-rejected':
      return decided(kase, fact, fact.data.stage, 'rejected', fact.data.reason)
    case 'title-determined':
      return decided(kase, fact, fact.data.stage, 'determined', fact.data.opinion)
    default:
      return null
  }
}

function decided(
  { route, filed }: Case,
  { at, actor: by }: RecordedCaseFact,
  stage: StageCode,
  verdict: Decision['verdict'],
  text: string,
): Decision | null {
  const org = stage === 'EMP' ? filed?.submission.employer.id : route && orgAt(route, stage)
  return org && filed ? { stage, org, verdict, text, by, at, round: filed.round } : null
}

/** 待审查 / 审查通过 / 审查不通过 / 退回修改. */
export const TABS = ['pending', 'passed', 'rejected', 'returned'] as const
export type Tab = (typeof TABS)[number]

export function isTab(text: string): text is Tab {
  return TABS.some((tab) => tab === text)
}

/** Under which tab an organisation finds the case; null when it neither stands there nor has passed through it (domain §2.2-1). */
export function tabFor(kase: Case, org: OrgId): Tab | null {
  const { state, route, filed } = kase
  if (state.kind === 'draft') return null
  if (state.kind === 'emp-pending' && filed?.submission.employer.id === org) return 'pending'
  const stage = stageOf(state)
  const isHere = stage !== null && route !== null && orgAt(route, stage) === org
  if (isHere && state.kind === 'stage-pending') return 'pending'
  if (announcerOf(kase) === org && !isHere) return 'pending'
  switch (kase.decisions.findLast((decision) => decision.org === org)?.verdict) {
    case 'returned':
      return 'returned'
    case 'rejected':
      return 'rejected'
    case undefined:
      // Offices without a review of their own (fees, forms, meetings, certificates) have it while it stands there, and after.
      return hasComeTo(kase, org) ? 'passed' : null
    default:
      return 'passed'
  }
}

/** The office that posts or announces what a meeting passed, from when it did; null where the chain goes on to another committee. */
export function announcerOf({ state, route }: Case): OrgId | null {
  if (state.kind !== 'meeting-passed' || !route) return null
  const next = stageAfter(route, state.stage)
  return next !== null && ANNOUNCING.includes(stopKind(next)) ? orgAt(route, next) : null
}

const ANNOUNCING: readonly StopKind[] = ['result-notice', 'announcement']

function hasComeTo({ route, state, payments }: Case, org: OrgId): boolean {
  // What was charged may have to be given back when the case has long gone another way.
  if (Object.values(payments).some(({ collector }) => collector === org)) return true
  if (!route) return false
  const here = stageOf(state)
  const upTo = here === null ? -1 : route.stops.findIndex((stop) => stop.stage === here)
  const isOver = state.kind === 'certified' || state.kind === 'handed-over'
  return route.stops.some((stop, i) => stop.org === org && (isOver || i <= upTo))
}

/** 全部 is what waits, passed and was rejected; the returned are not inside (domain §5.2). */
export function tabCounts(cases: Iterable<Case>, org: OrgId): Readonly<Record<Tab | 'all', number>> {
  const counts = { pending: 0, passed: 0, rejected: 0, returned: 0, all: 0 }
  for (const kase of cases) {
    const tab = tabFor(kase, org)
    if (tab) counts[tab]++
  }
  return { ...counts, all: counts.pending + counts.passed + counts.rejected }
}

/** The applicant, HR of the employer she submitted to, whoever it stands with or has passed through, and the panel of its meeting. */
export function mayReadCase(actor: Actor, kase: Case): boolean {
  const { filed, state } = kase
  if (!filed) return false
  if (actor.accountId === filed.submission.owner) return true
  if (state.kind === 'draft') return false
  if (isHrOf(actor, filed.submission.employer.id)) return true
  if (state.kind === 'meeting-pending' && state.meeting.panel.includes(actor.accountId)) {
    return !Object.hasOwn(state.recused, actor.accountId)
  }
  return actor.memberships.some(
    ({ orgId, role }) => (role === 'department' || role === 'committee-office') && tabFor(kase, orgId) !== null,
  )
}
