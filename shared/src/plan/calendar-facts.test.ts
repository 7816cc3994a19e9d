import { afterEach, describe, expect, test } from 'vitest'
import { CALENDAR_YEARS, type CalendarYear } from '../kernel/calendar-years.ts'
import { calendarFrom, type EnteredYear, enterYears, isYearKnown, knownThrough } from '../kernel/known-years.ts'
import { addDays, addWorkingDays, isWorkingDay } from '../kernel/working-days.ts'
import { inventedYear } from '../testing/invented-year.ts'
import { type CalendarYearPublished, decideCalendar, enteredYears } from './calendar-facts.ts'
import type { CalendarFault } from './calendar-faults.ts'
import { type HolidayYear, namedDays, readHolidayYear } from './holiday-year.ts'

const NOW = new Date('2026-11-21T02:00:00Z')
const DAY_MS = 86_400_000

afterEach(() => enterYears([]))

/** A built-in year as its notice would be entered, under another number where that year has the same weekdays. */
function copyOf(year: number, as = year): HolidayYear {
  const { off, worked } = CALENDAR_YEARS[year] as CalendarYear
  return {
    ...inventedYear(as),
    off: off.map((span) => {
      const [first = '', last = first] = span.split('..')
      return { name: '节日', first: `${as}-${first}`, last: `${as}-${last}` }
    }),
    worked: worked.map((monthDay) => `${as}-${monthDay}`),
  }
}
const entered = (given: HolidayYear, since = '2026-11-01'): EnteredYear => ({
  ...{ year: given.year, since, days: namedDays(given) },
})
function everyDay(first: string, last: string): string[] {
  const count = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1
  return Array.from({ length: count }, (_, at) => addDays(first, at))
}

describe('an entered year', () => {
  test('[PLAN-90] answers for every day as it would if it were built in', () => {
    const years = Object.keys(CALENDAR_YEARS).map(Number)
    const calendar = calendarFrom(
      years.map((year) => entered(copyOf(year))),
      {},
    )
    const different = everyDay('2020-01-01', '2026-12-31').filter((day) => {
      const [typed, built] = [isWorkingDay(day, calendar), isWorkingDay(day)]
      return !typed.ok || !built.ok || typed.value !== built.value
    })
    expect(different).toEqual([])
  })

  test('[PLAN-90] counts for the whole program from when the register holds it: 2027 has the weekdays of 2021', () => {
    expect(isWorkingDay('2027-02-15').ok).toBe(false)
    enterYears([entered(copyOf(2021, 2027))])
    for (const day of everyDay('2021-01-01', '2021-12-31')) {
      expect(isWorkingDay(day.replace('2021', '2027')), day).toEqual(isWorkingDay(day))
    }
    expect([knownThrough(), isYearKnown(2027), isYearKnown(2028)]).toEqual([2027, true, false])
    expect(addWorkingDays('2026-12-30', 5)).toEqual({ ok: true, value: '2027-01-07' })
    expect(addWorkingDays('2027-12-30', 5)).toMatchObject({ refusal: { kind: 'calendar-unknown', year: 2028 } })
  })

  test('[PLAN-90] what the next year’s notice says of a late December counts, for a built-in year too (domain §7.4)', () => {
    const [first, ...rest] = inventedYear(2027).off
    if (!first) throw new Error('no first holiday')
    enterYears([
      entered({ ...inventedYear(2027), off: [{ ...first, first: '2026-12-31' }, ...rest], worked: ['2026-12-26'] }),
    ])
    expect(isWorkingDay('2026-12-31')).toEqual({ ok: true, value: false })
    expect(isWorkingDay('2026-12-26')).toEqual({ ok: true, value: true })
    expect(isWorkingDay('2026-12-30')).toEqual({ ok: true, value: true })
  })

  test('[PLAN-94] the same facts enter the same years; of a corrected one the last counts, and a year that a release brought along is its', () => {
    const fact = (data: HolidayYear) => ({
      ...{ kind: 'calendar-year-published', data, at: '2026-11-02T17:00:00Z', actor: 'relay' as const },
    })
    const corrected = { ...inventedYear(2027), worked: ['2027-02-13'] }
    const years = enteredYears([inventedYear(2027), inventedYear(2026), corrected].map(fact))
    expect(years.map(({ year, since }) => [year, since])).toEqual([
      [2027, '2026-11-03'],
      [2027, '2026-11-03'],
    ])
    enterYears(years)
    expect(isWorkingDay('2027-02-13')).toEqual({ ok: true, value: true })
    expect(isWorkingDay('2026-02-06')).toEqual({ ok: true, value: true })
  })
})

