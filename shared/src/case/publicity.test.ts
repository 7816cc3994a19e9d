import { afterEach, describe, expect, test } from 'vitest'
import { enterYears } from '../kernel/known-years.ts'
import { addDays, isWorkingDay } from '../kernel/working-days.ts'
import type { Plan } from '../plan/plan.ts'
import { CaseHistory, CLERK, LEAD, OWNER, officerAt, submissionFor } from '../testing/case-history.ts'
import { roundsUnder } from '../testing/case-moves.ts'
import { at, commandOn, MID } from '../testing/case-rows.ts'
import { walk } from '../testing/case-walk.ts'
import { estimatedLastDay, mayClose, noticeTerms, periodOver, startNotice } from './publicity.ts'

const noon = (day: string) => new Date(`${day}T12:00:00+08:00`)
const terms = (day: string, countStartDay = false, days = 5) =>
  noticeTerms('content', '公告栏', days, { countStartDay, now: noon(day) })

afterEach(() => enterYears([]))

describe('the clock of a notice', () => {
  test.each([
    ['2020-07-10', '2020-07-17', '2020-07-18'],
    ['2020-09-28', '2020-10-12', '2020-10-13'],
    ['2022-09-28', '2022-10-10', '2022-10-11'],
    ['2022-12-28', '2023-01-05', '2023-01-06'],
    ['2023-04-26', '2023-05-06', '2023-05-07'],
    ['2023-09-27', '2023-10-10', '2023-10-11'],
    ['2024-02-07', '2024-02-20', '2024-02-21'],
    ['2025-09-29', '2025-10-13', '2025-10-14'],
    ['2026-09-22', '2026-09-30', '2026-10-01'],
  ])('[CASE-2] posted on %s: last day %s, closed from %s (domain §7.4)', (posted, lastDay, from) => {
    const notice = terms(posted)
    expect(notice.lastDay).toBe(lastDay)
    expect(periodOver(notice, noon(lastDay))).toEqual({
      ok: false,
      refusal: { kind: 'notice-still-running', workingDays: 5, lastDay, from },
    })
    expect(periodOver(notice, noon(from))).toEqual({ ok: true, value: from })
  })

  test('[CASE-2] for every start of 2020–2026, counted day by day, both ways of counting the first day', () => {
    for (let day = '2020-01-01'; day <= '2026-12-10'; day = addDays(day, 1)) {
      for (const countStartDay of [false, true]) {
        let last = countStartDay ? addDays(day, -1) : day
        for (let left = 5; left > 0; ) {
          last = addDays(last, 1)
          const working = isWorkingDay(last)
          if (!working.ok) throw new Error(last)
          if (working.value) left--
        }
        expect(terms(day, countStartDay).lastDay, day).toBe(last)
      }
    }
  })

  test('[CASE-2] where the calendar does not reach it starts, and is not closed', () => {
    const notice = startNotice(terms('2026-12-28'))
    expect(notice.lastDay).toBeNull()
    expect(mayClose(notice, noon('2027-03-01'))).toEqual({
      ok: false,
      refusal: { kind: 'calendar-unknown', year: 2027 },
    })
  })

  test('[CASE-190] a notice that waits for a year is closed once that is entered', () => {
    const notice = startNotice(terms('2026-12-28'))
    enterYears([{ year: 2027, since: '2027-01-02', days: [{ day: '2027-01-01', isOff: true }] }])
    expect(mayClose(notice, noon('2027-01-05'))).toMatchObject({ refusal: { lastDay: '2027-01-05' } })
    expect(mayClose(notice, noon('2027-01-06'))).toEqual({ ok: true, value: '2027-01-06' })
  })

  test('[CASE-191] a correction lengthens a notice under way and never shortens it; one that begins later goes by the correction', () => {
    const entered = (since: string, ...off: readonly string[]) => ({
      ...{ year: 2027, since, days: off.map((day) => ({ day, isOff: true })) },
    })
    const waiting = startNotice(terms('2026-12-28'))
    const long = entered('2026-12-29', '2027-01-01', '2027-01-04', '2027-01-05')
    enterYears([long])
    const known = startNotice(terms('2026-12-29'))
    expect([periodOver(waiting, noon('2027-01-07')), known.lastDay]).toMatchObject([
      { refusal: { lastDay: '2027-01-07' } },
      '2027-01-08',
    ])
    enterYears([long, entered('2027-01-02', '2027-01-01')])
    for (const notice of [waiting, known]) {
      expect(periodOver(notice, noon('2027-01-05'))).toMatchObject({
        refusal: { lastDay: notice === waiting ? '2027-01-07' : '2027-01-08' },
      })
    }
    expect(terms('2027-01-03').lastDay).toBe('2027-01-08')
    enterYears([
      long,
      entered('2027-01-02', '2027-01-01'),
      entered('2027-01-03', '2027-01-04', '2027-01-05', '2027-01-06'),
    ])
    expect(periodOver(waiting, noon('2027-01-07'))).toMatchObject({ refusal: { lastDay: '2027-01-07' } })
    expect(periodOver(known, noon('2027-01-07'))).toMatchObject({ refusal: { lastDay: '2027-01-08' } })
  })

  test('[PLAN-80] beyond the calendar the last day is estimated, the first day counted as the plan says, and closes nothing', () => {
    expect(estimatedLastDay(terms('2026-12-28'))).toBe('2027-01-04')
    expect(estimatedLastDay(terms('2026-12-28', true))).toBe('2027-01-01')
    for (const countStartDay of [false, true]) {
      const notice = startNotice(terms('2026-12-28', countStartDay))
      expect(periodOver(notice, noon(addDays(estimatedLastDay(notice), 90))).ok).toBe(false)
    }
  })

  test('[CASE-2] a last day that was promised is kept when the calendar turns out shorter', () => {
    const promised = { ...terms('2023-09-11'), lastDay: '2023-09-25' }
    expect(periodOver(promised, noon('2023-09-20'))).toMatchObject({ refusal: { lastDay: '2023-09-25' } })
  })

  test('[CASE-2] a plan or a lead may lengthen it, and nobody can shorten it', () => {
    const short: Plan = { ...MID, publicity: { ...MID.publicity, minWorkingDays: 3 } }
    const notice = (plan: Plan, workingDays: number | null) => {
      const history = new CaseHistory(plan).submitted()
      walk(history, 'A-MUNI', ({ state }) => state.kind === 'emp-passed')
      const { digest, notice: content } = roundsUnder(plan)[0]
      return history.asks(LEAD, { kind: 'start-notice', digest, content, workingDays, method: '公告栏' })
    }
    expect(notice(short, null)).toMatchObject({ ok: true, value: [{ data: { workingDays: 5 } }] })
    expect(notice(MID, 7)).toMatchObject({ ok: true, value: [{ data: { workingDays: 7 } }] })
    for (const days of [4, 0, -1, 5.5, Number.NaN]) {
      expect(notice(MID, days), String(days)).toMatchObject({ refusal: { kind: 'notice-too-short' } })
    }
  })
})

