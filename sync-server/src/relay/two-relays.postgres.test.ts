import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openPostgresStore, type PostgresStore } from '../store/postgres/postgres-store.ts'
import { postgresUpdateLog } from '../store/postgres/update-log.ts'
import { type RedisServer, startRedis } from '../testing/servers/redis-server.ts'
import { postgresForTests } from '../testing/servers/store-for-tests.ts'
import type { FanOut } from './fan-out.ts'
import { readDocument } from './read-document.ts'
import { openRedisFanOut } from './redis-fan-out.ts'
import { RawClient } from './testing/raw-client.ts'
import { startRelay, type TestRelay } from './testing/relay.ts'
import type { SharedUpdateLog } from './update-log.ts'

const RELAY_PROCESS = fileURLToPath(new URL('./testing/relay-process.ts', import.meta.url))
const WRITES = 40

let redis: RedisServer
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.stop())

let address = ''
const undo: (() => Promise<void> | void)[] = []
beforeEach(async () => {
  address = await postgresForTests()
})
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

async function openLog(): Promise<{ store: PostgresStore; log: SharedUpdateLog }> {
  const store = await openPostgresStore({ address, migrateAt: 0, onLost: () => {} })
  undo.push(() => store.close())
  return { store, log: await postgresUpdateLog(store.pool, () => 'epoch-1') }
}

async function relayWith(fanOut: FanOut | null): Promise<TestRelay> {
  const { log } = await openLog()
  const relay = await startRelay(log, fanOut ? { fanOut } : {})
  undo.push(async () => {
    await relay.close()
    await fanOut?.close()
  })
  return relay
}

const overRedis = () => openRedisFanOut(redis.address, 'office', () => {})

async function join(relay: { readonly url: string }): Promise<RawClient> {
  const client = await new RawClient(`${relay.url}/archive/a1?token=a1&ack=1`).sync()
  undo.push(() => client.close())
  return client
}

const keysOf = (client: RawClient) => [...client.doc.getMap('m').keys()]

/** Sets a key and sends that alone. */
function set(client: RawClient, key: string): void {
  const before = Y.encodeStateVector(client.doc)
  client.doc.getMap('m').set(key, true)
  client.sendUpdate(Y.encodeStateAsUpdate(client.doc, before))
}

/** Each writes in turn with the other's writes under way, and both end with everything. */
async function writeTogether(clients: readonly RawClient[], name: string): Promise<void> {
  for (let i = 0; i < WRITES; i++) for (const [at, client] of clients.entries()) set(client, `${name}.${at}.${i}`)
  const isThere = (client: RawClient) =>
    keysOf(client).filter((key) => key.startsWith(`${name}.`)).length === WRITES * clients.length
  await Promise.all(clients.map((client) => client.until(() => isThere(client))))
}

async function relaysOverRedis(count: number): Promise<readonly TestRelay[]> {
  const relays: TestRelay[] = []
  while (relays.length < count) relays.push(await relayWith(overRedis()))
  return relays
}

describe.each([2, 4])('%i relays on one log', (count) => {
  it('[RELAY-214] people on any of them see the same, over Redis, and what is acknowledged is in the log', async () => {
    const relays = await relaysOverRedis(count)
    const clients = await Promise.all([...relays, ...relays].map(join))
    await writeTogether(clients, 'a')
    await Promise.all(clients.map((client) => client.until(() => client.durable === WRITES)))
    const { log } = await openLog()
    const doc = await readDocument(log, { settled: async () => {} }, 'archive/a1')
    expect(doc.getMap('m').size).toBe(WRITES * clients.length)
    expect(relays.flatMap((relay) => relay.complaints)).toEqual([])
  })

  it('[RELAY-214] nothing is lost while Redis is stopped, nor when it is back', async () => {
    const clients = await Promise.all((await relaysOverRedis(count)).map(join))
    await writeTogether(clients, 'before')
    await redis.stop()
    await writeTogether(clients, 'without')
    await redis.start()
    await writeTogether(clients, 'after')
    expect(clients.map((client) => keysOf(client).length)).toEqual(clients.map(() => 3 * count * WRITES))
  })
})

describe('two relays on one log', () => {
  it('[RELAY-214] without Redis each looks by itself; what the other compacted away meanwhile is heard too', async () => {
    const [one, two] = [await relayWith(null), await relayWith(null)]
    const [writer, reader] = [await join(one), await join(two)]
    for (let i = 0; i < WRITES; i++) set(writer, `a.${i}`)
    await writer.until(() => writer.durable === WRITES)
    writer.close()
    // The last one left, so its relay compacts.
    await reader.until(() => keysOf(reader).length === WRITES)
    const { log } = await openLog()
    expect((await log.since('archive/a1', 0)).upTo).toBeGreaterThan(0)
  })

  it('[RELAY-215] of two relays one is killed: its people move over, and nothing that it acknowledged is lost', async () => {
    const doomed = spawn(process.execPath, ['--import', 'tsx', RELAY_PROCESS, address], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [port] = (await once(doomed.stdout, 'data')) as [Buffer]
    const other = await relayWith(null)
    const stays = await join(other)
    const writer = await join({ url: `ws://127.0.0.1:${Number(port.toString())}/sync` })
    let sent = 0
    const send = () => {
      while (writer.closed === null && sent < writer.durable + 8) set(writer, `w.${sent++}`)
    }
    writer.ws.on('message', send)
    send()
    await writer.until(() => writer.durable >= 60)
    doomed.kill('SIGKILL')
    await Promise.all([writer.closeCode(), once(doomed, 'exit')])
    const acknowledged = Array.from({ length: writer.durable }, (_, i) => `w.${i}`)
    await stays.until(() => acknowledged.every((key) => stays.doc.getMap('m').has(key)))
    // Moved over, it hands in what was under way.
    const moved = await join(other)
    moved.sendUpdate(Y.encodeStateAsUpdate(writer.doc))
    await stays.until(() => keysOf(stays).length === sent)
    await moved.until(() => moved.durable === 1)
  })
})
