/**
 * What a collecting office reconciles with its account: each order with what was asked, what came, what came astray and what was given back, and
 * what is due without an order. Amounts stay in fen until they are printed.
 */

import { csvOf } from '../archive/transfer/csv.ts'
import type { StageCode } from '../plan/stage-code.ts'
import { foldCase } from './case.ts'
import type { RecordedCaseFact } from './case-facts.ts'
import { type Bill, type Channel, type Fen, yuanOf } from './fees.ts'

export interface PaymentRecord {
  readonly stage: StageCode
  /** Null where something is due and no order was started. */
  readonly order: string | null
  readonly channel: Channel | null
  readonly state: 'due' | 'overdue' | 'started' | 'paid' | 'astray' | 'refunded'
  /** Null where money was taken without an order of the applicant's: then it was what the bill said. */
  readonly asked: Fen | null
  readonly came: Fen | null
  readonly receipt: string
  readonly paidAt: string
  readonly refundedAt: string
  readonly reason: string
}

const BLANK = { channel: null, asked: null, came: null, receipt: '', paidAt: '', refundedAt: '', reason: '' } as const

/** In the order in which they began. */
export function paymentRecords(facts: readonly RecordedCaseFact[]): readonly PaymentRecord[] {
  const records = new Map<string, PaymentRecord>()
  for (const fact of facts) {
    if (fact.kind === 'payment-started') {
      const { order, stage, channel, fen } = fact.data
      records.set(order, { ...BLANK, order, stage, channel, state: 'started', asked: fen })
    } else if (fact.kind === 'payment-confirmed' || fact.kind === 'payment-astray') {
      const { order, stage, channel, fen, receipt, paidAt } = fact.data
      const state = fact.kind === 'payment-confirmed' ? 'paid' : 'astray'
      const begun = records.get(order) ?? { ...BLANK, order, stage }
      records.set(order, { ...begun, stage, channel, state, came: fen, receipt, paidAt })
    } else if (fact.kind === 'payment-refunded') {
      const known = records.get(fact.data.order)
      if (known)
        records.set(fact.data.order, { ...known, state: 'refunded', refundedAt: fact.at, reason: fact.data.reason })
    }
  }
  const { state } = foldCase(facts)
  const all = [...records.values()]
  if (state.kind !== 'fee-due' && state.kind !== 'fee-overdue') return all
  if (all.some((one) => one.stage === state.stage && one.state === 'started')) return all
  const due = state.kind === 'fee-due' ? 'due' : 'overdue'
  return [...all, { ...BLANK, order: null, stage: state.stage, state: due, asked: state.bill.fen }]
}

/** What a payment was for: the bill that it settled; null for money that settled none. */
export function billPaidBy(facts: readonly RecordedCaseFact[], order: string): Bill | null {
  const at = facts.findIndex((fact) => fact.kind === 'payment-confirmed' && fact.data.order === order)
  if (at < 0) return null
  const { state } = foldCase(facts.slice(0, at))
  return state.kind === 'fee-due' || state.kind === 'fee-overdue' ? state.bill : null
}

const HEAD = [
  '申报编号',
  '姓名',
  '单位',
  '环节',
  '订单号',
  '方式',
  '状态',
  '应收',
  '实收',
  '未入账',
  '已退',
  '收据号',
  '缴费时间',
  '退款时间',
  '退款原因',
]
const STATES = {
  due: '待缴费',
  overdue: '逾期未缴',
  started: '已下单',
  paid: '已缴费',
  astray: '待退回',
  refunded: '已退款',
}
const CHANNELS = { counter: '现场', transfer: '转账', online: '线上' }

export interface PaymentRow {
  readonly application: string
  readonly name: string
  readonly employer: string
  readonly record: PaymentRecord
}

/** One row for each; in yuan with two places. Opens in a spreadsheet, which computes none of it. */
export function paymentSheet(rows: readonly PaymentRow[]): string {
  const lines = rows.map(({ application, name, employer, record }) => {
    const { stage, order, channel, state, asked, came, receipt, paidAt, refundedAt, reason } = record
    const yuan = (fen: Fen | null) => (fen === null ? '' : yuanOf(fen))
    const among = (wanted: PaymentRecord['state']) => (state === wanted ? yuan(came) : '')
    return [
      ...[application, name, employer, stage, order ?? '', channel ? CHANNELS[channel] : '', STATES[state]],
      ...[yuan(asked), among('paid'), among('astray'), among('refunded'), receipt, paidAt, refundedAt, reason],
    ]
  })
  return csvOf([HEAD, ...lines])
}
