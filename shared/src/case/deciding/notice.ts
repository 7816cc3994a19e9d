/** The employer's public notice, its objections, and the report that follows (domain #15–#21); objections to the other notices too (#40, #47). */
import { ok, refuse } from '../../kernel/result.ts'
import { dayInShanghai } from '../../kernel/working-days.ts'
import type { CaseCommandOf, CaseSituation, Decided, FiledCase } from '../case-commands.ts'
import { caseRulesOf } from '../case-rules.ts'
import type { NoticeRecord } from '../case-state.ts'
import { entryAt, routeOf } from '../chain.ts'
import { noticeContentOf, noticeDigest } from '../notice-content.ts'
import { mayClose, type Notice, noticeTerms, openObjections, periodOver } from '../publicity.ts'
import { withinQuota } from '../quota.ts'
import { chargedBy, notNow, worded } from './words.ts'

export function startPublicNotice(
  { filed }: FiledCase,
  command: CaseCommandOf<'start-notice'>,
  { plan, now }: CaseSituation,
): Decided {
  const { noticeWorkingDays, countStartDay } = caseRulesOf(plan)
  const content = noticeDigest(noticeContentOf(filed.submission))
  if (content !== command.content) {
    return refuse({ kind: 'notice-content-moved-on', saw: command.content, current: content })
  }
  const workingDays = command.workingDays ?? noticeWorkingDays
  if (!Number.isSafeInteger(workingDays) || workingDays < noticeWorkingDays || workingDays > 60) {
    return refuse({ kind: 'notice-too-short', workingDays, atLeast: noticeWorkingDays })
  }
  const method = worded(command.method)
  if (!method.ok) return method
  const terms = noticeTerms(content, method.value, workingDays, { countStartDay, now })
  return ok([{ kind: 'notice-started', data: terms }])
}

/** After a return that changed nothing of what was publicised, the notice that ended well holds (domain §9.2-3). */
export function carryOver({ filed, cleared }: FiledCase): Decided {
  const content = noticeDigest(noticeContentOf(filed.submission))
  if (cleared?.content !== content) return refuse({ kind: 'notice-needed' })
  return ok([{ kind: 'notice-carried-over', data: cleared }])
}

/** Once a day. What was posted is not what must be: the days until now do not count, and the right content begins anew today. */
export function witness(
  kase: FiledCase,
  { content }: CaseCommandOf<'witness-notice'>,
  { now }: CaseSituation,
): Decided {
  const { state } = kase
  if (state.kind !== 'notice-running' && state.kind !== 'notice-objected') return notNow(kase)
  const { notice } = state
  const on = dayInShanghai(now)
  if (content !== notice.content) {
    const { method, workingDays, countStartDay } = notice
    const terms = noticeTerms(notice.content, method, workingDays, { countStartDay, now })
    return ok([{ kind: 'notice-restarted', data: { ...terms, found: content } }])
  }
  if (notice.witnessedOn.includes(on)) return refuse({ kind: 'already-witnessed', on })
  return ok([{ kind: 'notice-witnessed', data: { content, on } }])
}

export function recordObjection(kase: FiledCase, command: CaseCommandOf<'record-objection'>): Decided {
  const { state, filed } = kase
  if (!('notice' in state)) return notNow(kase)
  const { objection, objector, about } = command
  if (Object.hasOwn(state.notice.objections, objection)) return refuse({ kind: 'objection-taken', objection })
  if (about !== null && !Object.hasOwn(filed.lines, about)) return refuse({ kind: 'no-such-line', lines: [about] })
  const text = worded(command.text)
  if (!text.ok) return text
  const name = worded(objector === 'anonymous' ? 'anonymous' : objector.name)
  if (!name.ok) return name
  return ok([{ kind: 'objection-recorded', data: { objection, objector, about, text: text.value } }])
}

