/** Port: which order belongs to which case. An order's number is one of a kind in the whole office: a provider's news names nothing else. */
import type { ApplicationId, PlanId } from '@yejibu/shared/kernel/ids'

export interface PaymentOrders {
  /** The case in which the order was first named, by its applicant or by the office. */
  applicationOfOrder(order: string): Promise<ApplicationId | null>
  /** Orders that were started online since this moment (ISO 8601) and of which nothing was heard. */
  unheardSince(since: string): Promise<readonly string[]>
  /** Where something is due, or was ever paid, under the plan. */
  withMoneyUnder(plan: PlanId): Promise<readonly ApplicationId[]>
}
