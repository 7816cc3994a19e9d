/** Results: their notice, announcement, certificate (domain #39–#42), and what the relay's clock does by itself (#29, #41, #44, #47). */
import { ok, refuse } from '../../kernel/result.ts'
import { dayInShanghai } from '../../kernel/working-days.ts'
import { windowAt } from '../../plan/plan.ts'
import type { StageCode } from '../../plan/stage-code.ts'
import type { CaseCommandOf, CaseSituation, Decided, FiledCase } from '../case-commands.ts'
import { caseRulesOf } from '../case-rules.ts'
import { entryAfter, type Route, stageAfter, stopKind } from '../chain.ts'
import { mayClose, noticeTerms } from '../publicity.ts'
import { recordOf } from './notice.ts'
import { chargedBy, notNow, worded } from './words.ts'

export function openResultNotice(
  kase: FiledCase,
  command: CaseCommandOf<'open-result-notice'>,
  { plan, now }: CaseSituation,
): Decided {
  const { state, route } = kase
  if (state.kind !== 'meeting-passed' || !route) return notNow(kase)
  const next = stageAfter(route, state.stage)
  if (next === null || stopKind(next) !== 'result-notice') return refuse({ kind: 'no-list-here' })
  const method = worded(command.method)
  if (!method.ok) return method
  const { resultWorkingDays, countStartDay } = caseRulesOf(plan)
  const terms = noticeTerms(command.content, method.value, resultWorkingDays, { countStartDay, now })
  return ok([{ kind: 'result-notice-opened', data: { ...terms, stage: next } }])
}

/** After the notice of results where the chain has one, else straight after the last step. */
export function announceResult(
  kase: FiledCase,
  _command: CaseCommandOf<'announce-result'>,
  { now }: CaseSituation,
): Decided {
  const { state, route } = kase
  if (!route) return notNow(kase)
  const on = dayInShanghai(now)
  if (state.kind === 'result-notice-running') {
    const over = mayClose(state.notice, now)
    if (!over.ok) return over
    return announced(route, state.stage, on, recordOf(state.notice, on, '公示期满，无未处理的异议。'))
  }
  if (state.kind === 'awaiting-announcement') {
    return ok([{ kind: 'result-announced', data: { stage: state.stage, on, record: null } }])
  }
  if (state.kind !== 'meeting-passed') return notNow(kase)
  const next = stageAfter(route, state.stage)
  if (next === null || stopKind(next) !== 'announcement') return refuse({ kind: 'result-notice-first' })
  return announced(route, state.stage, on, null)
}

function announced(route: Route, after: StageCode, on: string, record: ReturnType<typeof recordOf> | null): Decided {
  const stage = stageAfter(route, after)
  if (stage === null) return refuse({ kind: 'nothing-above' })
  return ok([{ kind: 'result-announced', data: { stage, on, record } }])
}

export function issueCertificate(_kase: FiledCase, { number }: CaseCommandOf<'issue-certificate'>): Decided {
  const worthy = worded(number)
  if (!worthy.ok) return worthy
  return ok([{ kind: 'certificate-issued', data: { number: worthy.value } }])
}

/** What became due; `nothing-due` when nothing did, so it may be asked as often as one likes. */
export function letTimePass(
  kase: FiledCase,
  _command: CaseCommandOf<'let-time-pass'>,
  situation: CaseSituation,
): Decided {
  const { state, route } = kase
  const { plan, now } = situation
  switch (state.kind) {
    case 'draft':
      if (windowAt(plan, now) !== 'closed') return refuse({ kind: 'nothing-due' })
      return ok([{ kind: 'application-expired', data: { close: plan.window.close } }])
    case 'fee-due':
      if (now.getTime() <= Date.parse(state.bill.deadline)) return refuse({ kind: 'nothing-due' })
      return ok([{ kind: 'fee-overdue', data: { deadline: state.bill.deadline } }])
    case 'result-notice-running':
      return announceResult(kase, { kind: 'announce-result', digest: kase.filed.digest }, situation)
    case 'list-notice-running': {
      const over = mayClose(state.notice, now)
      if (!over.ok || !route) return over.ok ? notNow(kase) : over
      const to = entryAfter(route, state.stage, chargedBy(kase, situation))
      if (!to.ok) return to
      const record = recordOf(state.notice, over.value, '公示期满，无未处理的异议。')
      return ok([{ kind: 'list-cleared', data: { ...record, to: to.value } }])
    }
    default:
      return notNow(kase)
  }
}
