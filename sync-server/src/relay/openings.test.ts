import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { memoryUpdateLog } from '../store/memory/update-log.ts'
import { presenceFrame } from './frames.ts'
import type { Limits } from './limits.ts'
import { heldLog } from './testing/held-log.ts'
import { RawClient } from './testing/raw-client.ts'
import { ownersWrite, startRelay, type TestRelay } from './testing/relay.ts'
import type { UpdateLog } from './update-log.ts'

/** More than the system itself keeps for a connection. */
const SIZE = 24 * 1024 * 1024

let relay: TestRelay
const clients: RawClient[] = []
afterEach(async () => {
  for (const client of clients.splice(0)) client.ws.terminate()
  await relay.close()
})

async function start(log: UpdateLog, limits: Partial<Limits> = {}): Promise<void> {
  relay = await startRelay(log, { admission: ownersWrite(['hr1', 'hr2', 'hr3']), limits })
}

function connect(who: string): RawClient {
  const client = new RawClient(`${relay.url}/archive/a1?token=${who}&ack=1`)
  clients.push(client)
  return client
}

function bytesOf(client: RawClient): number {
  return client.heard.reduce(
    (sum, heard) => sum + (heard.kind === 'step-2' || heard.kind === 'update' ? heard.bytes.length : 0),
    0,
  )
}

describe('opening a document', () => {
  it('[RELAY-302] those who open it at the same time share one reading, and each gets what it lacks', async () => {
    const kept = memoryUpdateLog(() => 'epoch-1')
    let readings = 0
    let goOn = () => {}
    const isHeld = new Promise<void>((resolve) => {
      goOn = resolve
    })
    let isRead = () => {}
    const firstReading = new Promise<void>((resolve) => {
      isRead = resolve
    })
    await start({
      ...kept,
      load: async (document) => {
        readings += 1
        isRead()
        if (readings === 1) await isHeld
        return kept.load(document)
      },
    })
    const writer = new Y.Doc()
    const updates: Uint8Array[] = []
    writer.on('update', (update: Uint8Array) => updates.push(update))
    for (const word of ['一', '二', '三']) writer.getText('t').insert(writer.getText('t').length, word)
    await kept.append([{ document: 'archive/a1', updates }])
    const [first, owner, empty, also, half] = await Promise.all(
      ['hr1', 'a1', 'hr2', 'hr3', 'hr1'].map((who) => connect(who).opened()),
    )
    if (!first || !owner || !empty || !also || !half) throw new Error('nobody')
    if (updates[0]) Y.applyUpdate(half.doc, updates[0])
    const all = [first, owner, empty, also, half]
    first.askState()
    await firstReading
    // While the first is being answered the others ask; the relay has read their questions once it answers the one after them.
    const asked = all.slice(1).map(async (client) => {
      const before = client.of('presence').length
      client.askState()
      client.send(new Uint8Array([3]))
      await client.until(() => client.of('presence').length > before)
    })
    await Promise.all(asked)
    goOn()
    for (const client of all) await client.until(() => client.of('step-2').length > 0)
    expect(readings).toBe(2)
    for (const { text } of all) expect(text).toBe('一二三')
    expect(bytesOf(half)).toBeLessThan(bytesOf(empty))
    await owner.until(() => owner.of('step-1').length === 1)
    expect([first, empty, also, half].flatMap((client) => client.of('step-1'))).toEqual([])
  })

  it('[RELAY-303] a document larger than what may wait for a slow reader can be opened', async () => {
    const log = memoryUpdateLog(() => 'epoch-1')
    const large = new Y.Doc()
    large.getText('t').insert(0, 'x'.repeat(SIZE))
    await log.append([{ document: 'archive/a1', updates: [Y.encodeStateAsUpdate(large)] }])
    await start(log, { waitingBytes: 64 * 1024 })
    const reader = await connect('hr1').sync()
    expect(reader.text.length).toBe(SIZE)
    // It is still there afterwards.
    reader.send(new Uint8Array([3]))
    await reader.until(() => reader.of('presence').length === 1 || reader.closed !== null)
    expect(reader.closed).toBeNull()
  })

  it('[RELAY-304] everybody is sent away to come back when a document cannot be read any more after a failed commit', async () => {
    const log = heldLog()
    let isReadable = true
    await start({
      ...log,
      size: async (document) => {
        if (!isReadable) throw new Error('the disk does not answer')
        return log.size(document)
      },
    })
    const [writer, reader] = [await connect('a1').sync(), await connect('hr1').sync()]
    isReadable = false
    log.fail()
    writer.write('丢')
    expect(await writer.closeCode()).toBe(1013)
    expect(await reader.closeCode()).toBe(1013)
    isReadable = true
    log.mend()
    const again = await connect('a1').sync()
    again.write('在')
    await again.until(() => again.durable === 1)
  })

  it('[RELAY-307] many who come at once hear of all, in fewer pieces than there are people', async () => {
    await start(memoryUpdateLog(() => 'epoch-1'))
    const ids = Array.from({ length: 40 }, (_, n) => n + 1)
    const people = await Promise.all(ids.map(() => connect('a1').sync()))
    for (const [n, client] of people.entries())
      client.send(presenceFrame([{ client: n + 1, clock: 1, state: '{"name":"王晓"}' }]))
    for (const client of people) await client.until(() => ids.every((id) => client.presenceOf(id) !== undefined))
    const pieces = people.reduce((sum, client) => sum + client.of('presence').length, 0)
    expect(pieces).toBeLessThan((people.length * people.length) / 2)
  })
})
