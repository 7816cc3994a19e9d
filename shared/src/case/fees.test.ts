import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../account/actor.ts'
import type { AccountId, OrgId } from '../kernel/ids.ts'
import { jinhuaConstruction2023JuniorReview } from '../plan/plans/jinhua-construction-2023.ts'
import { CaseHistory, OWNER, officerAt } from '../testing/case-history.ts'
import { at, commandOn, JINHUA, MID } from '../testing/case-rows.ts'
import { walkTo } from '../testing/case-walk.ts'
import { mayReadCase } from './decisions.ts'
import { billFor, fenOf, yuanOf } from './fees.ts'

const NOW = new Date('2023-09-20T04:00:00Z')
const WINDOW = { open: '2023-09-01T08:30:00+08:00', close: '2023-10-31T17:30:00+08:00' }

describe('amounts', () => {
  test('[CASE-11] yuan and fen are the same amount, to the fen', () => {
    fc.assert(fc.property(fc.nat({ max: 10_000_000 }), (fen) => fenOf(yuanOf(fen)) === fen))
    expect(['80', '80.5', '0.01'].map(fenOf)).toEqual([8000, 8050, 1])
    for (const text of ['', '-1', '1.234', '1e3', ' 80', '80元', '1234567', '０']) expect(fenOf(text), text).toBeNull()
  })

  test('[CASE-11] Jinhua charges 260 = 80 + 180, and 100 for juniors; 初定 nothing', () => {
    const bill = billFor(JINHUA, 'FEE', {}, NOW)
    expect(bill).toMatchObject({ value: { fen: 26_000, lines: [{ fen: 8_000 }, { fen: 18_000 }] } })
    expect(billFor(jinhuaConstruction2023JuniorReview(WINDOW), 'FEE', {}, NOW)).toMatchObject({
      value: { fen: 10_000 },
    })
    expect(billFor({ ...JINHUA, paymentMode: 'none' }, 'FEE', {}, NOW)).toEqual({ ok: true, value: null })
  })

  test('[CASE-11] an amount that nobody stated is not guessed; 0 is 不收费; the office’s setting comes first', () => {
    expect(billFor(MID, 'FEE', {}, NOW)).toEqual({
      ok: false,
      refusal: { kind: 'fee-not-set', fees: [{ code: 'review', name: '中级评审费' }] },
    })
    expect(billFor(MID, 'FEE', { review: 0 }, NOW)).toEqual({ ok: true, value: null })
    expect(billFor(JINHUA, 'FEE', { recommend: 0 }, NOW)).toMatchObject({ value: { fen: 18_000 } })
    const history = walkTo(new CaseHistory(MID, { review: 1 }).submitted(), 'A-MUNI', 'stage-passed', 'MID_OFFICE')
    history.feeSetting = {}
    expect(history.asks(officerAt('MID_OFFICE'), commandOn(history, 'recommend-case'))).toMatchObject({
      refusal: { kind: 'fee-not-set' },
    })
  })

  test('[CASE-11] the deadline is the end of a day in Shanghai', () => {
    expect(billFor(JINHUA, 'FEE', {}, NOW)).toMatchObject({ value: { deadline: '2023-10-05T15:59:59.999Z' } })
  })
})

