import type { AccountId, OrgId } from '@yejibu/shared/kernel/ids'
import { CLOSE } from '@yejibu/shared/wire/close-reason'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import WebSocket from 'ws'
import type { RelayConfig } from './config.ts'
import { openOffice } from './office.ts'
import { type Serving, serve } from './serve.ts'
import { Stage } from './testing/stage.ts'

let stage: Stage
let serving: Serving

/** Longer than any test: what is not noticed at once is not noticed. */
const NEVER = 2 ** 31 - 1

beforeEach(async () => {
  stage = await Stage.withCast()
  serving = await start(NEVER)
})

function start(sweep: number): Promise<Serving> {
  const config: RelayConfig = {
    office: stage.office.config,
    host: '127.0.0.1',
    port: 0,
    certificate: null,
    isBehindProxy: false,
    origins: [],
    clientFolder: stage.folder,
  }
  return serve(config, stage.office, { warn: () => {}, error: () => {} }, sweep)
}
afterEach(async () => {
  await serving.close()
  await stage.close()
})

async function open(document: string, cookie: string | null, headers: Record<string, string> = {}, query = '') {
  const socket = new WebSocket(`${serving.url.replace('http', 'ws')}sync/${document}${query}`, {
    headers: { ...(cookie === null ? {} : { cookie: `yejibu_session=${cookie}` }), ...headers },
  })
  const closed = new Promise<number>((resolve) => socket.on('close', (code) => resolve(code)))
  // The relay speaks first, to a writer by asking for what it lacks, once the socket is in its room.
  const welcomed = new Promise<void>((resolve) => socket.once('message', () => resolve()))
  socket.on('error', () => {})
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('unexpected-response', (_, response) => reject(new Error(String(response.statusCode))))
  })
  return { socket, closed, welcomed }
}

/** Opened as a writer or reader of ours, who is told its right first. */
const enter = async (document: string, cookie: string | null) => {
  const entered = await open(document, cookie, {}, '?ack=1')
  await entered.welcomed
  return entered
}

