/**
 * Which facts of a case whom concern (domain §2.2-1). A fact is shown whole or not at all, because its hash covers all of it; so what would say
 * too much is left out, and where the case stands is told beside the facts. Who may read the case at all is said in `decisions.ts`.
 */
import { type Actor, isHrOf } from '../account/actor.ts'
import type { Fact } from '../kernel/fact.ts'
import type { CaseFactKind, CaseHistoryFact } from './case-facts.ts'
import type { Case, StateKind } from './case-state.ts'
import { type StopKind, stopKind } from './chain.ts'
import { tabFor } from './decisions.ts'

/** The committee's own: who sits on it, what they think, how they voted. */
const OF_THE_COMMITTEE: readonly CaseFactKind[] = ['placed-on-roster', 'view-given', 'expert-recused', 'vote-recorded']

/** Beside that: who objected, and what came of it where nothing did. */
export const HIDDEN_FROM_OWNER: readonly CaseFactKind[] = [
  ...OF_THE_COMMITTEE,
  'objection-recorded',
  'objection-dismissed',
]

const FOR_EXPERTS: readonly CaseHistoryFact['kind'][] = [
  'application-submitted',
  'application-resubmitted',
  'placed-on-roster',
]

/** What the office that announces a result must know of the meeting: that it was, and its ballot. What the experts think stays the committee's. */
const OF_THE_RESULT: readonly CaseFactKind[] = ['placed-on-roster', 'vote-recorded']
const ONCE_PASSED: readonly StateKind[] = [
  'meeting-passed',
  'result-notice-running',
  'result-notice-objected',
  'announced',
  'certified',
]
const ANNOUNCING: readonly StopKind[] = ['result-notice', 'announcement', 'certificate']

export type ReaderOfCase = 'owner' | 'employer' | 'office' | 'announcer' | 'committee' | 'expert'

/** What they may do with a case beside reading its facts (`isShownTo`) and asking something of it (`turns.ts`), each row a right. */
export const CASE_ACCESS = {
  read: ['owner', 'employer', 'office', 'announcer', 'committee', 'expert'],
  'open-file': ['owner', 'employer', 'office', 'announcer', 'committee', 'expert'],
  /** What a falsification rests on. */
  'open-grounds': ['office', 'announcer', 'committee'],
  'see-meeting': ['committee'],
} as const satisfies Record<string, readonly ReaderOfCase[]>

export function mayInCase(reader: ReaderOfCase | null, verb: keyof typeof CASE_ACCESS): boolean {
  const row: readonly (ReaderOfCase | null)[] = CASE_ACCESS[verb]
  return row.includes(reader)
}

/** As what this person reads the case; null when she may not. The most that she is, counts. */
export function readerOf(actor: Actor, kase: Case): ReaderOfCase | null {
  const { filed, state, route } = kase
  if (!filed) return null
  if (actor.accountId === filed.submission.owner) return 'owner'
  if (state.kind === 'draft') return null
  const offices = actor.memberships.flatMap(({ orgId, role }) =>
    (role === 'department' || role === 'committee-office') && tabFor(kase, orgId) !== null ? [orgId] : [],
  )
  const does = (kinds: readonly StopKind[]) =>
    offices.some((org) => route?.stops.some((stop) => stop.org === org && kinds.includes(stopKind(stop.stage))))
  if (does(['meeting'])) return 'committee'
  if (ONCE_PASSED.includes(state.kind) && does(ANNOUNCING)) return 'announcer'
  if (offices.length > 0) return 'office'
  if (isHrOf(actor, filed.submission.employer.id)) return 'employer'
  if (state.kind !== 'meeting-pending' || !state.meeting.panel.includes(actor.accountId)) return null
  return Object.hasOwn(state.recused, actor.accountId) ? null : 'expert'
}

export function isShownTo(reader: ReaderOfCase, actor: Actor, fact: Pick<Fact, 'kind' | 'actor'>): boolean {
  const among = (kinds: readonly string[]) => kinds.includes(fact.kind)
  switch (reader) {
    case 'owner':
      return !among(HIDDEN_FROM_OWNER)
    case 'employer':
    case 'office':
      return !among(OF_THE_COMMITTEE)
    case 'announcer':
      return !among(OF_THE_COMMITTEE) || among(OF_THE_RESULT)
    case 'committee':
      return true
    case 'expert':
      return among(FOR_EXPERTS) || (fact.actor === actor.accountId && among(OF_THE_COMMITTEE))
  }
}

/** The state as this reader is told it: an objection and a vote are not the applicant's to know before they lead anywhere. */
export function stateShownTo(reader: ReaderOfCase, state: StateKind): StateKind {
  if (reader === 'committee' || reader === 'announcer') return state
  if (state === 'meeting-passed') return 'meeting-pending'
  if (reader !== 'owner') return state
  if (state === 'notice-objected') return 'notice-running'
  return state === 'result-notice-objected' ? 'result-notice-running' : state
}
