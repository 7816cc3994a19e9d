/** Rules of domain §7.4 and §7.5 with their own codes, each on both sides: the notice's record, the roster's remark, the copies of who is interviewed. */
import { describe, expect, test } from 'vitest'
import { CaseHistory, LEAD, officerAt } from '../testing/case-history.ts'
import { at, commandOn, MID, SENIOR } from '../testing/case-rows.ts'
import { moveOf, walkTo } from '../testing/case-walk.ts'
import { copiesFor, copiesShort } from './form-copies.ts'
import { remarkOfType } from './roster.ts'

const OFFICE = officerAt('MID_MEETING')

describe('the remark of a roster', () => {
  const waiting = (type: string) => {
    const plan = { ...MID, applicationTypes: MID.applicationTypes.filter(({ code }) => code === type) }
    const history = new CaseHistory(plan, { review: 18_000 }).submitted()
    return walkTo(history, 'A-MUNI', 'form-delivered')
  }
  const asks = (history: CaseHistory, special: ReturnType<typeof remarkOfType>) => {
    const { kind, ...rest } = moveOf(history, 'A-MUNI', 'put-on-roster')
    if (!('roster' in rest)) throw new Error(kind)
    const roster = rest.roster.map((row) => ({ ...row, special }))
    return history.asks(OFFICE, { kind: 'put-on-roster', ...rest, roster })
  }

  test.each([
    ['landmark', 'expert-nomination'],
    ['selfEval', 'direct-recommendation'],
    ['skilled', 'skilled'],
  ] as const)(
    '[CASE-112] V-ROSTER-REMARK: %s is put on it with its remark, or as interviewed, and not without',
    (type, remark) => {
      expect(remarkOfType(type)).toBe(remark)
      expect(asks(waiting(type), null)).toMatchObject({ refusal: { kind: 'roster-remark-missing', remark } })
      expect(asks(waiting(type), remark).ok).toBe(true)
      expect(asks(waiting(type), 'interview').ok).toBe(true)
    },
  )

  test('[CASE-112] V-ROSTER-REMARK: the usual ones need none', () => {
    expect(asks(waiting('normal'), null).ok).toBe(true)
    expect(remarkOfType('toString')).toBeNull()
  })
})

describe('the copies of an evaluation form', () => {
  const short = (history: CaseHistory) => copiesShort(SENIOR, history.facts)
  const handedIn = (copies: number) => {
    const history = walkTo(
      new CaseHistory(SENIOR, { review: 18_000, midToSeniorFee: 8_000 }).submitted(),
      'B-MUNI',
      'form-due',
    )
    history.does(officerAt('FORM'), {
      ...commandOn(history, 'deliver-form'),
      kind: 'deliver-form',
      copies,
      seals: SENIOR.evaluationForm.stamps,
    })
    return history
  }
  const called = (copies: number) => {
    const history = handedIn(copies)
    return history.does(officerAt('INTERVIEW'), commandOn(history, 'call-to-interview'))
  }

  test('[CASE-113] V-ROSTER-COPY: three are enough, and four once she is called to an interview: said, and nobody is stopped', () => {
    expect([copiesFor(SENIOR, false), copiesFor(SENIOR, true)]).toEqual([3, 4])
    expect(short(handedIn(3))).toBeNull()
    expect(short(called(3))).toEqual({ needed: 4, delivered: 3 })
    expect(short(called(4))).toBeNull()
    const interviewed = called(3)
    expect(interviewed.asks(officerAt('INTERVIEW'), commandOn(interviewed, 'record-interview')).ok).toBe(true)
  })

  test('[CASE-113] V-ROSTER-COPY: a plan that says no other number for interviews asks for no more', () => {
    const plan = { ...SENIOR, evaluationForm: { ...SENIOR.evaluationForm, copiesIfInterview: null } }
    expect(copiesShort(plan, called(3).facts)).toBeNull()
    expect(copiesFor({ evaluationForm: { ...plan.evaluationForm, copies: null } }, true)).toBeNull()
  })
})

describe('the record of a notice', () => {
  const over = () => at('notice-running')().later(16)
  const close = (result: string) => {
    const history = over()
    return history.asks(LEAD, { ...commandOn(history, 'close-notice'), kind: 'close-notice', result } as never)
  }

  test('[CASE-114] V-PUB-REC: it is entered with period, method and result before anything is reported', () => {
    for (const result of ['', ' ', '无', '　\n'])
      expect(close(result)).toMatchObject({ refusal: { kind: 'reason-required' } })
    expect(close('无异')).toMatchObject({ ok: true })
    const running = over()
    expect(running.asks(LEAD, commandOn(running, 'report-application'))).toMatchObject({
      refusal: { kind: 'not-in-this-state', state: 'notice-running' },
    })
    const cleared = at('notice-cleared')()
    expect(cleared.case.cleared).toMatchObject({
      startedOn: expect.any(String),
      closedOn: expect.any(String),
      result: expect.stringMatching(/../),
    })
    expect(cleared.facts.find(({ kind }) => kind === 'notice-started')?.data).toMatchObject({
      method: expect.stringMatching(/../),
    })
  })

  test('[CASE-114] V-PUB-REC: it is reported with an opinion alone', () => {
    const cleared = at('notice-cleared')()
    const report = (opinion: string) =>
      cleared.asks(LEAD, { ...commandOn(cleared, 'report-application'), kind: 'report-application', opinion } as never)
    expect(report(' ')).toMatchObject({ refusal: { kind: 'reason-required', minChars: 2, maxChars: 500 } })
    expect(report('同意').ok).toBe(true)
    expect(report('同'.repeat(500)).ok).toBe(true)
    expect(report('同'.repeat(501)).ok).toBe(false)
  })
})
