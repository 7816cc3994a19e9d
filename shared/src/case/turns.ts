/**
 * Whose turn it is: for each command from which states it may be asked, and by whom. One table, asked before anything else is looked at; a
 * right or a step that is not written here does not exist. Nobody acts for an office on an application of her own (domain §2.2-6).
 */
import { isHrOf, isLeadOf, isOfficerOf } from '../account/actor.ts'
import type { OrgId } from '../kernel/ids.ts'
import type { StageCode } from '../plan/stage-code.ts'
import type { CaseCommand, CaseCommandKind, CaseRefusal, CaseSituation } from './case-commands.ts'
import { type Case, type StateKind, stageOf } from './case-state.ts'
import { orgAt, stageAfter } from './chain.ts'
import { mandatorOf } from './mandate.ts'

/**
 * `office` is the organisation of the route where the case stands, `next-office` that of the next stop, `collector` that of the payment, `mandator` that whose letter the plan asks for;
 * `employer` HR of the employer it was submitted to; `notice` whoever runs the notice that is open; `authority` the committee's own office
 * and every HR bureau and committee office of the route.
 */
export type Party =
  | 'owner'
  | 'employer'
  | 'employer-lead'
  | 'office'
  | 'next-office'
  | 'collector'
  | 'mandator'
  | 'notice'
  | 'notice-lead'
  | 'expert'
  | 'authority'
  | 'relay'

/** HR bureaus and committee offices: competent departments recommend, and do not judge falsification. */
export const AUTHORITIES: ReadonlySet<StageCode> = new Set([
  'HRSS_C',
  'HRSS_M',
  'ECO_HR',
  'JR_OFFICE',
  'MID_OFFICE',
  'SR_OFFICE',
  'CENTER',
  'JR_MEETING',
  'MID_MEETING',
  'SR_MEETING',
  'ANNOUNCE',
  'CERT',
])

interface Turn {
  readonly from: readonly StateKind[]
  readonly by: readonly Party[]
}

const WHILE_REVIEWED = ['emp-pending'] as const
const BEFORE_THE_MEETING = [
  'emp-pending',
  'emp-returned',
  'emp-passed',
  'notice-running',
  'notice-objected',
  'notice-cleared',
  'stage-pending',
  'stage-returned',
  'stage-passed',
  'list-notice-running',
  'fee-due',
  'fee-overdue',
  'form-due',
  'form-delivered',
  'awaiting-meeting',
] as const
const BEFORE_THE_COMMITTEE = [
  'stage-pending',
  'stage-passed',
  'list-notice-running',
  'fee-due',
  'fee-overdue',
  'form-due',
  'form-delivered',
  'awaiting-meeting',
  'interview-pending',
  'interview-done',
  'meeting-pending',
  'meeting-passed',
] as const
const TO_BE_SCHEDULED = ['form-delivered', 'interview-done', 'awaiting-meeting'] as const
const ONCE_SUBMITTED: readonly StateKind[] = [
  ...BEFORE_THE_MEETING,
  'draft',
  'emp-rejected',
  'stage-rejected',
  'interview-pending',
  'interview-done',
  'meeting-pending',
  'meeting-passed',
  'meeting-failed',
  'result-notice-running',
  'result-notice-objected',
  'awaiting-announcement',
  'announced',
  'certified',
  'handed-over',
  'withdrawn',
  'expired',
]

/** Money may come, and is given back, however the case ended. */
const EVEN_VOIDED: readonly StateKind[] = [...ONCE_SUBMITTED, 'voided']

export const TURNS: Readonly<Record<CaseCommandKind, Turn>> = {
  'open-submission': { from: WHILE_REVIEWED, by: ['employer'] },
  'take-back-submission': { from: WHILE_REVIEWED, by: ['owner'] },
  'check-lines': { from: WHILE_REVIEWED, by: ['employer'] },
  'pass-eligibility': { from: WHILE_REVIEWED, by: ['employer'] },
  'return-submission': { from: WHILE_REVIEWED, by: ['employer'] },
  'reject-submission': { from: WHILE_REVIEWED, by: ['employer'] },
  'resubmit-application': { from: ['draft', 'emp-returned', 'stage-returned'], by: ['owner'] },
  'start-notice': { from: ['emp-passed'], by: ['employer-lead'] },
  'carry-notice-over': { from: ['emp-passed'], by: ['employer-lead'] },
  'witness-notice': { from: ['notice-running', 'notice-objected'], by: ['relay'] },
  'record-objection': {
    from: [
      'notice-running',
      'notice-objected',
      'list-notice-running',
      'result-notice-running',
      'result-notice-objected',
    ],
    by: ['notice', 'relay'],
  },
  'uphold-objection': { from: ['notice-objected', 'result-notice-objected'], by: ['notice-lead'] },
  'dismiss-objection': { from: ['notice-objected', 'result-notice-objected'], by: ['notice-lead'] },
  'close-notice': { from: ['notice-running'], by: ['employer'] },
  'report-application': { from: ['notice-cleared'], by: ['employer-lead'] },
  'decline-application': { from: ['notice-cleared'], by: ['employer-lead'] },
  'pass-stage': { from: ['stage-pending'], by: ['office'] },
  'return-from-stage': { from: ['stage-pending'], by: ['office'] },
  'reject-at-stage': { from: ['stage-pending'], by: ['office'] },
  'recommend-case': { from: ['stage-passed'], by: ['office'] },
  'issue-mandate': { from: BEFORE_THE_COMMITTEE, by: ['mandator'] },
  'determine-title': { from: ['stage-pending'], by: ['office'] },
  'post-list': { from: ['stage-passed'], by: ['office'] },
  'start-payment': { from: ['fee-due'], by: ['owner'] },
  'confirm-payment': { from: EVEN_VOIDED, by: ['office', 'relay'] },
  'reopen-fee': { from: ['fee-overdue'], by: ['office'] },
  'refund-payment': { from: EVEN_VOIDED, by: ['collector'] },
  'export-form': { from: ['fee-due', 'fee-overdue', 'form-due'], by: ['owner'] },
  'deliver-form': { from: ['form-due'], by: ['office'] },
  'call-to-interview': { from: TO_BE_SCHEDULED, by: ['office'] },
  'record-interview': { from: ['interview-pending'], by: ['office'] },
  'put-on-roster': { from: TO_BE_SCHEDULED, by: ['office'] },
  'give-view': { from: ['meeting-pending'], by: ['expert'] },
  recuse: { from: ['meeting-pending'], by: ['expert'] },
  'record-vote': { from: ['meeting-pending'], by: ['office'] },
  'submit-upward': { from: ['meeting-passed'], by: ['office'] },
  'open-result-notice': { from: ['meeting-passed'], by: ['office', 'next-office'] },
  'announce-result': {
    from: ['awaiting-announcement', 'meeting-passed', 'result-notice-running'],
    by: ['office', 'next-office'],
  },
  'issue-certificate': { from: ['announced'], by: ['office', 'next-office'] },
  'withdraw-application': { from: BEFORE_THE_MEETING, by: ['owner'] },
  'void-application': { from: ONCE_SUBMITTED, by: ['authority'] },
  'let-time-pass': {
    from: ['draft', 'fee-due', 'list-notice-running', 'result-notice-running'],
    by: ['relay'],
  },
}

