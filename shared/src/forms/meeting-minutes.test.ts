import { expect, test } from 'vitest'
import { caseRulesOf } from '../case/case-rules.ts'
import { meetingsOf } from '../case/meeting-record.ts'
import { CaseHistory, EXPERTS, officerAt } from '../testing/case-history.ts'
import { at, commandOn, SENIOR } from '../testing/case-rows.ts'
import { walkTo } from '../testing/case-walk.ts'
import { PLAN, subjectOf } from '../testing/form-subject.ts'
import type { Form } from './form.ts'
import { wordsOf } from './form.ts'
import { type Attended, isOf, meetingMinutes } from './meeting-minutes.ts'

const OFFICE = officerAt('MID_MEETING')
const [FIRST, SECOND] = EXPERTS

/** Before the meeting: the first expert has given a view, the second stands aside. */
function held(): CaseHistory {
  if (!FIRST || !SECOND) throw new Error('two experts')
  const history = at('meeting-pending')()
  return history
    .does(FIRST, commandOn(history, 'give-view'))
    .does(SECOND, { kind: 'recuse', reason: '与申报人同一单位' })
}

function attended(history: CaseHistory, id: string, name: string): Attended {
  const record = meetingsOf(history.facts).at(-1)
  if (!record) throw new Error('a meeting')
  const subject = { ...subjectOf({ id, person: { fullName: name } }), case: history.case }
  return { subject, record: { ...record, number: id === 'second' ? 2 : 1 } }
}

const vote = { seats: 2, present: 2, for: 2, against: 0, abstain: 0 }
const say = (form: Form) => wordsOf(form).join('\n')
const nameOfAccount = (account: string) => ({ 'expert-a': '甲专家', 'expert-b': '乙专家' })[account] ?? '丙专家'

test('[CASE-135] a meeting is read from the facts of its cases: place, who stood aside, the ballot, and no other word of it', () => {
  const history = held().does(OFFICE, { kind: 'record-vote', vote })
  expect(meetingsOf(history.facts)).toEqual([
    {
      stage: 'MID_MEETING',
      meeting: { meeting: 'm1', seats: 3, panel: EXPERTS.map(({ accountId }) => accountId) },
      number: 1,
      recused: [{ account: 'expert-b', reason: '与申报人同一单位' }],
      ballot: { vote, outcome: 'passed', at: history.now.toISOString() },
    },
  ])
  expect(meetingsOf(held().facts)).toMatchObject([{ ballot: null }])
  expect(meetingsOf(new CaseHistory(PLAN).submitted().facts)).toEqual([])
})

test('[CASE-135] a case that came before two committees has a record of each', () => {
  const history = new CaseHistory(SENIOR, { review: 18_000, midToSeniorFee: 8_000 }).submitted()
  const records = meetingsOf(walkTo(history, 'B-MUNI', 'certified').facts)
  expect(records.map(({ stage, ballot }) => [stage, ballot?.outcome])).toEqual([
    ['MID_MEETING', 'passed'],
    ['SR_MEETING', 'passed'],
  ])
  const [first] = records
  if (!first) throw new Error('two meetings')
  expect(isOf(first, { stage: 'MID_MEETING', meeting: 'm1' })).toBe(true)
  expect(isOf(first, { stage: 'SR_MEETING', meeting: 'm1' })).toBe(false)
})

test('[CASE-136] the minutes say who was asked and who stood aside, what was judged, the rule, each ballot as counts, and the result', () => {
  const done = held().does(OFFICE, { kind: 'record-vote', vote })
  const open = held()
  const form = meetingMinutes(
    [attended(open, 'second', '许明川'), attended(done, 'first', '钱如兰')],
    '绍兴市评审办',
    nameOfAccount,
  )
  const words = say(form)
  for (const part of [
    '会议编号',
    'm1',
    '甲专家、乙专家、丙专家',
    '3人',
    '中级评审委员会',
    `申报${PLAN.targetTitle}资格 2 人`,
  ]) {
    expect(words).toContain(part)
  }
  const { quorum, approval } = caseRulesOf(PLAN)
  expect(words).toContain(`${quorum.outOf}分之${quorum.of}方可表决`)
  expect(words).toContain(`${approval.outOf}分之${approval.of}为通过`)
  expect(words).toContain('乙专家\n钱如兰\n与申报人同一单位')
  expect(words).toContain('2\n2\n2\n0\n0\n通过')
  expect(words).toContain('评审 2 人：通过 1 人，未通过 0 人，尚未登记表决 1 人')
  // In the roster's order, whatever the order they came in.
  expect(words.indexOf('1\n钱如兰')).toBeLessThan(words.indexOf('2\n许明川'))
})

test('[CASE-136] the minutes hold no view of anybody, no number of a card and no telephone', () => {
  const history = held().does(OFFICE, { kind: 'record-vote', vote: { ...vote, for: 1, against: 1 } })
  const words = say(meetingMinutes([attended(history, 'first', '钱如兰')], '绍兴市评审办', nameOfAccount))
  expect(words).toContain('未通过 1 人')
  expect(words).not.toMatch(/业绩突出|重点推荐|\d{17}[\dX]|1[3-9]\d{9}/)
  const nobodyAside = at('meeting-pending')()
  expect(say(meetingMinutes([attended(nobodyAside, 'first', '钱如兰')], '评审办', nameOfAccount))).toContain(
    '无评委回避',
  )
})
