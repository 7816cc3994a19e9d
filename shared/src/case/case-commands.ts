/** What may be asked about a case, what the relay knows when it decides, and every way to be told no. */
import type { Actor } from '../account/actor.ts'
import type { Submission } from '../application/submission.ts'
import type { Digest } from '../archive/revision.ts'
import type { Result } from '../kernel/result.ts'
import type { Plan } from '../plan/plan.ts'
import type { StageCode } from '../plan/stage-code.ts'
import type { CaseFact, CaseFactOf, Checklist } from './case-facts.ts'
import type { Case, Filed, StateKind } from './case-state.ts'
import type { RouteRefusal, Seat } from './chain.ts'
import type { Channel, FeeNotSet, FeeSetting, Fen } from './fees.ts'
import type { Letter } from './letter.ts'
import type { LineKey } from './lines.ts'
import type { MandateRefusal } from './mandate.ts'
import type { Meeting, View, Vote, VoteProblem } from './meeting.ts'
import type { NoticeRefusal, ObjectionAnswer, RaisedObjection } from './publicity.ts'
import type { QuotaRefusal } from './quota.ts'
import type { RosterOrder, RosterRow, Special } from './roster.ts'

export interface CaseSituation {
  readonly actor: Actor | 'relay'
  /** The version that the application was made for. */
  readonly plan: Plan
  readonly register: readonly Seat[]
  readonly feeSetting: FeeSetting
  /** The relay's clock. */
  readonly now: Date
  /** Of the files that the command names, those that the relay does not hold of who asks; a page does not know. */
  readonly missingEvidence?: readonly string[]
  /** Others on the establishment of the same employer whom it has recommended under this plan; counted where one more is reported. */
  readonly othersRecommended?: number
}

/** `digest` names the submission that was before the reader's eyes, `stage` the stage for which she acts. */
interface CommandData {
  readonly 'open-submission': { readonly digest: Digest }
  readonly 'take-back-submission': { readonly digest: Digest }
  readonly 'check-lines': {
    readonly digest: Digest
    readonly checks: CaseFactOf<'lines-checked'>['data']['checks']
  }
  readonly 'pass-eligibility': { readonly digest: Digest; readonly opinion: string }
  readonly 'return-submission': { readonly digest: Digest; readonly reason: string }
  readonly 'reject-submission': { readonly digest: Digest; readonly reason: string }
  /** The submission as the rules of a first submission made it (`application/submission.ts`). */
  readonly 'resubmit-application': { readonly submission: Submission; readonly digest: Digest }
  /** `content` is what was previewed. `workingDays` only ever lengthens. */
  readonly 'start-notice': {
    readonly digest: Digest
    readonly content: Digest
    readonly workingDays: number | null
    readonly method: string
  }
  readonly 'carry-notice-over': { readonly digest: Digest }
  /** The relay, once a day and whenever it serves something else than before: what is posted now. */
  readonly 'witness-notice': { readonly content: Digest }
  readonly 'record-objection': RaisedObjection
  readonly 'uphold-objection': ObjectionAnswer & { readonly outcome: 'return' | 'reject' | 'fail' }
  readonly 'dismiss-objection': ObjectionAnswer
  readonly 'close-notice': { readonly content: Digest; readonly result: string }
  readonly 'report-application': {
    readonly digest: Digest
    readonly chain: string
    readonly opinion: string
    /** Vacant posts of the level, from 《岗位信息表》. */
    readonly vacancies?: number | undefined
  }
  readonly 'decline-application': { readonly digest: Digest; readonly reason: string }
  readonly 'pass-stage': StageDecision & { readonly checklist: Checklist; readonly opinion: string }
  readonly 'return-from-stage': StageDecision & { readonly reason: string }
  readonly 'reject-at-stage': StageDecision & { readonly reason: string }
  readonly 'recommend-case': StageDecision
  /** By the office whose letter the plan asks for, also when the case has gone on. */
  readonly 'issue-mandate': Letter & { readonly digest: Digest }
  readonly 'determine-title': StageDecision & { readonly checklist: Checklist; readonly opinion: string }
  /** `content` names the re-checked list as posted. */
  readonly 'post-list': StageDecision & { readonly content: Digest; readonly method: string }
  readonly 'start-payment': { readonly order: string; readonly channel: Channel }
  /** By the provider through the relay, or by the collecting office over its counter or account. `paidAt` ISO 8601. */
  readonly 'confirm-payment': {
    readonly order: string
    readonly fen: Fen
    readonly channel: Channel
    readonly receipt: string
    readonly paidAt: string
  }
  readonly 'reopen-fee': { readonly deadline: string }
  readonly 'refund-payment': { readonly order: string; readonly reason: string }
  readonly 'export-form': { readonly digest: Digest }
  readonly 'deliver-form': { readonly copies: number; readonly seals: readonly string[] }
  readonly 'call-to-interview': { readonly on: string; readonly place: string }
  readonly 'record-interview': {
    readonly result: CaseFactOf<'interview-recorded'>['data']['result']
    readonly comment: string
  }
  readonly 'put-on-roster': {
    readonly number: number
    readonly meeting: Meeting
    readonly roster: readonly RosterRow[]
    readonly order: RosterOrder
  }
  readonly 'give-view': View
  readonly recuse: { readonly reason: string }
  readonly 'record-vote': { readonly vote: Vote }
  readonly 'submit-upward': { readonly digest: Digest }
  readonly 'open-result-notice': { readonly content: Digest; readonly method: string }
  readonly 'announce-result': { readonly digest: Digest }
  readonly 'issue-certificate': { readonly number: string }
  readonly 'withdraw-application': { readonly digest: Digest }
  readonly 'void-application': { readonly reason: string; readonly evidence: readonly string[] }
  /** The relay's clock moved: deadlines and periods that are over take effect. */
  readonly 'let-time-pass': Readonly<Record<never, never>>
}

