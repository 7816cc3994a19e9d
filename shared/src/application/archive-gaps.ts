/**
 * What an archive still lacks for one plan before an application is begun: the start gates, and what the plan sums over the years from
 * approved entries (hours of continuing education, yearly assessments). Each gap says to which part of the archive it belongs.
 *
 * Always true: judged from the facts alone, as if everything that can be pulled were pulled; so what is named here is missing whatever
 * the applicant chooses later, and nothing here depends on a type of application.
 */
import type { Part } from '../archive/item.ts'
import { assessmentProblems, type EligibilityProblem, hoursProblems } from '../plan/eligibility.ts'
import type { Plan } from '../plan/plan.ts'
import type { ArchiveReview } from '../review/review.ts'
import { pullables, type StartGate, startGates } from './pull.ts'

export type ArchiveGap =
  | { readonly kind: 'gate'; readonly part: Part | null; readonly gate: StartGate }
  | { readonly kind: 'rule'; readonly part: Part; readonly problem: EligibilityProblem }

/** In the order in which they are best mended: profile, mandatory sections, then what is summed. */
export function archiveGaps(plan: Plan, review: ArchiveReview): readonly ArchiveGap[] {
  const gates = startGates(plan, review).map((gate): ArchiveGap => ({ kind: 'gate', part: partOf(gate), gate }))
  const contents = pullables(plan, review).map(({ approval }) => approval.content)
  const rule =
    (part: Part) =>
    (problem: EligibilityProblem): ArchiveGap => ({ kind: 'rule', part, problem })
  return [
    ...gates,
    ...hoursProblems(plan, contents).map(rule('continuingEducation')),
    ...assessmentProblems(plan, contents).map(rule('assessment')),
  ]
}

function partOf(gate: StartGate): Part | null {
  if (gate.kind === 'profile-not-approved') return 'profile'
  return gate.kind === 'section-without-approval' ? gate.section : null
}
