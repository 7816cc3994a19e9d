/**
 * A document's connection to the relay: the stock y-websocket client, given our socket, our frames and our patience.
 *
 * Always true: after `ended` nothing is sent until `reconnect` or `start`; an epoch other than the one we knew ends the
 * connection before a single update has gone out or come in.
 */
import { CLOSE } from '@yejibu/shared/wire/close-reason'
import {
  ACK_PARAM,
  MESSAGE_DURABLE,
  MESSAGE_OPENED,
  MESSAGE_REFUSED,
  RIGHT_WRITE,
  SYNC_PATH,
} from '@yejibu/shared/wire/sync-frames'
import * as decoding from 'lib0/decoding'
import { type Accessor, createSignal } from 'solid-js'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { backoffDelay } from '../platform/backoff.ts'
import type { ConnectionState, DocumentRight, EndReason } from './document-state.ts'
import { makeGatedSockets } from './gated-socket.ts'

export interface RelaySocketOptions {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly name: string
  readonly socketOrigin: string
  readonly params: Readonly<Record<string, string>>
  readonly random: () => number
  readonly WebSocket: typeof WebSocket | undefined
  readonly onSessionExpired: (() => void) | undefined
  /** Everything that this document holds is durable at the relay. */
  readonly onAcknowledged: () => void
  /** The relay's present state has been read into the document. */
  readonly onSynced: () => void
  /** A frame of ours was not applied. */
  readonly onRefused: () => void
  /** The relay named the epoch, for the first time or again. */
  readonly onEpoch: (epoch: string) => void
}

export interface RelaySocket {
  readonly state: Accessor<ConnectionState>
  readonly right: Accessor<DocumentRight>
  isOrigin(origin: unknown): boolean
  /** The epoch that the relay named last. */
  offeredEpoch(): string | null
  /** The document has been read: what changes from now on is sent. Call it before listening to changes oneself, so that `settle` counts them. */
  follow(): void
  /** Connects, expecting this epoch (null: whichever). */
  start(epoch: string | null): void
  /** Call after each change of the document. */
  settle(): void
  reconnect(): void
  dispose(): void
}

export function openRelaySocket(options: RelaySocketOptions): RelaySocket {
  const [state, setState] = createSignal<ConnectionState>({ kind: 'away' })
  const [right, setRight] = createSignal<DocumentRight>('unknown')
  const { Socket, gateOf } = makeGatedSockets(options.WebSocket)
  let knownEpoch: string | null = null
  let offeredEpoch: string | null = null
  let durable = 0
  /** On this connection: what the relay counts as durable is no longer all that we sent. */
  let hasRefused = false
  let hasStarted = false

  const provider = new WebsocketProvider(options.socketOrigin + SYNC_PATH.slice(0, -1), options.name, options.doc, {
    connect: false,
    awareness: options.awareness,
    params: { ...options.params, [ACK_PARAM]: '1' },
    WebSocketPolyfill: Socket,
    disableBc: true,
  })
  // Until `follow`: nothing is sent before the start, and with a listener Yjs would encode the whole document again as it is read from the store.
  options.doc.off('update', provider._updateHandler)

  const end = (reason: EndReason): void => {
    provider.disconnect()
    setState({ kind: 'ended', reason })
  }

  const settle = (): void => {
    const gate = gateOf(provider.ws)
    if (!hasRefused && right() === 'write' && gate?.hasAnswered() && durable >= gate.sent()) options.onAcknowledged()
  }

  provider.messageHandlers[MESSAGE_OPENED] = (_encoder, decoder) => {
    offeredEpoch = decoding.readVarString(decoder)
    const granted = decoding.readVarUint(decoder) === RIGHT_WRITE ? 'write' : 'read'
    if (knownEpoch !== null && knownEpoch !== offeredEpoch) {
      end('epoch-changed')
      return
    }
    knownEpoch = offeredEpoch
    options.onEpoch(offeredEpoch)
    setRight(granted)
    gateOf(provider.ws)?.open(granted)
  }
  provider.messageHandlers[MESSAGE_DURABLE] = (_encoder, decoder) => {
    durable = decoding.readVarUint(decoder)
    settle()
  }
  provider.messageHandlers[MESSAGE_REFUSED] = (_encoder, decoder) => {
    decoding.readVarUint(decoder)
    hasRefused = true
    // The other reason is a document that has grown too large: then this stays its owner's to write, and to make smaller.
    if (decoding.readVarString(decoder) === 'read-only') setRight('read')
    options.onRefused()
  }

  provider.on('status', ({ status }) => {
    if (state().kind !== 'ended' && status === 'connecting') setState({ kind: 'connecting' })
  })
  provider.on('sync', (isSynced) => {
    if (!isSynced) return
    setState({ kind: 'live' })
    options.onSynced()
  })
  provider.on('connection-close', (event) => {
    durable = 0
    hasRefused = false
    if (state().kind !== 'ended') setState({ kind: 'away' })
    if (event?.code === CLOSE.sessionExpired || event?.code === CLOSE.notSignedIn) options.onSessionExpired?.()
    // y-websocket takes the smaller of its own doubling delay and this one: ours is the same, jittered, and goes further.
    provider.maxBackoffTime = backoffDelay(provider.wsUnsuccessfulReconnects + 1, options.random(), RECONNECT)
  })
  provider.on('closed', ({ code }) => setState({ kind: 'ended', reason: END_REASONS[code] ?? 'forbidden' }))

  const reconnect = (): void => {
    if (!hasStarted) return
    if (state().kind === 'ended') setState({ kind: 'away' })
    provider.connect()
  }
  const onOnline = (): void => {
    if (state().kind === 'away') reconnect()
  }
  globalThis.addEventListener?.('online', onOnline)

  return {
    state,
    right,
    isOrigin: (origin) => origin === provider,
    offeredEpoch: () => offeredEpoch,
    follow: () => options.doc.on('update', provider._updateHandler),
    start(epoch) {
      knownEpoch = epoch
      hasStarted = true
      reconnect()
    },
    settle,
    reconnect,
    dispose() {
      globalThis.removeEventListener?.('online', onOnline)
      provider.destroy()
    },
  }
}

const RECONNECT = { least: 100, most: 30_000 }

const END_REASONS: Readonly<Record<number, EndReason>> = {
  [CLOSE.notSignedIn]: 'not-signed-in',
  [CLOSE.forbidden]: 'forbidden',
  [CLOSE.gone]: 'gone',
  [CLOSE.badFrame]: 'bad-frame',
}
