/** What happens to a submission: facts in its stream `application/<id>`, after `application-submitted`. Where a case goes is in the fact itself. */
import type { ApplicationSubmitted, Submission } from '../application/submission.ts'
import type { Digest } from '../archive/revision.ts'
import type { Fact, NewFact } from '../kernel/fact.ts'
import type { StageCode } from '../plan/stage-code.ts'
import type { Ban, NoticeRecord } from './case-state.ts'
import type { Entry, Route } from './chain.ts'
import type { Bill, PaymentOrder } from './fees.ts'
import type { Mandate } from './letter.ts'
import type { LineKey } from './lines.ts'
import type { Meeting, View, Vote } from './meeting.ts'
import type { NoticeTerms, ObjectionAnswer, RaisedObjection } from './publicity.ts'
import type { Special } from './roster.ts'

/** `met`, or does not concern this person. */
export type Checklist = Readonly<Record<string, 'met' | 'not-applicable'>>

interface Reviewed {
  readonly digest: Digest
  readonly stage: StageCode
}

interface CaseFactData {
  /** Back to the employer, or straight to the stage that returned it. */
  readonly 'application-resubmitted': {
    readonly submission: Submission
    readonly digest: Digest
    readonly to: 'employer' | StageCode
  }
  readonly 'submission-opened': { readonly digest: Digest }
  readonly 'submission-taken-back': { readonly digest: Digest }
  readonly 'lines-checked': {
    readonly digest: Digest
    readonly checks: readonly {
      readonly line: LineKey
      readonly verdict: 'right' | 'wrong'
      readonly remark: string | null
    }[]
  }
  readonly 'eligibility-passed': { readonly digest: Digest; readonly opinion: string }
  readonly 'submission-returned': {
    readonly digest: Digest
    readonly reason: string
    readonly wrong: readonly LineKey[]
  }
  readonly 'submission-rejected': { readonly digest: Digest; readonly reason: string }
  readonly 'notice-started': NoticeTerms
  readonly 'notice-carried-over': NoticeRecord
  readonly 'notice-witnessed': { readonly content: Digest; readonly on: string }
  /** `found`: what was posted instead of `content`. */
  readonly 'notice-restarted': NoticeTerms & { readonly found: Digest }
  readonly 'objection-recorded': RaisedObjection
  readonly 'objection-upheld': ObjectionAnswer & { readonly outcome: 'return' | 'reject' | 'fail' }
  readonly 'objection-dismissed': ObjectionAnswer
  readonly 'notice-closed': NoticeRecord
  readonly 'application-reported': {
    readonly digest: Digest
    readonly opinion: string
    readonly route: Route
    readonly to: Entry
    /** Vacant posts of the level, as the employer counted them. */
    readonly vacancies?: number
  }
  readonly 'application-declined': { readonly digest: Digest; readonly reason: string }
  readonly 'stage-passed': Reviewed & { readonly checklist: Checklist; readonly opinion: string }
  readonly 'stage-returned': Reviewed & { readonly reason: string }
  readonly 'stage-rejected': Reviewed & { readonly reason: string }
  readonly 'case-recommended': Reviewed & { readonly to: Entry }
  /** A letter issued later takes the place of an earlier one. */
  readonly 'review-mandated': Mandate & { readonly digest: Digest }
  readonly 'title-determined': Reviewed & {
    readonly checklist: Checklist
    readonly opinion: string
    readonly to: Entry
  }
  readonly 'list-posted': NoticeTerms & { readonly stage: StageCode }
  readonly 'list-cleared': NoticeRecord & { readonly to: Entry }
  readonly 'payment-started': PaymentOrder
  readonly 'payment-confirmed': PaymentOrder & {
    readonly receipt: string
    readonly paidAt: string
    readonly to: Entry
  }
  /** Came, but settles nothing: to be given back. */
  readonly 'payment-astray': PaymentOrder & {
    readonly receipt: string
    readonly paidAt: string
    readonly why: 'not-in-this-state' | 'amount-differs' | 'too-late'
  }
  readonly 'payment-refunded': { readonly order: string; readonly reason: string }
  readonly 'fee-overdue': { readonly deadline: string }
  readonly 'fee-reopened': { readonly bill: Bill }
  readonly 'form-exported': { readonly digest: Digest }
  readonly 'form-delivered': { readonly copies: number; readonly seals: readonly string[]; readonly to: Entry }
  readonly 'interview-called': { readonly stage: StageCode; readonly on: string; readonly place: string }
  readonly 'interview-recorded': {
    readonly stage: StageCode
    readonly result: 'good' | 'sufficient' | 'poor' | 'absent'
    readonly comment: string
    readonly to: Entry
  }
  readonly 'placed-on-roster': {
    readonly stage: StageCode
    readonly number: number
    readonly meeting: Meeting
    /** The office's mark (V-ROSTER-REMARK), null for nobody special; absent in facts written before it was kept. */
    readonly special?: Special | null
  }
  readonly 'view-given': View
  readonly 'expert-recused': { readonly reason: string }
  readonly 'vote-recorded': { readonly vote: Vote; readonly outcome: 'passed' | 'failed' }
  readonly 'submitted-upward': { readonly stage: StageCode; readonly number: number; readonly to: Entry }
  readonly 'result-notice-opened': NoticeTerms & { readonly stage: StageCode }
  /** `record` is null where the chain has no notice of results. */
  readonly 'result-announced': {
    readonly stage: StageCode
    readonly on: string
    readonly record: NoticeRecord | null
  }
  readonly 'certificate-issued': { readonly number: string }
  readonly 'application-withdrawn': { readonly digest: Digest }
  readonly 'application-expired': { readonly close: string }
  readonly 'application-voided': {
    readonly reason: string
    /** Files that establish it, by hash. */
    readonly evidence: readonly string[]
    readonly ban: Ban
    readonly isTitleRevoked: boolean
  }
}

