import chineseDays from 'chinese-days'
import { describe, expect, test } from 'vitest'
import { CALENDAR_YEARS } from './calendar-years.ts'
import {
  addDays,
  addWorkingDays,
  dayInShanghai,
  endOfDay,
  estimateWorkingDays,
  isWorkingDay,
  workingDaysBetween,
} from './working-days.ts'

const FIRST = '2020-01-01'
const LAST = '2026-12-31'

function everyDay(): string[] {
  const days: string[] = []
  for (let day = FIRST; day <= LAST; day = addDays(day, 1)) days.push(day)
  return days
}

describe('the calendar', () => {
  test('[CASE-1] agrees with an independent table on every day of 2020–2026', () => {
    const days = everyDay()
    expect(days).toHaveLength(2557)
    const different = days.filter((day) => {
      const ours = isWorkingDay(day)
      return !ours.ok || ours.value !== chineseDays.isWorkday(day)
    })
    expect(different).toEqual([])
  })

  test('[CASE-1] names as worked only weekend days, and as off only days of the calendar', () => {
    for (const [year, { off, worked }] of Object.entries(CALENDAR_YEARS)) {
      for (const monthDay of worked) {
        const weekday = new Date(`${year}-${monthDay}T00:00:00Z`).getUTCDay()
        expect([0, 6], `${year}-${monthDay}`).toContain(weekday)
      }
      for (const end of off.flatMap((span) => span.split('..'))) {
        expect(addDays(`${year}-${end}`, 0)).toBe(`${year}-${end}`)
      }
    }
  })

  test('[CASE-1] refuses a year whose notice it does not know, before and after', () => {
    expect(isWorkingDay('2019-12-31')).toEqual({ ok: false, refusal: { kind: 'calendar-unknown', year: 2019 } })
    expect(isWorkingDay('2027-01-01')).toEqual({ ok: false, refusal: { kind: 'calendar-unknown', year: 2027 } })
    expect(addWorkingDays('2026-12-30', 5)).toEqual({ ok: false, refusal: { kind: 'calendar-unknown', year: 2027 } })
    expect(workingDaysBetween('2026-12-30', '2027-01-05')).toEqual({
      ok: false,
      refusal: { kind: 'calendar-unknown', year: 2027 },
    })
  })

  test('[CASE-1] counts a day by the clock of Shanghai, whatever the machine thinks', () => {
    expect(dayInShanghai(new Date('2022-09-27T15:59:59.999Z'))).toBe('2022-09-27')
    expect(dayInShanghai(new Date('2022-09-27T16:00:00.000Z'))).toBe('2022-09-28')
    expect(endOfDay('2022-09-27')).toBe('2022-09-27T15:59:59.999Z')
  })

  test('[CASE-1] text that is no day is a defect, not a holiday', () => {
    expect(() => isWorkingDay('2022-02-30')).toThrow(RangeError)
    expect(() => addDays('soon', 1)).toThrow(RangeError)
  })
})

describe('an estimate beyond the calendar', () => {
  test('[PLAN-80] is by the calendar where it is known and by weekends after it (V-CAL)', () => {
    // 2027-01-01 is a Friday; which of the days after it are off is not published.
    expect(estimateWorkingDays('2026-12-28', 5)).toBe('2027-01-04')
    expect(estimateWorkingDays('2026-12-31', 5)).toBe('2027-01-07')
    expect(estimateWorkingDays('2026-09-22', 5)).toBe('2026-09-30')
  })

  test('[PLAN-80] says the same as the calendar wherever that reaches', () => {
    for (const day of everyDay()) {
      const known = addWorkingDays(day, 5)
      if (known.ok) expect(estimateWorkingDays(day, 5), day).toBe(known.value)
    }
  })
})

describe('working days', () => {
  test.each([
    ['2020-07-10', '2020-07-17'],
    ['2020-09-28', '2020-10-12'],
    ['2022-09-28', '2022-10-10'],
    ['2022-12-28', '2023-01-05'],
    ['2023-04-26', '2023-05-06'],
    ['2023-09-27', '2023-10-10'],
    ['2024-02-07', '2024-02-20'],
    ['2025-09-29', '2025-10-13'],
    ['2026-09-22', '2026-09-30'],
  ])('[CASE-1] the fifth after %s is %s (domain §7.4)', (posted, fifth) => {
    expect(addWorkingDays(posted, 5)).toEqual({ ok: true, value: fifth })
  })

  test('[CASE-1] between a day and the n-th working day after it lie n', () => {
    for (const day of everyDay()) {
      for (const count of [1, 5, 7]) {
        const end = addWorkingDays(day, count)
        if (!end.ok) {
          expect(day >= '2026-12-17', day).toBe(true)
          continue
        }
        expect(workingDaysBetween(day, end.value)).toEqual({ ok: true, value: count })
        expect(isWorkingDay(end.value)).toEqual({ ok: true, value: true })
      }
    }
  })
})
