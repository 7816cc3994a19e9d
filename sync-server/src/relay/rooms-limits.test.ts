import { once } from 'node:events'
import { ownerOf } from '@yejibu/shared/account/access'
import { afterEach, describe, expect, it } from 'vitest'
import { memoryUpdateLog } from '../store/memory/update-log.ts'
import type { SyncParts } from './attach-sync.ts'
import { presenceFrame } from './frames.ts'
import type { Admission } from './gate.ts'
import { RawClient } from './testing/raw-client.ts'
import { ownersWrite, startRelay, type TestRelay } from './testing/relay.ts'

let relay: TestRelay
const clients: RawClient[] = []
afterEach(async () => {
  for (const client of clients.splice(0)) client.ws.terminate()
  await relay.close()
})

async function start(parts: Partial<SyncParts> = {}): Promise<void> {
  relay = await startRelay(
    memoryUpdateLog(() => 'epoch-1'),
    parts,
  )
}

function connect(who: string, document = 'archive/a1'): RawClient {
  const client = new RawClient(`${relay.url}/${document}?token=${who}&ack=1`)
  clients.push(client)
  return client
}

/** An update whose text has so many bytes. */
function largeText(bytes: number): string {
  return 'x'.repeat(bytes)
}

describe('rights end', () => {
  it('[SYNC-8] a session that expired is told to renew and come back', async () => {
    const admission = ownersWrite()
    await start({
      admission: {
        ...admission,
        admit: async (request) => {
          const admitted = await admission.admit(request)
          return 'closeCode' in admitted ? admitted : { ...admitted, expiresAt: Date.now() + 20 }
        },
      },
    })
    expect(await connect('a1').closeCode()).toBe(4501)
  })

  it('[SYNC-8] a right that was taken away closes the socket for good, one that changed asks to come back, others stay', async () => {
    const admission = ownersWrite(['hr1'])
    await start({ admission })
    const [owner, hr, other] = [
      await connect('a1').sync(),
      await connect('hr1').sync(),
      await connect('b2', 'archive/b2').sync(),
    ]
    admission.rights.set('a1 archive/a1', 'read')
    admission.rights.set('hr1 archive/a1', 'none')
    admission.rights.set('b2 archive/b2', 'none')
    await relay.sync.rooms.reconsider((socket) => ownerOf(socket.document) === 'a1')
    expect(await owner.closeCode()).toBe(4502)
    expect(await hr.closeCode()).toBe(4403)
    other.write('在')
    await other.until(() => other.durable === 1)
  })

  it('[SYNC-8] a right that changed while the gate was answering is asked again', async () => {
    const admission = ownersWrite()
    let answer = (): void => {}
    let isAsked = (): void => {}
    const asked = new Promise<void>((resolve) => {
      isAsked = resolve
    })
    let times = 0
    const slow: Admission = {
      ...admission,
      rightOf: async (actor, document) => {
        const right = await admission.rightOf(actor, document)
        times += 1
        if (times > 1) return right
        isAsked()
        await new Promise<void>((resolve) => {
          answer = resolve
        })
        return right
      },
    }
    await start({ admission: slow })
    const owner = connect('a1')
    await asked
    admission.rights.set('a1 archive/a1', 'none')
    await relay.sync.rooms.reconsider(() => true)
    answer()
    expect(await owner.closeCode()).toBe(4403)
  })

  it('[SYNC-8] signing out closes the sockets of that session', async () => {
    await start()
    const [mine, other] = [await connect('a1').sync(), await connect('b2', 'archive/b2').sync()]
    relay.sync.rooms.dismiss((socket) => socket.actor.accountId === 'a1', 4401)
    expect(await mine.closeCode()).toBe(4401)
    expect(other.closed).toBeNull()
    expect(relay.sync.rooms.counts()).toEqual({ sockets: 1, rooms: 1 })
  })
})