export type CaseFactKind = keyof CaseFactData
export type CaseFactOf<Kind extends CaseFactKind> = { [K in Kind]: NewFact<K, CaseFactData[K]> }[Kind]
/** What a decision adds. */
export type CaseFact = CaseFactOf<CaseFactKind>
/** What a case is folded from. */
export type CaseHistoryFact = CaseFact | ApplicationSubmitted
/** With what the ledger knows about each. */
export type RecordedCaseFact = CaseHistoryFact & Pick<Fact, 'at' | 'actor'>

const KINDS: Readonly<Record<CaseHistoryFact['kind'], true>> = {
  'application-submitted': true,
  'application-resubmitted': true,
  'submission-opened': true,
  'submission-taken-back': true,
  'lines-checked': true,
  'eligibility-passed': true,
  'submission-returned': true,
  'submission-rejected': true,
  'notice-started': true,
  'notice-carried-over': true,
  'notice-witnessed': true,
  'notice-restarted': true,
  'objection-recorded': true,
  'objection-upheld': true,
  'objection-dismissed': true,
  'notice-closed': true,
  'application-reported': true,
  'application-declined': true,
  'stage-passed': true,
  'stage-returned': true,
  'stage-rejected': true,
  'case-recommended': true,
  'review-mandated': true,
  'title-determined': true,
  'list-posted': true,
  'list-cleared': true,
  'payment-started': true,
  'payment-confirmed': true,
  'payment-astray': true,
  'payment-refunded': true,
  'fee-overdue': true,
  'fee-reopened': true,
  'form-exported': true,
  'form-delivered': true,
  'interview-called': true,
  'interview-recorded': true,
  'placed-on-roster': true,
  'view-given': true,
  'expert-recused': true,
  'vote-recorded': true,
  'submitted-upward': true,
  'result-notice-opened': true,
  'result-announced': true,
  'certificate-issued': true,
  'application-withdrawn': true,
  'application-expired': true,
  'application-voided': true,
}

export function isCaseFact<F extends NewFact | Fact>(fact: F): fact is F & CaseHistoryFact {
  return Object.hasOwn(KINDS, fact.kind)
}
