/**
 * A submission is an application frozen for good: `application-submitted` in the stream `application/<id>`. It carries its own copy of
 * everything (profile, pulls, form, the plan's version), taken from approvals in the ledger. Nothing later in the archive, the plan or the
 * draft changes it (`[APP-10]`).
 */
import type { Actor } from '../account/actor.ts'
import type { Employer } from '../account/org.ts'
import type { Part } from '../archive/item.ts'
import type { Digest, RevisionContent } from '../archive/revision.ts'
import { canonicalJson, canonicalText, sha256Hex } from '../kernel/canonical.ts'
import type { Fact, NewFact } from '../kernel/fact.ts'
import {
  type AccountId,
  type ApplicationId,
  type FactId,
  type ItemId,
  type PlanId,
  PROFILE_ITEM,
} from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Candidate } from '../plan/condition.ts'
import { type EligibilityProblem, eligibilityProblems } from '../plan/eligibility.ts'
import { applicationTypeOf, type Plan, windowAt } from '../plan/plan.ts'
import type { ArchiveReview } from '../review/review.ts'
import type { ApplicationForm, Pull } from './application-doc.ts'
import { type Filing, type FrozenFiling, frozenFiling, NOTHING_FILED } from './filing.ts'
import { type FilingProblem, filedScore, filingProblems, type HeldFile } from './filing-problems.ts'
import {
  approvalBehind,
  type ManyPulls,
  manyPulls,
  type PullProblem,
  pullProblems,
  type StartGate,
  startGates,
} from './pull.ts'
import { countStatement } from './statement.ts'

/** Of submissions that hold no filing, from before there was one. They are read and verified for ever, and no longer written. */
export const SUBMISSION_TAG_V1 = 'yejibu/submission/v1\n'
export const SUBMISSION_TAG = 'yejibu/submission/v2\n'

/** A copy of an approved revision, and which approval it was copied from. */
export interface PulledRevision {
  readonly item: ItemId
  readonly part: Part
  readonly digest: Digest
  readonly content: RevisionContent
  readonly salt: string
  readonly approval: FactId
  readonly approvedAt: string
  readonly approvedBy: AccountId | 'relay'
  readonly employer: Employer
  readonly note: string | null
}

export interface Submission {
  readonly application: ApplicationId
  readonly owner: AccountId
  readonly plan: { readonly id: PlanId; readonly version: number; readonly title: string; readonly year: number }
  /** The employer that will review it: the owner's at the moment of submission. */
  readonly employer: Employer
  readonly form: ApplicationForm
  readonly profile: PulledRevision
  readonly pulls: readonly PulledRevision[]
  /** What the plan asked for beside the archive; absent in submissions of version 1. */
  readonly filing?: FrozenFiling
  /** What was pointed out and did not block. */
  readonly warnings: readonly (ManyPulls | EligibilityProblem | FilingProblem)[]
}

/** `digest = SHA-256("yejibu/submission/v2\n" ‖ JCS(submission))`, the number on the receipt and later on every form. */
export type ApplicationSubmitted = NewFact<
  'application-submitted',
  { readonly submission: Submission; readonly digest: Digest }
>

/** As the ledger has it: the first time, or once more after it was taken back or returned. */
export type StoredSubmission = Fact & {
  readonly kind: 'application-submitted' | 'application-resubmitted'
  readonly data: ApplicationSubmitted['data']
}

export function isApplicationSubmitted(fact: Fact): fact is Fact & ApplicationSubmitted {
  return fact.kind === 'application-submitted'
}

export interface SubmitApplication {
  readonly application: ApplicationId
  readonly plan: PlanId
  readonly planVersion: number
  readonly form: ApplicationForm
  /** The profile is among them, under the item id `profile`: its owner submits the revision she saw. */
  readonly pulls: readonly Pull[]
  /** Nothing where left out: enough for a plan that asks for nothing beside the archive. */
  readonly filing?: Filing
}

export interface SubmissionSituation {
  readonly actor: Actor
  readonly owner: AccountId
  readonly employer: Employer | null
  /** The plan's newest published version, or null when there is none. */
  readonly plan: Plan | null
  readonly review: ArchiveReview
  /** When this very application was submitted, or null. */
  readonly submittedAt: string | null
  /** Another application of this person that lives under the same plan, or null (V-DUP-APP). */
  readonly otherApplication: ApplicationId | null
  /** Of the files that the filing names, those that the relay has, by SHA-256. None where left out. */
  readonly files?: ReadonlyMap<string, HeldFile>
  /** Years of reviews in which something of hers was found to be falsified (V-BAN). */
  readonly falsifiedIn?: readonly number[]
  /** Bans that were spoken against her in other applications. */
  readonly bans?: Candidate['bans']
  /** The relay's clock. */
  readonly now: Date
}

