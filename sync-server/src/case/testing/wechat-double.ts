/**
 * The provider's side of WeChat Pay's API v3 on a port of this machine, with a key pair of its own: checks our signature as it would, signs what it
 * says, seals what it tells.
 */
import { createCipheriv, createSign, createVerify, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { WechatSettings } from '../wechat-pay.ts'

const SEAL_KEY = Buffer.from('0123456789abcdef0123456789abcdef')
const SERIAL = 'PUB_KEY_ID_0001'

export interface News {
  readonly headers: Headers
  readonly body: string
}

export class WechatDouble {
  readonly settings: WechatSettings
  /** What was asked, by method and path. */
  readonly asked: string[] = []
  /** Orders that were paid, as the provider has them. */
  readonly paid = new Map<string, object>()
  readonly ordered: Record<string, unknown>[] = []
  readonly key: KeyObject
  private readonly server: Server

  private constructor(server: Server, settings: WechatSettings, key: KeyObject) {
    this.server = server
    this.settings = settings
    this.key = key
  }

  static async open(now: () => Date): Promise<WechatDouble> {
    const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
    const [ours, its] = [pair(), pair()]
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const settings: WechatSettings = {
      origin: `http://127.0.0.1:${port}`,
      appId: 'wx0000000000000001',
      merchant: '1900000001',
      serial: 'A'.repeat(40),
      key: ours.privateKey,
      sealKey: SEAL_KEY,
      providerKeys: new Map([[SERIAL, its.publicKey]]),
      newsAt: 'https://yejibu.example.cn/api/pay/wechat',
      description: '职称评审费',
    }
    const double = new WechatDouble(server, settings, its.privateKey)
    server.on('request', (request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8')
        const [method = '', path = ''] = [request.method, request.url]
        double.asked.push(`${method} ${path}`)
        const isOurs = isSigned(request.headers.authorization ?? '', `${method}\n${path}`, body, ours.publicKey)
        const [status, said] = isOurs ? double.answer(method, path, body) : [401, { code: 'SIGN_ERROR' }]
        const text = JSON.stringify(said)
        response.writeHead(status, Object.fromEntries(double.signed(text, now())))
        response.end(text)
      })
    })
    return double
  }

  private answer(method: string, path: string, body: string): readonly [number, object] {
    if (method === 'POST' && path === '/v3/pay/transactions/native') {
      this.ordered.push(JSON.parse(body))
      return [200, { code_url: 'weixin://wxpay/bizpayurl?pr=abc' }]
    }
    const order = /^\/v3\/pay\/transactions\/out-trade-no\/([\w-]+)\?mchid=1900000001$/.exec(path)?.[1]
    const found = order === undefined ? undefined : this.paid.get(order)
    return found ? [200, found] : [404, { code: 'ORDER_NOT_EXIST' }]
  }

  signed(body: string, at: Date, key = this.key, serial = SERIAL): Headers {
    const time = Math.floor(at.getTime() / 1000)
    const signature = createSign('RSA-SHA256').update(`${time}\nnonce\n${body}\n`).sign(key, 'base64')
    return new Headers({
      'content-type': 'application/json',
      'wechatpay-serial': serial,
      'wechatpay-timestamp': String(time),
      'wechatpay-nonce': 'nonce',
      'wechatpay-signature': signature,
    })
  }

  transaction(order: string, fen: number, paidAt: Date, changes: object = {}): object {
    const { appId: appid, merchant: mchid } = this.settings
    const amount = { total: fen, payer_total: fen, currency: 'CNY' }
    const base = { appid, mchid, out_trade_no: order, trade_state: 'SUCCESS', transaction_id: '4200001234', amount }
    return { ...base, success_time: paidAt.toISOString(), ...changes }
  }

  news(transaction: object, at: Date, key = this.key, sealKey: Uint8Array = SEAL_KEY): News {
    const cipher = createCipheriv('aes-256-gcm', sealKey, 'abcdefghijkl')
    cipher.setAAD(Buffer.from('transaction'))
    const sealed = Buffer.concat([cipher.update(JSON.stringify(transaction)), cipher.final(), cipher.getAuthTag()])
    const resource = {
      original_type: 'transaction',
      algorithm: 'AEAD_AES_256_GCM',
      ciphertext: sealed.toString('base64'),
      associated_data: 'transaction',
      nonce: 'abcdefghijkl',
    }
    const body = JSON.stringify({
      id: 'EV-1',
      event_type: 'TRANSACTION.SUCCESS',
      resource_type: 'encrypt-resource',
      resource,
    })
    return { headers: this.signed(body, at, key), body }
  }

  close(): Promise<void> {
    this.server.closeAllConnections()
    return new Promise((resolve) => this.server.close(() => resolve()))
  }
}

function isSigned(authorization: string, asked: string, body: string, key: KeyObject): boolean {
  if (!authorization.startsWith('WECHATPAY2-SHA256-RSA2048 ')) return false
  const field = (name: string) => new RegExp(`${name}="([^"]+)"`).exec(authorization)?.[1] ?? ''
  const message = `${asked}\n${field('timestamp')}\n${field('nonce_str')}\n${body}\n`
  return createVerify('RSA-SHA256').update(message).verify(key, field('signature'), 'base64')
}
