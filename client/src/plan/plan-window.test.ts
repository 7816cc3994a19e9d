import { describe, expect, it } from 'vitest'
import { planWindow } from './plan-window.ts'

const WINDOW = { open: '2022-09-01T08:30:00+08:00', close: '2022-10-31T17:30:00+08:00' }
const at = (moment: string) => planWindow({ window: WINDOW }, new Date(moment))

describe('the window of a plan', () => {
  it('[CLIENT-72] counts the days as the calendar of the office that set the window does', () => {
    expect(at('2022-08-30T23:59:00+08:00')).toEqual({ kind: 'not-yet', days: 2 })
    expect(at('2022-09-01T08:29:59+08:00')).toEqual({ kind: 'not-yet', days: 0 })
    expect(at('2022-09-01T08:30:00+08:00')).toEqual({ kind: 'open', days: 60 })
    // Still the 30th in Greenwich, already the 31st in Shaoxing.
    expect(at('2022-10-30T16:30:00Z')).toEqual({ kind: 'open', days: 0 })
    expect(at('2022-10-31T17:30:00+08:00')).toEqual({ kind: 'open', days: 0 })
    expect(at('2022-10-31T17:30:00.001+08:00')).toEqual({ kind: 'closed' })
  })
})
