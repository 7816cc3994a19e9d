/**
 * Everything that stands between a draft and its submission, and exactly what would be frozen. The rules are those of
 * `shared/application`, told what this browser knows; the relay asks them again with what it knows, and its answer is final.
 */
import type { ApplicationDraft, ApplicationForm, Pull } from '@yejibu/shared/application/application-doc'
import { type Filing, type FrozenFiling, frozenFiling } from '@yejibu/shared/application/filing'
import {
  type FilingProblem,
  filedScore,
  filingProblems,
  type HeldFile,
} from '@yejibu/shared/application/filing-problems'
import {
  approvalBehind,
  type ManyPulls,
  manyPulls,
  type PullProblem,
  pullProblems,
  type StartGate,
  startGates,
} from '@yejibu/shared/application/pull'
import { type FormProblem, formProblems } from '@yejibu/shared/application/submission'
import { type AccountId, type ApplicationId, type ItemId, type OrgId, PROFILE_ITEM } from '@yejibu/shared/kernel/ids'
import type { Candidate } from '@yejibu/shared/plan/condition'
import { type EligibilityProblem, eligibilityProblems } from '@yejibu/shared/plan/eligibility'
import { type Plan, windowAt } from '@yejibu/shared/plan/plan'
import type { Score } from '@yejibu/shared/plan/self-score'
import { type ArchiveReview, type Ruling, reviewOf } from '@yejibu/shared/review/review'

export type DraftProblem =
  | { readonly about: 'plan'; readonly kind: 'not-yet' | 'closed' | 'moved-on' | 'withdrawn' }
  | { readonly about: 'owner'; readonly kind: 'no-employer' }
  | { readonly about: 'other'; readonly application: ApplicationId }
  | { readonly about: 'gate'; readonly gate: StartGate }
  | { readonly about: 'form'; readonly problem: FormProblem }
  | { readonly about: 'pull'; readonly problem: PullProblem }
  | { readonly about: 'eligibility'; readonly problem: EligibilityProblem }
  | { readonly about: 'many'; readonly problem: ManyPulls }
  | { readonly about: 'filing'; readonly problem: FilingProblem }

export interface DraftSituation {
  readonly owner: AccountId
  /** The version the draft names, or the newest where that one was never seen here. */
  readonly plan: Plan
  /** The newest published version; undefined when the plan was withdrawn. */
  readonly latest: Plan | undefined
  readonly review: ArchiveReview
  /** The owner's employer now; null without one. */
  readonly employer: OrgId | null
  /** What this browser knows of the files that the filing names (`filed-files.ts`). */
  readonly files: ReadonlyMap<string, HeldFile>
  /** Another application of this person that was submitted under the plan. */
  readonly other: ApplicationId | null
  /** What was spoken against her for falsification, in whichever of her applications (V-BAN). */
  readonly bans: NonNullable<Candidate['bans']>
  readonly now: Date
  /** Only what the page shows is submitted. */
  readonly isShown: (item: ItemId) => boolean
}

export interface FrozenItem {
  readonly approval: Ruling
  readonly note: string | null
}

export interface DraftCheck {
  /** In the order in which a person can mend them. */
  readonly problems: readonly DraftProblem[]
  readonly form: ApplicationForm
  readonly profile: Ruling | null
  readonly items: readonly FrozenItem[]
  readonly candidate: Candidate
  readonly score: Score | null
  /** As it is sent. */
  readonly filing: Filing
  /** What the relay will freeze of it. */
  readonly frozen: FrozenFiling
  /** As they are sent: the profile among them. */
  readonly pulls: readonly Pull[]
}

export function checkDraft(draft: ApplicationDraft, situation: DraftSituation): DraftCheck {
  const { plan, latest, review, now } = situation
  const profile = reviewOf(review, PROFILE_ITEM).approved
  const chosen = draft.pulls.filter((pull) => pull.item !== PROFILE_ITEM && situation.isShown(pull.item))
  const items = chosen.flatMap((pull): FrozenItem | readonly [] => {
    const approval = approvalBehind(review, pull)
    return approval ? { approval, note: pull.note } : []
  })
  const contents = items.map((item) => item.approval.content)
  const candidate: Candidate = {
    type: draft.form.type,
    profile: profile?.content.fields ?? {},
    pulled: contents,
    bans: situation.bans,
  }
  const scored = items.map(({ approval }) => ({ item: approval.item, content: approval.content }))
  const { filing } = draft
  const score = filedScore(plan, candidate, filing, scored)
  const many = manyPulls(plan, contents)
  const window = windowAt(latest ?? plan, now)
  const problems: DraftProblem[] = []
  if (situation.employer === null) problems.push({ about: 'owner', kind: 'no-employer' })
  if (!latest) problems.push({ about: 'plan', kind: 'withdrawn' })
  else if (latest.version !== draft.planVersion) problems.push({ about: 'plan', kind: 'moved-on' })
  if (window !== 'open') problems.push({ about: 'plan', kind: window })
  if (situation.other) problems.push({ about: 'other', application: situation.other })
  problems.push(
    ...startGates(plan, review).map((gate) => ({ about: 'gate' as const, gate })),
    ...formProblems(plan, draft.form).map((problem) => ({ about: 'form' as const, problem })),
    ...pullProblems(plan, review, chosen, situation.employer).map((problem) => ({ about: 'pull' as const, problem })),
    ...eligibilityProblems(plan, candidate).map((problem) => ({ about: 'eligibility' as const, problem })),
    ...filingProblems(plan, candidate, filing, { owner: situation.owner, items: scored, files: situation.files }).map(
      (problem) => ({ about: 'filing' as const, problem }),
    ),
  )
  if (many) problems.push({ about: 'many', problem: many })
  return {
    problems,
    form: draft.form,
    profile,
    items,
    candidate,
    score,
    filing,
    frozen: frozenFiling(plan, candidate, filing, score),
    pulls: [...(profile ? [{ item: PROFILE_ITEM, digest: profile.digest, note: null }] : []), ...chosen],
  }
}

/** False for what is pointed out and does not stop anybody (G5, hours of one subject). */
export function isBlocking(problem: DraftProblem): boolean {
  if (problem.about === 'many') return false
  return (problem.about !== 'eligibility' && problem.about !== 'filing') || problem.problem.severity === 'error'
}
