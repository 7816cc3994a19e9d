/** Interview, roster, the group's views, the secret ballot, and the way up (domain #33–#38). They repeat for every meeting of the chain. */
import { ok, refuse } from '../../kernel/result.ts'
import { isDay } from '../../kernel/year-month.ts'
import type { CaseCommandOf, CaseSituation, Decided, FiledCase } from '../case-commands.ts'
import { caseRulesOf } from '../case-rules.ts'
import { entryAfter, entryAt, stageAfter, stopKind } from '../chain.ts'
import { mandateMissing } from '../mandate.ts'
import { hasQuorum, isPassed, type Meeting, voteProblem } from '../meeting.ts'
import { isOnRoster, remarkOfType } from '../roster.ts'
import { chargedBy, notNow, worded } from './words.ts'

export function callToInterview(kase: FiledCase, { on, place }: CaseCommandOf<'call-to-interview'>): Decided {
  const { state } = kase
  if (!('stage' in state)) return notNow(kase)
  if (stopKind(state.stage) !== 'interview') return refuse({ kind: 'no-interview-here' })
  const where = worded(place)
  if (!where.ok || !isDay(on)) return where.ok ? refuse({ kind: 'deadline-past', deadline: on }) : where
  return ok([{ kind: 'interview-called', data: { stage: state.stage, on, place: where.value } }])
}

export function recordInterview(
  kase: FiledCase,
  command: CaseCommandOf<'record-interview'>,
  situation: CaseSituation,
): Decided {
  const { state, route } = kase
  if (state.kind !== 'interview-pending' || !route) return notNow(kase)
  const comment = worded(command.comment)
  if (!comment.ok) return comment
  const to = entryAfter(route, state.stage, chargedBy(kase, situation))
  if (!to.ok) return to
  const { result } = command
  return ok([
    { kind: 'interview-recorded', data: { stage: state.stage, result, comment: comment.value, to: to.value } },
  ])
}

/** People out of the interview's scope go past it; the person herself is never on her panel. */
export function putOnRoster(
  kase: FiledCase,
  command: CaseCommandOf<'put-on-roster'>,
  situation: CaseSituation,
): Decided {
  const { state, route, filed } = kase
  if (!('stage' in state) || !route) return notNow(kase)
  const { submission } = filed
  const isInterview = stopKind(state.stage) === 'interview'
  const stage = isInterview ? stageAfter(route, state.stage) : state.stage
  if (stage === null || stopKind(stage) !== 'meeting') return notNow(kase)
  if (isInterview) {
    // A fee of the meeting itself is due before its roster; after the interview it would have come up by itself.
    const entry = entryAt(route, stage, chargedBy(kase, situation))
    const isDue = !entry.ok || entry.value.at === 'fee'
    const inScope = caseRulesOf(situation.plan).interviewTypes.includes(submission.form.type)
    if (inScope || isDue) return refuse({ kind: 'interview-first' })
  }
  const { meeting, number, roster, order } = command
  if (!isMeetingSound(meeting) || meeting.panel.includes(submission.owner)) return refuse({ kind: 'panel-malformed' })
  if (!isOnRoster(roster, order, submission.application, number)) return refuse({ kind: 'roster-unsorted' })
  const special = roster[number - 1]?.special ?? null
  const remark = remarkOfType(submission.form.type)
  if (special === null && remark !== null) return refuse({ kind: 'roster-remark-missing', remark })
  return ok([{ kind: 'placed-on-roster', data: { stage, number, meeting, special } }])
}

function isMeetingSound({ seats, panel }: Meeting): boolean {
  return Number.isSafeInteger(seats) && seats > 0 && panel.length <= seats && new Set(panel).size === panel.length
}

export function giveView(kase: FiledCase, command: CaseCommandOf<'give-view'>, { actor }: CaseSituation): Decided {
  const { state } = kase
  if (state.kind !== 'meeting-pending' || actor === 'relay') return notNow(kase)
  if (Object.hasOwn(state.recused, actor.accountId)) return refuse({ kind: 'recused' })
  const comment = worded(command.comment)
  if (!comment.ok) return comment
  const { recommendation, conformity } = command
  return ok([{ kind: 'view-given', data: { recommendation, conformity, comment: comment.value } }])
}

/** Standing aside is for good, and takes an earlier view with it. */
export function recuse(kase: FiledCase, command: CaseCommandOf<'recuse'>, { actor }: CaseSituation): Decided {
  const { state } = kase
  if (state.kind !== 'meeting-pending' || actor === 'relay') return notNow(kase)
  if (Object.hasOwn(state.recused, actor.accountId)) return refuse({ kind: 'recused' })
  const reason = worded(command.reason)
  if (!reason.ok) return reason
  return ok([{ kind: 'expert-recused', data: { reason: reason.value } }])
}

export function recordVote(kase: FiledCase, { vote }: CaseCommandOf<'record-vote'>, { plan }: CaseSituation): Decided {
  const { state } = kase
  if (state.kind !== 'meeting-pending') return notNow(kase)
  const seats = state.meeting.seats - Object.keys(state.recused).length
  const problem = voteProblem(vote, seats)
  if (problem) return refuse({ kind: 'vote-malformed', problem })
  const rules = caseRulesOf(plan)
  if (!hasQuorum(vote, rules)) return refuse({ kind: 'no-quorum', present: vote.present, seats })
  return ok([{ kind: 'vote-recorded', data: { vote, outcome: isPassed(vote, rules) ? 'passed' : 'failed' } }])
}

/** To the next committee, in the order of the roster (domain #38); after the last meeting come result and announcement instead. */
export function submitUpward(
  kase: FiledCase,
  _command: CaseCommandOf<'submit-upward'>,
  situation: CaseSituation,
): Decided {
  const { state, route } = kase
  if (state.kind !== 'meeting-passed' || !route) return notNow(kase)
  const next = stageAfter(route, state.stage)
  const kind = next === null ? null : stopKind(next)
  if (kind === null || kind === 'result-notice' || kind === 'announcement') return refuse({ kind: 'nothing-above' })
  const to = entryAfter(route, state.stage, chargedBy(kase, situation))
  if (!to.ok) return to
  const missing = mandateMissing(kase, situation.plan, to.value)
  if (missing) return refuse(missing)
  return ok([{ kind: 'submitted-upward', data: { stage: state.stage, number: state.number, to: to.value } }])
}
