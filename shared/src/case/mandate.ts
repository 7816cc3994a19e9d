/**
 * 委托评审 (domain §4.5, D-ENTRUST of §4.7): a committee judges people of others only by a letter (评审委托书) of the department above them, of the centre
 * that keeps their files, or of the HR bureau that agrees to it. Which cases need one, whose it is and which station takes nobody without it
 * stands in the plan. A letter is about a batch: each of its cases keeps it, and letters with the same number are one paper (F7).
 */
import type { OrgId } from '../kernel/ids.ts'
import type { Plan } from '../plan/plan.ts'
import type { StageCode } from '../plan/stage-code.ts'
import { type CaseRules, caseRulesOf } from './case-rules.ts'
import type { Case, StateKind } from './case-state.ts'
import { determiningStage, type Entry, type Route, type Stop } from './chain.ts'
import type { LetterMalformed } from './letter.ts'

export type MandateRefusal =
  /** `org` issues it at `stage`; without it nothing goes to `before`. */
  | { readonly kind: 'mandate-first'; readonly stage: StageCode; readonly org: OrgId; readonly before: StageCode }
  | LetterMalformed

type MandateRule = NonNullable<CaseRules['mandate']>

/** The plan's rule, where it is about this chain. 初定 goes before no committee. */
export function mandateRuleOf(plan: Plan, chain: string): MandateRule | null {
  const { mandate } = caseRulesOf(plan)
  if (determiningStage(plan) !== null) return null
  return mandate && (mandate.chains?.includes(chain) ?? true) ? mandate : null
}

/** Who issues the letter of a case on this route: the first of the plan's stations that it passes; null where none is asked for. */
export function mandatorOf(plan: Plan, route: Route): Stop | null {
  const rule = mandateRuleOf(plan, route.chain)
  const stages = rule?.issuedBy ?? []
  for (const stage of stages) {
    const stop = route.stops.find((one) => one.stage === stage)
    if (stop) return stop
  }
  return null
}

/** Why a case may not go there: it would come before the committee without its letter. */
export function mandateMissing(
  { route, mandate }: Pick<Case, 'route' | 'mandate'>,
  plan: Plan,
  to: Entry,
): Extract<MandateRefusal, { kind: 'mandate-first' }> | null {
  if (!route || mandate || !('stage' in to)) return null
  const rule = mandateRuleOf(plan, route.chain)
  const by = mandatorOf(plan, route)
  return rule && by && to.stage === rule.before ? { kind: 'mandate-first', ...by, before: rule.before } : null
}

/** With its applicant it can be in nobody's letter; after an end there is nothing to entrust. */
const NOT_WHILE: readonly StateKind[] = ['stage-returned', 'stage-rejected', 'meeting-failed']

/** From the moment its office has passed the case until it goes to the committee; till then another letter takes the place of the first. */
export function mayBeMandated({ route, state }: Pick<Case, 'route' | 'state'>, plan: Plan): boolean {
  const by = route && mandatorOf(plan, route)
  const rule = route && mandateRuleOf(plan, route.chain)
  if (!by || !rule || !('stage' in state) || NOT_WHILE.includes(state.kind)) return false
  const at = (stage: StageCode) => route.stops.findIndex((stop) => stop.stage === stage)
  if (state.stage === by.stage) return state.kind === 'stage-passed'
  return at(state.stage) > at(by.stage) && at(state.stage) < at(rule.before)
}
