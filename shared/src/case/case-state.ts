/**
 * The life of a submission (domain §5.1). A state carries only what is possible in it; what outlives states (the submission before everybody,
 * the route, the notice that ended well, payments) stands beside it. Nothing of this is stored: it is folded from the facts.
 */
import type { Submission } from '../application/submission.ts'
import type { Digest } from '../archive/revision.ts'
import type { AccountId, OrgId } from '../kernel/ids.ts'
import type { StageCode } from '../plan/stage-code.ts'
import type { Entry, Route } from './chain.ts'
import type { Bill, Payment } from './fees.ts'
import type { Mandate } from './letter.ts'
import type { LineKey, Lines } from './lines.ts'
import type { Meeting, View, Vote } from './meeting.ts'
import type { Notice } from './publicity.ts'
import type { Special } from './roster.ts'

export interface Filed {
  readonly submission: Submission
  /** Every decision names it: one about another content moves nothing. */
  readonly digest: Digest
  readonly lines: Lines
  /** What was submitted before, where there was a round before this one. */
  readonly before: Lines | null
  /** 1 for the first submission. */
  readonly round: number
  readonly at: string
}

export interface LineCheck {
  readonly verdict: 'right' | 'wrong'
  /** What is wrong, 2–500 characters; null when right. */
  readonly remark: string | null
  readonly by: AccountId | 'relay'
  readonly at: string
}
export type Checks = Readonly<Record<LineKey, LineCheck>>

/** 公示情况, entered by HR when the period is over (V-PUB-REC). */
export interface NoticeRecord {
  readonly content: Digest
  readonly startedOn: string
  readonly closedOn: string
  readonly result: string
}

/** What the employer or an office decided, in its words: for the form, the history and the office's own tabs. */
export interface Decision {
  /** `EMP` for the employer. */
  readonly stage: StageCode
  readonly org: OrgId
  readonly verdict: 'passed' | 'returned' | 'rejected' | 'determined' | 'reported'
  readonly text: string
  readonly by: AccountId | 'relay'
  readonly at: string
  readonly round: number
}

export interface Case {
  readonly filed: Filed | null
  /** Of all rounds, in order. */
  readonly decisions: readonly Decision[]
  /** Fixed by the employer's report; null before it. */
  readonly route: Route | null
  /** What was found of each line; what was right stays so while the line stays the same. */
  readonly checks: Checks
  /** The employer's last notice that ended well. */
  readonly cleared: NoticeRecord | null
  readonly payments: Readonly<Record<string, Payment>>
  readonly isInterviewed: boolean
  /** How the office marked the person on the roster; absent before she stands on one. */
  readonly rosterMark?: Special | null
  /** 评审委托书 that it goes to the committee by; gone with the route. */
  readonly mandate?: Mandate | null
  readonly state: CaseState
}

type At<Kind extends string> = { readonly kind: Kind }
type Staged<Kind extends string> = At<Kind> & { readonly stage: StageCode }
type Reasoned<Kind extends string> = At<Kind> & { readonly reason: string }

