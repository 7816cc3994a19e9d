import { once } from 'node:events'
import { connect as connectTcp } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { memoryUpdateLog } from '../store/memory/update-log.ts'
import { BadFrame, presenceFrame, readFrame } from './frames.ts'
import { LIMITS } from './limits.ts'
import { makeDice, makeFuzz } from './testing/fuzz.ts'
import { RawClient } from './testing/raw-client.ts'
import { startRelay, type TestRelay } from './testing/relay.ts'

let relay: TestRelay
let writer: RawClient
let bystander: RawClient
beforeEach(async () => {
  relay = await startRelay(
    memoryUpdateLog(() => 'epoch-1'),
    { limits: { socketsPerAccount: 1_000 } },
  )
  writer = await open('a1')
  bystander = await open('a1')
})
afterEach(async () => {
  for (const client of [writer, bystander]) client.ws.terminate()
  await relay.close()
})

function open(who: string): Promise<RawClient> {
  return new RawClient(`${relay.url}/archive/${who}?token=${who}&ack=1`).sync()
}

async function othersGoOn(): Promise<void> {
  writer.write('好')
  await bystander.until(() => bystander.text.length === writer.text.length)
  expect([writer.closed, bystander.closed]).toEqual([null, null])
}

describe('hostile input at scale', () => {
  it('[RELAY-250] of 20,000 frames that are almost right each is read or refused as a bad frame, and nothing else happens', () => {
    const next = makeFuzz(makeDice(1))
    let refused = 0
    for (let n = 0; n < 20_000; n++) {
      const frame = next()
      try {
        readFrame(frame, LIMITS)
      } catch (error) {
        if (!(error instanceof BadFrame)) throw new Error(`frame ${n}: ${Buffer.from(frame).toString('hex')}`)
        refused++
      }
    }
    expect(refused).toBeGreaterThan(5_000)
    expect(refused).toBeLessThan(20_000)
  })

  it('[RELAY-250] the same frames over sockets: the sender of a bad one is closed for good, its document still opens, others go on', async () => {
    const next = makeFuzz(makeDice(2))
    let left = 600
    const attack = async () => {
      let offender = await open('b2')
      while (left-- > 0) {
        const answers = offender.of('presence').length
        offender.send(next())
        // Everybody is answered this, unless she was closed before.
        offender.send(Uint8Array.from([3]))
        await offender.until(() => offender.closed !== null || offender.of('presence').length > answers)
        if (!offender.closed) continue
        expect(offender.closed.code).toBe(4400)
        offender = await open('b2')
      }
      offender.ws.terminate()
    }
    await Promise.all(Array.from({ length: 8 }, attack))
    await othersGoOn()
    const after = await open('b2')
    expect(after.closed).toBeNull()
    after.ws.terminate()
  })

  it('[RELAY-251] a frame of 64 MB is turned away by its length, before its bytes are taken', async () => {
    const offender = await open('b2')
    const before = process.memoryUsage().arrayBuffers
    offender.send(new Uint8Array(64 * 1024 * 1024))
    const code = await offender.closeCode()
    // 1009, or 1006 where the connection was cut while the rest was still being sent.
    expect([1009, 1006]).toContain(code)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200 * 1024 * 1024)
    await othersGoOn()
  })

  it('[RELAY-251] a presence of 1 MB, and one for somebody else’s device, reach nobody', async () => {
    const big = await open('a1')
    big.send(presenceFrame([{ client: 9, clock: 1, state: JSON.stringify('x'.repeat(1024 * 1024)) }]))
    expect(await big.closeCode()).toBe(4400)
    writer.send(presenceFrame([{ client: 5, clock: 1, state: '{"name":"真"}' }]))
    await bystander.until(() => bystander.of('presence').some(({ bytes }) => Buffer.from(bytes).includes('真')))
    const spoofer = await open('a1')
    spoofer.send(presenceFrame([{ client: 6, clock: 1, state: '{}' }]))
    spoofer.send(presenceFrame([{ client: 5, clock: 99, state: '{"name":"假"}' }]))
    await othersGoOn()
    expect(bystander.of('presence').some(({ bytes }) => Buffer.from(bytes).includes('假'))).toBe(false)
    spoofer.ws.terminate()
  })

  it('[RELAY-251] a flood of updates whose predecessors never come is kept within the document’s size and harms no opening', async () => {
    const offender = await open('b2')
    const doc = new Y.Doc()
    doc.getText('t').insert(0, '前')
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (let n = 0; n < 2_000; n++) doc.getText('t').insert(n, 'x')
    // Without the first: every one of them waits for it.
    for (const update of updates) offender.sendUpdate(update)
    await offender.until(() => offender.durable === updates.length || offender.closed !== null)
    expect(offender.closed).toBeNull()
    await othersGoOn()
    const later = await open('b2')
    expect(later.text).toBe('')
    later.sendUpdate(Y.encodeStateAsUpdate(doc))
    await later.until(() => later.durable === 1)
    expect((await open('b2')).text).toBe(doc.getText('t').toString())
    offender.ws.terminate()
    later.ws.terminate()
  })

  it('[RELAY-251] a storm of a thousand reconnections leaves nothing behind', async () => {
    // In waves: one account has 128 sockets at a time, and who is over that is sent away.
    for (let wave = 0; wave < 4; wave++) {
      const storm = Array.from({ length: 250 }, async (_, n) => {
        const client = new RawClient(`${relay.url}/archive/b2?token=b2&ack=1`)
        // Some leave before the gate has answered, some in the middle, some after.
        if (n % 3 > 0) await client.opened()
        if (n % 3 > 1) await client.sync()
        client.ws.terminate()
        await client.closeCode()
      })
      await Promise.all(storm)
      await othersGoOn()
    }
    // The relay hears of the last ones a moment later; a new one comes after them.
    const last = await open('b2')
    last.close()
    await last.closeCode()
    await othersGoOn()
    expect(relay.sync.rooms.counts().rooms).toBeLessThanOrEqual(2)
    expect(relay.complaints).toEqual([])
  }, 180_000)

  it('[RELAY-251] half-open handshakes, by the hundred, keep nobody out', async () => {
    const halves = await Promise.all(
      Array.from({ length: 200 }, async (_, n) => {
        const socket = connectTcp(relay.port, '127.0.0.1')
        socket.on('error', () => {})
        await once(socket, 'connect')
        if (n % 2) socket.write('GET /sync/archive/b2?token=b2 HTTP/1.1\r\nHost: relay\r\nUpgrade: webso')
        return socket
      }),
    )
    await othersGoOn()
    const other = await open('b2')
    expect(other.closed).toBeNull()
    other.ws.terminate()
    for (const socket of halves) socket.destroy()
  })
})
