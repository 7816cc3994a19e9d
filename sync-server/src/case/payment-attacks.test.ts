/**
 * Attacks on paying, over real HTTP: a serving relay on a port, and the provider's double on another. Whatever is sent to where the provider tells its
 * news, or asked about somebody's order, money and cases stay as the provider and the office really had them.
 */
import { generateKeyPairSync } from 'node:crypto'
import { officerAt } from '@yejibu/shared/testing/case-history'
import { SESSION_COOKIE } from '@yejibu/shared/wire/session'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Serving, serve } from '../serve.ts'
import { accepted, CASE_APPLICATION, CaseStage } from '../testing/case-stage.ts'
import { type News, WechatDouble } from './testing/wechat-double.ts'
import { createWechatPay } from './wechat-pay.ts'

let on: CaseStage
let wechat: WechatDouble
let relay: Serving
const FEE = officerAt('FEE').accountId
const NEVER = 2 ** 31 - 1
const OWNER = 'xumingchuan'

beforeEach(async () => {
  on = await CaseStage.open()
  const now = () => on.now
  wechat = await WechatDouble.open(now)
  const { office, folder } = on.stage
  const place = { host: '127.0.0.1', port: 0, certificate: null, isBehindProxy: false, origins: [] }
  const online = createWechatPay(wechat.settings, { now, randomBytes: (count) => new Uint8Array(count).fill(7) })
  const quiet = { warn: () => {}, error: (details: object) => on.stage.notes.push(details) }
  relay = await serve({ ...place, office: office.config, clientFolder: folder, online }, office, quiet, NEVER)
  accepted(await on.submit())
  await on.walkTo('fee-due')
  accepted(await on.does(OWNER, { kind: 'start-payment', order: 'order-1', channel: 'online' }))
})
afterEach(async () => {
  await relay.close()
  await wechat.close()
  await on.close()
})

const tell = async (news: { readonly headers: HeadersInit; readonly body: string | Uint8Array<ArrayBuffer> }) =>
  (await fetch(`${relay.url}api/pay/wechat`, { method: 'POST', ...news })).status
const asks = async (who: string, path: string) => {
  const { cookie } = await on.stage.as(who)
  const headers = { cookie: `${SESSION_COOKIE}=${cookie}`, origin: relay.url.slice(0, -1) }
  const answer = await fetch(`${relay.url}api/payments/${path}`, { method: 'POST', headers })
  return [answer.status, await answer.text()]
}
const paid = (order = 'order-1', changes: object = {}) => wechat.transaction(order, 18_000, on.now, changes)
const news = (transaction: object = paid()): News => wechat.news(transaction, on.now)
const money = async () => {
  const { state, payments } = await on.kase()
  return [state.kind, ...Object.values(payments).map((one) => `${one.order} ${one.state} ${one.fen}`)]
}
const UNPAID = ['fee-due', 'order-1 started 18000']
const refund = (who: string, order = 'order-1') =>
  on.does(who, { kind: 'refund-payment', order, reason: '重复缴费，原路退回' })

const withHeader = ({ headers, body }: News, name: string, value: string): News => {
  const changed = new Headers(headers)
  changed.set(`wechatpay-${name}`, value)
  return { headers: changed, body }
}
const without = ({ headers, body }: News, name: string): News => {
  const changed = new Headers(headers)
  changed.delete(`wechatpay-${name}`)
  return { headers: changed, body }
}
const forger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const resigned = (body: string): News => ({ headers: wechat.signed(body, on.now, forger), body })
/** As the provider itself would sign it, had it ever said so. */
const signed = (body: string): News => ({ headers: wechat.signed(body, on.now), body })

