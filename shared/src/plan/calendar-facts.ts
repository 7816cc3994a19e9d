/**
 * Entering a year's holidays: stream `calendar/china`, by the operator alone (domain §2: “create plans, accounts, calendars”). A correction is another
 * fact; what a notice under way was told is never taken back by it (`lastDayOf`).
 */
import { may } from '../account/access-table.ts'
import type { Actor } from '../account/actor.ts'
import { CALENDAR_YEARS } from '../kernel/calendar-years.ts'
import { canonicalJson } from '../kernel/canonical.ts'
import type { Fact, NewFact, StreamName } from '../kernel/fact.ts'
import type { EnteredYear } from '../kernel/known-years.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { dayInShanghai } from '../kernel/working-days.ts'
import { type CalendarFault, calendarFaults } from './calendar-faults.ts'
import { type HolidayYear, namedDays } from './holiday-year.ts'

export const CALENDAR_STREAM: StreamName = 'calendar/china'

/** The State Council publishes the next year's; one more leaves room for a rehearsal. */
const YEARS_AHEAD = 2

export type CalendarYearPublished = NewFact<'calendar-year-published', HolidayYear>

export type CalendarRefusal =
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'calendar-built-in'; readonly year: number }
  | { readonly kind: 'calendar-year-far'; readonly year: number; readonly latest: number }
  | { readonly kind: 'calendar-unchanged'; readonly year: number }
  | { readonly kind: 'calendar-faulty'; readonly year: number; readonly faults: readonly CalendarFault[] }

export function isCalendarFact<F extends Pick<Fact, 'kind' | 'data'>>(fact: F): fact is F & CalendarYearPublished {
  return fact.kind === 'calendar-year-published'
}

export function mayPublishCalendar(actor: Actor): boolean {
  return may(actor, 'calendar', 'publish', {})
}

/** @param published what the stream holds, oldest first */
export function decideCalendar(
  published: readonly CalendarYearPublished[],
  given: HolidayYear,
  now: Date,
): Result<readonly CalendarYearPublished[], CalendarRefusal> {
  const { year } = given
  if (year <= lastBuiltIn()) return refuse({ kind: 'calendar-built-in', year })
  const latest = Number(dayInShanghai(now).slice(0, 4)) + YEARS_AHEAD
  if (year > latest) return refuse({ kind: 'calendar-year-far', year, latest })
  const faults = calendarFaults(given)
  if (faults.length > 0) return refuse({ kind: 'calendar-faulty', year, faults })
  const before = published.findLast(({ data }) => data.year === year)
  if (before && canonicalJson(before.data) === canonicalJson(given)) return refuse({ kind: 'calendar-unchanged', year })
  return ok([{ kind: 'calendar-year-published', data: given }])
}

/** The release knows its years for good, and those before them were over when it was made. */
export function lastBuiltIn(): number {
  return Math.max(...Object.keys(CALENDAR_YEARS).map(Number))
}

/** `[PLAN-94]` What the register of years is handed: the same from the same facts, on every relay and in every browser. */
export function enteredYears(facts: readonly Pick<Fact, 'kind' | 'data' | 'at'>[]): readonly EnteredYear[] {
  return facts
    .filter(isCalendarFact)
    .filter(({ data }) => !Object.hasOwn(CALENDAR_YEARS, data.year))
    .map(({ data, at }) => ({ year: data.year, since: dayInShanghai(new Date(at)), days: namedDays(data) }))
}
