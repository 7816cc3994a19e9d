import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { memoryUpdateLog } from '../store/memory/update-log.ts'
import type { Limits } from './limits.ts'
import { RawClient } from './testing/raw-client.ts'
import { ownersWrite, startRelay, type TestRelay } from './testing/relay.ts'

/** More than the system itself keeps for a connection. */
const SIZE = 24 * 1024 * 1024
const MIB = 1024 * 1024

let relay: TestRelay
const clients: RawClient[] = []
afterEach(async () => {
  for (const client of clients.splice(0)) client.ws.terminate()
  await relay.close()
})

/** One large document, which whoever comes may read. */
async function start(limits: Partial<Limits>): Promise<void> {
  const log = memoryUpdateLog(() => 'epoch-1')
  const large = new Y.Doc()
  large.getText('t').insert(0, 'x'.repeat(SIZE))
  await log.append([{ document: 'archive/a1', updates: [Y.encodeStateAsUpdate(large)] }])
  relay = await startRelay(log, { admission: ownersWrite(['hr1', 'hr2']), limits })
}

function connect(who: string): RawClient {
  const client = new RawClient(`${relay.url}/archive/a1?token=${who}&ack=1`)
  clients.push(client)
  return client
}

/** Asks for the document and reads nothing of it. */
async function leaveUnread(who: string): Promise<RawClient> {
  const client = await connect(who).opened()
  await client.until(() => client.of('opened').length === 1)
  client.ws.pause()
  client.askState()
  // Somebody else's questions are answered one after the other meanwhile; no time is waited for.
  const bystander = await connect('hr2').opened()
  for (let asked = 1; unreadOf(who) < MIB; asked++) {
    bystander.send(new Uint8Array([3]))
    await bystander.until(() => bystander.of('presence').length >= asked)
  }
  bystander.ws.terminate()
  return client
}

function unreadOf(who: string): number {
  return [...relay.sync.rooms.sockets()]
    .filter(({ accountId }) => accountId === who)
    .reduce((sum, { unread }) => sum + unread, 0)
}

describe('what one account leaves unread', () => {
  it('[RELAY-359] who leaves too much unread is sent no further document on any connection, until it is read', async () => {
    await start({ accountUnreadBytes: MIB })
    const slow = await leaveUnread('hr1')
    const second = await connect('hr1').sync()
    expect(second.closed).toEqual({ code: 1013, reason: 'too much unread on the connections of one account' })
    // Nobody else is kept from it.
    expect((await connect('hr2').sync()).text.length).toBe(SIZE)
    slow.ws.resume()
    await slow.until(() => slow.of('step-2').length === 1)
    expect((await connect('hr1').sync()).text.length).toBe(SIZE)
  })

  it('[RELAY-359] a connection that was sent away counts until what it left unread is forgotten', async () => {
    await start({ socketsPerAccount: 1, goodbyeTime: 300 })
    const slow = await leaveUnread('hr1')
    relay.sync.rooms.dismiss(({ actor }) => actor.accountId === 'hr1', 1013)
    const next = connect('hr1')
    await next.closeCode()
    expect(next.closed).toEqual({ code: 1013, reason: 'too many connections of one account' })
    // Never read: the relay ends it, and then there is room again.
    const comeBack = async (): Promise<RawClient> => {
      const again = await connect('hr1').opened()
      await again.until(() => again.closed !== null || again.of('opened').length === 1)
      return again.closed === null ? again : comeBack()
    }
    expect((await comeBack()).closed).toBeNull()
    expect(slow.of('step-2')).toEqual([])
  })
})
