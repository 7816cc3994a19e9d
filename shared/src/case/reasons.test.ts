import { describe, expect, test } from 'vitest'
import { CLERK, LEAD, OWNER, officerAt } from '../testing/case-history.ts'
import { roundsUnder } from '../testing/case-moves.ts'
import { at, commandOn, MID, returned } from '../testing/case-rows.ts'

describe('what is written with a decision', () => {
  test('[CASE-7] 2 to 500 characters, blanks around it not counted, a rare character counted once', () => {
    const reject = (reason: string) => at('emp-pending')().asks(CLERK, { kind: 'reject-submission', digest, reason })
    const { digest } = roundsUnder(MID)[0]
    for (const reason of ['', '  ', ' 否 ', '𠮷', '长'.repeat(501)]) {
      expect(reject(reason), reason).toEqual({
        ok: false,
        refusal: { kind: 'reason-required', minChars: 2, maxChars: 500 },
      })
    }
    expect(reject(` ${'𠮷'.repeat(500)} `)).toMatchObject({ ok: true, value: [{ data: { reason: '𠮷'.repeat(500) } }] })
    expect(reject('不符')).toMatchObject({ ok: true })
  })

  test('[CASE-7] a decision on the round before moves nothing in this one', () => {
    const history = returned()
    const [first, second] = roundsUnder(MID)
    history.does(OWNER, { kind: 'resubmit-application', ...second })
    expect(history.asks(CLERK, { kind: 'reject-submission', digest: first.digest, reason: '不符合条件' })).toEqual({
      ok: false,
      refusal: { kind: 'submission-moved-on', saw: first.digest, current: second.digest },
    })
  })

  test('[CASE-7] recommending twice moves a case once', () => {
    const history = at('stage-passed')()
    const recommend = commandOn(history, 'recommend-case')
    history.does(officerAt('DEPT_M'), recommend)
    expect(history.asks(officerAt('DEPT_M'), recommend)).toEqual({
      ok: false,
      refusal: { kind: 'stage-moved-on', stage: 'DEPT_M', now: 'HRSS_M' },
    })
  })

  test('[CASE-8] who leads her employer’s HR and sits in the office decides nothing on an application of her own', () => {
    const herself = { ...OWNER, memberships: [...LEAD.memberships, ...officerAt('DEPT_M').memberships] }
    const employer = at('emp-pending')()
    expect(employer.asks(herself, commandOn(employer, 'check-lines'))).toMatchObject({ refusal: { kind: 'not-yours' } })
    const notice = at('notice-cleared')()
    expect(notice.asks(herself, commandOn(notice, 'report-application'))).toMatchObject({
      refusal: { kind: 'not-yours' },
    })
    const office = at('stage-pending')()
    expect(office.asks(herself, commandOn(office, 'pass-stage'))).toMatchObject({ refusal: { kind: 'not-yours' } })
    expect(office.asks(herself, commandOn(office, 'withdraw-application'))).toMatchObject({ ok: true })
  })
})
