/** The proxies of `docs/operations`, run as they are written there, with a relay behind them. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RawClient } from '../relay/testing/raw-client.ts'
import { type Serving, serve } from '../serve.ts'
import { type ProxyServer, startProxy } from '../testing/servers/proxy-server.ts'
import { Stage } from '../testing/stage.ts'

const NAME = 'titles.example.gov.cn'
const ORIGIN = `https://${NAME}`
/** Under the office's name, with a certificate made for the test. */
const TRUST = { servername: NAME, rejectUnauthorized: false }

let stage: Stage
let serving: Serving
beforeEach(async () => {
  stage = await Stage.withCast()
  const { office, folder } = stage
  const place = { host: '127.0.0.1', port: 0, certificate: null, isBehindProxy: true, origins: [ORIGIN] }
  serving = await serve({ office: office.config, ...place, clientFolder: folder }, office, {
    warn: () => {},
    error: () => {},
  })
})
afterEach(async () => {
  await serving.close()
  await stage.close()
})

interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** As a browser that believes the certificate. */
function begin({ url }: ProxyServer, path: string, { method = 'GET', headers = {}, body }: Asked = {}) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    const host = { host: NAME }
    request(new URL(path, url), { method, headers: { ...host, ...headers }, ...TRUST }, resolve)
      .on('error', reject)
      .end(body)
  })
}

async function ask(proxy: ProxyServer, path: string, asked: Asked = {}) {
  const answer = await begin(proxy, path, asked)
  answer.resume()
  await once(answer, 'end')
  return { status: answer.statusCode, headers: answer.headers }
}

describe.each(['nginx', 'caddy'] as const)('behind %s as the example has it', (name) => {
  let proxy: ProxyServer
  beforeEach(async () => {
    proxy = await startProxy(name, Number(new URL(serving.url).port))
  })
  afterEach(() => proxy.close())

  test('[OPS-50] pages, document sockets, event streams and large files go through, and the counts do not', async () => {
    const { cookie: token } = await stage.as('luqinghe')
    const cookie = `yejibu_session=${token}`
    expect((await ask(proxy, '/ready')).status).toBe(200)
    expect((await ask(proxy, '/metrics')).status).toBe(404)
    expect((await fetch(`${serving.url}metrics`)).status).toBe(200)

    const socket = new RawClient(`${proxy.url.replace('https', 'wss')}sync/archive/luqinghe?ack=1`, {
      headers: { cookie, origin: ORIGIN, host: NAME },
      ...TRUST,
    })
    await socket.sync()
    socket.write('经代理写下')
    await socket.until(() => socket.durable === 1)

    const { seq } = await stage.office.ledger.head()
    const stream = await begin(proxy, `/api/feed/live?after=${seq}`, { headers: { cookie } })
    expect(stream.headers['content-type']).toContain('text/event-stream')
    const heard = once(stream, 'data') as Promise<[Buffer]>
    await stage.sendHonor('luqinghe', 'honor0000001')
    expect((await heard)[0].toString()).toContain('revision-sent')
    stream.destroy()

    const scan = Buffer.alloc(12 * 1024 * 1024, '证')
    scan.write('%PDF-1.4\n')
    const sha256 = createHash('sha256').update(scan).digest('hex')
    const headers = {
      cookie,
      origin: ORIGIN,
      'content-type': 'application/pdf',
      'upload-offset': '0',
      'upload-length': `${scan.length}`,
    }
    const put = await ask(proxy, `/api/evidence/${sha256}?archive=luqinghe`, { method: 'PUT', headers, body: scan })
    expect(put.status).toBe(200)
    socket.close()
    await socket.closeCode()
  })

  test('[OPS-51] a sender is known by the address that the proxy saw, not by one that she claims', async () => {
    const headers = { origin: ORIGIN, 'content-type': 'application/json' }
    const statuses: (number | undefined)[] = []
    for (let n = 0; n < 21; n++) {
      const claimed = { ...headers, 'x-forwarded-for': `198.51.100.${n}`, forwarded: `for=198.51.100.${n}` }
      const body = JSON.stringify({ username: `nobody-${n}`, password: 'wrong-password' })
      statuses.push((await ask(proxy, '/api/session', { method: 'POST', headers: claimed, body })).status)
    }
    expect(statuses[0]).toBe(401)
    expect(statuses.at(-1)).toBe(429)
  })

  test('[OPS-50] a relay that stops and starts again is found again', async () => {
    const { port } = new URL(serving.url)
    await serving.close()
    expect((await ask(proxy, '/ready')).status).toBe(502)
    const { office, folder } = stage
    const place = { host: '127.0.0.1', port: Number(port), certificate: null, isBehindProxy: true, origins: [ORIGIN] }
    serving = await serve({ office: office.config, ...place, clientFolder: folder }, office, {
      warn: () => {},
      error: () => {},
    })
    expect((await ask(proxy, '/ready')).status).toBe(200)
  })
})
