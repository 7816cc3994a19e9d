import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { wechatSettings } from './wechat-settings.ts'

let folder: string
let env: Record<string, string>
const ORIGIN = 'https://yejibu.example.cn'
const SEAL = '0123456789abcdef0123456789abcdef'

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yejibu-wechat-'))
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const file = async (name: string, text: string | Buffer) => {
    await writeFile(join(folder, name), text)
    return join(folder, name)
  }
  env = {
    YEJIBU_WECHAT_APPID: 'wx0000000000000001',
    YEJIBU_WECHAT_MCHID: '1900000001',
    YEJIBU_WECHAT_SERIAL: 'A'.repeat(40),
    YEJIBU_WECHAT_KEY_FILE: await file('key.pem', privateKey.export({ type: 'pkcs8', format: 'pem' })),
    YEJIBU_WECHAT_APIV3_KEY_FILE: await file('seal', SEAL),
    YEJIBU_WECHAT_PROVIDER_KEYS: `PUB_1=${await file('its.pem', publicKey.export({ type: 'spki', format: 'pem' }))}`,
  }
})
afterEach(() => rm(folder, { recursive: true }))

test('[RELAY-160] nothing set means nothing is paid online; all of it set means it is, at the office’s own address', async () => {
  expect(await wechatSettings({}, null)).toBeNull()
  expect(await wechatSettings(env, ORIGIN)).toMatchObject({
    origin: 'https://api.mch.weixin.qq.com',
    newsAt: `${ORIGIN}/api/pay/wechat`,
  })
})

test('[RELAY-160] what is missing or malformed is named at the start, and no value is', async () => {
  const wrong = [
    ...Object.keys(env).map((name) => [name, { ...env, [name]: '' }] as const),
    ['YEJIBU_WECHAT_MCHID', { ...env, YEJIBU_WECHAT_MCHID: '19000000x1' }],
    ['YEJIBU_WECHAT_KEY_FILE', { ...env, YEJIBU_WECHAT_KEY_FILE: join(folder, 'seal') }],
    ['YEJIBU_WECHAT_APIV3_KEY_FILE', { ...env, YEJIBU_WECHAT_APIV3_KEY_FILE: join(folder, 'its.pem') }],
    ['YEJIBU_WECHAT_PROVIDER_KEYS', { ...env, YEJIBU_WECHAT_PROVIDER_KEYS: join(folder, 'its.pem') }],
  ] as const
  for (const [name, given] of wrong) {
    const said = await wechatSettings(given, ORIGIN)
    expect([name, said]).toEqual([name, { message: expect.stringContaining(name) }])
    expect(JSON.stringify(said)).not.toMatch(/0123456789abcdef|PRIVATE|19000000x1/)
  }
  expect(await wechatSettings(env, 'http://yejibu.example.cn')).toEqual({
    message: expect.stringContaining('--origin'),
  })
})
