/**
 * A client for measuring: one socket on one document of any of the four relays, as cheap as it can be. Its updates are real ones, made by a Y.Doc of
 * its own; each carries a number by which whoever receives it knows when it was sent. Nothing received is applied.
 */
import { MESSAGE_DURABLE } from '@yejibu/shared/wire/sync-frames'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { markedText, markIn } from './marks.ts'

/** How a relay's frames differ from y-websocket's. */
export interface Dialect {
  readonly path: (document: string) => string
  /** Before each frame. */
  readonly prefix: (document: string) => Uint8Array
  /** Sent first. */
  readonly greeting: (document: string) => Uint8Array | null
  /** How many more of this socket's updates a frame acknowledges, given how many were before. */
  readonly acknowledged: ((decoder: decoding.Decoder, type: number, before: number) => number) | null
}

const NONE = new Uint8Array()
const plain = (path: (document: string) => string): Dialect => ({
  path,
  prefix: () => NONE,
  greeting: () => null,
  acknowledged: null,
})

export const DIALECTS = {
  ours: {
    ...plain((document) => `/sync/archive/${document}?ack=1`),
    acknowledged: (decoder, type, before) => (type === MESSAGE_DURABLE ? decoding.readVarUint(decoder) : before),
  },
  'y-websocket-server': plain((document) => `/${document}`),
  'bare-ws': plain((document) => `/${document}`),
  hocuspocus: {
    path: () => '/',
    prefix: (document) => encoding.encode((encoder) => encoding.writeVarString(encoder, document)),
    greeting: (document) =>
      encoding.encode((encoder) => {
        encoding.writeVarString(encoder, document)
        encoding.writeVarUint(encoder, 2)
        encoding.writeVarUint(encoder, 0)
        encoding.writeVarString(encoder, 'token')
      }),
    // SyncStatus: applied in memory; it is stored later.
    acknowledged: (_decoder, type, before) => (type === 8 ? before + 1 : before),
  },
} satisfies Record<string, Dialect>

export class RelayClient {
  onDelivered: (mark: number) => void = () => {}
  onAcknowledged: (count: number) => void = () => {}
  received: Uint8Array[] = []
  keepsContent = false
  readonly doc = new Y.Doc()
  readonly opened: Promise<void>
  readonly #socket: WebSocket
  readonly #prefix: Uint8Array
  #acknowledged = 0
  #made: { readonly mark: number; readonly frame: Uint8Array }[] = []

  constructor(port: number, dialect: Dialect, document: string) {
    this.#prefix = dialect.prefix(document)
    this.#socket = new WebSocket(`ws://127.0.0.1:${port}${dialect.path(document)}`, { perMessageDeflate: false })
    this.opened = new Promise((resolve, reject) => {
      this.#socket.on('open', () => {
        const greeting = dialect.greeting(document)
        if (greeting) this.#socket.send(greeting)
        this.#send(0, Uint8Array.from([0]))
        this.#announce()
      })
      this.#socket.on('error', reject)
      this.#socket.on('close', (code) => reject(new Error(`closed with ${code}`)))
      this.#socket.on('message', (message: Buffer) => {
        const bytes = message.subarray(this.#prefix.length)
        const mark = markIn(bytes)
        // An update (2) of the others; the answer to the question for the state (1) may be as small.
        if (!this.keepsContent && mark !== null && bytes[0] === 0 && bytes[1] === 2) {
          this.onDelivered(mark)
          return
        }
        const decoder = decoding.createDecoder(bytes)
        const type = decoding.readVarUint(decoder)
        if (type === 0 || type === 4) {
          const step = decoding.readVarUint(decoder)
          if (this.keepsContent && step > 0) this.received.push(decoding.readVarUint8Array(decoder).slice())
          if (step === 1) resolve()
        } else if (dialect.acknowledged) {
          this.#acknowledged = dialect.acknowledged(decoder, type, this.#acknowledged)
          this.onAcknowledged(this.#acknowledged)
        }
      })
    })
  }

  /** One update that carries the number. */
  write(mark: number): void {
    this.update(marking(mark))
  }

  /** Makes updates for `writeMade` to send one after the other, so that making them takes no time from sending them. */
  make(count: number, nextMark: () => number): void {
    for (let n = 0; n < count; n++) {
      const mark = nextMark()
      this.#made.push({ mark, frame: this.#frame(2, this.#changed(marking(mark))) })
    }
    this.#made.reverse()
  }

  /** Sends the next that was made. @returns its number; undefined when none is left */
  writeMade(): number | undefined {
    const next = this.#made.pop()
    if (next) this.#socket.send(next.frame)
    return next?.mark
  }

  update(change: (doc: Y.Doc) => void): void {
    this.#send(2, this.#changed(change))
  }

  #changed(change: (doc: Y.Doc) => void): Uint8Array {
    let changed: Uint8Array = NONE
    this.doc.once('update', (update: Uint8Array) => {
      changed = update
    })
    this.doc.transact(() => change(this.doc))
    return changed
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#socket.once('close', () => resolve())
      this.#socket.terminate()
    })
  }

  /** As stock clients do: there, with nothing to say of itself. */
  #announce(): void {
    const presence = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint(encoder, this.doc.clientID)
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarString(encoder, '{}')
    })
    const frame = encoding.encode((encoder) => {
      encoding.writeUint8Array(encoder, this.#prefix)
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint8Array(encoder, presence)
    })
    this.#socket.send(frame)
  }

  #send(step: number, payload: Uint8Array): void {
    this.#socket.send(this.#frame(step, payload))
  }

  #frame(step: number, payload: Uint8Array): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeUint8Array(encoder, this.#prefix)
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarUint(encoder, step)
      encoding.writeVarUint8Array(encoder, payload)
    })
  }
}

/** Typed at the end, and now and then at the top: one run that is never left off takes longer with each letter. */
function marking(mark: number): (doc: Y.Doc) => void {
  return (doc) => {
    const text = doc.getText('t')
    text.insert(mark % 500 === 0 ? 0 : text.length, markedText(mark))
  }
}
