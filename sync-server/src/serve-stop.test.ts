import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { request } from 'node:https'
import { connect } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { fileURLToPath } from 'node:url'
import { CLOSE } from '@yejibu/shared/wire/close-reason'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import type { RelayConfig } from './config.ts'
import { type Serving, serve } from './serve.ts'
import { Stage } from './testing/stage.ts'

const file = (name: string) => fileURLToPath(new URL(`./operations/testing/${name}`, import.meta.url))

let stage: Stage
let serving: Serving | null = null
beforeEach(async () => {
  stage = await Stage.withCast()
})
afterEach(async () => {
  await serving?.close()
  serving = null
  await stage.close()
})

async function start(change: Partial<RelayConfig> = {}): Promise<Serving> {
  serving = await serve(
    {
      office: stage.office.config,
      host: '127.0.0.1',
      port: 0,
      certificate: null,
      isBehindProxy: false,
      origins: [],
      clientFolder: stage.folder,
      ...change,
    },
    stage.office,
    { warn: () => {}, error: () => {} },
  )
  return serving
}

async function openSocket({ url }: Serving, cookie: string | null) {
  const address = `${url.replace('http', 'ws')}sync/archive/luqinghe?ack=1`
  const socket = new WebSocket(address, { headers: { cookie: `yejibu_session=${cookie}` } })
  const closed = once(socket, 'close') as Promise<[number]>
  await once(socket, 'message')
  return { socket, closed }
}

