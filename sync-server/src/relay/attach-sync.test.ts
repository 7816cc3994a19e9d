import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { memoryUpdateLog } from '../store/memory/update-log.ts'
import { RawClient } from './testing/raw-client.ts'
import { ownersWrite, startRelay, type TestRelay } from './testing/relay.ts'

const NEVER_BEFORE = () => 'epoch-1'
let relay: TestRelay
const clients: { close(): void }[] = []
beforeEach(async () => {
  relay = await startRelay(memoryUpdateLog(NEVER_BEFORE), { admission: ownersWrite(['hr1']) })
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.close()
  await relay.close()
})

function connect(who: string, document = 'archive/a1', options = '&ack=1'): RawClient {
  const client = new RawClient(`${relay.url}/${document}?token=${who}${options}`)
  clients.push(client)
  return client
}

function stock(who: string, doc: Y.Doc): WebsocketProvider {
  const provider = new WebsocketProvider(relay.url, 'archive/a1', doc, {
    params: { token: who },
    disableBc: true,
    // Node 20 has no WebSocket of its own.
    WebSocketPolyfill: WebSocket as never,
  })
  clients.push({ close: () => provider.destroy() })
  return provider
}

function synced(provider: WebsocketProvider): Promise<void> {
  return new Promise((resolve) => {
    provider.on('sync', (isSynced: boolean) => {
      if (isSynced) resolve()
    })
  })
}

function changed(doc: Y.Doc, isTrue: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (isTrue()) resolve()
    }
    doc.on('update', look)
    look()
  })
}

describe('a document over its socket', () => {
  it('[SYNC-1] two stock y-websocket clients sync, with presence, and one that comes later gets everything', async () => {
    const [one, two, three] = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
    one.getMap('m').set('before', 'offline')
    const first = stock('a1', one)
    await synced(first)
    const second = stock('a1', two)
    await changed(two, () => two.getMap('m').get('before') === 'offline')
    two.getMap('m').set('after', '线上')
    await changed(one, () => one.getMap('m').get('after') === '线上')
    const seen = new Promise<void>((resolve) => {
      first.awareness.on('change', () => {
        if (first.awareness.getStates().get(two.clientID)?.name === '周敏') resolve()
      })
    })
    second.awareness.setLocalStateField('name', '周敏')
    await seen
    await relay.sync.rooms.settled()
    const third = stock('a1', three)
    await synced(third)
    expect(three.getMap('m').toJSON()).toEqual({ before: 'offline', after: '线上' })
  })

  it('[SYNC-1] a stock client that is refused obeys: it stops, and learns the code', async () => {
    const provider = stock('stranger', new Y.Doc())
    const code = await new Promise<number>((resolve) => {
      provider.on('closed' as never, ((event: { code: number }) => resolve(event.code)) as never)
    })
    expect(code).toBe(4403)
    expect(provider.shouldConnect).toBe(false)
  })

  it('[SYNC-2] epoch and right come first, then the state, then what the relay lacks is asked of a writer alone', async () => {
    const owner = await connect('a1').sync()
    await owner.until(() => owner.of('step-1').length > 0)
    expect(owner.heard.map((heard) => heard.kind)).toEqual(['opened', 'step-2', 'step-1'])
    expect(owner.heard[0]).toEqual({ kind: 'opened', epoch: 'epoch-1.1', right: 1 })
    const reader = await connect('hr1').sync()
    await reader.sync()
    expect(reader.heard.map((heard) => heard.kind)).toEqual(['opened', 'step-2', 'step-2'])
    expect(reader.heard[0]).toMatchObject({ right: 0 })
  })

  it('[SYNC-3] acknowledgements count the document frames of this socket that are on disk', async () => {
    const owner = await connect('a1').sync()
    owner.write('一')
    owner.write('二')
    owner.sendStep2(new Uint8Array([0, 0]))
    await owner.until(() => owner.durable === 3)
    const stored = await relay.log.load('archive/a1')
    expect(stored.rows.flatMap((row) => row.updates)).toHaveLength(2)
  })

  it('[SYNC-4] what a reader writes is not applied, not passed on and named as refused', async () => {
    const owner = await connect('a1').sync()
    const reader = await connect('hr1').sync()
    reader.write('伪造')
    await reader.until(() => reader.of('refused').length === 1)
    reader.sendStep2(Y.encodeStateAsUpdate(reader.doc))
    await reader.until(() => reader.of('refused').length === 2)
    expect(reader.of('refused')).toEqual([
      { kind: 'refused', count: 1, reason: 'read-only' },
      { kind: 'refused', count: 2, reason: 'read-only' },
    ])
    owner.write('真')
    await reader.until(() => reader.text.includes('真'))
    expect(owner.text).toBe('真')
    expect((await relay.log.load('archive/a1')).rows).toHaveLength(1)
    expect(reader.closed).toBeNull()
  })

  it('[SYNC-5] who has no session, no right or no such document is told so by a final code', async () => {
    const code = (who: string, document: string) => connect(who, document).closeCode()
    expect(await code('', 'archive/a1')).toBe(4401)
    expect(await code('b2', 'archive/a1')).toBe(4403)
    expect(await code('hr1', 'nonsense/a1')).toBe(4404)
    expect(await code('a1', 'archive/..%2f..%2fetc')).toBe(4404)
    expect(await code('a1', 'archive/%E0%A4%A')).toBe(4404)
    expect((await relay.log.list()).length).toBe(0)
  })

  it('[SYNC-5] a page of another origin is turned away before the upgrade', async () => {
    const upgrade = (origin: string) =>
      new Promise<number>((resolve) => {
        const ws = new WebSocket(`${relay.url}/archive/a1?token=a1`, { origin })
        ws.on('error', () => {})
        ws.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
        ws.on('open', () => {
          ws.close()
          resolve(101)
        })
      })
    expect(await upgrade('https://evil.example')).toBe(403)
    expect(await upgrade('https://office.example')).toBe(101)
  })
})
