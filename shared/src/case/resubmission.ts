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
import type { Case } from './case-state.ts'

export function decideResubmission(
  kase: Case,
  command: SubmitApplication,
  submission: Omit<SubmissionSituation, 'plan' | 'submittedAt' | 'now'>,
  situation: CaseSituation,
): Result<readonly CaseFact[], CaseRefusal | SubmissionRefusal> {
  const { now } = situation
  const plan = kase.state.kind === 'stage-returned' ? keptOpen(situation.plan, now) : situation.plan
  const decided: Result<readonly [ApplicationSubmitted], SubmissionRefusal> = decideSubmission(command, {
    ...submission,
    plan,
    submittedAt: null,
    now,
  })
  if (!decided.ok) return decided
  return decideCase(kase, { kind: 'resubmit-application', ...decided.value[0].data }, situation)
}

function keptOpen(plan: Plan, now: Date): Plan {
  if (now.getTime() <= Date.parse(plan.window.close)) return plan
  return { ...plan, window: { ...plan.window, close: now.toISOString() } }
}
