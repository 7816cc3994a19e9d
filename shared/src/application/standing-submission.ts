/**
 * Which submission of an application counts today. A first submission and every further round stay in the ledger for good; what its owner took
 * back before the employer opened it (domain §5.2 #9) is a draft again, and the submission before it is history.
 */
import type { Fact } from '../kernel/fact.ts'
import type { StoredSubmission } from './submission.ts'

export function isSubmissionFact(fact: Fact): fact is StoredSubmission {
  return fact.kind === 'application-submitted' || fact.kind === 'application-resubmitted'
}

/** @param facts of one application's stream, in order; null while it is a draft, taken back or never submitted */
export function standingSubmission(facts: readonly Fact[]): StoredSubmission | null {
  const last = facts.findLast((fact) => isSubmissionFact(fact) || fact.kind === 'submission-taken-back')
  return last && isSubmissionFact(last) ? last : null
}

export interface TakenBack {
  readonly fact: StoredSubmission
  /** ISO 8601, by the relay's clock. */
  readonly at: string
}

/** What was submitted and then taken back, where nothing was submitted since. */
export function takenBack(facts: readonly Fact[]): TakenBack | null {
  const last = facts.findLast((fact) => isSubmissionFact(fact) || fact.kind === 'submission-taken-back')
  if (last?.kind !== 'submission-taken-back') return null
  const fact = facts.findLast(isSubmissionFact)
  return fact ? { fact, at: last.at } : null
}

/** Facts after which a submission lies with its owner again, to be mended and sent once more. */
const RETURNS: readonly string[] = ['submission-returned', 'stage-returned']

/** The relay's reminders: nothing happened (`case/reminders.ts`). */
const OF_THE_CLOCK: readonly string[] = ['close-neared', 'notice-elapsed']

/**
 * Whether the submission that counts was returned to its owner. An objection that was upheld returns it, too.
 * @param facts of one application's stream, in order
 */
export function isReturned(facts: readonly Fact[]): boolean {
  const last = facts.findLast(({ kind }) => !OF_THE_CLOCK.includes(kind))
  if (!last || !standingSubmission(facts)) return false
  if (last.kind !== 'objection-upheld') return RETURNS.includes(last.kind)
  return (last.data as { readonly outcome?: unknown }).outcome === 'return'
}
