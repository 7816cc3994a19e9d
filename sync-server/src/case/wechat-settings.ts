/** What an office sets so that fees can be paid by WeChat: read once at the start, all of it or none; what is wrong is named, its value never. */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { WechatSettings } from './wechat-pay.ts'

export interface BadSetting {
  readonly message: string
}

type Env = Readonly<Record<string, string | undefined>>

const NEEDED = {
  appId: 'YEJIBU_WECHAT_APPID',
  merchant: 'YEJIBU_WECHAT_MCHID',
  serial: 'YEJIBU_WECHAT_SERIAL',
  key: 'YEJIBU_WECHAT_KEY_FILE',
  sealKey: 'YEJIBU_WECHAT_APIV3_KEY_FILE',
  /** `<serial>=<PEM file>`, several with commas between. */
  providers: 'YEJIBU_WECHAT_PROVIDER_KEYS',
} as const

const LIVE = 'https://api.mch.weixin.qq.com'
const SEAL_BYTES = 32

/** @returns null where nothing is set */
export async function wechatSettings(env: Env, origin: string | null): Promise<WechatSettings | BadSetting | null> {
  const names = Object.values(NEEDED)
  const missing = names.filter((name) => !env[name])
  if (missing.length === names.length) return null
  if (missing.length > 0) return bad(missing.join(', '), '未设置', 'is not set')
  if (!origin?.startsWith('https://')) return bad('--origin', '须为 https 地址', 'must be an https address')
  const [appId = '', merchant = '', serial = '', keyFile = '', sealFile = '', providers = ''] = names.map(
    (name) => env[name],
  )
  if (!/^\d{8,12}$/.test(merchant)) return bad(NEEDED.merchant, '格式不对', 'is malformed')
  if (!/^[0-9A-F]{16,64}$/i.test(serial)) return bad(NEEDED.serial, '格式不对', 'is malformed')
  const key = await readKey(keyFile, createPrivateKey)
  if (!key) return bad(NEEDED.key, '不是 RSA 私钥文件', 'is no RSA private key')
  const seal = (await readFile(sealFile).catch(() => Buffer.alloc(0))).toString('utf8').trim()
  if (Buffer.byteLength(seal) !== SEAL_BYTES) return bad(NEEDED.sealKey, '须为 32 字节', 'must have 32 bytes')
  const providerKeys = new Map<string, KeyObject>()
  for (const one of providers.split(',')) {
    const [name, file] = one.split('=').map((part) => part.trim())
    const provider = name && file ? await readKey(file, createPublicKey) : null
    if (!name || !provider) return bad(NEEDED.providers, '须为“序列号=PEM 文件”', 'must be <serial>=<PEM file>')
    providerKeys.set(name, provider)
  }
  return {
    origin: env.YEJIBU_WECHAT_ORIGIN ?? LIVE,
    appId,
    merchant,
    serial,
    key,
    sealKey: Buffer.from(seal),
    providerKeys,
    newsAt: new URL('/api/pay/wechat', origin).href,
    description: '职称评审费',
  }
}

async function readKey(file: string, parse: (pem: Buffer) => KeyObject): Promise<KeyObject | null> {
  try {
    const key = parse(await readFile(file))
    return key.asymmetricKeyType === 'rsa' ? key : null
  } catch {
    return null
  }
}

function bad(name: string, zh: string, en: string): BadSetting {
  return { message: `微信支付设置有误：${name} ${zh}。\nWeChat Pay is not set up: ${name} ${en}.` }
}
