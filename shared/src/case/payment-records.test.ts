import { describe, expect, test } from 'vitest'
import { OWNER } from '../testing/case-history.ts'
import { at } from '../testing/case-rows.ts'
import type { RecordedCaseFact } from './case-facts.ts'
import { billPaidBy, type PaymentRow, paymentRecords, paymentSheet } from './payment-records.ts'

const AT = '2022-06-01T02:00:00.000Z'
const fact = (kind: string, data: object) => ({ kind, data, at: AT, actor: 'relay' }) as RecordedCaseFact
const FORM = { at: 'form', stage: 'FORM' }
const order = { order: 'order-1', fen: 18_000, channel: 'online', stage: 'FEE' }

describe('payment records', () => {
  test('[CASE-110] an order says what was asked, what came, what came astray and what was given back', () => {
    const started = fact('payment-started', order)
    const astray = fact('payment-astray', { ...order, fen: 17_999, receipt: 'R1', paidAt: AT, why: 'amount-differs' })
    const refunded = fact('payment-refunded', { order: 'order-1', reason: '金额不符' })
    const last = (...facts: RecordedCaseFact[]) =>
      paymentRecords(facts).map(({ state, asked, came }) => [state, asked, came])
    expect(last(started)).toEqual([['started', 18_000, null]])
    expect(last(started, astray)).toEqual([['astray', 18_000, 17_999]])
    expect(last(started, astray, refunded)).toEqual([['refunded', 18_000, 17_999]])
    expect(last(fact('payment-confirmed', { ...order, receipt: 'R2', paidAt: AT, to: FORM }))).toEqual([
      ['paid', null, 18_000],
    ])
  })

  test('[CASE-111] the sheet counts each amount in its own column and holds nothing that a spreadsheet runs', () => {
    const [record] = paymentRecords([
      fact('payment-started', order),
      fact('payment-confirmed', { ...order, receipt: '=1+1', paidAt: AT, to: FORM }),
    ])
    const rows: PaymentRow[] = record ? [{ application: 'xu.app', name: '许"明"川', employer: '@单位', record }] : []
    const [head, line] = paymentSheet(rows).split('\r\n')
    expect(head?.startsWith('\uFEFF"申报编号"')).toBe(true)
    expect(line).toBe(
      `"xu.app","许""明""川","'@单位","FEE","order-1","线上","已缴费","180.00","180.00","","","'=1+1","${AT}","",""`,
    )
  })

  test('[CASE-126] a receipt names the bill that its payment settled; money that settled none has none', () => {
    const history = at('fee-due')()
    const { state } = history.case
    if (state.kind !== 'fee-due') throw new Error('a fee is due')
    const { bill } = state
    const paid = {
      kind: 'confirm-payment',
      channel: 'online',
      receipt: 'R1',
      paidAt: history.now.toISOString(),
    } as const
    history.does(OWNER, { kind: 'start-payment', order: 'short', channel: 'online' })
    history.does('relay', { ...paid, order: 'short', fen: bill.fen - 1 })
    history.does(OWNER, { kind: 'start-payment', order: 'whole', channel: 'online' })
    history.does('relay', { ...paid, order: 'whole', fen: bill.fen })
    expect(billPaidBy(history.facts, 'whole')).toEqual(bill)
    expect(billPaidBy(history.facts, 'short')).toBeNull()
    expect(billPaidBy(history.facts, 'none')).toBeNull()
  })
})
