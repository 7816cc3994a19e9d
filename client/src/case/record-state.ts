/**
 * One application on 我的申报记录 in few stable words: the domain's label of its state, what its owner does next and until when. A draft is told by its document and
 * the plan's window, everything else by its facts.
 */
import { foldCase } from '@yejibu/shared/case/case'
import { isCaseFact } from '@yejibu/shared/case/case-facts'
import { type Case, type StateKind, TERMINAL } from '@yejibu/shared/case/case-state'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { OwnApplication } from '../application/own-applications.ts'
import type { zh } from '../language/zh/records.ts'
import { planWindow } from '../plan/plan-window.ts'

export type StateWord = keyof (typeof zh)['state']
export type NextWord = keyof (typeof zh)['next']
export type RecordTone = 'plain' | 'info' | 'warn' | 'bad' | 'good'

export interface RecordState {
  readonly word: StateWord
  readonly tone: RecordTone
  readonly next: NextWord
  /** Moments are ISO 8601 and end in `At`; everything else is shown as it is. */
  readonly values: RecordValues
  /** The submission that may be taken back now, by its digest. */
  readonly mayTakeBack: string | null
  /** How many times it was submitted; 0 for a draft. */
  readonly round: number
}

export interface RecordValues {
  readonly closeAt?: string
  readonly backAt?: string
  readonly days?: number
  readonly reason?: string
  readonly n?: number
  readonly on?: string
  readonly place?: string
  readonly number?: string
}

/** The rule's least number, where the plan is not here to say its own (V-PUB). */
const WORKING_DAYS = 5

/**
 * @param plan newest version that this browser knows, undefined where it knows none
 * @param told where the relay says that it stands: roster and vote are not among an applicant's facts
 */
export function recordState(
  application: OwnApplication,
  plan: Plan | undefined,
  now: Date,
  told?: string | undefined,
): RecordState {
  if (application.kind === 'draft') return draftState(application, plan, now)
  const state = submittedState(application, plan)
  const hidden = hiddenState(state.word, told)
  return hidden === null ? state : { ...state, word: hidden, next: hidden, tone: toneOf({ kind: hidden }) }
}

const BEFORE_THE_ROSTER: readonly StateWord[] = ['form-delivered', 'interview-done', 'awaiting-meeting']

/** What the facts cannot say: that it lies before the meeting, or that it was voted down. Null where the facts say enough. */
export function hiddenState(word: string, told: string | undefined): 'meeting-pending' | 'meeting-failed' | null {
  if (!BEFORE_THE_ROSTER.some((one) => one === word)) return null
  return told === 'meeting-pending' || told === 'meeting-failed' ? told : null
}

function draftState(
  { asked, takenBack }: OwnApplication & { readonly kind: 'draft' },
  plan: Plan | undefined,
  now: Date,
): RecordState {
  const idle = { values: {}, mayTakeBack: null, round: 0 } as const
  if (asked?.state === 'waiting') return { ...idle, word: 'waiting', tone: 'info', next: 'waiting' }
  if (asked?.state === 'refused') return { ...idle, word: 'refused', tone: 'bad', next: 'refused' }
  const word = takenBack ? 'taken-back' : 'draft'
  if (!plan) return { ...idle, word, tone: 'plain', next: 'unknown' }
  const window = planWindow(plan, now)
  const { open, close } = plan.window
  switch (window.kind) {
    case 'closed':
      return { ...idle, word: 'expired', tone: 'bad', next: 'expired' }
    case 'not-yet':
      return { ...idle, word, tone: 'plain', next: 'notYet', values: { closeAt: open } }
    case 'open': {
      const { days } = window
      const tone = days <= 3 ? 'warn' : 'plain'
      if (takenBack) {
        return { ...idle, word, tone, next: 'taken-back', values: { closeAt: close, backAt: takenBack.at, days } }
      }
      return { ...idle, word, tone, next: days === 0 ? 'draftToday' : 'draft', values: { closeAt: close, days } }
    }
  }
}

function submittedState(
  { facts }: OwnApplication & { readonly kind: 'submitted' },
  plan: Plan | undefined,
): RecordState {
  const kase = foldCase(facts.filter(isCaseFact))
  const { state, filed } = kase
  const isUnopened = state.kind === 'emp-pending' && !state.isOpened
  const word = wordOf(state)
  return {
    word,
    tone: toneOf(state),
    next: word,
    values: valuesOf(state, plan),
    mayTakeBack: isUnopened ? (filed?.digest ?? null) : null,
    round: filed?.round ?? 1,
  }
}

/** States that a submitted application shares with its page: a draft's are told above. */
function wordOf(state: Case['state']): StateWord & NextWord {
  switch (state.kind) {
    case 'none':
    case 'draft':
      return 'draft'
    case 'emp-pending':
      return state.isOpened ? 'emp-opened' : 'emp-pending'
    default:
      return state.kind
  }
}

function toneOf({ kind }: { readonly kind: StateKind }): RecordTone {
  if (kind === 'certified' || kind === 'announced' || kind === 'handed-over') return 'good'
  if (kind === 'emp-returned' || kind === 'stage-returned' || kind === 'fee-due' || kind === 'fee-overdue')
    return 'warn'
  if (kind === 'form-due' || kind === 'interview-pending' || kind.endsWith('-objected')) return 'warn'
  return TERMINAL.includes(kind) ? 'bad' : 'info'
}

function valuesOf(state: Case['state'], plan: Plan | undefined): RecordValues {
  return {
    ...('reason' in state ? { reason: state.reason.replace(/[。.]$/, '') } : {}),
    ...('bill' in state ? { closeAt: state.bill.deadline } : {}),
    ...(state.kind === 'interview-pending' ? { on: state.on, place: state.place } : {}),
    ...(state.kind === 'certified' ? { number: state.number } : {}),
    n: plan?.publicity.minWorkingDays ?? WORKING_DAYS,
  }
}
