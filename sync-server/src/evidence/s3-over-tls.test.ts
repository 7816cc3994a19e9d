/** The store of files over HTTPS: a relay as an office starts it, the store's certificate of an authority that only this office knows. */
import { writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { healthReportSchema } from '@yejibu/shared/wire/health'
import { SESSION_COOKIE } from '@yejibu/shared/wire/session'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { PATIENCE_MS } from '../operations/testing/sample-folder.ts'
import { makeAuthority } from '../testing/servers/certificates.ts'
import { type RelayProcess, startRelay } from '../testing/servers/relay-process.ts'
import { type S3Server, startS3 } from '../testing/servers/s3-server.ts'
import { type TlsDoor, tlsDoorTo } from '../testing/servers/tls-door.ts'
import { Stage } from '../testing/stage.ts'
import { pdf } from './evidence.contract.ts'

const HOST = '127.0.0.1'
const DAY = 86_400_000
const office = makeAuthority('CA of the office')
const good = office.issue(HOST)
const wrong = [
  ['evidence-unknown-ca', makeAuthority('CA of somebody').issue(HOST), 'NODE_EXTRA_CA_CERTS'],
  ['evidence-expired', office.issue(HOST, new Date(Date.now() - DAY)), '已过期'],
  ['evidence-other-name', office.issue('files.example.cn'), '主机名'],
] as const

let s3: S3Server
let door: TlsDoor
let address: string
beforeAll(async () => {
  s3 = await startS3()
  door = await tlsDoorTo(Number(new URL(s3.address.slice('s3+'.length)).port), good)
  address = s3.address.replace('s3+http:', 's3+https:').replace(/:\d+\//, `:${door.port}/`)
})
afterAll(async () => {
  await door.close()
  await s3.close()
})

let stage: Stage
const relays: RelayProcess[] = []
beforeEach(async () => {
  door.present(good)
  stage = await Stage.withCast()
  // The process has the time of day.
  stage.clock.at = Date.now()
  writeFileSync(join(stage.folder, 'ca.pem'), office.cert)
})
afterEach(async () => {
  for (const relay of relays.splice(0)) {
    relay.process.kill('SIGKILL')
    await relay.ended
  }
  await stage.close()
})

async function start(env: Readonly<Record<string, string>> = {}): Promise<RelayProcess> {
  const relay = await startRelay(['--data', stage.folder, '--client', stage.folder], {
    YEJIBU_EVIDENCE: address,
    NODE_EXTRA_CA_CERTS: join(stage.folder, 'ca.pem'),
    ...env,
  })
  relays.push(relay)
  return relay
}

/** Somebody's browser at this relay. */
async function visitor({ url }: RelayProcess, account: string) {
  const { cookie } = await stage.as(account)
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${url}${path}`, { ...init, headers: { cookie: `${SESSION_COOKIE}=${cookie}`, ...init.headers } })
  const pathOf = (sha256: string) => `api/evidence/${sha256}?archive=${account}`
  return {
    ask,
    send: (sha256: string, bytes: Uint8Array, range?: string) =>
      ask(pathOf(sha256), {
        method: 'PUT',
        body: bytes.slice(),
        headers: { origin: String(url).slice(0, -1), ...(range === undefined ? {} : { 'content-range': range }) },
      }),
    file: (sha256: string, method = 'GET') => ask(pathOf(sha256), { method }),
  }
}

describe('a store of files over HTTPS', () => {
  test(
    '[RELAY-390] takes and gives signed files, in pieces and whole, to a relay that was told of its authority',
    async () => {
      const relay = await start()
      const lu = await visitor(relay, 'luqinghe')
      const { bytes, sha256 } = pdf(30_000)
      const { length } = bytes
      expect((await lu.send(sha256, bytes.slice(0, 9_000), `bytes 0-8999/${length}`)).status).toBe(200)
      expect((await lu.file(sha256, 'HEAD')).headers.get('upload-offset')).toBe('9000')
      expect(await s3.read(sha256)).toBeNull()
      const last = `bytes 9000-${length - 1}/${length}`
      expect(await (await lu.send(sha256, bytes.slice(9_000), last)).json()).toMatchObject({ isComplete: true })
      expect(await s3.read(sha256)).toEqual(bytes)
      // What the relay had at hand is gone: it is fetched.
      await rm(stage.office.evidence.pathOf(sha256))
      expect(new Uint8Array(await (await lu.file(sha256)).arrayBuffer())).toEqual(bytes)
      expect((await lu.file(sha256, 'HEAD')).headers.get('upload-complete')).toBe('?1')
      // The same door refuses what is not signed right.
      expect((await start({ YEJIBU_EVIDENCE: address.replace(/wJalr/, 'wrong') })).said()).toContain('密钥口令不符')
    },
    PATIENCE_MS,
  )

  test(
    '[RELAY-391] whose certificate is not to be believed is named at the start: what settings mend starts no relay',
    async () => {
      for (const [cause, certificate, words] of wrong) {
        door.present(certificate)
        const relay = await start()
        if (cause === 'evidence-expired') {
          expect(relay.url).not.toBeNull()
          await relay.told(words)
          expect(await (await fetch(`${relay.url}health`)).json()).toMatchObject({ evidence: { cause } })
          relay.process.kill('SIGTERM')
          await relay.ended
        } else {
          expect([relay.url, await relay.ended]).toEqual([null, 2])
        }
        expect(relay.said()).toMatch(/--evidence：.+。\/ --evidence .+\./)
        expect(relay.said()).toContain(words)
        expect(relay.said()).not.toContain('wJalr')
      }
      door.present(good)
      const stranger = await start({ NODE_EXTRA_CA_CERTS: '' })
      expect([stranger.url, await stranger.ended]).toEqual([null, 2])
      expect(stranger.said()).toContain('NODE_EXTRA_CA_CERTS')
      const plain = await start({ YEJIBU_EVIDENCE: s3.address.replace('s3+http:', 's3+https:') })
      expect([plain.url, await plain.ended]).toEqual([null, 2])
      expect(plain.said()).toContain('没有以 HTTPS 应答')
    },
    PATIENCE_MS,
  )

  test(
    '[RELAY-392] whose certificate goes bad takes nothing, while what is at hand is read; it is well again without a restart',
    async () => {
      const relay = await start()
      const [lu, operator] = [await visitor(relay, 'luqinghe'), await visitor(relay, 'zhouhang')]
      const health = async () => (await fetch(`${relay.url}health`)).json()
      const kept = pdf(500)
      expect((await lu.send(kept.sha256, kept.bytes)).status).toBe(200)
      for (const [cause, certificate] of wrong) {
        door.present(certificate)
        const { bytes, sha256 } = pdf(500)
        expect((await lu.send(sha256, bytes)).status).toBe(500)
        expect(await stage.office.evidence.missing('luqinghe' as never, [sha256])).toEqual([sha256])
        expect(await health()).toMatchObject({ status: 'degraded', evidence: { cause } })
        const report = healthReportSchema.parse(await (await operator.ask('api/operator/health')).json())
        expect(report.evidenceTrouble?.cause).toBe(cause)
        expect(new Uint8Array(await (await lu.file(kept.sha256)).arrayBuffer())).toEqual(kept.bytes)
        expect((await fetch(`${relay.url}ready`)).status).toBe(200)
        door.present(good)
        expect(await health()).toMatchObject({ status: 'ok' })
        expect((await lu.send(sha256, bytes)).status).toBe(200)
        expect(await s3.read(sha256)).toEqual(bytes)
      }
    },
    PATIENCE_MS,
  )

  test(
    '[RELAY-395] and one without it on another machine is warned of at each start, which goes on',
    async () => {
      const relay = await start({ YEJIBU_EVIDENCE: 's3+http://key:a-secret@files.invalid/yejibu' })
      expect(relay.url).not.toBeNull()
      const [warning] = relay.said().split('\n')
      expect(JSON.parse(warning ?? '')).toMatchObject({ level: 'warn', msg: expect.stringContaining('s3+https://') })
      expect(relay.said()).not.toContain('a-secret')
    },
    PATIENCE_MS,
  )
})
