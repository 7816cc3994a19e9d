/**
 * A relay for the client's tests: real sockets on port 0, documents in memory, the frames of `wire/sync-frames`.
 * What a real one decides for itself is a switch here: when to acknowledge, which epoch, who may write.
 */

import { createRequire } from 'node:module'
import { CLOSE } from '@yejibu/shared/wire/close-reason'
import * as frames from '@yejibu/shared/wire/sync-frames'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type * as ws from 'ws'
import { readSyncStep1, readSyncStep2, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'

interface Peer {
  readonly socket: ws.WebSocket
  readonly name: string
  received: number
}

export interface PocketRelay {
  readonly origin: string
  readonly port: number
  document(name: string): Y.Doc
  /** Document frames received from all sockets so far. */
  framesReceived(): number
  /** Presence frames received so far: what a socket sent before one of them has been received too. */
  presenceReceived(): number
  epoch: string
  right: 'write' | 'read'
  acknowledges: boolean
  /** Refuses every edit as too much for the document. */
  isFull: boolean
  /** Sends the acknowledgements that were held back. */
  acknowledgeNow(): void
  closeSockets(code: number): void
  stop(): Promise<void>
}

// The tests resolve packages as a browser does, and there `ws` is an empty shell: it is taken by its path.
const require = createRequire(import.meta.url)
const node: { readonly WebSocket: typeof WebSocket; readonly WebSocketServer: typeof ws.WebSocketServer } = require(
  require.resolve('ws/package.json').replace('package.json', 'index.js'),
)

/** The class a client in Node connects with. */
export const SocketForTests = node.WebSocket

export async function startPocketRelay(port = 0, documents = new Map<string, Y.Doc>()): Promise<PocketRelay> {
  const server = new node.WebSocketServer({ port, host: '127.0.0.1' })
  await new Promise<void>((resolve) => server.once('listening', () => resolve()))
  const peers = new Set<Peer>()
  let total = 0
  let presence = 0
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server listens on a port')
  const bound = address.port

  const relay: PocketRelay = {
    origin: `ws://127.0.0.1:${bound}`,
    port: bound,
    document(name) {
      const known = documents.get(name) ?? new Y.Doc()
      documents.set(name, known)
      return known
    },
    framesReceived: () => total,
    presenceReceived: () => presence,
    epoch: 'first',
    right: 'write',
    acknowledges: true,
    isFull: false,
    acknowledgeNow() {
      for (const peer of peers) send(peer, frames.MESSAGE_DURABLE, (e) => encoding.writeVarUint(e, peer.received))
    },
    closeSockets(code) {
      for (const peer of peers) peer.socket.close(code)
    },
    async stop() {
      for (const peer of peers) peer.socket.terminate()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }

  server.on('connection', (socket, request) => {
    const path = new URL(request.url ?? '/', 'http://relay').pathname
    const peer: Peer = { socket, name: path.slice(frames.SYNC_PATH.length), received: 0 }
    const doc = relay.document(peer.name)
    peers.add(peer)
    socket.on('error', () => socket.terminate())
    socket.on('close', () => peers.delete(peer))
    send(peer, frames.MESSAGE_OPENED, (e) => {
      encoding.writeVarString(e, relay.epoch)
      encoding.writeVarUint(e, relay.right === 'write' ? frames.RIGHT_WRITE : frames.RIGHT_READ)
    })
    if (relay.right === 'write') send(peer, frames.MESSAGE_SYNC, (e) => writeSyncStep1(e, doc))
    const mayWrite = relay.right === 'write'

    const receive = (data: Uint8Array): void => {
      const decoder = decoding.createDecoder(data)
      const type = decoding.readVarUint(decoder)
      if (type === frames.MESSAGE_AWARENESS) {
        presence++
        for (const other of peers) if (other.name === peer.name) other.socket.send(data)
        return
      }
      if (type !== frames.MESSAGE_SYNC) return
      if (decoding.readVarUint(decoder) === 0) {
        send(peer, frames.MESSAGE_SYNC, (e) => readSyncStep1(decoder, e, doc))
        return
      }
      peer.received++
      total++
      if (!mayWrite || relay.isFull) {
        send(peer, frames.MESSAGE_REFUSED, (e) => {
          encoding.writeVarUint(e, peer.received)
          encoding.writeVarString(e, mayWrite ? 'document-full' : 'read-only')
        })
        return
      }
      const update = Y.encodeStateAsUpdate(doc)
      readSyncStep2(decoder, doc, peer)
      const news = Y.diffUpdate(Y.encodeStateAsUpdate(doc), Y.encodeStateVectorFromUpdate(update))
      for (const other of peers) {
        if (other !== peer && other.name === peer.name) send(other, frames.MESSAGE_SYNC, (e) => writeUpdate(e, news))
      }
      if (relay.acknowledges) send(peer, frames.MESSAGE_DURABLE, (e) => encoding.writeVarUint(e, peer.received))
    }
    socket.on('message', (data) => {
      if (data instanceof Buffer) receive(new Uint8Array(data))
      else socket.close(CLOSE.badFrame)
    })
  })
  return relay
}

function send(peer: Peer, type: number, write: (encoder: encoding.Encoder) => void): void {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  write(encoder)
  peer.socket.send(encoding.toUint8Array(encoder))
}
