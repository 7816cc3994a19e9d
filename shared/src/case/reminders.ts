/**
 * What the relay's clock tells people in time (domain §5.4): that a plan closes in three days while a draft or something returned lies with its owner, and that
 * an employer's notice is over. Each is written down once in the application's stream, so that a relay that starts again tells nothing twice; it changes
 * nothing of the case.
 */
import type { Fact, NewFact } from '../kernel/fact.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { type Plan, windowAt } from '../plan/plan.ts'
import type { Case } from './case-state.ts'
import { isFrozen } from './case-state.ts'
import { mayClose } from './publicity.ts'

/** Days before the window closes. */
export const NEAR_DAYS = 3
const DAY = 86_400_000

export type ReminderFact =
  | NewFact<'close-neared', { readonly plan: string; readonly close: string }>
  | NewFact<'notice-elapsed', { readonly startedOn: string; readonly lastDay: string }>

export function isReminderFact<F extends NewFact | Fact>(fact: F): fact is F & ReminderFact {
  return fact.kind === 'close-neared' || fact.kind === 'notice-elapsed'
}

export function closesSoon(plan: Pick<Plan, 'window'>, now: Date): boolean {
  return windowAt(plan, now) === 'open' && Date.parse(plan.window.close) - now.getTime() <= NEAR_DAYS * DAY
}

type Due = Result<readonly ReminderFact[], { readonly kind: 'nothing-due' }>

/** @param facts of the application's stream; none for a draft that was never submitted. A window that was moved is told again. */
export function remindOfClosing(facts: readonly Fact[], kase: Case, plan: Plan, now: Date): Due {
  const { close } = plan.window
  const isTold = facts.some((fact) => isReminderFact(fact) && fact.kind === 'close-neared' && fact.data.close === close)
  if (isTold || isFrozen(kase.state.kind) || !closesSoon(plan, now)) return refuse({ kind: 'nothing-due' })
  return ok([{ kind: 'close-neared', data: { plan: plan.id, close } }])
}

/** Once for each notice; one that was restarted is another. While an objection is open there is nothing to report. */
export function remindOfNotice(facts: readonly Fact[], { state }: Case, now: Date): Due {
  if (state.kind !== 'notice-running' || !mayClose(state.notice, now).ok) return refuse({ kind: 'nothing-due' })
  const told = facts.findLastIndex(({ kind }) => kind === 'notice-elapsed')
  const begun = facts.findLastIndex(({ kind }) => kind === 'notice-started' || kind === 'notice-restarted')
  if (told > begun) return refuse({ kind: 'nothing-due' })
  const { startedOn, lastDay } = state.notice
  return ok([{ kind: 'notice-elapsed', data: { startedOn, lastDay: lastDay ?? '' } }])
}