/** An employer returns or rejects the application; over results the office fails the meeting's outcome. */
export function upholdObjection(kase: FiledCase, command: CaseCommandOf<'uphold-objection'>): Decided {
  const { state } = kase
  const answered = answerTo(kase, command)
  if (!answered.ok) return answered
  const isOverResult = state.kind === 'result-notice-objected'
  if (isOverResult !== (command.outcome === 'fail')) return notNow(kase)
  return ok([{ kind: 'objection-upheld', data: { ...answered.value, outcome: command.outcome } }])
}

/** The clock ran on meanwhile: when the last open objection falls after the period, the employer's notice ends with it (domain #18). */
export function dismissObjection(
  kase: FiledCase,
  command: CaseCommandOf<'dismiss-objection'>,
  { now }: CaseSituation,
): Decided {
  const { state } = kase
  const answered = answerTo(kase, command)
  if (!answered.ok) return answered
  const dismissed = { kind: 'objection-dismissed', data: answered.value } as const
  if (state.kind !== 'notice-objected' || openObjections(state.notice).length > 1) return ok([dismissed])
  const over = periodOver(state.notice, now)
  if (!over.ok) return ok([dismissed])
  return ok([
    dismissed,
    { kind: 'notice-closed', data: recordOf(state.notice, over.value, answered.value.investigation) },
  ])
}

function answerTo(kase: FiledCase, command: CaseCommandOf<'uphold-objection' | 'dismiss-objection'>) {
  const { state } = kase
  if (!('notice' in state)) return notNow(kase)
  const { objection } = command
  const raised = Object.hasOwn(state.notice.objections, objection) ? state.notice.objections[objection] : undefined
  if (raised?.state !== 'open') return refuse({ kind: 'no-such-objection', objection })
  const investigation = worded(command.investigation)
  if (!investigation.ok) return investigation
  const answer = worded(command.answer)
  if (!answer.ok) return answer
  return ok({ objection, investigation: investigation.value, answer: answer.value })
}

/** 公示情况 is entered when the period is over, no objection is open, and what stands there is what was started (V-PUB, V-PUB-OBJ, V-PUB-REC). */
export function closeNotice(kase: FiledCase, command: CaseCommandOf<'close-notice'>, { now }: CaseSituation): Decided {
  const { state } = kase
  if (state.kind !== 'notice-running') return notNow(kase)
  const { notice } = state
  if (command.content !== notice.content) {
    return refuse({ kind: 'notice-content-moved-on', saw: command.content, current: notice.content })
  }
  const over = mayClose(notice, now)
  if (!over.ok) return over
  const result = worded(command.result)
  if (!result.ok) return result
  return ok([{ kind: 'notice-closed', data: recordOf(notice, over.value, result.value) }])
}

export function recordOf({ content, startedOn }: Notice, closedOn: string, result: string): NoticeRecord {
  return { content, startedOn, closedOn, result }
}

/** 报送: fixes the route, and where it begins (domain #20). */
export function report(
  kase: FiledCase,
  command: CaseCommandOf<'report-application'>,
  situation: CaseSituation,
): Decided {
  const opinion = worded(command.opinion)
  if (!opinion.ok) return opinion
  const { submission, digest } = kase.filed
  const { form, employer } = submission
  const { vacancies } = command
  const quota = withinQuota(situation.plan, submission, vacancies ?? null, situation.othersRecommended ?? 0)
  if (!quota.ok) return quota
  const route = routeOf(situation.plan, command.chain, form.acceptancePoint, situation.register, employer.id)
  if (!route.ok) return route
  const [first] = route.value.stops
  if (!first) return refuse({ kind: 'chain-malformed', problems: ['employer-first'] })
  const to = entryAt(route.value, first.stage, chargedBy(kase, situation))
  if (!to.ok) return to
  const data = { digest, opinion: opinion.value, route: route.value, to: to.value }
  return ok([{ kind: 'application-reported', data: vacancies === undefined ? data : { ...data, vacancies } }])
}

export function decline({ filed }: FiledCase, command: CaseCommandOf<'decline-application'>): Decided {
  const reason = worded(command.reason)
  if (!reason.ok) return reason
  return ok([{ kind: 'application-declined', data: { digest: filed.digest, reason: reason.value } }])
}
