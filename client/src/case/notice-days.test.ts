/** The calendar of a notice: weekends, holidays and make-up workdays by name, and as many counted days as the rule says, whatever the first day. */
import { lastDayOf } from '@yejibu/shared/case/publicity'
import { addDays } from '@yejibu/shared/kernel/working-days'
import { describe, expect, it } from 'vitest'
import { noticeDays } from './notice-days.ts'

const from = (startedOn: string, countStartDay = false) => ({ startedOn, workingDays: 5, countStartDay, lastDay: null })

describe('the days of a notice', () => {
  it('[CLIENT-303] name the holidays around 1 May 2026 and the Saturday that is worked instead', () => {
    const days = noticeDays(from('2026-04-30'))
    const kinds = Object.fromEntries(days.map(({ day, kind }) => [day.slice(5), kind]))
    expect(kinds).toMatchObject({
      '04-30': 'work',
      '05-01': 'holiday',
      '05-02': 'weekend',
      '05-05': 'holiday',
      '05-09': 'makeUp',
    })
    expect(days.filter(({ nth }) => nth !== null).map(({ day }) => day.slice(5))).toEqual([
      '05-06',
      '05-07',
      '05-08',
      '05-09',
      '05-11',
    ])
    expect(days.find(({ isLast }) => isLast)?.day).toBe('2026-05-11')
    expect(days.at(-1)).toMatchObject({ day: '2026-05-12', isClosing: true, nth: null })
  })

  it('[CLIENT-303] of every first day of 2025 count exactly five and end where the rule ends', () => {
    for (let day = '2025-01-01'; day < '2025-12-20'; day = addDays(day, 1)) {
      for (const countStartDay of [false, true]) {
        const terms = from(day, countStartDay)
        const days = noticeDays(terms)
        const last = lastDayOf(terms)
        expect([day, last.ok && last.value]).toEqual([day, days.find(({ isLast }) => isLast)?.day])
        expect(days.filter(({ nth }) => nth !== null)).toHaveLength(5)
      }
    }
  })

  it('[CLIENT-303] end with the calendar that is known: nothing is guessed', () => {
    const days = noticeDays(from('2026-12-29'))
    expect(days.at(-1)?.day).toBe('2026-12-31')
    expect(days.some(({ isLast, isClosing }) => isLast || isClosing)).toBe(false)
  })
})
