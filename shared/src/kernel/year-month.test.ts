import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMonths,
  compareMonths,
  isDay,
  monthOfDay,
  monthsBetween,
  monthsCovered,
  parseYearMonth,
  type YearMonth,
  yearsBetween,
} from './year-month.ts'

function month(text: string): YearMonth {
  const parsed = parseYearMonth(text)
  if (!parsed) throw new Error(`${text} is no month`)
  return parsed
}

const months = fc.integer({ min: 0, max: 2399 }).map((n) => addMonths(month('190001'), n))

describe('months', () => {
  it.each(['200808', '190001', '209912'])('[ARC-10] %s is a month', (text) => expect(parseYearMonth(text)).toBe(text))

  it.each(['200813', '200800', '2008-08', '20088', '189912', '210001', '２００８０８', '', null])(
    '[ARC-10] %s is none',
    (text) => expect(parseYearMonth(text)).toBeNull(),
  )

  it('[ARC-10] a month is counted over the end of the year', () => {
    expect(addMonths(month('202211'), 3)).toBe('202302')
    expect(addMonths(month('202201'), -1)).toBe('202112')
    expect(() => addMonths(month('209912'), 1)).toThrow(RangeError)
    expect(monthsBetween(month('201809'), month('202209'))).toBe(48)
  })

  it('[ARC-10] going there and counting the way agree, and text order is time order', () => {
    fc.assert(
      fc.property(months, months, (a, b) => {
        expect(addMonths(a, monthsBetween(a, b))).toBe(b)
        expect(compareMonths(a, b)).toBe(Math.sign(monthsBetween(b, a)))
      }),
    )
  })

  it('[ARC-18] months in two periods count once', () => {
    const period = (begin: string, end: string) => ({ begin: month(begin), end: month(end) })
    expect(monthsCovered([period('201001', '201012')])).toBe(12)
    expect(monthsCovered([period('201007', '201106'), period('201001', '201012')])).toBe(18)
    expect(monthsCovered([period('201001', '201012'), period('201003', '201004')])).toBe(12)
    expect(monthsCovered([period('201001', '201002'), period('201101', '201102')])).toBe(4)
    expect(monthsCovered([period('201012', '201001')])).toBe(0)
    expect(monthsCovered([])).toBe(0)
  })

  it('[ARC-18] the union of periods is the number of different months in them', () => {
    const periods = fc.array(fc.record({ begin: months, length: fc.nat(40) }), { maxLength: 6 })
    fc.assert(
      fc.property(periods, (spans) => {
        const inside = spans.map(({ begin, length }) => ({
          begin,
          end: begin > '209501' ? begin : addMonths(begin, length),
        }))
        const seen = new Set<string>()
        for (const { begin, end } of inside) {
          for (let at = begin; ; at = addMonths(at, 1)) {
            seen.add(at)
            if (at === end) break
          }
        }
        expect(monthsCovered(inside)).toBe(seen.size)
      }),
    )
  })
})

describe('days', () => {
  it.each(['2020-02-29', '2000-02-29', '2022-12-31'])('[ARC-10] %s is a day', (text) => expect(isDay(text)).toBe(true))
  it.each(['2021-02-29', '1900-02-29', '2022-13-01', '2022-04-31', '2022-4-3', '20220403'])(
    '[ARC-10] %s is none',
    (text) => expect(isDay(text)).toBe(false),
  )

  it('[ARC-10] a day lies in its month, and an age is whole years', () => {
    expect(monthOfDay('2022-09-30')).toBe('202209')
    expect(() => monthOfDay('2022-9-30')).toThrow(RangeError)
    expect(yearsBetween('1990-05-12', '2006-05-11')).toBe(15)
    expect(yearsBetween('1990-05-12', '2006-05-12')).toBe(16)
  })
})