/** What of a command says for whom it is asked. */
interface AskedTurn {
  readonly kind: CaseCommandKind
  readonly stage?: StageCode
  /** Of a payment; a roster's is something else. */
  readonly order?: unknown
}

/** Whether this actor may ask this of such a case at all, whenever: asked before anything is told of how it stands. */
export function mayAskOf(kase: Case, command: AskedTurn, situation: CaseSituation): boolean {
  return TURNS[command.kind].by.some((party) => isParty(party, kase, command, situation))
}

/** Why this actor may not ask this now, or null. Who may not ask at all is not told how the case stands. */
export function outOfTurn(kase: Case, command: CaseCommand, situation: CaseSituation): CaseRefusal | null {
  const { from } = TURNS[command.kind]
  const stage = 'stage' in command ? command.stage : null
  if (!mayAskOf(kase, command, situation)) return { kind: 'not-yours' }
  if (stage !== null && stageOf(kase.state) !== stage) {
    return { kind: 'stage-moved-on', stage, now: stageOf(kase.state) }
  }
  return from.includes(kase.state.kind) ? null : { kind: 'not-in-this-state', state: kase.state.kind }
}

function isParty(party: Party, kase: Case, command: AskedTurn, { actor, plan }: CaseSituation): boolean {
  const stage = command.stage ?? null
  if (actor === 'relay') return party === 'relay'
  const { filed, route, state } = kase
  if (!filed || party === 'relay') return false
  const isOwner = actor.accountId === filed.submission.owner
  if (isOwner || party === 'owner') return isOwner && party === 'owner'
  const employer = filed.submission.employer.id
  const isPublic = state.kind === 'result-notice-running' || state.kind === 'result-notice-objected'
  const atOffice = isPublic || state.kind === 'list-notice-running'
  switch (party) {
    case 'employer':
      return isHrOf(actor, employer)
    case 'employer-lead':
      return isLeadOf(actor, employer)
    case 'notice':
      return atOffice ? isOfficerOf(actor, officeOf(kase, null)) : isHrOf(actor, employer)
    case 'notice-lead':
      return atOffice ? isOfficerOf(actor, officeOf(kase, null)) : isLeadOf(actor, employer)
    case 'office':
      return isOfficerOf(actor, officeOf(kase, stage))
    case 'next-office':
      return isOfficerOf(actor, officeOf(kase, nextStage(kase)))
    case 'collector':
      return command.kind === 'refund-payment' && isOfficerOf(actor, collectorOf(kase, command.order))
    case 'mandator':
      return route !== null && isOfficerOf(actor, mandatorOf(plan, route)?.org ?? null)
    case 'expert':
      return state.kind === 'meeting-pending' && state.meeting.panel.includes(actor.accountId)
    case 'authority':
      return (
        isOfficerOf(actor, plan.committee.orgId as OrgId | null) ||
        (route?.stops.some((stop) => AUTHORITIES.has(stop.stage) && isOfficerOf(actor, stop.org)) ?? false)
      )
  }
}

/** `[CASE-196]` The office that charged what was paid with this order; nobody's where there is no such order. Money in another office's books is not given back from one's own. */
function collectorOf({ payments }: Case, order: unknown): OrgId | null {
  if (typeof order !== 'string' || !Object.hasOwn(payments, order)) return null
  return payments[order]?.collector ?? null
}

/** The office where the case stands, or that of the stage the command names: who handled a case that moved on is told so. */
function officeOf({ route, state }: Case, named: StageCode | null): OrgId | null {
  if (!route) return null
  if (named !== null) return orgAt(route, named)
  const stage = stageOf(state)
  return stage === null ? null : orgAt(route, stage)
}

function nextStage({ route, state }: Case): StageCode | null {
  const stage = stageOf(state)
  return route && stage ? stageAfter(route, stage) : null
}
