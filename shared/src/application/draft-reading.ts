/**
 * A draft read as its submission would be, for what is printed from it before it is submitted: the same approvals, the same employer, the same plan.
 * What only lacks something is named and stands in nobody's way; what could never be submitted as it is, or is not approved, is refused. Nothing
 * is decided here and nothing is frozen.
 */
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { EligibilityProblem } from '../plan/eligibility.ts'
import type { FilingProblem } from './filing-problems.ts'
import { type PullProblem, pullProblems, type StartGate, startGates } from './pull.ts'
import {
  admit,
  type FormProblem,
  readSubmission,
  type Submission,
  type SubmissionRefusal,
  type SubmissionSituation,
  type SubmitApplication,
} from './submission.ts'

/** What would hold the submission back, and does not hold back a paper. */
export type Missing =
  | { readonly about: 'gate'; readonly gate: StartGate }
  | { readonly about: 'form'; readonly problem: FormProblem }
  | { readonly about: 'pull'; readonly problem: PullProblem }
  | { readonly about: 'eligibility'; readonly problem: EligibilityProblem }
  | { readonly about: 'filing'; readonly problem: FilingProblem }

export interface DraftReading {
  /** What would be frozen of it now. */
  readonly submission: Submission
  /** In the order in which a person can mend it. */
  readonly missing: readonly Missing[]
}

export type DraftRefusal = Exclude<
  SubmissionRefusal,
  { readonly kind: 'gates-closed' | 'not-eligible' | 'filing-incomplete' }
>

/** Lacking a note or a proof, as against lacking an approval. */
const MENDED_BY_ITS_OWNER: readonly PullProblem['kind'][] = ['pull-before-title', 'pull-without-contributor']

/** Asked in the order of `decideSubmission`, so that both say the same first. Before the window opens a draft is read: its signatures take time. */
export function readDraft(
  command: SubmitApplication,
  situation: SubmissionSituation,
): Result<DraftReading, DraftRefusal> {
  const admitted = admit(command, situation, ['closed'])
  if (!admitted.ok) return admitted
  const { employer, plan } = admitted.value
  const { review } = situation
  const pulls = pullProblems(plan, review, command.pulls, employer.id)
  const unapproved = pulls.filter(({ kind }) => !MENDED_BY_ITS_OWNER.includes(kind))
  if (unapproved.length > 0) return refuse({ kind: 'pulls-refused', problems: unapproved })
  const reading = readSubmission(command, { ...situation, employer, plan })
  if (!reading) return refuse({ kind: 'profile-not-pulled' })
  const unknown = reading.form.filter(({ code }) => code === 'unknown')
  if (unknown.length > 0) return refuse({ kind: 'form-incomplete', problems: unknown })
  return ok({
    submission: reading.submission,
    missing: [
      ...startGates(plan, review).map((gate) => ({ about: 'gate' as const, gate })),
      ...reading.form.map((problem) => ({ about: 'form' as const, problem })),
      ...pulls.map((problem) => ({ about: 'pull' as const, problem })),
      ...reading.eligibility.filter(isError).map((problem) => ({ about: 'eligibility' as const, problem })),
      ...reading.filing.filter(isError).map((problem) => ({ about: 'filing' as const, problem })),
    ],
  })
}

function isError({ severity }: { readonly severity: 'error' | 'warning' }): boolean {
  return severity === 'error'
}

/** Short and the same for page and relay, of letters that any header may hold: `form:category`, `filing:V-FILE-REQ:titleCert`. */
export function missingName(missing: Missing): string {
  switch (missing.about) {
    case 'gate':
      return named(
        'gate',
        missing.gate.kind,
        missing.gate.kind === 'section-without-approval' ? missing.gate.section : '',
      )
    case 'form':
      return named('form', missing.problem.field, missing.problem.code)
    case 'pull':
      return named('pull', missing.problem.kind, missing.problem.item)
    case 'eligibility':
      return named('eligibility', missing.problem.code, '')
    case 'filing':
      return named('filing', missing.problem.code, missing.problem.at)
  }
}

/** A slot that no plan has may be named anything. */
function named(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => part.replaceAll(/[^A-Za-z0-9._-]/g, '_'))
    .join(':')
}
