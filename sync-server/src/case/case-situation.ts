/** What the relay knows when it decides about a case: the plan's own version, the offices' settings, its clock. Nothing of it comes from the command. */
import type { Actor } from '@yejibu/shared/account/actor'
import type { Submission } from '@yejibu/shared/application/submission'
import { foldCase } from '@yejibu/shared/case/case'
import type { CaseSituation } from '@yejibu/shared/case/case-commands'
import { isCaseFact } from '@yejibu/shared/case/case-facts'
import type { Case } from '@yejibu/shared/case/case-state'
import { orgAt, type Route, routeOf, type Seat } from '@yejibu/shared/case/chain'
import type { FeeSetting } from '@yejibu/shared/case/fees'
import { takesAPost } from '@yejibu/shared/case/quota'
import type { OrgId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import { foldPlan, isPlanFact } from '@yejibu/shared/plan/plan-facts'
import type { Ledger } from '../ledger/ledger.ts'
import type { CaseRegister } from './case-register.ts'

export interface SituationParts {
  readonly ledger: Pick<Ledger, 'read'>
  readonly register: CaseRegister
  now(): Date
}

/**
 * Null while nothing was submitted: there is nobody whose turn it could be.
 * @param chain the chain that the employer names in its report, before a route is fixed
 */
export async function situationOf(
  parts: SituationParts,
  { filed, route }: Case,
  actor: Actor | 'relay',
  chain: string | null = null,
): Promise<CaseSituation | null> {
  if (!filed) return null
  const { plan: named, form, employer } = filed.submission
  const published = foldPlan((await parts.ledger.read(`plan/${named.id}`)).filter(isPlanFact))
  const plan = published.versions.find(({ version }) => version === named.version)
  if (!plan) throw new Error(`plan ${named.id} has lost its version ${named.version}`)
  const register = await parts.register.seats(named.id)
  const asked = chain === null ? null : routeOf(plan, chain, form.acceptancePoint, register, employer.id)
  const othersRecommended = chain === null ? 0 : await othersRecommendedBy(parts, filed.submission)
  const feeSetting = await feesAlong(parts.register, plan, route ?? (asked?.ok ? asked.value : null), register)
  return { actor, plan, register, feeSetting, othersRecommended, now: parts.now() }
}

/** How many of the employer's posts its other people take whom it has recommended under the same plan (V-QUOTA). */
export async function othersRecommendedBy(
  { register, ledger }: Pick<SituationParts, 'register' | 'ledger'>,
  submission: Submission,
): Promise<number> {
  if (!takesAPost(submission)) return 0
  let others = 0
  for (const one of await register.reported(submission.plan.id, submission.employer.id, submission.application)) {
    const { filed, route } = foldCase((await ledger.read(`application/${one}`)).filter(isCaseFact))
    if (filed && route !== null && takesAPost(filed.submission)) others += 1
  }
  return others
}

/** Each fee is charged by the office of its stage; where that one has set nothing, by what the committee's office set. */
async function feesAlong(
  register: CaseRegister,
  plan: Plan,
  route: Route | null,
  seats: readonly Seat[],
): Promise<FeeSetting> {
  if (plan.fees.length === 0) return {}
  const committee = plan.committee.orgId as OrgId | null
  const setting: Record<string, number> = {}
  for (const { code, stage } of plan.fees) {
    const own = (route && orgAt(route, stage)) ?? seats.find((seat) => seat.stage === stage)?.org ?? null
    for (const org of [committee, own]) {
      const fen = org === null ? undefined : (await register.fees(plan.id, org))[code]
      if (fen !== undefined) setting[code] = fen
    }
  }
  return setting
}