export type FormProblem = {
  readonly field: 'type' | 'ticks' | 'category' | 'acceptancePoint' | 'statement'
  readonly code: 'required' | 'unknown' | 'V-TICK' | 'V-STMT-EMPTY' | 'V-STMT-LEN'
  readonly count?: number
  readonly max?: number
}

export type SubmissionRefusal =
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'no-employer' }
  | { readonly kind: 'no-such-plan' }
  | { readonly kind: 'plan-moved-on'; readonly version: number }
  | { readonly kind: 'plan-not-open'; readonly open: string; readonly close: string; readonly now: string }
  | { readonly kind: 'application-already-submitted'; readonly at: string }
  | { readonly kind: 'another-application'; readonly application: ApplicationId }
  | { readonly kind: 'gates-closed'; readonly gates: readonly StartGate[] }
  | { readonly kind: 'profile-not-pulled' }
  | { readonly kind: 'pulls-refused'; readonly problems: readonly PullProblem[] }
  | { readonly kind: 'form-incomplete'; readonly problems: readonly FormProblem[] }
  | { readonly kind: 'not-eligible'; readonly problems: readonly EligibilityProblem[] }
  | { readonly kind: 'filing-incomplete'; readonly problems: readonly FilingProblem[] }

/** The rules in the order in which a person can mend them: may I, is it open, is the archive ready, what I pulled, what I wrote. */
export function decideSubmission(
  command: SubmitApplication,
  situation: SubmissionSituation,
): Result<readonly [ApplicationSubmitted], SubmissionRefusal> {
  const admitted = admit(command, situation, ['not-yet', 'closed'])
  if (!admitted.ok) return admitted
  const { employer, plan } = admitted.value
  const { review } = situation
  const gates = startGates(plan, review)
  if (gates.length > 0) return refuse({ kind: 'gates-closed', gates })
  const problems = pullProblems(plan, review, command.pulls, employer.id)
  if (problems.length > 0) return refuse({ kind: 'pulls-refused', problems })
  const reading = readSubmission(command, { ...situation, employer, plan })
  if (!reading) return refuse({ kind: 'profile-not-pulled' })
  const { submission, form, eligibility, filing } = reading
  if (form.length > 0) return refuse({ kind: 'form-incomplete', problems: form })
  const blocking = eligibility.filter((problem) => problem.severity === 'error')
  if (blocking.length > 0) return refuse({ kind: 'not-eligible', problems: blocking })
  const missing = filing.filter((problem) => problem.severity === 'error')
  if (missing.length > 0) return refuse({ kind: 'filing-incomplete', problems: missing })
  return ok([{ kind: 'application-submitted', data: { submission, digest: submissionDigest(submission) } }])
}

export type AdmissionRefusal = Extract<
  SubmissionRefusal,
  {
    readonly kind:
      | 'not-yours'
      | 'application-already-submitted'
      | 'no-employer'
      | 'no-such-plan'
      | 'plan-moved-on'
      | 'plan-not-open'
      | 'another-application'
  }
>

/** Whether it may be looked at: whose it is, at which employer, under which plan. @param shut when the plan's window refuses it */
export function admit(
  command: SubmitApplication,
  situation: SubmissionSituation,
  shut: readonly ReturnType<typeof windowAt>[],
): Result<{ readonly employer: Employer; readonly plan: Plan }, AdmissionRefusal> {
  const { actor, owner, employer, plan, now } = situation
  if (actor.accountId !== owner) return refuse({ kind: 'not-yours' })
  if (situation.submittedAt !== null)
    return refuse({ kind: 'application-already-submitted', at: situation.submittedAt })
  if (!employer) return refuse({ kind: 'no-employer' })
  if (!plan) return refuse({ kind: 'no-such-plan' })
  if (plan.version !== command.planVersion) return refuse({ kind: 'plan-moved-on', version: plan.version })
  if (shut.includes(windowAt(plan, now))) {
    return refuse({ kind: 'plan-not-open', ...plan.window, now: now.toISOString() })
  }
  if (situation.otherApplication)
    return refuse({ kind: 'another-application', application: situation.otherApplication })
  return ok({ employer, plan })
}

