/**
 * WeChat Pay, API v3, Native: the person scans a code, the provider tells the relay when the money came.
 *
 * Always true: every request carries our signature over method, path, time, nonce and body; nothing that comes, answer or news, is read before
 * the provider's signature over time, nonce and body was verified with a key that the office itself put there; news is at most five minutes old,
 * sealed with AES-256-GCM under the office's key, and of our merchant and application. No key and no body stands in an error.
 */
import { createDecipheriv, createSign, createVerify, type KeyObject } from 'node:crypto'
import * as z from 'zod/mini'
import type { OnlineProvider, PaidOrder } from './payment-provider.ts'

export interface WechatSettings {
  readonly origin: string
  readonly appId: string
  readonly merchant: string
  /** The serial number of the merchant's certificate. */
  readonly serial: string
  readonly key: KeyObject
  /** 32 bytes. */
  readonly sealKey: Uint8Array
  /** The provider's public keys by their serial number: the present one and, while it changes, the next. */
  readonly providerKeys: ReadonlyMap<string, KeyObject>
  /** Where the provider tells its news. */
  readonly newsAt: string
  /** Stands on the person's bill. */
  readonly description: string
}

export interface WechatParts {
  now(): Date
  randomBytes(count: number): Uint8Array
}

/** Milliseconds by which the provider's clock and ours may differ. */
const FRESH = 300_000
const PATIENCE = 15_000
const TAG_BYTES = 16

const newsSchema = z.object({
  event_type: z.string(),
  resource: z.object({
    algorithm: z.literal('AEAD_AES_256_GCM'),
    ciphertext: z.string(),
    associated_data: z._default(z.optional(z.string()), ''),
    nonce: z.string(),
  }),
})
const transactionSchema = z.object({
  appid: z.string(),
  mchid: z.string(),
  out_trade_no: z.string(),
  trade_state: z.string(),
  transaction_id: z.optional(z.string()),
  success_time: z.optional(z.iso.datetime({ offset: true })),
  amount: z.optional(
    z.object({ total: z.int().check(z.positive()), currency: z._default(z.optional(z.string()), 'CNY') }),
  ),
})
const codeSchema = z.object({ code_url: z.string() })

export class ProviderRefused extends Error {}

export function createWechatPay(settings: WechatSettings, { now, randomBytes }: WechatParts): OnlineProvider {
  const { appId, merchant, key, sealKey, providerKeys, origin } = settings

  const authorization = (method: string, path: string, body: string): string => {
    const timestamp = Math.floor(now().getTime() / 1000)
    const nonce = Buffer.from(randomBytes(16)).toString('hex')
    const message = `${method}\n${path}\n${timestamp}\n${nonce}\n${body}\n`
    const signature = createSign('RSA-SHA256').update(message).sign(key, 'base64')
    return `WECHATPAY2-SHA256-RSA2048 mchid="${merchant}",nonce_str="${nonce}",signature="${signature}",timestamp="${timestamp}",serial_no="${settings.serial}"`
  }
  /** Whether the provider itself said this, and lately. */
  const isItsWord = (headers: Headers, body: string): boolean => {
    const [serial, time, nonce, signature] = ['serial', 'timestamp', 'nonce', 'signature'].map(
      (name) => headers.get(`wechatpay-${name}`) ?? '',
    )
    const known = providerKeys.get(serial ?? '')
    if (!known || !/^\d{1,12}$/.test(time ?? '')) return false
    if (Math.abs(now().getTime() - Number(time) * 1000) > FRESH) return false
    return createVerify('RSA-SHA256')
      .update(`${time}\n${nonce}\n${body}\n`)
      .verify(known, signature ?? '', 'base64')
  }
  const ask = async (method: 'GET' | 'POST', path: string, body = ''): Promise<unknown> => {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'user-agent': 'yejibu',
        authorization: authorization(method, path, body),
      },
      ...(method === 'POST' ? { body } : {}),
      signal: AbortSignal.timeout(PATIENCE),
      redirect: 'error',
    })
    const text = await response.text()
    if (!isItsWord(response.headers, text)) throw new ProviderRefused(`${response.status}, unsigned`)
    if (response.status === 404) return null
    if (!response.ok) throw new ProviderRefused(`${response.status}`)
    return JSON.parse(text)
  }
  const paidIn = (said: unknown): PaidOrder | null => {
    const parsed = transactionSchema.safeParse(said)
    if (!parsed.success) return null
    const { appid, mchid, out_trade_no, trade_state, transaction_id, success_time, amount } = parsed.data
    const isOurs = appid === appId && mchid === merchant && amount?.currency === 'CNY'
    if (!isOurs || trade_state !== 'SUCCESS' || !transaction_id || !success_time) return null
    return { order: out_trade_no, fen: amount.total, receipt: transaction_id, paidAt: success_time }
  }
  const opened = ({ ciphertext, nonce, associated_data }: z.output<typeof newsSchema>['resource']): string | null => {
    const sealed = Buffer.from(ciphertext, 'base64')
    if (sealed.length <= TAG_BYTES) return null
    try {
      const decipher = createDecipheriv('aes-256-gcm', sealKey, nonce)
      decipher.setAAD(Buffer.from(associated_data))
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
      return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8')
    } catch {
      // Sealed with another key, or changed on its way.
      return null
    }
  }

  return {
    async codeFor({ order, fen, until }) {
      const body = JSON.stringify({
        appid: appId,
        mchid: merchant,
        description: settings.description,
        out_trade_no: order,
        time_expire: until,
        notify_url: settings.newsAt,
        amount: { total: fen, currency: 'CNY' },
      })
      return codeSchema.parse(await ask('POST', '/v3/pay/transactions/native', body)).code_url
    },
    readNews({ headers, body }) {
      if (!isItsWord(headers, body)) return null
      const news = newsSchema.safeParse(parsedJson(body))
      if (!news.success || news.data.event_type !== 'TRANSACTION.SUCCESS') return null
      const text = opened(news.data.resource)
      return text === null ? null : paidIn(parsedJson(text))
    },
    async look(order) {
      const path = `/v3/pay/transactions/out-trade-no/${encodeURIComponent(order)}?mchid=${merchant}`
      return paidIn(await ask('GET', path))
    },
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
