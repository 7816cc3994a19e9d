/**
 * One open connection to one document, admitted. Knows how to send and how to end; what frames mean is `rooms.ts`.
 *
 * Always true: after `end` nothing is sent and nothing that arrives is read; a reader too slow for its buffer is ended, never skipped.
 * Everything sent at one moment leaves in one piece and one write, framed here (`framed.ts`).
 */
import type { Duplex } from 'node:stream'
import type { NamedDocument } from '@yejibu/shared/account/access'
import { documentName } from '@yejibu/shared/account/access'
import type { Actor } from '@yejibu/shared/account/actor'
import { CLOSE, type CloseCode } from '@yejibu/shared/wire/close-reason'
import type { WebSocket } from 'ws'
import { framed } from './framed.ts'
import { refusedFrame } from './frames.ts'
import type { Entry } from './gate.ts'

/** What the rest of the relay may know of a connection. */
export interface OpenSocket {
  readonly actor: Actor
  readonly session: string | null
  readonly document: NamedDocument
  readonly right: 'read' | 'write'
}

export interface SocketOptions {
  /** Asked for acknowledgements (`?ack=1`). */
  readonly wantsAcks: boolean
  readonly waitingBytes: number
}

export class SyncSocket implements OpenSocket {
  readonly actor: Actor
  readonly session: string | null
  readonly document: NamedDocument
  readonly name: string
  readonly right: 'read' | 'write'
  readonly expiresAt: number
  readonly wantsAcks: boolean
  /** Document frames received so far. */
  frames = 0
  /** The relay asked for what it lacks; once is enough. */
  wasAsked = false
  /** A state question is in the queue. */
  isOpening = false

  readonly #ws: WebSocket
  readonly #stream: Duplex
  readonly #waitingBytes: number
  #hasEnded = false
  #whenEnded: ((socket: SyncSocket) => void) | null = null

  constructor(ws: WebSocket, stream: Duplex, entry: Entry, options: SocketOptions) {
    this.actor = entry.actor
    this.session = entry.session ?? null
    this.document = entry.document
    this.name = documentName(entry.document)
    this.right = entry.right
    this.expiresAt = entry.expiresAt
    this.wantsAcks = options.wantsAcks
    this.#waitingBytes = options.waitingBytes
    this.#ws = ws
    this.#stream = stream
  }

  get accountId(): Actor['accountId'] {
    return this.actor.accountId
  }

  get isOpen(): boolean {
    return !this.#hasEnded && this.#ws.readyState === this.#ws.OPEN
  }

  /** Bytes that were written and not read yet. */
  get unread(): number {
    return this.#stream.writableLength
  }

  /** Calls back when nothing is unread any more, or nobody will read it: at once where that is so already. */
  whenRead(then: () => void): void {
    if (this.#stream.destroyed || this.unread === 0) then()
    else this.#stream.once('close', then)
  }

  /** Called once, when the connection ended for whatever reason; at once when it has already. There is one such caller. */
  whenEnded(then: (socket: SyncSocket) => void): void {
    if (this.#hasEnded) then(this)
    else this.#whenEnded = then
  }

  /** Several frames leave in one write. */
  send(...frames: readonly Uint8Array[]): void {
    if (frames.length > 0) this.sendFramed(framed(frames))
  }

  /** Messages that are in WebSocket framing already (`framed.ts`). */
  sendFramed(bytes: Buffer): void {
    if (!this.isOpen || bytes.length === 0) return
    // One piece may be larger than what may wait: a large document is opened in one.
    if (this.#stream.writableLength > this.#waitingBytes) this.end(CLOSE.tryAgainLater, 'reading too slowly')
    else this.#stream.write(bytes)
  }

  refuse(frame: number, reason: 'read-only' | 'document-full'): void {
    if (this.wantsAcks) this.send(refusedFrame(frame, reason))
  }

  end(code: CloseCode, reason: string): void {
    if (this.#hasEnded) return
    this.#ws.close(code, reason)
    this.over()
  }

  /** The connection is gone, or as good as gone. */
  over(): void {
    if (this.#hasEnded) return
    this.#hasEnded = true
    this.#whenEnded?.(this)
    this.#whenEnded = null
  }
}