interface StageDecision {
  readonly digest: Digest
  readonly stage: StageCode
}

export type CaseCommandKind = keyof CommandData
export type CaseCommandOf<Kind extends CaseCommandKind> = { [K in Kind]: { readonly kind: K } & CommandData[K] }[Kind]
export type CaseCommand = CaseCommandOf<CaseCommandKind>

export type CaseRefusal =
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'not-in-this-state'; readonly state: StateKind }
  | { readonly kind: 'submission-moved-on'; readonly saw: Digest; readonly current: Digest | null }
  | { readonly kind: 'stage-moved-on'; readonly stage: StageCode; readonly now: StageCode | null }
  | { readonly kind: 'reason-required'; readonly minChars: number; readonly maxChars: number }
  | { readonly kind: 'already-opened' }
  | { readonly kind: 'no-such-line'; readonly lines: readonly LineKey[] }
  | { readonly kind: 'lines-unchecked'; readonly lines: readonly LineKey[] }
  | { readonly kind: 'lines-wrong'; readonly lines: readonly LineKey[] }
  | { readonly kind: 'no-line-wrong' }
  | { readonly kind: 'content-not-its-digest' }
  | { readonly kind: 'plan-not-open'; readonly open: string; readonly close: string; readonly now: string }
  | NoticeRefusal
  | { readonly kind: 'notice-content-moved-on'; readonly saw: Digest; readonly current: Digest }
  /** Nothing that was cleared before shows exactly this. */
  | { readonly kind: 'notice-needed' }
  | { readonly kind: 'already-witnessed'; readonly on: string }
  | { readonly kind: 'objection-taken'; readonly objection: string }
  | { readonly kind: 'no-such-objection'; readonly objection: string }
  | RouteRefusal
  | FeeNotSet
  | { readonly kind: 'checklist-open'; readonly checks: readonly string[] }
  | MandateRefusal
  | { readonly kind: 'list-first' }
  | { readonly kind: 'no-list-here' }
  /** 初定 is by the stage that determines, 评审 by the meeting. */
  | { readonly kind: 'not-the-determining-stage'; readonly stage: StageCode | null }
  | { readonly kind: 'must-determine' }
  | { readonly kind: 'amount-differs'; readonly due: Fen; readonly given: Fen }
  | { readonly kind: 'order-taken'; readonly order: string }
  | { readonly kind: 'no-such-payment'; readonly order: string }
  | { readonly kind: 'too-late'; readonly deadline: string }
  | { readonly kind: 'deadline-past'; readonly deadline: string }
  | { readonly kind: 'copies-missing'; readonly needed: number }
  | { readonly kind: 'seals-missing'; readonly seals: readonly string[] }
  | { readonly kind: 'form-not-available' }
  | { readonly kind: 'interview-first' }
  | { readonly kind: 'no-interview-here' }
  | QuotaRefusal
  | { readonly kind: 'roster-unsorted' }
  /** V-ROSTER-REMARK: what her type of application is remarked as. */
  | { readonly kind: 'roster-remark-missing'; readonly remark: Special }
  | { readonly kind: 'panel-malformed' }
  | { readonly kind: 'recused' }
  | { readonly kind: 'vote-malformed'; readonly problem: VoteProblem }
  | { readonly kind: 'no-quorum'; readonly present: number; readonly seats: number }
  | { readonly kind: 'nothing-above' }
  | { readonly kind: 'result-notice-first' }
  | { readonly kind: 'evidence-required' }
  /** Files that a step rests on and that the relay does not hold of who asks. */
  | { readonly kind: 'evidence-not-here'; readonly sha256: readonly string[] }
  | { readonly kind: 'nothing-due' }

/** A case with something submitted, as every step gets it. */
export interface FiledCase extends Case {
  readonly filed: Filed
}

export type Decided = Result<readonly CaseFact[], CaseRefusal>
