/** A year's holidays as the State Council's notice says them, in this office's own file and in the domain's (`{days:[{date,isOffDay,name}]}`, domain §7.4). */
import * as z from 'zod/mini'
import { addDays, daysBetween } from '../kernel/working-days.ts'
import { isDay } from '../kernel/year-month.ts'

const daySchema = z.string().check(z.refine(isDay))
const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(300))

/** `[PLAN-91]` Days are whole dates, because a notice may name days of the December before. */
export const holidayYearSchema = z.strictObject({
  year: z.int(),
  /** Its number or title, for whoever checks a date: 国办发明电〔2025〕7号. */
  notice: text,
  /** Where it was read. */
  source: text,
  off: z
    .array(z.strictObject({ name: text, first: daySchema, last: daySchema }))
    .check(z.minLength(1), z.maxLength(20)),
  /** Days of a weekend that are worked. */
  worked: z.array(daySchema).check(z.maxLength(30)),
})
export type HolidayYear = z.output<typeof holidayYearSchema>
export type Holiday = HolidayYear['off'][number]

const listedSchema = z.looseObject({
  year: z.int(),
  papers: z.optional(z.array(z.string())),
  days: z.array(z.looseObject({ name: z.string(), date: daySchema, isOffDay: z.boolean() })),
})

/**
 * `[PLAN-91]` What a file says, in either format.
 * @param said what the file leaves out: a list of days names no notice
 * @returns null when it is neither
 */
export function readHolidayYear(
  file: unknown,
  said: { readonly notice?: string | undefined; readonly source?: string | undefined } = {},
): HolidayYear | null {
  const listed = listedSchema.safeParse(file)
  const whole = listed.success
    ? {
        year: listed.data.year,
        notice: said.notice ?? '',
        source: said.source ?? listed.data.papers?.join(' ') ?? '',
        off: spansOf(listed.data.days.filter(({ isOffDay }) => isOffDay)),
        worked: listed.data.days.flatMap(({ date, isOffDay }) => (isOffDay ? [] : [date])).sort(),
      }
    : { ...(typeof file === 'object' ? file : {}), ...defined(said) }
  const parsed = holidayYearSchema.safeParse(whole)
  return parsed.success ? parsed.data : null
}

function defined(said: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

/** Days one after the other under one name are one holiday. */
function spansOf(days: readonly { readonly name: string; readonly date: string }[]): readonly Holiday[] {
  const spans: Holiday[] = []
  for (const { name, date } of [...days].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    const before = spans.at(-1)
    if (before && before.name === name && addDays(before.last, 1) === date)
      spans.splice(-1, 1, { ...before, last: date })
    else spans.push({ name, first: date, last: date })
  }
  return spans
}

/** Every day of it; none when it ends before it begins, and no more than a year of them. */
export function daysOf({ first, last }: Pick<Holiday, 'first' | 'last'>): readonly string[] {
  const count = Math.min(daysBetween(first, last) + 1, 366)
  return Array.from({ length: Math.max(count, 0) }, (_, at) => addDays(first, at))
}

/** What the notice names day by day, ascending; what is worked stands before what is off. */
export function namedDays({
  off,
  worked,
}: Pick<HolidayYear, 'off' | 'worked'>): readonly { day: string; isOff: boolean }[] {
  const isOff = new Map([
    ...off.flatMap(daysOf).map((day) => [day, true] as const),
    ...worked.map((day) => [day, false] as const),
  ])
  return [...isOff].map(([day, is]) => ({ day, isOff: is })).sort((a, b) => (a.day < b.day ? -1 : 1))
}
