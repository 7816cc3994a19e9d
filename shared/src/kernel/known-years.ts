/**
 * The years whose working days are known: those built in, and those that the operator entered from the State Council's notice (decision 33).
 * One register for the whole program, because one program serves one office; its only writer hands over all entered years at once, as the ledger has
 * them, so two programs that have read the same facts give the same answers. No fold of facts reads it: what a day was when something was decided
 * stands in the fact.
 */
import { CALENDAR_YEARS, type CalendarYear } from './calendar-years.ts'

/** One year as it was entered, corrections included: oldest first in the register. */
export interface EnteredYear {
  readonly year: number
  /** The day on which it was entered, `YYYY-MM-DD` in Shanghai. */
  readonly since: string
  /** What the notice names; a day of the December before may be among them. */
  readonly days: readonly { readonly day: string; readonly isOff: boolean }[]
}

export interface Calendar {
  readonly builtIn: Readonly<Record<number, CalendarYear>>
  readonly years: ReadonlySet<number>
  /** Days that an entered notice names. */
  readonly isOff: ReadonlyMap<string, boolean>
}

/** `[PLAN-90]` Of a year that was entered twice the last counts; a day that two notices name is as the later year's says (a late December). */
export function calendarFrom(entered: readonly EnteredYear[], builtIn = CALENDAR_YEARS): Calendar {
  const newest = new Map(entered.map((one) => [one.year, one]))
  const ascending = [...newest.values()].sort((a, b) => a.year - b.year)
  return {
    builtIn,
    years: new Set(newest.keys()),
    isOff: new Map(ascending.flatMap(({ days }) => days.map(({ day, isOff }) => [day, isOff] as const))),
  }
}

interface Stand {
  readonly since: string
  readonly calendar: Calendar
}

const BUILT_IN: Stand = { since: '', calendar: calendarFrom([]) }
let stands: readonly Stand[] = [BUILT_IN]
let told: () => void = () => undefined

/** The one writer. @param entered all that were ever entered, in the order of the ledger */
export function enterYears(entered: readonly EnteredYear[]): void {
  const then = entered.map(({ since }, at) => ({ since, calendar: calendarFrom(entered.slice(0, at + 1)) }))
  stands = [BUILT_IN, ...then]
}

/** Called whenever the register is asked, so that what a page shows of it can follow. */
export function onCalendarAsked(ask: () => void): void {
  told = ask
}

export function calendarNow(): Calendar {
  told()
  return stands.at(-1)?.calendar ?? BUILT_IN.calendar
}

/** `[CASE-191]` The calendar of now and every one that was entered on that day or later: what a notice under way was ever told. */
export function calendarsSince(day: string): readonly Calendar[] {
  return [...stands.filter(({ since }) => since >= day).map(({ calendar }) => calendar), calendarNow()]
}

export function isYearKnown(year: number, { builtIn, years }: Calendar = calendarNow()): boolean {
  return Object.hasOwn(builtIn, year) || years.has(year)
}

/** The last year up to which no year is missing. */
export function knownThrough(calendar: Calendar = calendarNow()): number {
  let year = Math.max(...Object.keys(calendar.builtIn).map(Number))
  while (isYearKnown(year + 1, calendar)) year++
  return year
}
