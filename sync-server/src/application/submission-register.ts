/** Port: what was submitted, by application and by plan. */
import type { AccountId, ApplicationId, PlanId } from '@yejibu/shared/kernel/ids'

export interface SubmissionRegister {
  /** ISO 8601; null while it is a draft, also again after it was taken back. */
  submittedAt(application: ApplicationId): Promise<string | null>
  /** Whether it lies before a reviewer or for good. What was taken back or returned is its owner's to write again. */
  isFrozen(application: ApplicationId): Promise<boolean>
  /** Another application of this person that lives under the plan (V-DUP-APP). */
  otherOf(owner: AccountId, plan: PlanId, application: ApplicationId): Promise<ApplicationId | null>
  /** Everything this person submitted, the newest first. */
  ofOwner(owner: AccountId): Promise<readonly ApplicationId[]>
  /** What was spoken against her for falsification, in any application: the years in which she may not apply (V-BAN). */
  bansOn(owner: AccountId): Promise<readonly { readonly from: number; readonly until: number }[]>
  /** What a roster of the plan says of a submission; null when it was not submitted under the plan. */
  rosterPart(
    application: ApplicationId,
    plan: PlanId,
  ): Promise<{ readonly name: string; readonly category: string } | null>
}
