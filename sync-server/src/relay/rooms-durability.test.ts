import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readDocument } from './read-document.ts'
import { type HeldLog, heldLog } from './testing/held-log.ts'
import { RawClient } from './testing/raw-client.ts'
import { ownersWrite, startRelay, type TestRelay } from './testing/relay.ts'

let relay: TestRelay
let log: HeldLog
const clients: RawClient[] = []
beforeEach(async () => {
  log = heldLog()
  relay = await startRelay(log, { admission: ownersWrite(['hr1']) })
})
afterEach(async () => {
  log.release()
  for (const client of clients.splice(0)) client.close()
  await relay.close()
})

async function connect(who: string, document = 'archive/a1'): Promise<RawClient> {
  const client = new RawClient(`${relay.url}/${document}?token=${who}&ack=1`)
  clients.push(client)
  return client.sync()
}

/** A question the relay answers after everything it sent before. */
async function roundTrip(client: RawClient): Promise<void> {
  const before = client.of('presence').length
  client.send(new Uint8Array([3]))
  await client.until(() => client.of('presence').length > before)
}

describe('saved means on disk', () => {
  it('[SYNC-3] nobody hears of an update, and it is not acknowledged, while its commit is under way', async () => {
    const [writer, other] = [await connect('a1'), await connect('a1')]
    log.hold()
    writer.write('一')
    await log.begun()
    await roundTrip(writer)
    await roundTrip(other)
    expect(writer.durable).toBe(0)
    expect(other.of('update')).toEqual([])
    log.release()
    await writer.until(() => writer.durable === 1)
    await other.until(() => other.text === '一')
  })

  it('[SYNC-3] what comes while a commit is under way is one row of the next', async () => {
    const writer = await connect('a1')
    log.hold()
    writer.write('一')
    await log.begun()
    writer.write('二')
    writer.write('三')
    await roundTrip(writer)
    log.release()
    await writer.until(() => writer.durable === 3)
    expect((await log.load('archive/a1')).rows.map((row) => row.updates.length)).toEqual([1, 2])
  })

  it('[SYNC-6] when a commit fails its senders are sent away to come back, nobody hears of it, others stay', async () => {
    const [writer, bystander] = [await connect('a1'), await connect('hr1')]
    const elsewhere = await connect('b2', 'archive/b2')
    log.fail()
    writer.write('丢')
    expect(await writer.closeCode()).toBe(1013)
    expect(writer.durable).toBe(0)
    log.mend()
    await roundTrip(bystander)
    expect(bystander.text).toBe('')
    elsewhere.write('在')
    await elsewhere.until(() => elsewhere.durable === 1)
    expect(relay.complaints).toHaveLength(1)
    const again = await connect('a1')
    again.write('再')
    await again.until(() => again.durable === 1)
    await bystander.until(() => bystander.text === '再')
  })

  it('[SYNC-7] reading the document waits for what is on its way to disk', async () => {
    const writer = await connect('a1')
    log.hold()
    writer.write('一')
    await log.begun()
    const read = readDocument(log, relay.sync.rooms, 'archive/a1')
    log.release()
    const doc = await read
    expect(doc.getText('t').toString()).toBe('一')
    doc.destroy()
  })

  it('[SYNC-3] what was received before the relay closed is on disk when it has closed', async () => {
    const writer = await connect('a1')
    log.hold()
    writer.write('一')
    await log.begun()
    const closing = relay.sync.close()
    log.release()
    await closing
    expect((await log.load('archive/a1')).rows).toHaveLength(1)
    expect(await writer.closeCode()).toBe(1001)
  })
})
