/**
 * A public notice and its clock (domain §7.4): at least so many working days by the State Council's calendar, from the day it was posted. The
 * last day is fixed at the start where the calendar knows it and reckoned again at the end; the later of the two counts, so nothing can
 * shorten a notice, a corrected calendar included. It may be closed from the day after. Other content is another notice, from its own first day.
 */
import type { Digest } from '../archive/revision.ts'
import { calendarsSince } from '../kernel/known-years.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import {
  addDays,
  addWorkingDays,
  type CalendarUnknown,
  dayInShanghai,
  estimateWorkingDays,
} from '../kernel/working-days.ts'
import type { LineKey } from './lines.ts'

export interface NoticeTerms {
  /** What was posted, to the letter. */
  readonly content: Digest
  /** `YYYY-MM-DD` in Shanghai. */
  readonly startedOn: string
  readonly workingDays: number
  readonly countStartDay: boolean
  /** Null when the calendar did not reach so far on the first day. */
  readonly lastDay: string | null
  readonly method: string
}

export interface Notice extends NoticeTerms {
  /** Days on which the relay found exactly this content posted, the first day included, ascending. */
  readonly witnessedOn: readonly string[]
  readonly objections: Readonly<Record<string, Objection>>
}

/** How an objection is made: by name, with a way to be answered where one was given, or anonymously. */
export type Objector = { readonly name: string; readonly contact?: string | undefined } | 'anonymous'

export interface RaisedObjection {
  readonly objection: string
  readonly objector: Objector
  /** The record it is about, or null for the application as a whole. */
  readonly about: LineKey | null
  readonly text: string
}

export interface ObjectionAnswer {
  readonly objection: string
  /** What was looked into and found. */
  readonly investigation: string
  /** What the objector is told. */
  readonly answer: string
}

export type Objection = RaisedObjection & { readonly at: string } & (
    | { readonly state: 'open' }
    | { readonly state: 'upheld' | 'dismissed'; readonly investigation: string; readonly answer: string }
  )

export type NoticeRefusal =
  | CalendarUnknown
  /** V-PUB: the first day on which it may be closed. */
  | {
      readonly kind: 'notice-still-running'
      readonly workingDays: number
      readonly lastDay: string
      readonly from: string
    }
  | { readonly kind: 'notice-too-short'; readonly workingDays: number; readonly atLeast: number }
  | { readonly kind: 'objections-open'; readonly objections: readonly string[] }

export function noticeTerms(
  content: Digest,
  method: string,
  workingDays: number,
  { countStartDay, now }: { readonly countStartDay: boolean; readonly now: Date },
): NoticeTerms {
  const startedOn = dayInShanghai(now)
  const terms = { content, startedOn, workingDays, countStartDay, lastDay: null, method }
  const last = lastDayOf(terms)
  return last.ok ? { ...terms, lastDay: last.value } : terms
}

export function startNotice(terms: NoticeTerms): Notice {
  return { ...terms, witnessedOn: [terms.startedOn], objections: {} }
}

/**
 * `[CASE-191]` The last day of the period: by the calendar of now, or by any that was entered while it ran, whichever is latest. Nothing that
 * was told to whoever might object is taken back.
 */
export function lastDayOf(
  terms: Pick<NoticeTerms, 'startedOn' | 'workingDays' | 'countStartDay' | 'lastDay'>,
): Result<string, CalendarUnknown> {
  const from = terms.countStartDay ? addDays(terms.startedOn, -1) : terms.startedOn
  const now = addWorkingDays(from, terms.workingDays)
  if (!now.ok) return now
  const told = calendarsSince(terms.startedOn).map((calendar) => addWorkingDays(from, terms.workingDays, calendar))
  const days = [now.value, terms.lastDay ?? '', ...told.map((last) => (last.ok ? last.value : ''))]
  return ok(days.sort().at(-1) ?? now.value)
}

/** The last day as far as it can be told where the calendar does not reach: by weekends, for a person to confirm, and never what a notice is closed by. */
export function estimatedLastDay(terms: Pick<NoticeTerms, 'startedOn' | 'workingDays' | 'countStartDay'>): string {
  return estimateWorkingDays(terms.countStartDay ? addDays(terms.startedOn, -1) : terms.startedOn, terms.workingDays)
}

/** Whether the period is over at this moment; refuses with the first day on which it will be. */
export function periodOver(notice: NoticeTerms, now: Date): Result<string, NoticeRefusal> {
  const last = lastDayOf(notice)
  if (!last.ok) return last
  const today = dayInShanghai(now)
  if (today > last.value) return ok(today)
  return refuse({
    kind: 'notice-still-running',
    workingDays: notice.workingDays,
    lastDay: last.value,
    from: addDays(last.value, 1),
  })
}

export function openObjections(notice: Notice): readonly string[] {
  return Object.values(notice.objections).flatMap((o) => (o.state === 'open' ? [o.objection] : []))
}

export function mayClose(notice: Notice, now: Date): Result<string, NoticeRefusal> {
  const open = openObjections(notice)
  return open.length > 0 ? refuse({ kind: 'objections-open', objections: open }) : periodOver(notice, now)
}

export function withObjection(notice: Notice, raised: RaisedObjection, at: string): Notice {
  return {
    ...notice,
    objections: { ...notice.objections, [raised.objection]: { ...raised, at, state: 'open' } },
  }
}

export function withAnswer(notice: Notice, answer: ObjectionAnswer, state: 'upheld' | 'dismissed'): Notice {
  const raised = notice.objections[answer.objection]
  if (!raised) return notice
  const { investigation, answer: told } = answer
  const answered: Objection = { ...raised, state, investigation, answer: told }
  return { ...notice, objections: { ...notice.objections, [answer.objection]: answered } }
}