describe('sockets and sessions', () => {
  test('[RELAY-21] signing out closes the sockets of that session, and those alone', async () => {
    const [here, there] = [await stage.as('luqinghe'), await stage.as('luqinghe')]
    const one = await enter('archive/luqinghe', here.cookie)
    const other = await enter('archive/luqinghe', there.cookie)
    const response = await fetch(`${serving.url}api/session`, {
      method: 'DELETE',
      headers: { cookie: `yejibu_session=${here.cookie}`, origin: serving.url.slice(0, -1) },
    })
    expect(response.status).toBe(204)
    expect(await one.closed).toBe(CLOSE.notSignedIn)
    expect(other.socket.readyState).toBe(WebSocket.OPEN)
    other.socket.close()
  })

  test('[RELAY-129] an archive that HR opens is noted for its owner, and her own opening is not', async () => {
    const lu = await stage.as('luqinghe')
    const own = await enter('archive/luqinghe', lu.cookie)
    const hr = await enter('archive/luqinghe', (await stage.as('wangxiao')).cookie)
    await vi.waitFor(async () => {
      expect((await lu.get('/api/diary')).body).toMatchObject({
        entries: [{ what: 'archive', subject: 'archive/luqinghe', name: '王晓', role: 'hr-clerk', times: 1 }],
      })
    })
    for (const { socket } of [own, hr]) socket.close()
  })

  test('[RELAY-15] access revoked by the command line closes the account’s sockets here', async () => {
    const lu = await enter('archive/luqinghe', (await stage.as('luqinghe')).cookie)
    const xu = await enter('archive/xumingchuan', (await stage.as('xumingchuan')).cookie)
    const tool = await openOffice(stage.office.config)
    await tool.accounts.revokeAccess('luqinghe' as AccountId, '离职', 'zhouhang' as AccountId)
    await tool.close()
    await stage.office.tail.look()
    expect(await lu.closed).toBe(CLOSE.notSignedIn)
    expect(xu.socket.readyState).toBe(WebSocket.OPEN)
    xu.socket.close()
  })

  test('[RELAY-15] a token ended by the command line without a fact is noticed at the next look', async () => {
    const { id, token } = await stage.office.sessions.issueScriptToken(
      'luqinghe' as AccountId,
      'x',
      stage.clock.at + 9e9,
    )
    await serving.close()
    serving = await start(20)
    const script = await open('archive/luqinghe', null, {}, `?ack=1&token=${token}`)
    await script.welcomed
    const tool = await openOffice(stage.office.config)
    await tool.sessions.end(id)
    await tool.close()
    expect(await script.closed).toBe(CLOSE.notSignedIn)
  })

  test('[RELAY-15] a membership that ends by the command line closes what it opened', async () => {
    const hr = await enter('archive/luqinghe', (await stage.as('wangxiao')).cookie)
    const tool = await openOffice(stage.office.config)
    const data = { org: 'yuezhou' as OrgId, account: 'wangxiao' as AccountId, role: 'hr-clerk' as const }
    await tool.performOrg({ kind: 'remove-member', data }, 'zhouhang' as AccountId)
    await tool.close()
    await stage.office.tail.look()
    expect(await hr.closed).toBe(CLOSE.forbidden)
  })

  test('[RELAY-50] a clerk who is removed loses her sockets, her sessions and the tokens of her scripts', async () => {
    const clerk = await stage.as('wangxiao')
    const { token } = await stage.office.sessions.issueScriptToken('wangxiao' as AccountId, 'x', stage.clock.at + 9e9)
    const desk = await enter('desk/luqinghe.yuezhou', clerk.cookie)
    const script = await open('archive/wangxiao', null, {}, `?ack=1&token=${token}`)
    await script.welcomed
    const body = { org: 'yuezhou', account: 'wangxiao', role: 'hr-clerk' }
    expect((await (await stage.as('zhoumin')).command('remove-member', body)).status).toBe(200)
    expect(await desk.closed).toBe(CLOSE.forbidden)
    expect(await script.closed).toBe(CLOSE.notSignedIn)
    expect((await clerk.get('/api/session')).status).toBe(401)
  })

  test('[RELAY-71] a clerk removed by the command line loses sockets, sessions and tokens, and nobody has to look', async () => {
    const clerk = await stage.as('wangxiao')
    const { token } = await stage.office.sessions.issueScriptToken('wangxiao' as AccountId, 'x', stage.clock.at + 9e9)
    const page = await enter('archive/wangxiao', clerk.cookie)
    const desk = await enter('desk/luqinghe.yuezhou', clerk.cookie)
    const script = await open('archive/wangxiao', null, {}, `?ack=1&token=${token}`)
    await script.welcomed
    const lead = await enter('archive/luqinghe', (await stage.as('zhoumin')).cookie)
    const tool = await openOffice(stage.office.config)
    const data = { org: 'yuezhou' as OrgId, account: 'wangxiao' as AccountId, role: 'hr-clerk' as const }
    await tool.performOrg({ kind: 'remove-member', data }, 'zhouhang' as AccountId)
    await tool.close()
    expect([CLOSE.forbidden, CLOSE.notSignedIn]).toContain(await desk.closed)
    expect(await Promise.all([page.closed, script.closed])).toEqual([CLOSE.notSignedIn, CLOSE.notSignedIn])
    expect((await clerk.get('/api/session')).status).toBe(401)
    const again = await open('archive/wangxiao', null, {}, `?ack=1&token=${token}`)
    expect(await again.closed).toBe(CLOSE.notSignedIn)
    expect(lead.socket.readyState).toBe(WebSocket.OPEN)
    lead.socket.close()
  })

  test('[RELAY-51] who leaves her employer closes its sockets on her archive and keeps her own', async () => {
    const own = await enter('archive/luqinghe', (await stage.as('luqinghe')).cookie)
    const hr = await enter('archive/luqinghe', (await stage.as('zhoumin')).cookie)
    const body = { org: 'yuezhou', account: 'luqinghe', role: 'applicant' }
    expect((await (await stage.as('luqinghe')).command('remove-member', body)).status).toBe(200)
    expect(await hr.closed).toBe(CLOSE.forbidden)
    expect(own.socket.readyState).toBe(WebSocket.OPEN)
    own.socket.close()
  })

  test('[RELAY-26] a script’s token opens a socket in the query, as its own account alone', async () => {
    const { token } = await stage.office.sessions.issueScriptToken('luqinghe' as AccountId, 'x', stage.clock.at + 9e9)
    const own = await open('archive/luqinghe', null, {}, `?ack=1&token=${token}`)
    await own.welcomed
    own.socket.close()
    expect(await (await open('archive/xumingchuan', null, {}, `?ack=1&token=${token}`)).closed).toBe(CLOSE.forbidden)
    expect(await (await open('archive/luqinghe', null, {}, '?token=made-up')).closed).toBe(CLOSE.notSignedIn)
  })

  test('[RELAY-5] a page of another site, or of another port of this machine, opens no socket', async () => {
    const { cookie } = await stage.as('luqinghe')
    for (const origin of ['https://evil.example', 'http://127.0.0.1:1', 'null']) {
      await expect(open('archive/luqinghe', cookie, { origin }), origin).rejects.toThrow('403')
    }
    const own = await open('archive/luqinghe', cookie, { origin: serving.url.slice(0, -1) }, '?ack=1')
    await own.welcomed
    own.socket.close()
  })

  test('[RELAY-14] closing the relay ends live feeds and sockets, and the port is free', async () => {
    const { cookie } = await stage.as('luqinghe')
    const socket = await enter('archive/luqinghe', cookie)
    const feed = await fetch(`${serving.url}api/feed/live?after=0`, { headers: { cookie: `yejibu_session=${cookie}` } })
    expect(feed.status).toBe(200)
    await serving.close()
    expect(await socket.closed).toBe(CLOSE.goingAway)
    expect(await feed.text()).toContain('fact')
    await expect(fetch(`${serving.url}api/health`)).rejects.toThrow()
  })
})
