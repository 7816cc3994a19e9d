/** A department or office reviews, recommends, determines (初定) or posts its re-checked list (domain #22–#27, #46, #47). */
import { ok, refuse } from '../../kernel/result.ts'
import { dayInShanghai } from '../../kernel/working-days.ts'
import type { Plan } from '../../plan/plan.ts'
import type { CaseCommandOf, CaseSituation, Decided, FiledCase } from '../case-commands.ts'
import { caseRulesOf } from '../case-rules.ts'
import { determiningStage, type Entry, entryAfter, stageAfter, stopKind } from '../chain.ts'
import { mandateMissing } from '../mandate.ts'
import { noticeTerms } from '../publicity.ts'
import { chargedBy, notNow, worded } from './words.ts'

export function passStage(
  { route, filed }: FiledCase,
  command: CaseCommandOf<'pass-stage'>,
  { plan }: CaseSituation,
): Decided {
  if (determiningStage(plan) === command.stage && route) return refuse({ kind: 'must-determine' })
  const opinion = opinionOn(plan, command)
  if (!opinion.ok) return opinion
  const { stage, checklist } = command
  return ok([{ kind: 'stage-passed', data: { digest: filed.digest, stage, checklist, opinion: opinion.value } }])
}

export function returnFromStage({ filed }: FiledCase, command: CaseCommandOf<'return-from-stage'>): Decided {
  const reason = worded(command.reason)
  if (!reason.ok) return reason
  return ok([{ kind: 'stage-returned', data: { digest: filed.digest, stage: command.stage, reason: reason.value } }])
}

export function rejectAtStage({ filed }: FiledCase, command: CaseCommandOf<'reject-at-stage'>): Decided {
  const reason = worded(command.reason)
  if (!reason.ok) return reason
  return ok([{ kind: 'stage-rejected', data: { digest: filed.digest, stage: command.stage, reason: reason.value } }])
}

/** 审核推荐: on to the next stage. Where a list notice comes first, it is posted instead; to a committee only with the letter that the plan asks for. */
export function recommend(
  kase: FiledCase,
  { stage }: CaseCommandOf<'recommend-case'>,
  situation: CaseSituation,
): Decided {
  const { route, filed } = kase
  if (!route) return notNow(kase)
  const next = stageAfter(route, stage)
  if (next !== null && stopKind(next) === 'list-notice') return refuse({ kind: 'list-first' })
  const to = entryAfter(route, stage, chargedBy(kase, situation))
  if (!to.ok) return to
  const missing = mandateMissing(kase, situation.plan, to.value)
  if (missing) return refuse(missing)
  return ok([{ kind: 'case-recommended', data: { digest: filed.digest, stage, to: to.value } }])
}

/** 评定 in a plan of 初定: by the department for junior titles, by the HR bureau for mid-level ones; announced at once where nothing is between. */
export function determine(
  kase: FiledCase,
  command: CaseCommandOf<'determine-title'>,
  situation: CaseSituation,
): Decided {
  const { route, filed } = kase
  if (!route) return notNow(kase)
  const { plan, now } = situation
  const { stage, checklist } = command
  const determining = determiningStage(plan)
  if (determining !== stage) return refuse({ kind: 'not-the-determining-stage', stage: determining })
  const opinion = opinionOn(plan, command)
  if (!opinion.ok) return opinion
  const to = entryAfter(route, stage, chargedBy(kase, situation))
  if (!to.ok) return to
  const data = { digest: filed.digest, stage, checklist, opinion: opinion.value, to: to.value }
  return ok([{ kind: 'title-determined', data }, ...announcedAt(to.value, now)])
}

function announcedAt(to: Entry, now: Date) {
  if (to.at !== 'announcement') return []
  return [{ kind: 'result-announced', data: { stage: to.stage, on: dayInShanghai(now), record: null } } as const]
}

/** 公示 of the re-checked list (domain #47). */
export function postList(kase: FiledCase, command: CaseCommandOf<'post-list'>, { plan, now }: CaseSituation): Decided {
  const { route } = kase
  if (!route) return notNow(kase)
  const next = stageAfter(route, command.stage)
  if (next === null || stopKind(next) !== 'list-notice') return refuse({ kind: 'no-list-here' })
  const { listWorkingDays, countStartDay } = caseRulesOf(plan)
  const method = worded(command.method)
  if (!method.ok) return method
  const terms = noticeTerms(command.content, method.value, listWorkingDays, { countStartDay, now })
  return ok([{ kind: 'list-posted', data: { ...terms, stage: next } }])
}

function opinionOn(plan: Plan, command: CaseCommandOf<'pass-stage' | 'determine-title'>) {
  const open = caseRulesOf(plan).checklist.filter((check) => !Object.hasOwn(command.checklist, check))
  if (open.length > 0) return refuse({ kind: 'checklist-open', checks: open })
  return worded(command.opinion)
}
