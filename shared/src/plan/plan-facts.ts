/** Publishing a plan: stream `plan/<id>`. A published version is never changed; a change is the next version. */
import { mayEditPlans } from '../account/access.ts'
import type { Actor } from '../account/actor.ts'
import type { Fact, NewFact } from '../kernel/fact.ts'
import { orgIdSchema } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { isReason, reasonRequired } from '../review/reason.ts'
import { type Plan, planSchema } from './plan.ts'
import { planFaults } from './plan-faults.ts'

export type PlanPublished = NewFact<'plan-published', { readonly plan: Plan }>
export type PlanWithdrawn = NewFact<'plan-withdrawn', { readonly reason: string }>
export type PlanFact = PlanPublished | PlanWithdrawn

/** Every published version, oldest first; nobody can start under a withdrawn plan. */
export interface PublishedPlan {
  readonly versions: readonly Plan[]
  readonly isWithdrawn: boolean
}

export const NO_PLAN: PublishedPlan = { versions: [], isWithdrawn: false }

export type PlanCommand =
  | { readonly kind: 'publish-plan'; readonly plan: unknown }
  | { readonly kind: 'withdraw-plan'; readonly reason: string }

export type PlanRefusal =
  | { readonly kind: 'plan-malformed'; readonly at: readonly { readonly path: string; readonly rule: string }[] }
  | { readonly kind: 'plan-version-not-next'; readonly given: number; readonly next: number }
  | { readonly kind: 'plan-window-reversed' }
  | { readonly kind: 'no-such-plan' }
  /** Another office's, or nobody's business of hers at all: the same answer whether the plan exists or not. */
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'reason-required'; readonly minChars: number; readonly maxChars: number }

export function decidePlan(published: PublishedPlan, command: PlanCommand): Result<readonly PlanFact[], PlanRefusal> {
  if (command.kind === 'withdraw-plan') {
    if (published.versions.length === 0 || published.isWithdrawn) return refuse({ kind: 'no-such-plan' })
    return ok([{ kind: 'plan-withdrawn', data: { reason: command.reason } }])
  }
  const parsed = planSchema.safeParse(command.plan)
  if (!parsed.success) {
    const at = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), rule: issue.code ?? 'invalid' }))
    return refuse({ kind: 'plan-malformed', at })
  }
  const plan = parsed.data
  const faults = planFaults(plan)
  if (faults.length > 0) {
    return refuse({ kind: 'plan-malformed', at: faults.map(({ path, rule }) => ({ path: path.join('.'), rule })) })
  }
  if (Date.parse(plan.window.open) >= Date.parse(plan.window.close)) return refuse({ kind: 'plan-window-reversed' })
  const next = (published.versions.at(-1)?.version ?? 0) + 1
  if (plan.version !== next) return refuse({ kind: 'plan-version-not-next', given: plan.version, next })
  return ok([{ kind: 'plan-published', data: { plan } }])
}

export function evolvePlan(published: PublishedPlan, fact: PlanFact): PublishedPlan {
  return fact.kind === 'plan-withdrawn'
    ? { ...published, isWithdrawn: true }
    : { versions: [...published.versions, fact.data.plan], isWithdrawn: false }
}

export function foldPlan(facts: Iterable<PlanFact>): PublishedPlan {
  let published = NO_PLAN
  for (const fact of facts) published = evolvePlan(published, fact)
  return published
}

/** The version that a new application is made for. */
export function latestPlan(published: PublishedPlan): Plan | undefined {
  return published.isWithdrawn ? undefined : published.versions.at(-1)
}

export function isPlanFact(fact: Fact): fact is Fact & PlanFact {
  return fact.kind === 'plan-published' || fact.kind === 'plan-withdrawn'
}

/**
 * `[PLAN-60]` Publishing and withdrawing by a committee office. Whose a plan is, its last version says, so nobody takes over another office's
 * plan by naming herself in the next one; a new plan is the office's that it names.
 */
export function decideOfficePlan(
  published: PublishedPlan,
  command: PlanCommand,
  actor: Actor,
): Result<readonly PlanFact[], PlanRefusal> {
  if (!mayAskPlan(published, command, actor)) return refuse({ kind: 'not-yours' })
  if (command.kind === 'withdraw-plan' && !isReason(command.reason.trim())) return reasonRequired()
  return decidePlan(published, command)
}

export function mayAskPlan({ versions }: PublishedPlan, command: PlanCommand, actor: Actor): boolean {
  const last = versions.at(-1)
  if (last && !mayEdit(actor, last.committee.orgId)) return false
  return command.kind === 'withdraw-plan' ? last !== undefined : mayEdit(actor, officeNamedIn(command.plan))
}

function mayEdit(actor: Actor, office: string | null): boolean {
  const org = orgIdSchema.safeParse(office)
  return org.success && mayEditPlans(actor, org.data)
}

function officeNamedIn(plan: unknown): string | null {
  const committee = typeof plan === 'object' && plan !== null && 'committee' in plan ? plan.committee : null
  const office = typeof committee === 'object' && committee !== null && 'orgId' in committee ? committee.orgId : null
  return typeof office === 'string' ? office : null
}
