/** How many copies of the evaluation form a plan asks for: one more of who is interviewed, told as a warning once she is called (V-ROSTER-COPY). */
import type { Plan } from '../plan/plan.ts'
import type { CaseHistoryFact } from './case-facts.ts'

/** Null where the plan says no number. */
export function copiesFor({ evaluationForm }: Pick<Plan, 'evaluationForm'>, isInterviewed: boolean): number | null {
  const { copies, copiesIfInterview } = evaluationForm
  return isInterviewed ? (copiesIfInterview ?? copies) : copies
}

export interface CopiesShort {
  readonly needed: number
  /** What the office has; 0 before the form was handed in. */
  readonly delivered: number
}

/** Null for who is not called to an interview, and once there are enough. */
export function copiesShort(plan: Pick<Plan, 'evaluationForm'>, facts: readonly CaseHistoryFact[]): CopiesShort | null {
  const needed = copiesFor(plan, true)
  if (needed === null || !facts.some(({ kind }) => kind === 'interview-called')) return null
  const last = facts.findLast((fact) => fact.kind === 'form-delivered')
  const delivered = last?.kind === 'form-delivered' ? last.data.copies : 0
  return delivered < needed ? { needed, delivered } : null
}
