/** Port: what offices set for a plan, as the facts of their streams say now. */
import type { Seat } from '@yejibu/shared/case/chain'
import type { FeeSetting } from '@yejibu/shared/case/fees'
import type { ApplicationId, OrgId, PlanId } from '@yejibu/shared/kernel/ids'

export interface CaseRegister {
  /** Which office does which stage of the plan's chains, for whom. */
  seats(plan: PlanId): Promise<readonly Seat[]>
  /** What the office charges under the plan; empty while it has set nothing. */
  fees(plan: PlanId, org: OrgId): Promise<FeeSetting>
  /** Applications under the plan that the employer has reported and that have not ended, but for this one. */
  reported(plan: PlanId, employer: OrgId, except: ApplicationId): Promise<readonly ApplicationId[]>
}