describe('paying', () => {
  const paid = (paidAt: string, order = 'n1', fen = 18_000) =>
    ({ kind: 'confirm-payment', order, fen, channel: 'online', receipt: 'R-0001', paidAt }) as const
  const start = (order: string) => ({ kind: 'start-payment', order, channel: 'online' }) as const

  test('[CASE-11] money paid in time is in time, though its news comes after the deadline', () => {
    const history = at('fee-due')().does(OWNER, start('n1'))
    const inTime = history.now.toISOString()
    history.later(30).does('relay', { kind: 'let-time-pass' })
    expect(history.case.state.kind).toBe('fee-overdue')
    expect(history.does('relay', paid(inTime)).case.state.kind).toBe('form-due')
  })

  test('[CASE-11] paid twice, in another amount, too late or after withdrawing: kept, moves nothing, is given back', () => {
    const twice = at('fee-due')().does(OWNER, start('n1'), start('n2'))
    twice.does('relay', paid(twice.now.toISOString()), paid(twice.now.toISOString(), 'n2'))
    expect(twice.case.state.kind).toBe('form-due')
    expect(twice.case.payments.n2?.state).toBe('astray')
    twice.does(officerAt('FEE'), { kind: 'refund-payment', order: 'n2', reason: '重复缴费' })
    expect(twice.case.payments.n2?.state).toBe('refunded')

    const less = at('fee-due')().does(OWNER, start('n1'))
    less.does('relay', paid(less.now.toISOString(), 'n1', 17_999))
    expect([less.case.state.kind, less.case.payments.n1?.state]).toEqual(['fee-due', 'astray'])

    const gone = at('fee-due')().does(OWNER, start('n1'))
    gone.does(OWNER, commandOn(gone, 'withdraw-application')).does('relay', paid(gone.now.toISOString()))
    expect([gone.case.state.kind, gone.case.payments.n1?.state]).toEqual(['withdrawn', 'astray'])
  })

  test('[CASE-11] a second notice of the same payment changes nothing', () => {
    const history = at('fee-due')().does(OWNER, start('n1'))
    history.does('relay', paid(history.now.toISOString()))
    expect(history.asks('relay', paid(history.now.toISOString()))).toMatchObject({ refusal: { kind: 'order-taken' } })
  })

  test('[CASE-170] money that comes online for an order that was settled at the counter is kept beside it, once', () => {
    const history = at('fee-due')().does(OWNER, start('n1'))
    history.does(officerAt('FEE'), { ...paid(history.now.toISOString()), channel: 'counter', receipt: '收据-7' })
    const news = { ...paid(history.now.toISOString()), channel: 'online', receipt: '4200007' } as const
    // The office's own word is no news, and neither is the same money again.
    expect(history.asks(officerAt('FEE'), news).ok).toBe(false)
    expect(history.asks('relay', { ...news, receipt: '收据-7' })).toMatchObject({ refusal: { kind: 'order-taken' } })
    history.does('relay', news)
    expect(history.asks('relay', news)).toMatchObject({ refusal: { kind: 'order-taken' } })
    const { payments, state } = history.case
    expect([state.kind, payments.n1?.state, payments['n1-again']?.state]).toEqual(['form-due', 'paid', 'astray'])
    history.does(officerAt('FEE'), { kind: 'refund-payment', order: 'n1-again', reason: '重复缴费' })
    expect(history.case.payments['n1-again']?.state).toBe('refunded')
  })

  test('[CASE-196] money is given back by who charged it alone, also when the case has left that way', () => {
    const plan = jinhuaConstruction2023JuniorReview(WINDOW)
    const history = walkTo(new CaseHistory(plan).submitted(), 'C-JR-REVIEW', 'stage-pending', 'HRSS_M')
    const [paid] = Object.values(history.case.payments)
    if (!paid) throw new Error('this chain is paid before HRSS_M')
    const refund = { kind: 'refund-payment', order: paid.order, reason: '未受理，原路退回' } as const
    const hejing: Actor = {
      accountId: 'hejing' as AccountId,
      memberships: [{ orgId: plan.committee.orgId as OrgId, role: 'committee-office' }],
    }
    const collector = officerAt(paid.stage)
    const refusedToOthers = () => {
      for (const other of [officerAt('HRSS_M'), hejing].filter(({ accountId }) => accountId !== collector.accountId)) {
        expect(history.asks(other, refund)).toMatchObject({ refusal: { kind: 'not-yours' } })
      }
    }
    refusedToOthers()
    history.does(officerAt('HRSS_M'), { ...returning(history), stage: 'HRSS_M' })
    history.does(OWNER, commandOn(history, 'resubmit-application'))
    expect(history.case.route).toBeNull()
    refusedToOthers()
    expect(mayReadCase(collector, history.case)).toBe(true)
    history.does(collector, refund)
    expect(history.case.payments[paid.order]?.state).toBe('refunded')
  })

  test('[CASE-11] who paid for a stage is not billed again when the case comes that way a second time', () => {
    const plan = jinhuaConstruction2023JuniorReview(WINDOW)
    const history = walkTo(new CaseHistory(plan).submitted(), 'C-JR-REVIEW', 'stage-pending', 'HRSS_M')
    history.does(officerAt('HRSS_M'), { ...returning(history), stage: 'HRSS_M' })
    history.does(OWNER, commandOn(history, 'resubmit-application'))
    const again = walkTo(history, 'C-JR-REVIEW', 'form-due')
    expect(again.facts.filter((fact) => fact.kind === 'payment-confirmed')).toHaveLength(1)
  })

  function returning(history: CaseHistory) {
    return { kind: 'return-from-stage', digest: history.case.filed?.digest ?? '', reason: '请补充材料' } as const
  }
})