describe('an orderly stop', () => {
  test('[RELAY-233] ends open pages at once: sockets with a code that brings them back, feeds, kept connections', async () => {
    const relay = await start()
    const { cookie } = await stage.as('luqinghe')
    const headers = { cookie: `yejibu_session=${cookie}` }
    const sockets = await Promise.all(Array.from({ length: 60 }, () => openSocket(relay, cookie)))
    const feeds = await Promise.all(
      Array.from({ length: 5 }, () => fetch(`${relay.url}api/feed/live?after=0`, { headers })),
    )
    const ended = Promise.allSettled(feeds.map((feed) => feed.text()))
    // A browser keeps a connection for its next request; a scanner opens one and says nothing.
    await (await fetch(`${relay.url}health`)).text()
    const silent = connect(Number(new URL(relay.url).port), '127.0.0.1')
    await once(silent, 'connect')
    const silentClosed = once(silent, 'close')
    await relay.close()
    const codes = (await Promise.all(sockets.map(({ closed }) => closed))).map(([code]) => code)
    expect(new Set(codes)).toEqual(new Set([CLOSE.goingAway]))
    await ended
    await silentClosed
    await expect(fetch(`${relay.url}health`)).rejects.toThrow()
  })

  test('[RELAY-233] lets an answer that is under way end', async () => {
    const relay = await start()
    const { cookie } = await stage.as('luqinghe')
    let reached = () => {}
    const isReached = new Promise<void>((resolve) => {
      reached = resolve
    })
    let goOn = () => {}
    const mayGoOn = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const { read } = stage.office.ledger
    // The command is in the middle of its work when the relay is told to stop.
    Reflect.set(stage.office.ledger, 'read', async (stream: Parameters<typeof read>[0]) => {
      reached()
      await mayGoOn
      return read(stream)
    })
    const body = { id: 'command-stop', expected: null, org: 'yuezhou', account: 'luqinghe', role: 'applicant' }
    const answer = fetch(`${relay.url}api/commands/remove-member`, {
      method: 'POST',
      headers: {
        cookie: `yejibu_session=${cookie}`,
        origin: relay.url.slice(0, -1),
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    })
    await isReached
    const closing = relay.close()
    goOn()
    expect((await answer).status).toBe(200)
    await closing
  })

  test('[RELAY-233] sends many away one after the other, so that they do not all come back at one moment', async () => {
    const relay = await start()
    const { cookie } = await stage.as('luqinghe')
    const sockets = await Promise.all(Array.from({ length: 120 }, () => openSocket(relay, cookie)))
    const others = new Set(sockets)
    const closing = relay.close()
    await Promise.race(
      sockets.map(async (socket) => {
        await socket.closed
        others.delete(socket)
      }),
    )
    const stillOpen = [...others].filter(({ socket }) => socket.readyState === WebSocket.OPEN).length
    expect(stillOpen).toBeGreaterThan(0)
    await Promise.all([closing, ...sockets.map(({ closed }) => closed)])
  })
})

describe('HTTPS', () => {
  test('[RELAY-236] with certificate files the relay speaks HTTPS itself, pages and sockets alike', async () => {
    const certificate = { certFile: file('office.crt'), keyFile: file('office.key') }
    const relay = await start({ certificate, origins: ['https://titles.example.cn'] })
    expect(relay.url).toMatch(/^https:/)
    const response = await new Promise<{ status: number | undefined; hsts: unknown; seen: string }>(
      (resolve, reject) => {
        // Made for tests: no authority stands behind it.
        request(`${relay.url}ready`, { rejectUnauthorized: false }, (answer) => {
          const seen = (answer.socket as TLSSocket).getPeerCertificate().fingerprint256
          answer.resume()
          resolve({ status: answer.statusCode, hsts: answer.headers['strict-transport-security'], seen })
        })
          .on('error', reject)
          .end()
      },
    )
    const { fingerprint256 } = new X509Certificate(await readFile(certificate.certFile))
    expect(response).toEqual({ status: 200, hsts: expect.stringContaining('max-age'), seen: fingerprint256 })
    const { cookie } = await stage.as('luqinghe')
    const socket = new WebSocket(`${relay.url.replace('https', 'wss')}sync/archive/luqinghe?ack=1`, {
      headers: { cookie: `yejibu_session=${cookie}`, origin: 'https://titles.example.cn' },
      rejectUnauthorized: false,
    })
    await once(socket, 'message')
    socket.close()
    await once(socket, 'close')
  })
})

describe('behind a proxy', () => {
  /** Wrong passwords from one address, as the proxy or the sender names it. @returns the status of the last */
  async function guess(relay: Serving, times: number, forwarded: (n: number) => string): Promise<number> {
    let status = 0
    for (let n = 0; n < times; n++) {
      const answer = await fetch(`${relay.url}api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': forwarded(n) },
        body: JSON.stringify({ username: `nobody-${n}`, password: 'wrong-password' }),
      })
      status = answer.status
      await answer.text()
    }
    return status
  }

  test('[RELAY-237] the address is the one the proxy wrote last; what its sender claims before that counts for nothing', async () => {
    const relay = await start({ isBehindProxy: true, origins: ['https://titles.example.cn'] })
    expect(await guess(relay, 21, (n) => `198.51.100.${n}, 203.0.113.7`)).toBe(429)
    expect(await guess(relay, 1, () => '203.0.113.8')).toBe(401)
  })

  test('[RELAY-237] without a proxy nobody is whom a header says: a sender does not get a new address with each try', async () => {
    const relay = await start()
    expect(await guess(relay, 21, (n) => `198.51.100.${n}`)).toBe(429)
  })

  test('[RELAY-237] behind a proxy cookies are for HTTPS alone', async () => {
    const sets = async (isBehindProxy: boolean) => {
      const relay = await start({ isBehindProxy, origins: ['https://titles.example.cn'] })
      const made = await fetch(`${relay.url}api/accounts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: `new-${isBehindProxy}`, name: '新人', password: 'a-long-password-1' }),
      })
      const cookie = made.headers.getSetCookie().join()
      await relay.close()
      serving = null
      return cookie
    }
    expect(await sets(true)).toMatch(/;\s*Secure/i)
    expect(await sets(false)).not.toMatch(/;\s*Secure/i)
  })
})