/** What a command says once what it names is copied from the approvals in the ledger, and what is missing or wrong in it. */
export interface SubmissionReading {
  readonly submission: Submission
  readonly form: readonly FormProblem[]
  readonly eligibility: readonly EligibilityProblem[]
  readonly filing: readonly FilingProblem[]
}

/** The one reading of a command, for whoever decides it. What no approval is behind is not in it; null without an approved profile. */
export function readSubmission(
  command: SubmitApplication,
  situation: Omit<SubmissionSituation, 'employer' | 'plan'> & { readonly employer: Employer; readonly plan: Plan },
): SubmissionReading | null {
  const { owner, employer, plan, review } = situation
  const copies = command.pulls.flatMap((pull) => copyOf(review, pull) ?? [])
  const profile = copies.find((copy) => copy.item === PROFILE_ITEM)
  if (!profile) return null
  const pulls = copies.filter((copy) => copy !== profile)
  const candidate: Candidate = {
    type: command.form.type,
    profile: profile.content.fields,
    pulled: pulls.map((pull) => pull.content),
    falsifiedIn: situation.falsifiedIn ?? [],
    bans: situation.bans ?? [],
  }
  const eligibility = eligibilityProblems(plan, candidate)
  const filing = command.filing ?? NOTHING_FILED
  const filed = filingProblems(plan, candidate, filing, { owner, items: pulls, files: situation.files ?? new Map() })
  const submission: Submission = {
    application: command.application,
    owner,
    plan: { id: plan.id, version: plan.version, title: plan.title, year: plan.year },
    employer,
    form: { ...command.form, ticks: [...command.form.ticks].sort(), statement: canonicalText(command.form.statement) },
    profile,
    pulls,
    filing: frozenFiling(plan, candidate, filing, filedScore(plan, candidate, filing, pulls)),
    warnings: [manyPulls(plan, pulls) ?? [], ...eligibility, ...filed].flat(),
  }
  return { submission, form: formProblems(plan, command.form), eligibility, filing: filed }
}

export function submissionDigest(submission: Submission): Digest {
  const tag = submission.filing === undefined ? SUBMISSION_TAG_V1 : SUBMISSION_TAG
  return sha256Hex(tag, canonicalJson(submission))
}

/** What the form still lacks, by field (`[APP-8]`). The same answer guides on the page and decides on the relay. */
export function formProblems(plan: Plan, form: ApplicationForm): readonly FormProblem[] {
  const problems: FormProblem[] = []
  const type = applicationTypeOf(plan, form.type)
  if (form.type === '') problems.push({ field: 'type', code: 'required' })
  else if (!type) problems.push({ field: 'type', code: 'unknown' })
  if (type?.ticks.some((tick) => tick.isRequired && !form.ticks.includes(tick.code))) {
    problems.push({ field: 'ticks', code: 'V-TICK' })
  }
  if (type && form.ticks.some((ticked) => type.ticks.every((tick) => tick.code !== ticked))) {
    problems.push({ field: 'ticks', code: 'unknown' })
  }
  problems.push(...choiceProblem('category', form.category, plan.categories))
  problems.push(...choiceProblem('acceptancePoint', form.acceptancePoint, plan.acceptancePoints))
  const count = countStatement(form.statement)
  const max = plan.statement.maxChars
  if (count === 0) problems.push({ field: 'statement', code: 'V-STMT-EMPTY' })
  if (count > max) problems.push({ field: 'statement', code: 'V-STMT-LEN', count, max })
  return problems
}

function choiceProblem(
  field: 'category' | 'acceptancePoint',
  chosen: string,
  options: readonly { readonly code: string }[],
): FormProblem[] {
  if (options.length === 0) return chosen === '' ? [] : [{ field, code: 'unknown' }]
  if (chosen === '') return [{ field, code: 'required' }]
  return options.some((option) => option.code === chosen) ? [] : [{ field, code: 'unknown' }]
}

function copyOf(review: ArchiveReview, pull: Pull): PulledRevision | undefined {
  const approval = approvalBehind(review, pull)
  if (!approval) return undefined
  return {
    item: approval.item,
    part: approval.part,
    digest: approval.digest,
    content: approval.content,
    salt: approval.salt,
    approval: approval.fact,
    approvedAt: approval.at,
    approvedBy: approval.by,
    employer: approval.employer,
    note: pull.note === null ? null : canonicalText(pull.note),
  }
}
