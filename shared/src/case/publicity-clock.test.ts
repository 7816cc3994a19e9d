/**
 * The clock of a notice against a table that is not ours: every first day of 2020–2026, and every day on which it could be disturbed. What the oracle
 * knows is a list of worked days from `chinese-days` and how to count along it; nothing of the code under test.
 */
import chineseDays from 'chinese-days'
import { describe, expect, test } from 'vitest'
import { type CaseHistory, CLERK, LEAD } from '../testing/case-history.ts'
import { roundsUnder } from '../testing/case-moves.ts'
import { at, MID } from '../testing/case-rows.ts'
import { type Notice, periodOver } from './publicity.ts'

const DAY = 86_400_000
const ORDER = 5

const EVERY = Array.from({ length: 2557 }, (_, i) =>
  new Date(Date.UTC(2020, 0, 1) + i * DAY).toISOString().slice(0, 10),
)
const WORKED = EVERY.map((day) => chineseDays.isWorkday(day))

/** Where in `EVERY` the n-th worked day after this one stands; undefined where the table ends. */
function nthAfter(index: number, count: number): number | undefined {
  let left = count
  for (let i = index + 1; i < EVERY.length; i++) {
    if (WORKED[i]) left--
    if (left === 0) return i
  }
  return undefined
}

const day = (index: number) => EVERY[index] ?? ''
const noon = (index: number) => new Date(`${day(index)}T12:00:00+08:00`)

/** A case whose notice may start, at noon of that day. */
const base = at('emp-passed')()
function posted(index: number): CaseHistory {
  const history = base.fork()
  history.now = noon(index)
  const { digest, notice: content } = roundsUnder(MID)[0]
  return history.does(LEAD, { kind: 'start-notice', digest, content, workingDays: null, method: '公告栏' })
}

function running(history: CaseHistory): Notice {
  const { state } = history.case
  if (!('notice' in state)) throw new Error(state.kind)
  return state.notice as Notice
}

const mayEnd = (history: CaseHistory, index: number) => periodOver(running(history), noon(index)).ok

describe('the clock of a notice, against an independent table', () => {
  test('[CASE-137] the oracle knows weekends that are worked and weekdays that are off', () => {
    const weekday = (i: number) => new Date(`${day(i)}T00:00:00Z`).getUTCDay()
    const isWeekend = (i: number) => weekday(i) === 0 || weekday(i) === 6
    expect(EVERY.filter((_, i) => isWeekend(i) && WORKED[i]).length).toBeGreaterThan(40)
    expect(EVERY.filter((_, i) => !isWeekend(i) && !WORKED[i]).length).toBeGreaterThan(100)
  })

  test('[CASE-137] whenever it starts, it may not end on any day up to the fifth worked one, and may from the day after', () => {
    const wrong: string[] = []
    let tried = 0
    EVERY.forEach((start, index) => {
      const last = nthAfter(index, ORDER)
      if (last === undefined) return
      const history = posted(index)
      expect(running(history), start).toMatchObject({ startedOn: start, lastDay: day(last) })
      for (let i = index; i <= Math.min(last + 1, EVERY.length - 1); i++) {
        if (mayEnd(history, i) !== i > last) wrong.push(`from ${start}: ${day(i)}`)
      }
      tried++
    })
    expect(wrong).toEqual([])
    expect(tried).toBeGreaterThan(2540)
  })

  test('[CASE-137] found altered on any of its days, it begins anew on that day with all of its days', () => {
    const wrong: string[] = []
    let tried = 0
    EVERY.forEach((start, index) => {
      const last = nthAfter(index, ORDER)
      if (last === undefined) return
      const history = posted(index)
      for (let found = index; found <= last; found++) {
        const anew = nthAfter(found, ORDER)
        if (anew === undefined) continue
        const disturbed = history.fork()
        disturbed.now = noon(found)
        disturbed.does('relay', { kind: 'witness-notice', content: 'altered' })
        const { startedOn, lastDay, witnessedOn, content } = running(disturbed)
        const isAnew = startedOn === day(found) && lastDay === day(anew) && witnessedOn.join() === day(found)
        if (!isAnew || content !== running(history).content || mayEnd(disturbed, anew)) {
          wrong.push(`from ${start}, altered on ${day(found)}: ${lastDay}`)
        }
        tried++
      }
    })
    expect(wrong).toEqual([])
    expect(tried).toBeGreaterThan(18_000)
  })

  test('[CASE-137] an objection on any of its days moves no day, and holds the end until it is answered', () => {
    // A month with make-up days and a long holiday is as good as any: what is asked is the day of the objection.
    const [from, to] = ['2022-09-05', '2022-10-20'].map((at) => EVERY.indexOf(at))
    for (let index = from ?? 0; index <= (to ?? 0); index++) {
      const last = nthAfter(index, ORDER) ?? 0
      for (let raised = index; raised <= last; raised++) {
        const history = posted(index)
        history.now = noon(raised)
        const text = { objection: 'o1', objector: 'anonymous', about: null, text: '业绩与事实不符' } as const
        history.does(CLERK, { kind: 'record-objection', ...text })
        expect(running(history).lastDay).toBe(day(last))
        history.now = noon(last + 1)
        const { content } = running(history)
        const close = { kind: 'close-notice', content, result: '公示期间无异议。' } as const
        expect(history.asks(CLERK, close).ok).toBe(false)
        const answer = { investigation: '已核查原始材料。', answer: '已书面答复。' }
        history.does(LEAD, { kind: 'dismiss-objection', objection: 'o1', ...answer })
        expect(history.case.state.kind).toBe('notice-cleared')
      }
    }
  })
})
