/**
 * A further round: the rules of a first submission make the new content, the case's rules say whether and to whom it goes. What an office
 * returned was in time, so the plan's window is not asked of it again.
 */

import type { ApplicationSubmitted, SubmissionRefusal } from '../application/submission.ts'
import { decideSubmission, type SubmissionSituation, type SubmitApplication } from '../application/submission.ts'
import type { Result } from '../kernel/result.ts'
import type { Plan } from '../plan/plan.ts'
import { decideCase } from './case.ts'
import type { CaseRefusal, CaseSituation } from './case-commands.ts'
import type { CaseFact } from './case-facts.ts'
import type { Case, StateKind } from './case-state.ts'

export function decideResubmission(
  kase: Case,
  command: SubmitApplication,
  submission: Omit<SubmissionSituation, 'plan' | 'submittedAt' | 'now'>,
  situation: CaseSituation,
): Result<readonly CaseFact[], CaseRefusal | SubmissionRefusal> {
  const { now } = situation
  const plan = planOfRound(kase, situation.plan, now)
  const decided: Result<readonly [ApplicationSubmitted], SubmissionRefusal> = decideSubmission(command, {
    ...submission,
    plan,
    submittedAt: null,
    now,
  })
  if (!decided.ok) return decided
  return decideCase(kase, { kind: 'resubmit-application', ...decided.value[0].data }, situation)
}

/** States in which its owner may send the same application once more. */
const OPEN_TO_ITS_OWNER: readonly StateKind[] = ['draft', 'emp-returned', 'stage-returned']

/** Whether what was submitted before lies with its owner again. */
export function isOpenToItsOwner({ filed, state }: Case): boolean {
  return filed !== null && OPEN_TO_ITS_OWNER.includes(state.kind)
}

/** The plan with the window that is asked of this round. */
export function planOfRound({ state }: Case, plan: Plan, now: Date): Plan {
  if (state.kind !== 'stage-returned' || now.getTime() <= Date.parse(plan.window.close)) return plan
  return { ...plan, window: { ...plan.window, close: now.toISOString() } }
}
