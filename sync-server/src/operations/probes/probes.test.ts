import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { OUR_ORIGIN, Stage, Visitor } from '../../testing/stage.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { createStoreWatch, type StoreWatch } from './store-watch.ts'

let stage: Stage
let watch: StoreWatch
let metrics: Metrics
/** What the disk says when it is tried. */
let disk: () => Promise<void>
let isStopping = false

beforeEach(async () => {
  stage = await Stage.withCast()
  isStopping = false
  disk = async () => {}
  watch = createStoreWatch({ tryDisk: () => disk(), now: () => new Date(stage.clock.at) })
  metrics = createMetrics({
    clockAhead: () => null,
    dataFolder: stage.folder,
    watch,
    originals: null,
    counts: () => ({ sockets: 7, rooms: 3 }),
    facts: async () => (await stage.office.ledger.head()).seq,
    now: () => performance.now(),
  })
})
afterEach(() => stage.close())

function app(metricsToken: string | null = null) {
  return createApp({
    office: stage.office,
    client: null,
    journal: { error: () => {} },
    allowsOrigin: (origin) => origin === OUR_ORIGIN,
    isHttps: false,
    isBehindProxy: true,
    probes: { watch, metrics, metricsToken, isStopping: () => isStopping },
  })
}

/** A request as the HTTP server hands it over. */
function ask(path: string, from: string, headers: Record<string, string> = {}, token: string | null = null) {
  return app(token).request(path, { headers }, { incoming: { socket: { remoteAddress: from } } })
}

const errorOf = (code: string) => Object.assign(new Error('no'), { code })

describe('what machines ask', () => {
  test('[RELAY-230] the relay is well and ready; in trouble it says which and since when, and takes no new traffic', async () => {
    const visitor = new Visitor(app(), null)
    expect((await visitor.get('/ready')).body).toEqual({ ready: true })
    disk = () => Promise.reject(errorOf('ENOSPC'))
    watch.failed(errorOf('SQLITE_FULL'))
    const store = { cause: 'disk-full', since: '2022-05-10T08:00:00.000Z' }
    for (const path of ['/health', '/api/health']) {
      expect(await visitor.get(path)).toMatchObject({ status: 200, body: { status: 'degraded', store } })
    }
    expect(await visitor.get('/ready')).toMatchObject({ status: 503, body: { ready: false, why: 'disk-full' } })
  })

  test('[RELAY-230] trouble ends with the first write that is on disk, by somebody’s commit or by the question itself', async () => {
    const visitor = new Visitor(app(), null)
    watch.failed(errorOf('SQLITE_IOERR_FSYNC'))
    expect(watch.trouble()?.cause).toBe('disk-failing')
    watch.succeeded()
    expect((await visitor.get('/health')).body).toMatchObject({ status: 'ok' })
    disk = () => Promise.reject(errorOf('EROFS'))
    watch.failed(errorOf('SQLITE_READONLY'))
    expect((await visitor.get('/ready')).body).toEqual({ ready: false, why: 'disk-read-only' })
    disk = async () => {}
    expect((await visitor.get('/ready')).body).toEqual({ ready: true })
  })

  test('[RELAY-230] a try of the disk that began before a commit failed says nothing about that commit', async () => {
    watch.failed(errorOf('SQLITE_FULL'))
    disk = async () => watch.failed(errorOf('SQLITE_FULL'))
    expect(await watch.look()).toMatchObject({ cause: 'disk-full' })
  })

  test('[RELAY-230] a relay that has been told to stop is not ready, and still well', async () => {
    isStopping = true
    const visitor = new Visitor(app(), null)
    expect(await visitor.get('/ready')).toMatchObject({ status: 503, body: { why: 'stopping' } })
    expect((await visitor.get('/health')).status).toBe(200)
  })

  test('[RELAY-231] counts are told to this machine, and to others by the token alone', async () => {
    const token = 'monitor-0123456789abcdef'
    expect((await ask('/metrics', '127.0.0.1')).status).toBe(200)
    expect((await ask('/metrics', '::ffff:127.0.0.1')).status).toBe(200)
    expect((await ask('/metrics', '203.0.113.7')).status).toBe(404)
    // What a proxy on this machine passes on comes from this machine too, and names its sender.
    expect((await ask('/metrics', '127.0.0.1', { 'x-forwarded-for': '203.0.113.7' })).status).toBe(404)
    expect((await ask('/metrics', '127.0.0.1', {}, token)).status).toBe(404)
    expect((await ask('/metrics', '203.0.113.7', { authorization: `Bearer ${token}` }, token)).status).toBe(200)
    expect((await ask('/metrics', '203.0.113.7', { authorization: `Bearer ${token}x` }, token)).status).toBe(404)
  })

  test('[RELAY-231] counts name routes and nobody: no id, no name, no path of a person', async () => {
    const one = app()
    const zhou = new Visitor(one, (await stage.as('zhoumin')).cookie)
    expect((await zhou.get('/api/review/archives/luqinghe')).status).toBeLessThan(500)
    await zhou.get('/api/nothing/like/luqinghe')
    await one.request('/api/session', { method: 'BREW-luqinghe', headers: { origin: OUR_ORIGIN } })
    metrics.commits.committed(3, 0.004)
    const text = await (await ask('/metrics', '127.0.0.1')).text()
    expect(text).toMatch(/^yejibu_sync_sockets 7$/m)
    expect(text).toMatch(/^yejibu_sync_updates_total 3$/m)
    expect(text).toMatch(/^yejibu_store_in_trouble 0$/m)
    expect(text).toMatch(/^yejibu_ledger_facts \d+$/m)
    expect(text).toMatch(/yejibu_http_request_seconds_count\{method="GET",route="[^"]+",status="\d+"\}/)
    expect(text).not.toContain('luqinghe')
    expect(text).not.toContain('zhoumin')
  })
})
