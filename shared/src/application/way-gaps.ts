/**
 * What each way of applying that a plan allows still lacks, long before a draft is begun, and which of them is nearest.
 *
 * The model: a person is judged once for each type of application, as if everything that is approved were pulled. What lacks whatever type she
 * chooses is told once (`common`); what only some types ask for is told with each of those. Nearest is whom the fewest rules stop, then who has
 * the fewest papers to add, then the plan's own order: so it is the same on every device.
 */
import { PROFILE_ITEM } from '../kernel/ids.ts'
import { allHold, type Candidate } from '../plan/condition.ts'
import { type EligibilityProblem, eligibilityProblems } from '../plan/eligibility.ts'
import type { ApplicationType, Plan } from '../plan/plan.ts'
import { questionsFor } from '../plan/question.ts'
import { proposedClaims } from '../plan/score-proposal.ts'
import { reaches, type ScoredItem, scoreOf } from '../plan/self-score.ts'
import { type ArchiveReview, reviewOf } from '../review/review.ts'
import { archiveGaps } from './archive-gaps.ts'
import { scoredPerson, slotsFor } from './filing-problems.ts'
import { pullables } from './pull.ts'

/** What the approved entries speak for in the self-evaluation; rows that she must judge herself are not in it. */
export interface ProposedScore {
  readonly total: string
  readonly threshold: number
  readonly isEnough: boolean
}

export interface WayGaps {
  readonly type: string
  readonly name: string
  /** What this type asks for, another does not, and the archive does not meet. */
  readonly problems: readonly EligibilityProblem[]
  /** Null where the type does not evaluate itself. */
  readonly score: ProposedScore | null
  /** Boxes, answers and files that this type asks for and not every type does, as the plan names them. */
  readonly papers: readonly string[]
  readonly recommenders: { readonly count: number; readonly title: string } | null
  readonly isNearest: boolean
}

export interface PlanGaps {
  /** What lacks under every type: hours and assessments, and whatever else the plan asks of everybody. */
  readonly common: readonly EligibilityProblem[]
  /** In the plan's order; empty while the profile is not approved, because nothing can be said of the person. */
  readonly ways: readonly WayGaps[]
}

export function planGaps(plan: Plan, review: ArchiveReview, bans: Candidate['bans'] = []): PlanGaps {
  const profile = reviewOf(review, PROFILE_ITEM).approved?.content.fields
  if (!profile) {
    return { common: archiveGaps(plan, review).flatMap((gap) => (gap.kind === 'rule' ? gap.problem : [])), ways: [] }
  }
  const items = pullables(plan, review).map(({ approval }) => ({ item: approval.item, content: approval.content }))
  const pulled = items.map(({ content }) => content)
  const judged = plan.applicationTypes.map((type) => {
    const candidate: Candidate = { type: type.code, profile, pulled, bans }
    return { type, candidate, problems: eligibilityProblems(plan, candidate), papers: papersOf(plan, type, candidate) }
  })
  const common = inAll(judged.map(({ problems }) => problems)).map((problem) => named(problem, plan))
  const shared = new Set(inAll(judged.map(({ papers }) => papers)))
  const isCommon = (problem: EligibilityProblem) => common.some((one) => isSame(one, problem))
  const ways = judged.map(({ type, candidate, problems, papers }) => ({
    type: type.code,
    name: type.name,
    problems: problems.filter((problem) => !isCommon(problem)),
    score: proposedScore(plan, type, candidate, items),
    papers: judged.length > 1 ? papers.filter((paper) => !shared.has(paper)) : [],
    recommenders: recommendersOf(plan, candidate),
  }))
  const nearest = [...ways].sort((a, b) => distance(a) - distance(b))[0]
  return { common, ways: ways.map((way) => ({ ...way, isNearest: way === nearest })) }
}

function papersOf(plan: Plan, type: ApplicationType, candidate: Candidate): readonly string[] {
  return [
    ...type.ticks.flatMap(({ name, isRequired }) => (isRequired ? name : [])),
    ...questionsFor(plan.questions ?? [], candidate).flatMap(({ label, isRequired }) => (isRequired ? label : [])),
    ...slotsFor(plan, candidate).flatMap(({ slot, isRequired }) => (isRequired ? slot.title : [])),
  ]
}

function recommendersOf({ recommenders }: Plan, candidate: Candidate): WayGaps['recommenders'] {
  if (!recommenders || !allHold(recommenders.askedWhen, candidate)) return null
  return { count: recommenders.count, title: recommenders.title }
}

function proposedScore(
  plan: Plan,
  type: ApplicationType,
  candidate: Candidate,
  items: readonly ScoredItem[],
): ProposedScore | null {
  const { selfEvaluation } = plan
  if (!type.selfEvaluates || !selfEvaluation?.table) return null
  const { table, threshold } = selfEvaluation
  const person = scoredPerson(plan, candidate)
  const controls = table.controls.map(({ code }) => code)
  const { total } = scoreOf(
    table,
    { controls, claims: proposedClaims(table, items, person), ranges: {} },
    items,
    person,
  )
  return { total, threshold, isEnough: reaches(total, threshold) }
}

type Judged = Omit<WayGaps, 'isNearest'>

/** Rules weigh more than any number of papers; a plan has far fewer than a thousand of either. */
function distance({ problems, score, papers, recommenders }: Judged): number {
  const rules = problems.filter(({ severity }) => severity === 'error').length
  return (rules * 2 + (score && !score.isEnough ? 1 : 0)) * 1000 + papers.length + (recommenders?.count ?? 0)
}

function inAll<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const [first = [], ...others] = lists
  return first.filter((one) => others.every((list) => list.some((other) => isSame(one, other))))
}

/** Plain data, made by one function: the same keys in the same order. Which type was judged is no difference. */
function isSame(a: unknown, b: unknown): boolean {
  const text = (value: unknown) => JSON.stringify(value, (key, part) => (key === 'typeName' ? '' : part))
  return text(a) === text(b)
}

/** A rule that stops every type is told with all their names. */
function named(problem: EligibilityProblem, { applicationTypes }: Plan): EligibilityProblem {
  return problem.code === 'V-TITLE-4Y'
    ? { ...problem, typeName: applicationTypes.map(({ name }) => name).join('、') }
    : problem
}
