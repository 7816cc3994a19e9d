import { healthReportSchema } from '@yejibu/shared/wire/health'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pdf } from '../../evidence/evidence.contract.ts'
import { type Serving, serve } from '../../serve.ts'
import { type S3Server, startS3 } from '../../testing/servers/s3-server.ts'
import { Stage } from '../../testing/stage.ts'
import { runCommandLine } from '../cli/run-command-line.ts'
import { openJournal } from '../journal.ts'

let s3: S3Server
let stage: Stage
let serving: Serving
let journal: string[]
/** Each line as it is written. */
let onLine: (line: string) => void
beforeEach(async () => {
  s3 = await startS3()
  stage = await Stage.withCast({ evidence: s3.address })
  journal = []
  onLine = () => {}
  serving = await start()
})
afterEach(async () => {
  await serving.close()
  await stage.close()
  await s3.close()
})

function start(): Promise<Serving> {
  const { config } = stage.office
  return serve(
    {
      ...{ office: config, host: '127.0.0.1', port: 0, certificate: null, isBehindProxy: false },
      ...{ origins: [], clientFolder: stage.folder },
    },
    stage.office,
    openJournal('warn', {
      write(line) {
        journal.push(line)
        onLine(line)
      },
    }),
  )
}

const read = async (path: string, cookie: string | null = null) => {
  const headers = cookie === null ? {} : { cookie: `yejibu_session=${cookie}` }
  const answer = await fetch(`${serving.url}${path}`, { headers })
  const text = await answer.text()
  return { status: answer.status, text, json: () => JSON.parse(text) }
}
const health = async () => (await read('health')).json()

async function send(cookie: string | null) {
  const { bytes, sha256 } = pdf(500)
  const answer = await fetch(`${serving.url}api/evidence/${sha256}?archive=luqinghe`, {
    ...{ method: 'PUT', body: bytes.slice() },
    headers: { cookie: `yejibu_session=${cookie}`, origin: serving.url.slice(0, -1) },
  })
  return { status: answer.status, problem: await answer.text(), sha256 }
}

async function commandLine(...words: readonly string[]) {
  const out: string[] = []
  const terminal = {
    ...{ out: (text: string) => void out.push(text), err: () => {}, isInteractive: false },
    ...{ askSecret: async () => '', now: () => new Date(stage.clock.at), randomBytes: () => new Uint8Array() },
  }
  const exit = await runCommandLine(words, terminal, { dataFolder: stage.folder })
  return { exit, out: out.join('\n') }
}

test('[RELAY-362] a store that refuses the key takes no file: nobody holds it, the journal says why and names no key, the sender is told nothing of it', async () => {
  const { cookie } = await stage.as('luqinghe')
  expect((await send(cookie)).status).toBe(200)
  expect(journal).toEqual([])
  s3.letKeyIn(false)
  const refused = await send(cookie)
  expect(refused.status).toBe(500)
  expect(refused.problem).not.toMatch(/403|evidence|key/i)
  expect(await stage.office.evidence.missing('luqinghe' as never, [refused.sha256])).toEqual([refused.sha256])
  const lines = journal.map((line) => JSON.parse(line))
  expect(lines).toContainEqual(
    expect.objectContaining({
      level: 'error',
      cause: 'evidence-key',
      msg: expect.stringContaining('不认这对访问密钥'),
    }),
  )
  const message = 'the evidence store answered 403 InvalidAccessKeyId to a file'
  expect(lines).toContainEqual(expect.objectContaining({ error: expect.objectContaining({ message }) }))
  await send(cookie)
  expect(journal.filter((line) => line.includes('不认这对访问密钥'))).toHaveLength(1)
  for (const secret of ['office:yejibu', 'office%3A', 'wJalr']) expect(journal.join('')).not.toContain(secret)
})

test('[RELAY-363] while it refuses, machines and the operator are told and people stay; it is well again without a restart', async () => {
  const [lu, operator] = [await stage.as('luqinghe'), await stage.as('zhouhang')]
  const report = async () =>
    healthReportSchema.parse((await read('api/operator/health', operator.cookie)).json()).evidenceTrouble
  expect(await health()).toMatchObject({ status: 'ok' })
  expect(await report()).toBeNull()
  s3.letKeyIn(false)
  await send(lu.cookie)
  const evidence = { cause: 'evidence-key', since: new Date(stage.clock.at).toISOString() }
  stage.clock.at += 60_000
  expect(await health()).toMatchObject({ status: 'degraded', evidence })
  expect(await health()).not.toHaveProperty('store')
  expect(await report()).toEqual(evidence)
  expect((await read('ready')).status).toBe(200)
  expect((await read('metrics')).text).toMatch(/^yejibu_evidence_in_trouble 1$/m)
  const asked = await commandLine('health', '--url', serving.url)
  expect(asked).toMatchObject({ exit: 1, out: expect.stringContaining('不认这对访问密钥') })
  expect(asked.out).toContain('服务有故障')
  s3.letKeyIn(true)
  expect(await commandLine('health', '--url', serving.url)).toMatchObject({
    ...{ exit: 0, out: expect.stringContaining('服务正常') },
  })
  expect(await health()).toEqual({ status: 'ok', facts: expect.any(Number) })
  expect((await read('metrics')).text).toMatch(/^yejibu_evidence_in_trouble 0$/m)
  expect((await send(lu.cookie)).status).toBe(200)
})

test('[RELAY-363] a store that a relay could not ask when it started is told then, before anybody sends a file', async () => {
  await serving.close()
  s3.letKeyIn(false)
  const told = new Promise<string>((done) => {
    onLine = done
  })
  serving = await start()
  expect(await told).toContain('不认这对访问密钥')
  expect(await health()).toMatchObject({ status: 'degraded', evidence: { cause: 'evidence-key' } })
})
