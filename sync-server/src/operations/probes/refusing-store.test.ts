import { once } from 'node:events'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { RawClient } from '../../relay/testing/raw-client.ts'
import { type Serving, serve } from '../../serve.ts'
import { Stage } from '../../testing/stage.ts'

let stage: Stage
let serving: Serving
let cookie: string | null
beforeEach(async () => {
  stage = await Stage.withCast()
  serving = await serve(
    {
      office: stage.office.config,
      host: '127.0.0.1',
      port: 0,
      certificate: null,
      isBehindProxy: false,
      origins: [],
      clientFolder: stage.folder,
    },
    stage.office,
    { warn: () => {}, error: () => {} },
  )
  cookie = (await stage.as('luqinghe')).cookie
})
afterEach(async () => {
  await serving.close()
  await stage.close()
})

const headers = () => ({ cookie: `yejibu_session=${cookie}` })
const health = async () => (await fetch(`${serving.url}health`)).json()
const ready = async () => (await fetch(`${serving.url}ready`)).status

function open(): Promise<RawClient> {
  const url = `${serving.url.replace('http', 'ws')}sync/archive/luqinghe?ack=1`
  return new RawClient(url, { headers: headers() }).sync()
}

test('[RELAY-240] a store that became read-only acknowledges nothing, goes on reading, says so, and heals without a restart', async () => {
  const before = await open()
  before.write('在')
  await before.until(() => before.durable === 1)
  const reader = await open()
  stage.database.exec('PRAGMA query_only = ON')
  before.write('丢')
  expect(await before.closeCode()).toBe(1013)
  expect(before.durable).toBe(1)
  expect(await health()).toMatchObject({ status: 'degraded', store: { cause: 'disk-read-only' } })
  expect(await ready()).toBe(503)
  // Documents open, the feed is read, a command is told why it cannot be kept.
  expect((await open()).text).toBe('在')
  expect((await fetch(`${serving.url}api/feed?after=0`, { headers: headers() })).status).toBe(200)
  const refused = await fetch(`${serving.url}api/commands/remove-member`, {
    method: 'POST',
    headers: { ...headers(), 'content-type': 'application/json' },
    body: JSON.stringify({ id: 'command-1', expected: null, org: 'yuezhou', account: 'luqinghe', role: 'applicant' }),
  })
  expect([refused.status, await refused.json()]).toMatchObject([507, { refusal: { kind: 'disk-refused' } }])
  stage.database.exec('PRAGMA query_only = OFF')
  expect(await health()).toMatchObject({ status: 'ok' })
  expect(await ready()).toBe(200)
  const again = await open()
  again.write('又')
  await again.until(() => again.durable === 1)
  await reader.until(() => reader.text === '在又')
  for (const client of [reader, again]) {
    client.close()
    await once(client.ws, 'close')
  }
})
