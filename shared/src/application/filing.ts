/**
 * What an application carries beside what is pulled from the archive: photo, signed pledge, answers in words, self-evaluation, recommenders and
 * files by slot. Files are named by their SHA-256 and lie with the owner's evidence.
 *
 * The plan's `asks` says which of these parts the relay insists on. A part that is asked for is judged and frozen; one that is not is
 * neither, so nothing unjudged gets into a submission.
 */
import type { AccountId, PlanId } from '../kernel/ids.ts'
import { allHold, type Candidate } from '../plan/condition.ts'
import { type Ask, asksFor, type Plan } from '../plan/plan.ts'
import { questionsFor } from '../plan/question.ts'
import type { Score, ScoreAnswers } from '../plan/self-score.ts'

export interface FiledFile {
  readonly sha256: string
  readonly bytes: number
  /** Media type found from the first bytes. */
  readonly type: string
  /** What the owner called it. */
  readonly name: string
}

export interface Attachment extends FiledFile {
  readonly slot: string
}

export interface Recommender {
  readonly name: string
  readonly employer: string
  readonly title: string
  readonly specialty: string
  readonly isInPost: boolean
  readonly certificate: FiledFile | null
}

/** Signed for one plan, one person and one wording. */
export interface Pledge {
  readonly plan: PlanId
  readonly owner: AccountId
  /** `pledgeTextDigest` of what was on the screen. */
  readonly textDigest: string
  /** The picture of the signature. */
  readonly signature: FiledFile
  /** ISO 8601, by the signing device. */
  readonly signedAt: string
}

export interface Filing {
  /** When the draft was begun, ISO 8601 by its device; null for drafts from before this was written down. */
  readonly startedAt: string | null
  readonly photo: FiledFile | null
  readonly pledge: Pledge | null
  /** By the question's code. */
  readonly answers: Readonly<Record<string, string>>
  readonly score: ScoreAnswers | null
  readonly recommenders: readonly Recommender[]
  readonly attachments: readonly Attachment[]
}

export const NOTHING_FILED: Filing = {
  startedAt: null,
  photo: null,
  pledge: null,
  answers: {},
  score: null,
  recommenders: [],
  attachments: [],
}

/** A filing as it lies in a submission: only what the plan asked of this person, the score worked out line by line. */
export interface FrozenFiling {
  readonly asked: readonly Ask[]
  readonly photo: FiledFile | null
  readonly pledge: Pledge | null
  readonly answers: Readonly<Record<string, string>>
  readonly score: Score | null
  readonly recommenders: readonly Recommender[]
  readonly attachments: readonly Attachment[]
}

/** @param score worked out from the filing's answers, or null where the type has none */
export function frozenFiling(plan: Plan, candidate: Candidate, filing: Filing, score: Score | null): FrozenFiling {
  const has = (ask: Ask) => asksFor(plan, ask)
  const { recommenders: rule } = plan
  const answers = questionsFor(plan.questions ?? [], candidate).flatMap(({ code }) => {
    const answer = Object.hasOwn(filing.answers, code) ? (filing.answers[code] ?? '') : ''
    return answer.trim() === '' ? [] : [[code, answer] as const]
  })
  return {
    asked: [...(plan.asks ?? [])],
    photo: has('photo') ? filing.photo : null,
    pledge: has('pledge') ? filing.pledge : null,
    answers: has('details') ? Object.fromEntries(answers) : {},
    score: has('details') ? score : null,
    recommenders: has('details') && rule && allHold(rule.askedWhen, candidate) ? filing.recommenders : [],
    attachments: has('attachments') ? filing.attachments : [],
  }
}

/** Every file that the asked parts name, each once: what the relay must have before it takes the submission, and keep after it. */
export function filesNamed(
  plan: Pick<Plan, 'asks'>,
  filing: Pick<Filing, 'photo' | 'pledge' | 'recommenders' | 'attachments'>,
): readonly FiledFile[] {
  const files = [
    asksFor(plan, 'photo') ? (filing.photo ?? []) : [],
    asksFor(plan, 'pledge') ? (filing.pledge?.signature ?? []) : [],
    asksFor(plan, 'details') ? filing.recommenders.flatMap((r) => r.certificate ?? []) : [],
    asksFor(plan, 'attachments') ? filing.attachments : [],
  ].flat()
  return [...new Map(files.map((file) => [file.sha256, file])).values()]
}
