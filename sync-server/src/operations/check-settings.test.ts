import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { officeConfig, type RelayConfig } from '../config.ts'
import { startS3 } from '../testing/servers/s3-server.ts'
import { Stage } from '../testing/stage.ts'
import { checkSettings } from './check-settings.ts'

const file = (name: string) => fileURLToPath(new URL(`./testing/${name}`, import.meta.url))
const CERTIFICATE = { certFile: file('office.crt'), keyFile: file('office.key') }

let stage: Stage
beforeEach(async () => {
  stage = await Stage.empty()
})
afterEach(() => stage.close())

function check(change: Partial<RelayConfig> = {}, env: Record<string, string> = {}) {
  const config: RelayConfig = {
    office: officeConfig(stage.folder, { now: () => new Date('2026-11-21T00:00:00Z') }),
    host: '127.0.0.1',
    port: 0,
    certificate: null,
    isBehindProxy: false,
    origins: [],
    clientFolder: stage.folder,
    ...change,
  }
  return checkSettings(config, env)
}

test('[RELAY-232] what is right has no mistake: nothing set, and everything set', async () => {
  expect(await check()).toEqual([])
  const env = {
    YEJIBU_LOG: 'info',
    YEJIBU_SMTP_URL: 'smtps://office:secret@mail.example.cn',
    YEJIBU_MAIL_FROM: 'titles@example.cn',
    YEJIBU_SMS_URL: 'https://sms.example.cn/send',
    YEJIBU_METRICS_TOKEN: 'monitor-0123456789abcdef',
  }
  expect(await check({ certificate: CERTIFICATE, origins: ['https://titles.example.cn:8443'] }, env)).toEqual([])
})

test.each([
  ['https://titles.example.cn/', 'https://titles.example.cn'],
  ['https://titles.example.cn/yejibu', 'https://titles.example.cn'],
  ['titles.example.cn', '不带路径'],
  ['http://titles.example.cn', 'https'],
])('[RELAY-232] an address that people cannot use so is told, with the right one: %s', async (origin, hint) => {
  const [mistake, ...others] = await check({ origins: [origin] })
  expect(mistake).toContain(`--origin ${origin}`)
  expect(mistake).toContain(hint)
  expect(others).toEqual([])
})

test('[RELAY-232] a data folder that is a file is told', async () => {
  const dataFolder = join(stage.folder, 'a-file')
  await writeFile(dataFolder, '')
  expect(await check({ office: officeConfig(dataFolder) })).toEqual([expect.stringContaining(`--data ${dataFolder}`)])
})

test('[RELAY-232] a certificate that is not there, no certificate, another’s key, or expired is told', async () => {
  const none = join(stage.folder, 'none.pem')
  const broken = await check({ certificate: { certFile: none, keyFile: file('office.crt') } })
  expect(broken).toEqual([expect.stringContaining(`--cert ${none}`), expect.stringContaining('--key')])
  const another = await check({ certificate: { ...CERTIFICATE, keyFile: file('other.key') } })
  expect(another).toEqual([expect.stringContaining('不是一对')])
  const late = officeConfig(stage.folder, { now: () => new Date('2126-01-01T00:00:00Z') })
  expect(await check({ certificate: CERTIFICATE, office: late })).toEqual([expect.stringContaining('过期')])
})

test('[RELAY-361] a store of files that does not know the key is told beside the other mistakes, and without the secret', async () => {
  const s3 = await startS3()
  try {
    const office = (evidence: string) => officeConfig(stage.folder, { evidence })
    expect(await check({ office: office(s3.address) })).toEqual([])
    const mistakes = await check({
      ...{ office: office(s3.addressWith({ secret: 'secret-4' })), origins: ['titles.example.cn'] },
    })
    expect(mistakes).toEqual([expect.stringContaining('--origin'), expect.stringContaining('--evidence')])
    expect(mistakes.join()).not.toContain('secret-4')
  } finally {
    await s3.close()
  }
})

test('[RELAY-232] every mistake of the environment has its sentence, and no secret is in one', async () => {
  const mistakes = await check(
    {},
    {
      YEJIBU_LOG: 'loud',
      YEJIBU_SMTP_URL: 'https://secret-1',
      YEJIBU_SMS_URL: 'http://sms.example.cn/secret-2',
      YEJIBU_METRICS_TOKEN: 'secret-3',
    },
  )
  const named = [
    'YEJIBU_LOG',
    'YEJIBU_SMTP_URL',
    'YEJIBU_SMTP_URL, YEJIBU_MAIL_FROM',
    'YEJIBU_SMS_URL',
    'YEJIBU_METRICS_TOKEN',
  ]
  expect(mistakes.map((mistake) => mistake.split('：')[0])).toEqual(named)
  expect(mistakes.join()).not.toContain('secret')
})

test('[RELAY-391] a file of authorities that is not there, or holds none, is told: Node would go on without it', async () => {
  const none = join(stage.folder, 'none.pem')
  expect(await check({}, { NODE_EXTRA_CA_CERTS: file('office.crt') })).toEqual([])
  for (const path of [none, file('office.key')]) {
    expect(await check({}, { NODE_EXTRA_CA_CERTS: path })).toEqual([
      expect.stringContaining(`NODE_EXTRA_CA_CERTS ${path}`),
    ])
  }
})