describe('a notice and its content', () => {
  test('[CASE-4] is witnessed once a day; what was posted otherwise starts the right content anew', () => {
    const history = at('notice-running')()
    const content = 'notice' in history.case.state ? history.case.state.notice.content : ''
    expect(history.asks('relay', { kind: 'witness-notice', content })).toMatchObject({
      refusal: { kind: 'already-witnessed' },
    })
    history.later(1).does('relay', { kind: 'witness-notice', content })
    history.later(4).does('relay', { kind: 'witness-notice', content: 'altered' })
    const { state } = history.case
    if (state.kind !== 'notice-running') throw new Error(state.kind)
    expect(state.notice).toMatchObject({ content, startedOn: '2023-09-06', witnessedOn: ['2023-09-06'] })
    expect(history.facts.at(-1)).toMatchObject({ kind: 'notice-restarted', data: { content, found: 'altered' } })
    expect(history.later(3).asks(CLERK, commandOn(history, 'close-notice'))).toMatchObject({
      refusal: { kind: 'notice-still-running' },
    })
    history.later(5).does(CLERK, commandOn(history, 'close-notice'))
    expect(history.case.cleared?.content).toBe(content)
  })

  test('[CASE-4] a return that changed only what no notice shows carries the notice over; another title needs a new one', () => {
    const [, words, title] = roundsUnder(MID)
    const back = () => {
      const history = at('stage-pending')()
      return history.does(officerAt('DEPT_M'), commandOn(history, 'return-from-stage'))
    }
    const same = back().does(OWNER, { kind: 'resubmit-application', ...words })
    same.does(CLERK, commandOn(same, 'check-lines'), commandOn(same, 'pass-eligibility'))
    expect(same.does(LEAD, commandOn(same, 'carry-notice-over')).case.state.kind).toBe('notice-cleared')
    const other = back().does(OWNER, { kind: 'resubmit-application', ...title })
    other.does(CLERK, commandOn(other, 'check-lines'), commandOn(other, 'pass-eligibility'))
    expect(other.asks(LEAD, commandOn(other, 'carry-notice-over'))).toMatchObject({
      refusal: { kind: 'notice-needed' },
    })
    expect(other.asks(LEAD, commandOn(other, 'report-application'))).toMatchObject({
      refusal: { kind: 'not-in-this-state', state: 'emp-passed' },
    })
  })

  test('[CASE-5] several objections, named and anonymous: the notice ends when the last is answered', () => {
    const history = at('notice-running')()
    const raise = (objection: string, objector: 'anonymous' | { name: string }) =>
      ({ kind: 'record-objection', objection, objector, about: 'pull/paper-1', text: '排名与原件不符' }) as const
    history.does(CLERK, raise('o1', 'anonymous'), raise('o2', { name: '李某' }))
    expect(history.asks(CLERK, raise('o1', 'anonymous'))).toMatchObject({ refusal: { kind: 'objection-taken' } })
    history.later(16)
    const answer = { investigation: '核对了原件。', answer: '排名属实，已答复。' }
    history.does(LEAD, { kind: 'dismiss-objection', objection: 'o1', ...answer })
    expect(history.case.state.kind).toBe('notice-objected')
    history.does(LEAD, { kind: 'dismiss-objection', objection: 'o2', ...answer })
    expect(history.case.state.kind).toBe('notice-cleared')
  })

  test('[CASE-5] the record that an upheld objection was about is wrong, and must be checked again', () => {
    const history = at('notice-running')()
    history.does(CLERK, {
      kind: 'record-objection',
      objection: 'o1',
      objector: 'anonymous',
      about: 'pull/paper-1',
      text: '论文非本人所著',
    })
    const found = { investigation: '期刊社回函。', answer: '第一作者为他人，请更正。' }
    history.does(LEAD, { kind: 'uphold-objection', objection: 'o1', ...found, outcome: 'return' })
    expect(history.case.state).toMatchObject({ kind: 'emp-returned', wrong: ['pull/paper-1'] })
    history.does(OWNER, commandOn(history, 'resubmit-application'))
    expect(history.asks(CLERK, commandOn(history, 'pass-eligibility'))).toMatchObject({
      refusal: { kind: 'lines-unchecked', lines: ['pull/paper-1'] },
    })
  })

  test('[CASE-6] a further round keeps what was right of the lines that stay the same', () => {
    const history = at('emp-pending')()
    history.does(CLERK, commandOn(history, 'check-lines'))
    history.does(CLERK, {
      kind: 'check-lines',
      digest: roundsUnder(MID)[0].digest,
      checks: [{ line: 'pull/paper-1', verdict: 'wrong', remark: '题目有误' }],
    })
    expect(history.asks(CLERK, commandOn(history, 'pass-eligibility'))).toMatchObject({
      refusal: { kind: 'lines-wrong', lines: ['pull/paper-1'] },
    })
    history.does(CLERK, commandOn(history, 'return-submission'))
    history.does(OWNER, { kind: 'resubmit-application', ...roundsUnder(MID)[2] })
    const { filed, checks } = history.case
    expect(filed?.round).toBe(2)
    expect(Object.keys(checks).sort()).toEqual(['form', 'profile'])
    expect(filed?.before?.['pull/paper-1']).not.toBe(filed?.lines['pull/paper-1'])
    expect(submissionFor(MID).pulls).toHaveLength(1)
  })

  test('[CASE-6] what was right is checked again when it changed', () => {
    const history = at('emp-pending')()
    history.does(CLERK, commandOn(history, 'check-lines'))
    const wrong = [{ line: 'form', verdict: 'wrong', remark: '类型有误' }] as const
    history.does(CLERK, { kind: 'check-lines', digest: roundsUnder(MID)[0].digest, checks: wrong })
    history.does(CLERK, commandOn(history, 'return-submission'))
    history.does(OWNER, { kind: 'resubmit-application', ...roundsUnder(MID)[2] })
    expect(Object.keys(history.case.checks)).toEqual(['profile'])
  })
})