describe('what one socket may use', () => {
  it('[SYNC-9] a reader too slow for its buffer is sent away, and the others are not kept waiting', async () => {
    await start({ admission: ownersWrite(['hr1']), limits: { waitingBytes: 256 * 1024 } })
    const writer = await connect('a1').sync()
    const [slow, quick] = [await connect('hr1').sync(), await connect('hr1').sync()]
    slow.ws.pause()
    for (let round = 1; relay.sync.rooms.counts().sockets === 3; round++) {
      writer.write(largeText(1024 * 1024))
      await writer.until(() => writer.durable === round)
    }
    await quick.until(() => quick.text.length === writer.text.length)
    slow.ws.resume()
    expect(await slow.closeCode()).toBe(1013)
    expect(writer.closed).toBeNull()
  })

  it('[SYNC-9] a frame over the limit ends its sender for good', async () => {
    await start({ limits: { frameBytes: 10_000 } })
    const writer = await connect('a1').sync()
    writer.write(largeText(10_001))
    expect(await writer.closeCode()).toBe(4400)
    expect(await relay.log.list()).toEqual([])
  })

  it('[SYNC-9] a document over its limit refuses what is too much, by name, and keeps what it has', async () => {
    await start({ limits: { documentBytes: 10_000 } })
    const writer = await connect('a1').sync()
    writer.write(largeText(6_000))
    await writer.until(() => writer.durable === 1)
    writer.write(largeText(6_000))
    expect(await writer.closeCode()).toBe(4400)
    expect(writer.of('refused')).toEqual([{ kind: 'refused', count: 2, reason: 'document-full' }])
    expect((await connect('a1').sync()).text).toHaveLength(6_000)
  })

  it('[SYNC-9] too much presence ends its sender', async () => {
    await start()
    const writer = await connect('a1').sync()
    writer.send(presenceFrame([{ client: 1, clock: 1, state: JSON.stringify(largeText(17 * 1024)) }]))
    expect(await writer.closeCode()).toBe(4400)
  })

  it('[SYNC-9] one account has so many sockets and no more', async () => {
    await start({ limits: { socketsPerAccount: 2 } })
    const [one] = [await connect('a1').sync(), await connect('a1').sync()]
    expect(await connect('a1').closeCode()).toBe(1013)
    one?.close()
    await one?.closeCode()
    const again = await connect('a1').sync()
    expect(again.closed).toBeNull()
  })

  it('[SYNC-9] frames before the gate answered are kept, up to a limit', async () => {
    const admission = ownersWrite()
    let answer = (): void => {}
    const answered = new Promise<void>((resolve) => {
      answer = resolve
    })
    await start({
      limits: { earlyFrames: 3 },
      admission: {
        ...admission,
        admit: async (request) => {
          await answered
          return admission.admit(request)
        },
      },
    })
    const [patient, flooding] = [await connect('a1').opened(), await connect('b2', 'archive/b2').opened()]
    patient.askState()
    patient.write('早')
    for (let i = 0; i < 10; i++) flooding.write('水')
    expect(await flooding.closeCode()).toBe(1013)
    answer()
    await patient.until(() => patient.durable === 1)
    expect((await relay.log.list()).map((size) => size.document)).toEqual(['archive/a1'])
  })

  it('[SYNC-9] a client that shows no sign of life is given up, a quiet one that answers is kept and hears one', async () => {
    await start({ limits: { heartbeat: 30 } })
    const [dead, quiet] = [await connect('a1').sync(), await connect('a1').sync()]
    dead.ws.pause()
    await quiet.until(() => relay.sync.rooms.counts().sockets === 1)
    const heard = quiet.of('presence').length
    await quiet.until(() => quiet.of('presence').length > heard)
    expect(quiet.closed).toBeNull()
  })

  it('[SYNC-9] nothing is kept for a document that nobody has open', async () => {
    await start()
    const client = await connect('a1').sync()
    expect(relay.sync.rooms.counts()).toEqual({ sockets: 1, rooms: 1 })
    client.close()
    await client.closeCode()
    const other = await connect('b2', 'archive/b2').sync()
    expect(relay.sync.rooms.counts()).toEqual({ sockets: 1, rooms: 1 })
    other.close()
    await once(other.ws, 'close')
  })
})
