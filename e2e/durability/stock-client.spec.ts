/** A y-websocket client as it comes from the registry, with nothing of ours in it, works with the relay (`[SYNC-1]`). */
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { expect, test } from '../stage/test.ts'

// What a browser has by itself and Node 20 has not.
Reflect.set(globalThis, 'WebSocket', WebSocket)

function connect(url: string, document: string, token: string) {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/sync`, document, doc, {
    params: { token },
    disableBc: true,
  })
  const synced = new Promise<void>((resolve) => provider.on('sync', (isSynced: boolean) => isSynced && resolve()))
  return { doc, provider, synced }
}

test('[SYNC-1] two stock clients with a session token converge, and a third finds it all after a restart', async ({
  relay,
}) => {
  const lu = await HandMadeClient.signIn(relay.url, 'luqinghe')
  const token = lu.cookie.replace(/^.*yejibu_session=/, '')
  const [a, b] = [connect(relay.url, 'private/luqinghe', token), connect(relay.url, 'private/luqinghe', token)]
  await Promise.all([a.synced, b.synced])
  const arrived = new Promise<void>((resolve) =>
    b.doc.on('update', () => b.doc.getText('t').toJSON() === '你好' && resolve()),
  )
  a.doc.getText('t').insert(0, '你好')
  await arrived
  const back = new Promise<void>((resolve) =>
    a.doc.on('update', () => a.doc.getText('t').toJSON() === '你好，世界' && resolve()),
  )
  b.doc.getText('t').insert(2, '，世界')
  await back
  for (const { provider } of [a, b]) provider.destroy()
  await relay.kill()
  await relay.start()
  const c = connect(relay.url, 'private/luqinghe', token)
  await c.synced
  expect(c.doc.getText('t').toJSON()).toBe('你好，世界')
  c.provider.destroy()
})
