/**
 * A month as the forms write it: six digits YYYYMM from 190001 to 209912 (V-DATE-YM). As text it sorts as it reads.
 * Today is always handed in, as `YYYY-MM-DD` by the caller's calendar; nothing here asks a clock.
 */
declare const brand: unique symbol
export type YearMonth = string & { readonly [brand]: 'year-month' }

const YEAR_MONTH = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])$/

export function isYearMonth(text: string): text is YearMonth {
  return YEAR_MONTH.test(text)
}

/** @returns null for anything but six digits that name a month of 1900–2099 */
export function parseYearMonth(text: string | null | undefined): YearMonth | null {
  return text !== null && text !== undefined && isYearMonth(text) ? text : null
}

/** The month that a day lies in. @throws RangeError when it is not `YYYY-MM-DD` of 1900–2099 */
export function monthOfDay(day: string): YearMonth {
  const month = day.slice(0, 4) + day.slice(5, 7)
  if (!isDay(day) || !isYearMonth(month)) throw new RangeError(`not a day: ${day}`)
  return month
}

export function compareMonths(a: YearMonth, b: YearMonth): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Months since January of year 0: whole and comparable. */
export function monthNumber(month: YearMonth): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(4)) - 1
}

/** @throws RangeError when the answer is outside 1900–2099 */
export function addMonths(month: YearMonth, months: number): YearMonth {
  const number = monthNumber(month) + months
  const text = String(Math.floor(number / 12)).padStart(4, '0') + String((number % 12) + 1).padStart(2, '0')
  if (!isYearMonth(text)) throw new RangeError(`no month ${months} away from ${month}`)
  return text
}

/** Whole months from one to the other; negative when `to` is earlier (domain §4.8). */
export function monthsBetween(from: YearMonth, to: YearMonth): number {
  return monthNumber(to) - monthNumber(from)
}

/**
 * Months in the union of periods, both ends counted; a month that lies in two periods counts once (domain §4.8).
 * A period that ends before it begins has none.
 */
export function monthsCovered(periods: readonly { readonly begin: YearMonth; readonly end: YearMonth }[]): number {
  const sorted = periods
    .map(({ begin, end }) => ({ first: monthNumber(begin), last: monthNumber(end) }))
    .sort((a, b) => a.first - b.first)
  let months = 0
  let counted = Number.NEGATIVE_INFINITY
  for (const { first, last } of sorted) {
    months += Math.max(0, last - Math.max(first - 1, counted))
    counted = Math.max(counted, last)
  }
  return months
}

/** True for `YYYY-MM-DD` that names a day of the calendar. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return false
  const [year, month, day] = parts.slice(1).map(Number)
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12) return false
  return day >= 1 && day <= daysOf(year, month)
}

/** Whole years from one day to another, both `YYYY-MM-DD`: an age. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
