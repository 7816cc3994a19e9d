/**
 * Working days by the State Council's calendar, holidays and make-up days included (domain §7.4).
 * A day is `YYYY-MM-DD` as the wall calendar in Asia/Shanghai shows it: plain text, the same on every machine.
 * A year whose notice is neither built in nor entered is refused: what ends in it cannot be computed yet. What a person is told meanwhile is an estimate,
 * which is text to plan by and has a name of its own, so that nothing is decided by it.
 */
import { type Calendar, calendarNow } from './known-years.ts'
import { ok, type Result, refuse } from './result.ts'
import { isDay } from './year-month.ts'

export interface CalendarUnknown {
  readonly kind: 'calendar-unknown'
  readonly year: number
}

const DAY_MS = 86_400_000
/** China has had one time zone without summer time since 1991-09-15. */
const SHANGHAI_MS = 8 * 3_600_000

/** The day on the wall calendar in Asia/Shanghai at this moment. */
export function dayInShanghai(moment: Date): string {
  return new Date(moment.getTime() + SHANGHAI_MS).toISOString().slice(0, 10)
}

/** The last instant of the day in Asia/Shanghai, ISO 8601 in UTC. */
export function endOfDay(day: string): string {
  return new Date((dayNumber(day) + 1) * DAY_MS - SHANGHAI_MS - 1).toISOString()
}

/** Calendar days later, or earlier when negative. @throws RangeError when it is not a day */
export function addDays(day: string, days: number): string {
  return new Date((dayNumber(day) + days) * DAY_MS).toISOString().slice(0, 10)
}

/** Calendar days from the first day to the second, negative when that is earlier. @throws RangeError when one is not a day */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** @throws RangeError when it is not a day */
export function isWorkingDay(day: string, calendar: Calendar = calendarNow()): Result<boolean, CalendarUnknown> {
  const year = Number(day.slice(0, 4))
  const isOff = calendar.isOff.get(day)
  const builtIn = calendar.builtIn[year]
  if (!builtIn && !calendar.years.has(year)) return refuse({ kind: 'calendar-unknown', year })
  if (isOff !== undefined) return ok(!isOff)
  if (!builtIn) return ok(!isWeekend(day))
  const monthDay = day.slice(5)
  if (builtIn.worked.includes(monthDay)) return ok(true)
  return ok(!isWeekend(day) && !builtIn.off.some((span) => lies(monthDay, span)))
}

/**
 * The `count`-th working day after `day`; `day` itself is not counted.
 * @param count whole and at least 1
 */
export function addWorkingDays(
  day: string,
  count: number,
  calendar: Calendar = calendarNow(),
): Result<string, CalendarUnknown> {
  let current = day
  let left = count
  while (left > 0) {
    current = addDays(current, 1)
    const working = isWorkingDay(current, calendar)
    if (!working.ok) return working
    if (working.value) left--
  }
  return ok(current)
}

/**
 * The `count`-th working day after `day` with weekends alone taken out where the calendar does not reach (V-CAL). An estimate for a person to plan
 * by: holidays may move it.
 * @param count whole and at least 1
 */
export function estimateWorkingDays(day: string, count: number): string {
  let current = day
  let left = count
  while (left > 0) {
    current = addDays(current, 1)
    const working = isWorkingDay(current)
    if (working.ok ? working.value : !isWeekend(current)) left--
  }
  return current
}

/** Working days after `from` up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string): Result<number, CalendarUnknown> {
  let count = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    const working = isWorkingDay(day)
    if (!working.ok) return working
    if (working.value) count++
  }
  return ok(count)
}

/** Days since 1970-01-01, a Thursday. */
function dayNumber(day: string): number {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`)
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / DAY_MS
}

export function isWeekend(day: string): boolean {
  return [0, 6].includes((dayNumber(day) + 4) % 7)
}

function lies(monthDay: string, span: string): boolean {
  const [first = '', last = first] = span.split('..')
  return first <= monthDay && monthDay <= last
}
