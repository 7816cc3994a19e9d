/** What cannot be in a notice on a year's holidays (全国年节及纪念日放假办法, 13 days since 2025): each fault says where, so that whoever typed it finds it. */
import { addDays, isWeekend } from '../kernel/working-days.ts'
import { daysOf, type HolidayYear, namedDays } from './holiday-year.ts'

export const FESTIVALS = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'] as const
export type Festival = (typeof FESTIVALS)[number]

/** The statutory days, and within which days (`MM-DD`) one of them falls at the latest possible turn of the moon. */
const STATUTORY: Readonly<Record<Festival, readonly [days: number, from: string, to: string]>> = {
  元旦: [1, '01-01', '01-01'],
  春节: [4, '01-20', '02-24'],
  清明: [1, '04-04', '04-06'],
  劳动: [2, '05-01', '05-02'],
  端午: [1, '05-27', '06-26'],
  中秋: [1, '09-07', '10-08'],
  国庆: [3, '10-01', '10-03'],
}
/** 国庆节 with 中秋节 in it and make-up days around: eight or nine so far. */
const LONGEST = 12

export type CalendarFault =
  | {
      readonly rule: 'outside-the-year' | 'worked-on-a-weekday' | 'worked-and-off' | 'named-twice'
      readonly day: string
    }
  | { readonly rule: 'ends-before-it-begins' | 'too-long'; readonly name: string; readonly day: string }
  | { readonly rule: 'festival-missing' | 'festival-elsewhere'; readonly festival: Festival }
  | { readonly rule: 'festival-too-short'; readonly festival: Festival; readonly atLeast: number }

/** `[PLAN-92]` Everything that is wrong at once, in the order of the page. */
export function calendarFaults(given: HolidayYear): readonly CalendarFault[] {
  const { year, off, worked } = given
  const faults: CalendarFault[] = []
  for (const { name, first, last } of off) {
    if (first > last) faults.push({ rule: 'ends-before-it-begins', name, day: first })
    else if (addDays(first, LONGEST - 1) < last) faults.push({ rule: 'too-long', name, day: first })
  }
  if (faults.length > 0) return faults
  for (const { day } of namedDays(given)) if (!isOfNotice(day, year)) faults.push({ rule: 'outside-the-year', day })
  const isOff = new Set<string>()
  for (const day of off.flatMap(daysOf)) {
    if (isOff.has(day)) faults.push({ rule: 'named-twice', day })
    isOff.add(day)
  }
  for (const [at, day] of worked.entries()) {
    if (isOff.has(day)) faults.push({ rule: 'worked-and-off', day })
    else if (!isWeekend(day)) faults.push({ rule: 'worked-on-a-weekday', day })
    else if (worked.indexOf(day) < at) faults.push({ rule: 'named-twice', day })
  }
  return [...faults, ...FESTIVALS.flatMap((festival) => festivalFaults(festival, given))]
}

/** The December before belongs to it too: 2022-12-31 was off by the notice for 2023. */
function isOfNotice(day: string, year: number): boolean {
  return `${year - 1}-12-01` <= day && day <= `${year}-12-31`
}

function festivalFaults(festival: Festival, { year, off }: HolidayYear): readonly CalendarFault[] {
  const days = off.filter(({ name }) => name.includes(festival)).flatMap(daysOf)
  if (days.length === 0) return [{ rule: 'festival-missing', festival }]
  const [atLeast, from, to] = STATUTORY[festival]
  if (days.length < atLeast) return [{ rule: 'festival-too-short', festival, atLeast }]
  return days.some((day) => `${year}-${from}` <= day && day <= `${year}-${to}`)
    ? []
    : [{ rule: 'festival-elsewhere', festival }]
}