export type CaseState =
  /** Nothing was submitted: drafts are documents and have no facts. */
  | At<'none'>
  /** Taken back by the applicant before the employer opened it. */
  | At<'draft'>
  | (At<'emp-pending'> & { readonly isOpened: boolean })
  | (Reasoned<'emp-returned'> & { readonly wrong: readonly LineKey[] })
  | Reasoned<'emp-rejected'>
  | (At<'emp-passed'> & { readonly opinion: string })
  | (At<'notice-running'> & { readonly notice: Notice })
  | (At<'notice-objected'> & { readonly notice: Notice })
  | (At<'notice-cleared'> & { readonly record: NoticeRecord })
  | Staged<'stage-pending'>
  | (Staged<'stage-returned'> & { readonly reason: string })
  | (Staged<'stage-rejected'> & { readonly reason: string })
  | (Staged<'stage-passed'> & { readonly opinion: string })
  /** `stage` is the list notice's, `reviewed` the stage whose list is posted. */
  | (Staged<'list-notice-running'> & { readonly notice: Notice; readonly reviewed: StageCode })
  | (Staged<'fee-due'> & { readonly bill: Bill })
  | (Staged<'fee-overdue'> & { readonly bill: Bill })
  | (Staged<'form-due'> & { readonly isExported: boolean })
  /** Of the three below `stage` is the interview or meeting that comes next. */
  | Staged<'form-delivered'>
  | Staged<'interview-done'>
  | Staged<'awaiting-meeting'>
  | (Staged<'interview-pending'> & { readonly on: string; readonly place: string })
  | MeetingPending
  | (Staged<'meeting-passed'> & { readonly number: number; readonly vote: Vote })
  | (Staged<'meeting-failed'> & { readonly vote: Vote | null })
  | (Staged<'result-notice-running'> & { readonly notice: Notice })
  | (Staged<'result-notice-objected'> & { readonly notice: Notice })
  | Staged<'awaiting-announcement'>
  | (Staged<'announced'> & { readonly on: string })
  | (At<'certified'> & { readonly number: string })
  /** The chain ended with a review: reported to another plan's committee. */
  | At<'handed-over'>
  | At<'withdrawn'>
  | At<'expired'>
  | (Reasoned<'voided'> & { readonly ban: Ban; readonly isTitleRevoked: boolean })

export interface MeetingPending extends Staged<'meeting-pending'> {
  /** Place on the roster, from 1. */
  readonly number: number
  readonly meeting: Meeting
  readonly views: Readonly<Record<AccountId, View>>
  readonly recused: Readonly<Record<AccountId, string>>
}

/** Years, both ends included, in which no higher title may be applied for (domain #45). */
export interface Ban {
  readonly reviewYear: number
  readonly from: number
  readonly until: number
}

export type StateKind = CaseState['kind']
export type StateOf<Kind extends StateKind> = Extract<CaseState, { kind: Kind }>

export const NO_CASE: Case = {
  filed: null,
  decisions: [],
  route: null,
  checks: {},
  cleared: null,
  payments: {},
  isInterviewed: false,
  state: { kind: 'none' },
}

export const TERMINAL: readonly StateKind[] = [
  'emp-rejected',
  'stage-rejected',
  'meeting-failed',
  'certified',
  'handed-over',
  'withdrawn',
  'expired',
  'voided',
]

/** Whether it stands in the way of another application under the same plan (V-DUP-APP). What was taken back is a draft like any other. */
export function isLive({ state }: Case): boolean {
  return state.kind !== 'none' && state.kind !== 'draft' && !TERMINAL.includes(state.kind)
}

/** In these its owner writes on in the document: nothing was submitted, it was taken back, or it was returned to her. */
const OPEN_TO_OWNER: readonly StateKind[] = ['none', 'draft', 'emp-returned', 'stage-returned']

/** Whether the application lies frozen before a reviewer, or for good. */
export function isFrozen(state: StateKind): boolean {
  return !OPEN_TO_OWNER.includes(state)
}

/** The stage at which the case stands, or null before and after the chain. */
export function stageOf(state: CaseState): StageCode | null {
  return 'stage' in state ? state.stage : null
}

export function stateOn(entry: Entry): CaseState {
  switch (entry.at) {
    case 'review':
      return { kind: 'stage-pending', stage: entry.stage }
    case 'fee':
      return { kind: 'fee-due', stage: entry.stage, bill: entry.bill }
    case 'form':
      return { kind: 'form-due', stage: entry.stage, isExported: false }
    case 'scheduling':
      return { kind: 'awaiting-meeting', stage: entry.stage }
    case 'announcement':
      return { kind: 'awaiting-announcement', stage: entry.stage }
    case 'end':
      return { kind: 'handed-over' }
  }
}
