/** Paying by WeChat from the code to the settled fee, and every way in which somebody could claim a payment that was none. */
import { generateKeyPairSync } from 'node:crypto'
import { officerAt, orgFor } from '@yejibu/shared/testing/case-history'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { accepted, CASE_APPLICATION, CASE_PLAN, CaseStage } from '../testing/case-stage.ts'
import { OUR_ORIGIN, Visitor } from '../testing/stage.ts'
import { askAfterOrders, type OnlineProvider } from './payment-provider.ts'
import { type News, WechatDouble } from './testing/wechat-double.ts'
import { createWechatPay } from './wechat-pay.ts'

let on: CaseStage
let wechat: WechatDouble
let online: OnlineProvider
let app: Visitor['app']

beforeEach(async () => {
  on = await CaseStage.open()
  const now = () => on.now
  wechat = await WechatDouble.open(now)
  online = createWechatPay(wechat.settings, { now, randomBytes: (count) => new Uint8Array(count).fill(7) })
  app = createApp({
    office: on.stage.office,
    client: null,
    journal: { error: (details) => on.stage.notes.push(details) },
    allowsOrigin: (origin) => origin === OUR_ORIGIN,
    isHttps: false,
    isBehindProxy: false,
    online,
  })
  accepted(await on.submit())
  await on.walkTo('fee-due')
  accepted(await on.does('xumingchuan', { kind: 'start-payment', order: 'order-1', channel: 'online' }))
})
afterEach(async () => {
  await wechat.close()
  await on.close()
})

const PATH = `/api/payments/${CASE_APPLICATION}/order-1`
const as = async (who: string) => new Visitor(app, (await on.stage.as(who)).cookie)
const tell = async ({ headers, body }: News) =>
  (await app.request('/api/pay/wechat', { method: 'POST', headers, body })).status
const state = async () => (await on.kase()).state.kind
const paid = (fen = 18_000, changes = {}) => wechat.transaction('order-1', fen, on.now, changes)
const payment = async () => (await on.kase()).payments['order-1']