/** By what is done, from a genuine piece of news. */
const LIES: Readonly<Record<string, (good: News) => { headers: HeadersInit; body: string | Uint8Array<ArrayBuffer> }>> =
  {
    'no headers at all': ({ body }) => ({ headers: { 'content-type': 'application/json' }, body }),
    ...Object.fromEntries(
      ['serial', 'timestamp', 'nonce', 'signature'].map((name) => [`no ${name}`, (good: News) => without(good, name)]),
    ),
    ...Object.fromEntries(
      ['', '0', 'nonce2', '__proto__', '9'.repeat(4_000)].flatMap((value) =>
        ['serial', 'timestamp', 'nonce', 'signature'].map((name) => [
          `${name} “${value.slice(0, 12)}”`,
          (good: News) => withHeader(good, name, value),
        ]),
      ),
    ),
    'the time a second later': (good) =>
      withHeader(good, 'timestamp', String(Number(good.headers.get('wechatpay-timestamp')) + 1)),
    'the time as a fraction': (good) => withHeader(good, 'timestamp', `${good.headers.get('wechatpay-timestamp')}.0`),
    'signed by somebody else': ({ body }) => resigned(body),
    'a body that grew': ({ headers, body }) => ({ headers, body: `${body} ` }),
    'a byte order mark': ({ headers, body }) => ({
      headers,
      body: new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(body)]),
    }),
    'another event': ({ body }) => signed(body.replace('TRANSACTION.SUCCESS', 'TRANSACTION.CLOSED')),
    'a refund': ({ body }) => signed(body.replace('TRANSACTION.SUCCESS', 'REFUND.SUCCESS')),
    'another cipher': ({ body }) => signed(body.replace('AEAD_AES_256_GCM', 'NONE')),
    'other words beside the seal': ({ body }) =>
      signed(body.replace('"associated_data":"transaction"', '"associated_data":"refund"')),
    'another number of the seal': ({ body }) => signed(body.replace('abcdefghijkl', 'abcdefghijkm')),
    'no seal': ({ body }) => signed(JSON.stringify({ ...JSON.parse(body), resource: paid() })),
    'an order without a seal': () => signed(JSON.stringify(paid())),
    'no JSON': () => signed('<xml>'),
    nothing: () => signed(''),
    'much more than news is': () => signed(`{"a":"${'x'.repeat(70_000)}"}`),
    'sealed with another key': () => wechat.news(paid(), on.now, wechat.key, Buffer.alloc(32, 9)),
    'of another merchant': () => news(paid('order-1', { mchid: '1900000002' })),
    'of another application': () => news(paid('order-1', { appid: 'wx2' })),
    'not paid yet': () => news(paid('order-1', { trade_state: 'USERPAYING' })),
    'given back': () => news(paid('order-1', { trade_state: 'REFUND' })),
    'an amount in words': () => news(paid('order-1', { amount: { total: '18000', currency: 'CNY' } })),
    'nothing at all': () => news(paid('order-1', { amount: { total: 0, currency: 'CNY' } })),
    'less than nothing': () => news(paid('order-1', { amount: { total: -18_000, currency: 'CNY' } })),
    'half a fen': () => news(paid('order-1', { amount: { total: 18_000.5, currency: 'CNY' } })),
    'no amount': () => news(paid('order-1', { amount: undefined })),
    'other money': () => news(paid('order-1', { amount: { total: 18_000, currency: 'USD' } })),
    'no receipt': () => news(paid('order-1', { transaction_id: undefined })),
    'no time': () => news(paid('order-1', { success_time: undefined })),
    'a time in words': () => news(paid('order-1', { success_time: '今天' })),
  }

describe('where the provider tells its news', () => {
  test('[RELAY-286] nothing but the provider’s own word is taken, whatever is changed in it', async () => {
    const good = news()
    for (const [name, lie] of Object.entries(LIES)) {
      const status = await tell(lie(good))
      expect([name, status >= 400 && status < 500 ? 'refused' : status, await money()]).toEqual([
        name,
        'refused',
        UNPAID,
      ])
    }
    expect(on.stage.notes).toEqual([])
    expect(await tell(good)).toBe(204)
    expect(await money()).toEqual(['form-due', 'order-1 paid 18000'])
  })

  test('[RELAY-286] old news is not taken, and the newest told ten times at once settles once', async () => {
    const good = news()
    on.stage.pass(301_000)
    expect(await tell(good)).toBe(401)
    expect(await money()).toEqual(UNPAID)
    const again = news()
    const told = await Promise.all(Array.from({ length: 10 }, () => tell(again)))
    expect(told).toEqual(Array.from({ length: 10 }, () => 204))
    expect((await on.facts()).filter(({ kind }) => kind.startsWith('payment-'))).toHaveLength(2)
  })

  test('[RELAY-286] news of one order moves no other, and of nobody’s order nothing', async () => {
    accepted(await on.does(OWNER, { kind: 'start-payment', order: 'order-2', channel: 'online' }))
    for (const order of ['order-9', '__proto__', 'ORDER-1', 'order-1 ', 'order-1-again']) {
      expect([order, await tell(news(paid(order)))]).toEqual([order, 204])
    }
    expect(await money()).toEqual(['fee-due', 'order-1 started 18000', 'order-2 started 18000'])
    expect(await tell(news(paid('order-2')))).toBe(204)
    expect(await money()).toEqual(['form-due', 'order-1 started 18000', 'order-2 paid 18000'])
  })

  test.each([1, 17_999, 18_001, 10_000_000_000])('[RELAY-286] %i fen settle nothing and are kept', async (fen) => {
    expect(await tell(news(wechat.transaction('order-1', fen, on.now)))).toBe(204)
    expect(await money()).toEqual(['fee-due', `order-1 astray ${fen}`])
  })

  test('[RELAY-286] [CASE-170] paid twice, at the counter and online, with two orders and with one: each is in the books, and one settles', async () => {
    accepted(await on.does(OWNER, { kind: 'start-payment', order: 'order-2', channel: 'online' }))
    const cash = { fen: 18_000, channel: 'counter', receipt: '收据-001', paidAt: on.now.toISOString() } as const
    accepted(await on.does(FEE, { kind: 'confirm-payment', order: 'order-1', ...cash }))
    const [one, two] = [news(), news(paid('order-2', { transaction_id: '4200009999' }))]
    expect([await tell(one), await tell(two), await tell(one), await tell(two)]).toEqual([204, 204, 204, 204])
    expect(await money()).toEqual([
      ...['form-due', 'order-1 paid 18000', 'order-2 astray 18000', 'order-1-again astray 18000'],
    ])
    for (const order of ['order-2', 'order-1-again']) accepted(await refund(FEE, order))
    expect((await money())[0]).toBe('form-due')
  })
})

