/** One row for each transition of domain §5.2, by its number: who takes it, where it leads, and the guard that holds it. */
import { describe, expect, test } from 'vitest'
import type { Plan } from '../plan/plan.ts'
import { CaseHistory, CLERK, LEAD, OWNER, STRANGER } from '../testing/case-history.ts'
import { roundsUnder } from '../testing/case-moves.ts'
import {
  at,
  checked,
  commandOn,
  faulty,
  fromStage,
  MID,
  objected,
  opened,
  type Row,
  returned,
  row,
  tryRow,
  WRONG,
} from '../testing/case-rows.ts'

const ROWS: readonly Row[] = [
  row(9, '撤回', at('emp-pending'), OWNER, 'take-back-submission', 'draft', [
    [LEAD, { kind: 'take-back-submission' }, 'not-yours'],
  ]),
  row(10, 'open and check', at('emp-pending'), CLERK, 'check-lines', 'emp-pending', [
    [CLERK, { kind: 'check-lines', checks: [{ ...WRONG, line: 'pull/unknown' }] }, 'no-such-line'],
    [CLERK, { kind: 'check-lines', checks: [{ ...WRONG, remark: '?' }] }, 'reason-required'],
  ]),
  row(11, '不通过', at('emp-pending'), LEAD, 'reject-submission', 'emp-rejected', [
    [CLERK, { kind: 'reject-submission', reason: ' ' }, 'reason-required'],
    [STRANGER, { kind: 'reject-submission' }, 'not-yours'],
  ]),
  row(12, '退回', faulty, CLERK, 'return-submission', 'emp-returned', [
    [CLERK, { kind: 'return-submission', reason: '改' }, 'reason-required'],
    [CLERK, { kind: 'pass-eligibility' }, 'lines-unchecked'],
  ]),
  row(13, 'edit and resubmit', returned, OWNER, 'resubmit-application', 'emp-pending', [
    [CLERK, { kind: 'resubmit-application' }, 'not-yours'],
    [OWNER, { kind: 'resubmit-application', digest: 'another' }, 'content-not-its-digest'],
  ]),
  row(14, '通过', checked, CLERK, 'pass-eligibility', 'emp-passed', [
    [CLERK, { kind: 'pass-eligibility', opinion: '好' }, 'reason-required'],
    [CLERK, { kind: 'pass-eligibility', digest: 'older' }, 'submission-moved-on'],
  ]),
  row(15, 'start publicity', at('emp-passed'), LEAD, 'start-notice', 'notice-running', [
    [CLERK, { kind: 'start-notice' }, 'not-yours'],
    [LEAD, { kind: 'start-notice', workingDays: 4 }, 'notice-too-short'],
    [LEAD, { kind: 'start-notice', content: 'another' }, 'notice-content-moved-on'],
  ]),
  row(16, 'record objection', at('notice-running'), CLERK, 'record-objection', 'notice-objected', [
    [CLERK, { kind: 'record-objection', text: '' }, 'reason-required'],
    [CLERK, { kind: 'record-objection', about: 'pull/unknown' }, 'no-such-line'],
    [OWNER, { kind: 'record-objection' }, 'not-yours'],
  ]),
  row(17, 'objection upheld', objected(), LEAD, 'uphold-objection', 'emp-returned', [
    [CLERK, { kind: 'uphold-objection' }, 'not-yours'],
    [LEAD, { kind: 'uphold-objection', investigation: '' }, 'reason-required'],
    [LEAD, { kind: 'uphold-objection', outcome: 'fail' }, 'not-in-this-state'],
  ]),
  row(18, 'not upheld', objected(), LEAD, 'dismiss-objection', 'notice-running', [
    [CLERK, { kind: 'dismiss-objection' }, 'not-yours'],
    [LEAD, { kind: 'dismiss-objection', objection: 'o9' }, 'no-such-objection'],
    [CLERK, { kind: 'close-notice' }, 'not-in-this-state'],
  ]),
  row(18, 'not upheld, period over', () => objected()().later(16), LEAD, 'dismiss-objection', 'notice-cleared', []),
  row(19, 'period over', () => at('notice-running')().later(8), CLERK, 'close-notice', 'notice-cleared', [
    [CLERK, { kind: 'close-notice', result: '' }, 'reason-required'],
    [CLERK, { kind: 'close-notice', content: 'another' }, 'notice-content-moved-on'],
  ]),
  row(20, '报送', at('notice-cleared'), LEAD, 'report-application', 'stage-pending DEPT_M', [
    [CLERK, { kind: 'report-application' }, 'not-yours'],
    [LEAD, { kind: 'report-application', chain: 'C-MID' }, 'no-such-chain'],
    [LEAD, { kind: 'report-application', opinion: '' }, 'reason-required'],
  ]),
  row(21, 'not recommended', at('notice-cleared'), LEAD, 'decline-application', 'emp-rejected', [
    [LEAD, { kind: 'decline-application', reason: '' }, 'reason-required'],
  ]),
]

describe('the transitions of domain §5.2, up to the report', () => {
  test.each(ROWS.map((r) => [r.number, r.title, r] as const))('[CASE-10] #%i %s', (_number, _title, each) => {
    tryRow(each, (got, wanted, what) => expect(got, what).toBe(wanted))
  })

  test('[CASE-10] each of #9–#21 has a row', () => {
    const numbers = [...new Set(ROWS.map((r) => r.number))]
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 13 }, (_, i) => i + 9))
  })

  test('[CASE-10] #8 a submission stands at the employer, unopened', () => {
    expect(new CaseHistory(MID).submitted().case.state).toEqual({ kind: 'emp-pending', isOpened: false })
  })

  test('[CASE-10] #9 is no more once the employer has opened it', () => {
    const history = opened()
    expect(history.asks(OWNER, commandOn(history, 'take-back-submission'))).toMatchObject({
      refusal: { kind: 'already-opened' },
    })
  })

  test('[CASE-4] #25 goes straight back to the stage only while nothing publicised has changed', () => {
    const plan: Plan = { ...MID, resubmitTo: 'returning-stage' }
    const [, words, title] = roundsUnder(plan)
    const same = fromStage(plan)().does(OWNER, { kind: 'resubmit-application', ...words })
    expect(same.case.state).toEqual({ kind: 'stage-pending', stage: 'DEPT_M' })
    const other = fromStage(plan)().does(OWNER, { kind: 'resubmit-application', ...title })
    expect(other.case.state.kind).toBe('emp-pending')
    const passed = other.does(CLERK, commandOn(other, 'check-lines'), commandOn(other, 'pass-eligibility'))
    expect(passed.asks(LEAD, commandOn(passed, 'carry-notice-over'))).toMatchObject({
      refusal: { kind: 'notice-needed' },
    })
  })
})