describe('entering a year', () => {
  const decide = (given: HolidayYear, published: readonly CalendarYearPublished[] = []) =>
    decideCalendar(published, given, NOW)
  const year = inventedYear(2027)
  const without = (name: string) => year.off.filter((span) => span.name !== name)
  const faultsOf = (change: Partial<HolidayYear>): readonly CalendarFault[] => {
    const decided = decide({ ...year, ...change })
    return decided.ok || decided.refusal.kind !== 'calendar-faulty' ? [] : decided.refusal.faults
  }

  test('[PLAN-93] is a fact with its notice; again the same is refused, another is a correction', () => {
    const published: CalendarYearPublished = { kind: 'calendar-year-published', data: year }
    expect(decide(year)).toEqual({ ok: true, value: [published] })
    expect(decide(year, [published])).toMatchObject({ refusal: { kind: 'calendar-unchanged', year: 2027 } })
    expect(decide({ ...year, worked: ['2027-02-13'] }, [published]).ok).toBe(true)
  })

  test('[PLAN-93] a built-in year cannot be entered over, nor one that nobody can know yet', () => {
    for (const built of [2019, 2020, 2026]) {
      expect(decide(inventedYear(built))).toMatchObject({ refusal: { kind: 'calendar-built-in', year: built } })
    }
    expect(decide(inventedYear(2028)).ok).toBe(true)
    expect(decide(inventedYear(2029))).toMatchObject({ refusal: { kind: 'calendar-year-far', latest: 2028 } })
  })

  test.each<readonly [string, Partial<HolidayYear>, readonly CalendarFault[]]>([
    ['a day of another year', { worked: ['2028-01-08'] }, [{ rule: 'outside-the-year', day: '2028-01-08' }]],
    ['a day before December', { worked: ['2026-11-28'] }, [{ rule: 'outside-the-year', day: '2026-11-28' }]],
    ['a weekday as made up', { worked: ['2027-02-17'] }, [{ rule: 'worked-on-a-weekday', day: '2027-02-17' }]],
    ['a day both off and worked', { worked: ['2027-02-06'] }, [{ rule: 'worked-and-off', day: '2027-02-06' }]],
    ['a worked day twice', { worked: ['2027-02-13', '2027-02-13'] }, [{ rule: 'named-twice', day: '2027-02-13' }]],
    [
      'a day off twice',
      { off: [...year.off, { name: '又一节', first: '2027-10-07', last: '2027-10-08' }] },
      [{ rule: 'named-twice', day: '2027-10-07' }],
    ],
    [
      'a span turned round',
      { off: [...without('元旦'), { name: '元旦', first: '2027-01-03', last: '2027-01-01' }] },
      [{ rule: 'ends-before-it-begins', name: '元旦', day: '2027-01-03' }],
    ],
    [
      'a span of a month',
      { off: [...without('国庆节'), { name: '国庆节', first: '2027-10-01', last: '2027-10-31' }] },
      [{ rule: 'too-long', name: '国庆节', day: '2027-10-01' }],
    ],
    [
      'half a year',
      { off: year.off.slice(0, 4) },
      (['端午', '中秋', '国庆'] as const).map((festival) => ({ rule: 'festival-missing', festival })),
    ],
    [
      'a short Spring Festival',
      { off: [...without('春节'), { name: '春节', first: '2027-02-06', last: '2027-02-08' }] },
      [{ rule: 'festival-too-short', festival: '春节', atLeast: 4 }],
    ],
    [
      '清明 in May',
      { off: [...without('清明节'), { name: '清明节', first: '2027-05-14', last: '2027-05-14' }] },
      [{ rule: 'festival-elsewhere', festival: '清明' }],
    ],
  ])('[PLAN-92] %s is refused by its place', (_, change, faults) => {
    expect(faultsOf(change)).toEqual(faults)
  })

  test('[PLAN-92] 国庆节、中秋节 may be one span', () => {
    const { off } = year
    const together = off.filter(({ name }) => !['国庆节', '中秋节'].includes(name))
    expect(
      faultsOf({ off: [...together, { name: '国庆节、中秋节', first: '2027-10-01', last: '2027-10-08' }] }),
    ).toEqual([])
  })
})

describe('a file of holidays', () => {
  const days = [
    { name: '元旦', date: '2026-12-31', isOffDay: true },
    { name: '元旦', date: '2027-01-02', isOffDay: true },
    { name: '元旦', date: '2027-01-01', isOffDay: true },
    { name: '春节', date: '2027-02-13', isOffDay: false },
    { name: '春节', date: '2027-02-06', isOffDay: true },
  ]

  test('[PLAN-91] is read day by day as the domain has it, with the notice named beside it', () => {
    const listed = { $schema: 'x', year: 2027, papers: ['https://www.gov.cn/a.htm'], days }
    expect(readHolidayYear(listed, { notice: '国办发明电〔2026〕1号' })).toEqual({
      year: 2027,
      notice: '国办发明电〔2026〕1号',
      source: 'https://www.gov.cn/a.htm',
      off: [
        { name: '元旦', first: '2026-12-31', last: '2027-01-02' },
        { name: '春节', first: '2027-02-06', last: '2027-02-06' },
      ],
      worked: ['2027-02-13'],
    })
    expect(readHolidayYear(listed)).toBeNull()
  })

  test('[PLAN-91] is read as this office writes it; anything else is no file of holidays', () => {
    expect(readHolidayYear(inventedYear(2027))).toEqual(inventedYear(2027))
    for (const wrong of [
      null,
      'text',
      [],
      {},
      { ...inventedYear(2027), worked: ['2027-02-30'] },
      { year: 2027, days: [{}] },
    ]) {
      expect(readHolidayYear(wrong, { notice: '文号', source: '出处' }), JSON.stringify(wrong)).toBeNull()
    }
  })
})