describe('paying by WeChat', () => {
  test('[RELAY-156] the applicant gets a code for what is due, and the provider’s news settles it', async () => {
    const answer = accepted(await (await as('xumingchuan')).post(PATH, {}))
    expect(answer.body).toEqual({ code: 'weixin://wxpay/bizpayurl?pr=abc', fen: 18_000, order: 'order-1' })
    expect(wechat.ordered).toMatchObject([{ out_trade_no: 'order-1', amount: { total: 18_000, currency: 'CNY' } }])
    expect(JSON.stringify(wechat.ordered)).not.toMatch(/许明川|xumingchuan|app0000001/)
    expect(await tell(wechat.news(paid(), on.now))).toBe(204)
    expect([await state(), await payment()]).toMatchObject(['form-due', { state: 'paid', receipt: '4200001234' }])
  })

  test('[RELAY-156] nobody else gets a code or an answer, and without a provider there is none', async () => {
    for (const who of ['zhoumin', officerAt('FEE').accountId, 'luqinghe']) {
      for (const path of [PATH, `${PATH}/look`]) expect((await (await as(who)).post(path, {})).status).toBe(404)
    }
    expect((await (await on.stage.as('xumingchuan')).post(PATH, {})).status).toBe(404)
    expect(wechat.asked).toEqual([])
    const without = await on.stage.app.request('/api/pay/wechat', { method: 'POST', ...wechat.news(paid(), on.now) })
    expect(without.status).toBeGreaterThanOrEqual(400)
    expect(await state()).toBe('fee-due')
  })

  test('[RELAY-157] news that the provider did not sign, that is old, changed, sealed otherwise or of another merchant, is not believed', async () => {
    const forger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    const good = wechat.news(paid(), on.now)
    const unsigned: News = { headers: new Headers({ 'content-type': 'application/json' }), body: good.body }
    const other = new Headers(good.headers)
    other.set('wechatpay-serial', 'PUB_KEY_ID_9999')
    const lies: Record<string, News> = {
      forged: wechat.news(paid(), on.now, forger),
      unsigned,
      'another key’s name': { headers: other, body: good.body },
      changed: { headers: good.headers, body: good.body.replace('EV-1', 'EV-2') },
      old: wechat.news(paid(), new Date(on.now.getTime() - 301_000)),
      'from the future': wechat.news(paid(), new Date(on.now.getTime() + 302_000)),
      'sealed otherwise': wechat.news(paid(), on.now, wechat.key, Buffer.alloc(32, 1)),
      'another merchant': wechat.news(paid(18_000, { mchid: '1900000002' }), on.now),
      'another application': wechat.news(paid(18_000, { appid: 'wx2' }), on.now),
      'another currency': wechat.news(paid(18_000, { amount: { total: 18_000, currency: 'USD' } }), on.now),
      'not paid': wechat.news(paid(18_000, { trade_state: 'NOTPAY' }), on.now),
    }
    for (const [name, news] of Object.entries(lies)) expect([name, await tell(news)]).toEqual([name, 401])
    expect([await state(), (await payment())?.state]).toEqual(['fee-due', 'started'])
    expect(await tell(good)).toBe(204)
  })

  test('[RELAY-157] news told again settles once, another amount is kept to be given back, another order is nobody’s', async () => {
    expect(await tell(wechat.news(wechat.transaction('order-9', 18_000, on.now), on.now))).toBe(204)
    expect(await tell(wechat.news(paid(17_999), on.now))).toBe(204)
    expect([await state(), (await payment())?.state]).toEqual(['fee-due', 'astray'])
    accepted(await on.does('xumingchuan', { kind: 'start-payment', order: 'order-2', channel: 'online' }))
    const news = wechat.news(wechat.transaction('order-2', 18_000, on.now), on.now)
    expect([await tell(news), await tell(news), await tell(news)]).toEqual([204, 204, 204])
    expect((await on.facts()).filter(({ kind }) => kind === 'payment-confirmed')).toHaveLength(1)
  })

  test('[RELAY-158] money in time counts though its news comes after the deadline, and before the page has its code', async () => {
    const inTime = paid()
    on.stage.pass(60 * 86_400_000)
    await on.does('xumingchuan', { kind: 'let-time-pass' })
    expect(await state()).toBe('fee-overdue')
    expect(await tell(wechat.news(inTime, on.now))).toBe(204)
    expect(await state()).toBe('form-due')
    // The page that still waits for its code learns how it stands and starts nothing.
    expect((await (await as('xumingchuan')).post(PATH, {})).refusal?.kind).toBe('not-in-this-state')
  })

  test('[RELAY-158] lost news is asked for by the relay’s clock', async () => {
    expect(await askAfterOrders(on.stage.office.publicly, online)).toBe(0)
    expect(await state()).toBe('fee-due')
    wechat.paid.set('order-1', paid())
    expect(await askAfterOrders(on.stage.office.publicly, online)).toBe(1)
    expect([await state(), (await payment())?.state]).toEqual(['form-due', 'paid'])
  })

  test('[RELAY-158] lost news is asked for by the person, and settles once', async () => {
    wechat.paid.set('order-1', paid())
    const looked = await (await as('xumingchuan')).post(`${PATH}/look`, {})
    expect(looked.body).toEqual({ state: 'paid' })
    expect(await askAfterOrders(on.stage.office.publicly, online)).toBe(0)
    expect(await tell(wechat.news(paid(), on.now))).toBe(204)
    expect((await on.facts()).filter(({ kind }) => kind === 'payment-confirmed')).toHaveLength(1)
  })

  test('[RELAY-159] an order that another case has can neither be started nor confirmed here', async () => {
    const data = { order: 'order-7', fen: 1, channel: 'online', stage: 'FEE' }
    await on.stage.office.publicly.perform({
      stream: 'application/luqinghe.app0000009',
      actor: 'relay',
      command: null,
      expected: null,
      decide: async () => ({ ok: true, value: [{ kind: 'payment-started', v: 1, data }] }),
    })
    const start = { kind: 'start-payment', order: 'order-7', channel: 'online' } as const
    expect((await on.does('xumingchuan', start)).refusal).toEqual({ kind: 'order-taken', order: 'order-7' })
    const cash = { kind: 'confirm-payment', order: 'order-7', fen: 18_000, channel: 'counter', receipt: '1' } as const
    const officer = officerAt('FEE').accountId
    const confirmed = await on.does(officer, { ...cash, paidAt: on.now.toISOString() })
    expect(confirmed.refusal).toEqual({ kind: 'order-taken', order: 'order-7' })
  })

  test('[RELAY-159] the collecting office alone has the sheet of what came', async () => {
    expect(await tell(wechat.news(paid(), on.now))).toBe(204)
    const sheet = (org: string) => `/api/office/${org}/payments/${CASE_PLAN.id}`
    const answer = accepted(await (await as(officerAt('FEE').accountId)).get(sheet(orgFor('FEE'))))
    expect(String(answer.body)).toMatch(/"许明川",.*"order-1","线上","已缴费","180.00","180.00"/)
    expect((await (await as(officerAt('DEPT_M').accountId)).get(sheet(orgFor('DEPT_M')))).body).not.toMatch(/order-1/)
    for (const who of ['xumingchuan', 'zhoumin', officerAt('DEPT_M').accountId]) {
      expect((await (await as(who)).get(sheet(orgFor('FEE')))).status).toBe(404)
    }
  })
})
