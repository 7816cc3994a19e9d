/** Paying: over the counter by the office's word, online by the provider's news. */
import { officerAt } from '@yejibu/shared/testing/case-history'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted, CaseStage } from '../testing/case-stage.ts'
import { settle } from './payment-provider.ts'

let on: CaseStage

beforeEach(async () => {
  on = await CaseStage.open()
  accepted(await on.submit())
  await on.walkTo('fee-due')
})
afterEach(() => on.close())

const news = (order: string, fen: number) => ({ order, fen, receipt: '4200001', paidAt: on.now.toISOString() })
const state = async () => (await on.kase()).state.kind
const start = () => on.does('xumingchuan', { kind: 'start-payment', order: 'order-1', channel: 'online' })

test('[RELAY-136] a provider’s news settles an order that was started, once however often it comes', async () => {
  accepted(await start())
  const { publicly } = on.stage.office
  expect(await settle(publicly, news('order-1', 18_000))).toMatchObject({
    ok: true,
    value: [{ kind: 'payment-confirmed' }],
  })
  expect(await settle(publicly, news('order-1', 18_000))).toEqual({ ok: true, value: [] })
  expect(await state()).toBe('form-due')
  expect((await on.facts()).filter(({ kind }) => kind.startsWith('payment-'))).toHaveLength(2)
})

test('[RELAY-136] another amount is kept to be given back, and an order nobody started settles nothing', async () => {
  accepted(await start())
  const { publicly } = on.stage.office
  expect(await settle(publicly, news('order-9', 18_000))).toMatchObject({ refusal: { kind: 'no-such-payment' } })
  expect(await settle(publicly, news('order-1', 17_999))).toMatchObject({
    ok: true,
    value: [{ kind: 'payment-astray' }],
  })
  expect(await state()).toBe('fee-due')
  const officer = officerAt('FEE').accountId
  accepted(await on.does(officer, { kind: 'refund-payment', order: 'order-1', reason: '金额不符，原路退回' }))
  expect((await on.kase()).payments['order-1']).toMatchObject({ state: 'refunded', fen: 17_999 })
})

test('[RELAY-136] over the counter the collecting office’s word counts, and nobody says of herself that she paid online', async () => {
  const paid = { order: 'cash-1', fen: 18_000, receipt: '收据-001', paidAt: on.now.toISOString() } as const
  const counter = { kind: 'confirm-payment', channel: 'counter', ...paid } as const
  for (const who of ['xumingchuan', 'zhoumin', officerAt('DEPT_M').accountId]) {
    expect((await on.does(who, counter)).refusal).toEqual({ kind: 'not-yours' })
  }
  const officer = officerAt('FEE').accountId
  expect((await on.does(officer, { ...counter, channel: 'online' })).status).toBe(400)
  accepted(await on.does(officer, counter))
  expect(await state()).toBe('form-due')
})
