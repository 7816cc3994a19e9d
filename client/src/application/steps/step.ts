/**
 * The steps of an application, which of them a plan asks for, and how each stands. Any order is allowed: a step says what is missing in it,
 * and only the last one needs all others.
 */
import type { ApplicationDraft } from '@yejibu/shared/application/application-doc'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import { allHold, type Candidate } from '@yejibu/shared/plan/condition'
import { applicationTypeOf, asksFor, type Plan } from '@yejibu/shared/plan/plan'
import { type DraftCheck, type DraftProblem, isBlocking } from '../check-draft.ts'

export const STEPS = ['photo', 'pledge', 'info', 'score', 'pulls', 'attachments', 'preview'] as const
export type Step = (typeof STEPS)[number]

export function isStep(text: string | undefined): text is Step {
  return STEPS.some((step) => step === text)
}

/** Each step has an address of its own, so that back, reload and links from problems lead to it. */
export function stepPath(application: ApplicationId, step: Step, anchor?: string): string {
  return `/application/${application}/${step}${anchor === undefined ? '' : `#${anchor}`}`
}

export function stepsFor(plan: Plan): readonly Step[] {
  return STEPS.filter((step) => {
    switch (step) {
      case 'photo':
      case 'pledge':
      case 'attachments':
        return asksFor(plan, step)
      case 'score':
        return asksFor(plan, 'details') && (Boolean(plan.selfEvaluation?.table) || Boolean(plan.recommenders))
      default:
        return true
    }
  })
}

/** The type evaluates itself, or somebody must recommend this person. */
export function needsScore(plan: Plan, candidate: Candidate): boolean {
  const { selfEvaluation, recommenders } = plan
  const isEvaluated =
    Boolean(selfEvaluation?.table) && (applicationTypeOf(plan, candidate.type)?.selfEvaluates ?? false)
  return isEvaluated || (Boolean(recommenders) && allHold(recommenders?.askedWhen ?? [], candidate))
}

const SCORE_RULES: readonly string[] = ['V-SELF', 'V-SELF-CONTROL', 'V-SELF-CLAIM', 'V-SELF-REC']

/** Where a problem can be mended; null where no step of the application can. */
export function stepOf(problem: DraftProblem): Step | null {
  switch (problem.about) {
    case 'form':
      return 'info'
    case 'pull':
    case 'many':
      return 'pulls'
    case 'eligibility':
      if (problem.problem.code === 'V-BAN') return null
      return /^V-(CE|ASSESS)/.test(problem.problem.code) ? 'pulls' : 'info'
    case 'filing': {
      const { part, code, at } = problem.problem
      if (part !== 'details') return part
      return SCORE_RULES.includes(code) || at === 'recommenders' ? 'score' : 'info'
    }
    default:
      return null
  }
}

export type StepState =
  /** The plan has it, this type of application does not. */
  | { readonly kind: 'not-needed' }
  | { readonly kind: 'not-started' }
  /** Begun, and nothing in it is wrong: so many things are still missing. */
  | { readonly kind: 'under-way'; readonly n: number }
  | { readonly kind: 'problems'; readonly n: number }
  | { readonly kind: 'done' }

export function stateOf(
  step: Exclude<Step, 'preview'>,
  plan: Plan,
  draft: ApplicationDraft,
  check: DraftCheck,
): StepState {
  if (step === 'score' && !needsScore(plan, check.candidate)) return { kind: 'not-needed' }
  const blocking = check.problems.filter((problem) => isBlocking(problem) && stepOf(problem) === step)
  const n = blocking.length
  if (!isBegun(step, plan, draft, check)) return { kind: n > 0 || step === 'pulls' ? 'not-started' : 'done' }
  if (n === 0) return { kind: 'done' }
  return { kind: blocking.every((problem) => isMissing(problem, draft)) ? 'under-way' : 'problems', n }
}

function isBegun(step: Step, plan: Plan, { form, filing }: ApplicationDraft, { items }: DraftCheck): boolean {
  switch (step) {
    case 'photo':
      return filing.photo !== null
    case 'pledge':
      return filing.pledge !== null
    case 'info':
      return `${form.type}${form.category}${form.acceptancePoint}${form.statement}` !== ''
    case 'score':
      return filing.score !== null || filing.recommenders.length > 0
    case 'pulls':
      // Background is pulled from the start; it is achievements that one chooses.
      return items.some(({ approval }) => plan.pull.achievementSections.some((key) => key === approval.part))
    case 'attachments':
      return filing.attachments.length > 0
    case 'preview':
      return false
  }
}

/** Something is not there yet, as against something that is there and wrong. */
function isMissing(problem: DraftProblem, { filing }: ApplicationDraft): boolean {
  if (problem.about === 'form') return problem.problem.code !== 'unknown' && problem.problem.code !== 'V-STMT-LEN'
  if (problem.about !== 'filing') return false
  const { part, code, at } = problem.problem
  switch (part) {
    case 'photo':
      return code === 'V-PHOTO-REQ'
    case 'pledge':
      return filing.pledge === null
    case 'details':
      return code === 'V-SELF-CONTROL' || (filing.answers[at] ?? '').trim() === ''
    case 'attachments':
      return filing.attachments.every(({ slot }) => slot !== at)
  }
}
