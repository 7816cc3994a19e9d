import { connect as connectTcp, type Socket } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memoryUpdateLog } from '../store/memory/update-log.ts'
import { RawClient } from './testing/raw-client.ts'
import { startRelay, type TestRelay } from './testing/relay.ts'

let relay: TestRelay
let writer: RawClient
let bystander: RawClient
beforeAll(async () => {
  relay = await startRelay(
    memoryUpdateLog(() => 'epoch-1'),
    { limits: { socketsPerAccount: 1_000 } },
  )
  writer = await new RawClient(`${relay.url}/archive/a1?token=a1&ack=1`).sync()
  bystander = await new RawClient(`${relay.url}/archive/a1?token=a1&ack=1`).sync()
})
afterAll(async () => {
  for (const client of [writer, bystander]) client.ws.terminate()
  await relay.close()
})

/** The relay lives, and the others notice nothing. */
async function othersGoOn(): Promise<void> {
  writer.write('好')
  const frames = writer.text.length
  await bystander.until(() => bystander.text.length === frames)
  expect(writer.closed).toBeNull()
  expect(bystander.closed).toBeNull()
}

const badFrame = fc.oneof(
  // A known type with any bytes after it, an unknown type, nothing at all.
  fc
    .tuple(fc.constantFrom(0, 1, 2, 4, 100, 127), fc.uint8Array({ maxLength: 40 }))
    .map(([type, rest]) => [type, ...rest]),
  fc
    .tuple(fc.constantFrom(0, 1, 2, 9), fc.uint8Array({ maxLength: 40 }))
    .map(([step, rest]) => [0, step, rest.length, ...rest]),
  fc.constant([]),
)

describe('hostile clients', () => {
  it('[SYNC-17] whatever a client sends, the process lives, the offender alone is closed, others go on', async () => {
    await fc.assert(
      fc.asyncProperty(badFrame, async (bytes) => {
        const offender = await new RawClient(`${relay.url}/archive/b2?token=b2`).opened()
        offender.send(Uint8Array.from(bytes))
        // Text is never of this protocol, so the offender is closed at the latest by it.
        offender.send('not binary')
        expect(await offender.closeCode()).toBe(4400)
        await othersGoOn()
      }),
      { numRuns: 150 },
    )
  })

  it('[SYNC-17] bytes that are no WebSocket frames, at any moment of the connection, end that connection alone', async () => {
    const handshake = [
      'GET /sync/archive/b2?token=b2 HTTP/1.1',
      'Host: relay',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      '',
      '',
    ].join('\r\n')
    const rest = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 60 }),
      // Unmasked, reserved bits, a reserved opcode, a length of 2^63, a broken close code, a fragmented ping.
      fc
        .constantFrom(
          [0x82, 0x01, 0x00],
          [0xf2, 0x80, 1, 2, 3, 4],
          [0x83, 0x80, 1, 2, 3, 4],
          [0x82, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0],
          [0x88, 0x81, 0, 0, 0, 0, 1],
          [0x09, 0x80, 1, 2, 3, 4],
        )
        .map((bytes) => Uint8Array.from(bytes)),
    )
    await fc.assert(
      fc.asyncProperty(rest, fc.boolean(), fc.boolean(), async (bytes, isAfterUpgrade, isReset) => {
        const socket = connectTcp(relay.port, '127.0.0.1')
        const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
        socket.on('error', () => {})
        await new Promise<void>((resolve) => socket.once('connect', resolve))
        if (isAfterUpgrade) {
          socket.write(handshake)
          await new Promise<void>((resolve) => socket.once('data', () => resolve()))
        }
        socket.resume()
        await written(socket, bytes)
        if (isReset) socket.resetAndDestroy()
        else socket.destroySoon()
        await closed
        await othersGoOn()
      }),
      { numRuns: 100 },
    )
    expect(relay.complaints).toEqual([])
  })
})

function written(socket: Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    socket.write(bytes, () => resolve())
  })
}
