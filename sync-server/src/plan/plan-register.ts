/** The plans: those that an application can be made for, each in its newest version, and those of an office with all that was published. */

import { mayEditPlans } from '@yejibu/shared/account/access'
import type { Actor } from '@yejibu/shared/account/actor'
import type { Fact } from '@yejibu/shared/kernel/fact'
import { orgIdSchema, type PlanId } from '@yejibu/shared/kernel/ids'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import type { Plan } from '@yejibu/shared/plan/plan'
import {
  decideOfficePlan,
  decidePlan,
  foldPlan,
  isPlanFact,
  latestPlan,
  mayAskPlan,
  type PlanCommand,
  type PlanRefusal,
  type PublishedPlan,
} from '@yejibu/shared/plan/plan-facts'
import { PLAN_COMMANDS, type PlanCommandKind } from '@yejibu/shared/wire/plan-commands'
import { type MalformedRefusal, parseWith } from '../http/parse.ts'
import type { AppendRefusal, FactActor, Ledger } from '../ledger/ledger.ts'
import { askedCommand, type Perform } from '../ledger/perform.ts'

/** Port. */
export interface PlanRegister {
  /** Published and not withdrawn. */
  published(): Promise<readonly PlanId[]>
  /** Withdrawn ones too. */
  all(): Promise<readonly PlanId[]>
}

async function readPublished(ledger: Pick<Ledger, 'read'>, plan: PlanId): Promise<PublishedPlan> {
  return foldPlan((await ledger.read(`plan/${plan}`)).filter(isPlanFact))
}

export async function readPlan(ledger: Pick<Ledger, 'read'>, plan: PlanId): Promise<Plan | null> {
  return latestPlan(await readPublished(ledger, plan)) ?? null
}

/** The version that an application names, withdrawn plans' too; null where there is none. */
export async function readPlanVersion(
  ledger: Pick<Ledger, 'read'>,
  plan: PlanId,
  version: number,
): Promise<Plan | null> {
  return (await readPublished(ledger, plan)).versions.find((one) => one.version === version) ?? null
}

/** Everything that the offices of this person ever published. */
export async function readOfficePlans(
  ledger: Ledger,
  register: PlanRegister,
  actor: Actor,
): Promise<readonly PublishedPlan[]> {
  const plans = await Promise.all((await register.all()).map((id) => readPublished(ledger, id)))
  return plans.filter(({ versions }) => {
    const office = orgIdSchema.safeParse(versions.at(-1)?.committee.orgId)
    return office.success && mayEditPlans(actor, office.data)
  })
}

export async function readPlans(ledger: Ledger, register: PlanRegister): Promise<readonly Plan[]> {
  const plans = await Promise.all((await register.published()).map((id) => readPlan(ledger, id)))
  return plans.filter((plan) => plan !== null)
}

type Performed = Promise<Result<readonly Fact[], PlanRefusal | AppendRefusal>>

/** As the command line and the sample do it: for whichever office. */
export function performPlan(perform: Perform, plan: PlanId, command: PlanCommand, actor: FactActor): Performed {
  return perform<PlanRefusal>({
    stream: `plan/${plan}`,
    actor,
    command: null,
    expected: null,
    decide: async (facts) => ofThisPlan(plan, decidePlan(foldPlan(facts.filter(isPlanFact)), command)),
  })
}

/** As a committee office's people ask it. */
export async function performOfficePlan(
  { perform, ledger }: { readonly perform: Perform; readonly ledger: Ledger },
  kind: PlanCommandKind,
  body: unknown,
  actor: Actor,
): Promise<Result<readonly Fact[], PlanRefusal | AppendRefusal | MalformedRefusal>> {
  const parsed = parseWith(PLAN_COMMANDS[kind], body)
  if (!parsed.ok) return parsed
  const { id, expected, plan } = parsed.value
  const command: PlanCommand =
    'content' in parsed.value
      ? { kind: 'publish-plan', plan: parsed.value.content }
      : { kind: 'withdraw-plan', reason: parsed.value.reason }
  return perform<PlanRefusal>({
    stream: `plan/${plan}`,
    actor: actor.accountId,
    command: askedCommand(id, kind, parsed.value),
    expected,
    mayAsk: async () =>
      mayAskPlan(await readPublished(ledger, plan), command, actor) ? ok(true) : refuse({ kind: 'not-yours' }),
    decide: async (facts) => ofThisPlan(plan, decideOfficePlan(foldPlan(facts.filter(isPlanFact)), command, actor)),
  })
}

/** A plan in another's stream would be read under two names. */
function ofThisPlan(plan: PlanId, decided: ReturnType<typeof decidePlan>): ReturnType<typeof decidePlan> {
  const isOther = decided.ok && decided.value.some((f) => f.kind === 'plan-published' && f.data.plan.id !== plan)
  return isOther ? refuse({ kind: 'plan-malformed', at: [{ path: 'id', rule: 'not-this-plan' }] }) : decided
}
