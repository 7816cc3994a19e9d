/**
 * One upgraded connection, from the upgrade to its end: keeps what comes before the gate has answered, then hands each frame to the rooms.
 *
 * Always true: it costs as little as a WebSocket can while it is quiet. The listeners are the same functions for all connections, and nothing
 * of the request (headers, address, cookies) is held once the gate has answered. `error` and `message` listeners stand before any `await`.
 */
import { CLOSE } from '@yejibu/shared/wire/close-reason'
import { type RawData, WebSocket } from 'ws'
import type { Limits } from './limits.ts'
import type { SyncSocket } from './socket.ts'

/** What all connections of a relay share. */
export interface Connections {
  readonly open: Set<Connection>
  readonly limits: Limits
  receive(socket: SyncSocket, frame: Uint8Array): void
}

interface Early {
  readonly frames: Uint8Array[]
  bytes: number
}

export class Connection extends WebSocket {
  /** Since the last heartbeat, or new. */
  wasHeard = true
  /** Who was let in. */
  socket: SyncSocket | null = null
  #all: Connections | null = null
  #early: Early | null = null

  /** Attaches the listeners, in the same turn as the upgrade: a broken frame ends its connection, never the process. */
  begin(all: Connections): void {
    this.#all = all
    this.#early = { frames: [], bytes: 0 }
    all.open.add(this)
    this.on('error', ignore)
    this.on('message', onMessage)
    this.on('pong', onPong)
    this.on('close', onClose)
  }

  /** From here on frames are read; those that came before first. */
  release(): void {
    const early = this.#early
    this.#early = null
    for (const frame of early?.frames ?? []) this.take(frame)
  }

  take(frame: Uint8Array): void {
    if (!this.#all) return
    if (!this.#early) {
      if (this.socket) this.#all.receive(this.socket, frame)
      return
    }
    const { limits } = this.#all
    if (this.#early.frames.length >= limits.earlyFrames || this.#early.bytes + frame.length > limits.earlyBytes) {
      this.close(CLOSE.tryAgainLater, 'too much before the gate answered')
      return
    }
    this.#early.frames.push(frame)
    this.#early.bytes += frame.length
  }

  ended(): void {
    this.#all?.open.delete(this)
    this.#early = null
    this.socket?.over()
  }
}

function onMessage(this: WebSocket, data: RawData, isBinary: boolean): void {
  if (!(this instanceof Connection)) return
  if (isBinary && data instanceof Uint8Array) this.take(data)
  else this.close(CLOSE.badFrame, 'frames are binary')
}

function onPong(this: WebSocket): void {
  if (this instanceof Connection) this.wasHeard = true
}

function onClose(this: WebSocket): void {
  if (this instanceof Connection) this.ended()
}

function ignore(): void {}