describe('money that is given back', () => {
  test('[RELAY-287] once, by who collected it, and news that is told again does not bring it back', async () => {
    const good = news()
    expect((await refund(FEE)).refusal?.kind).toBe('no-such-payment')
    expect(await tell(good)).toBe(204)
    // Nor by an HR bureau of the route or the committee's own office: the money is in another's books.
    const others = [officerAt('DEPT_M').accountId, officerAt('HRSS_M').accountId, 'hejing']
    for (const who of [OWNER, 'zhoumin', 'luqinghe', ...others]) {
      expect([who, (await refund(who)).refusal?.kind]).toEqual([who, 'not-yours'])
    }
    accepted(await refund(FEE))
    expect((await refund(FEE)).refusal?.kind).toBe('no-such-payment')
    const [state] = await money()
    expect(await tell(good)).toBe(204)
    expect(await money()).toEqual([state, 'order-1 refunded 18000'])
    expect((await on.facts()).filter(({ kind }) => kind === 'payment-refunded')).toHaveLength(1)
  })

  test.each(['void-application', 'withdraw-application'] as const)(
    '[RELAY-287] money that comes after %s is kept, settles nothing, and is given back once',
    async (kind) => {
      const who = kind === 'void-application' ? 'hejing' : OWNER
      accepted(await on.does(who, await on.move(kind)))
      const ended = (await money())[0]
      expect((await asks(OWNER, `${CASE_APPLICATION}/order-1`))[0]).toBe(409)
      expect([await tell(news()), await tell(news())]).toEqual([204, 204])
      expect(await money()).toEqual([ended, 'order-1 astray 18000'])
      const start = { kind: 'start-payment', order: 'order-2', channel: 'online' } as const
      expect((await on.does(OWNER, start)).status).toBeGreaterThanOrEqual(400)
      accepted(await refund(FEE))
      expect((await refund(FEE)).refusal?.kind).toBe('no-such-payment')
      expect(await money()).toEqual([ended, 'order-1 refunded 18000'])
    },
  )
})

describe('somebody’s order', () => {
  test('[RELAY-286] is nobody else’s: no code, no state, and no word of whether there is one', async () => {
    for (const who of ['luqinghe', 'zhoumin', FEE, 'hejing', 'zhouhang']) {
      for (const end of ['', '/look']) {
        const there = await asks(who, `${CASE_APPLICATION}/order-1${end}`)
        expect([who, end, there]).toEqual([who, end, await asks(who, `luqinghe.app0000009/order-9${end}`)])
        expect([who, end, there[0]]).toEqual([who, end, 404])
      }
    }
    expect(wechat.asked).toEqual([])
  })

  test('[RELAY-286] an answer that somebody slipped in between is not believed', async () => {
    const evil = await WechatDouble.open(() => on.now)
    evil.paid.set('order-1', paid())
    const { office } = on.stage
    const between = createWechatPay({ ...wechat.settings, origin: evil.settings.origin }, office.config)
    await expect(between.look('order-1')).rejects.toThrow('unsigned')
    const until = new Date(on.now.getTime() + 60_000).toISOString()
    await expect(between.codeFor({ order: 'order-1', fen: 18_000, until })).rejects.toThrow('unsigned')
    await evil.close()
    expect(await money()).toEqual(UNPAID)
  })
})
