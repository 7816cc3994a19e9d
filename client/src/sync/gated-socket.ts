/**
 * The WebSocket that y-websocket is given. It counts the document frames that go out, in the order in which the relay
 * counts those it has stored, and holds every document frame back until the relay has named the document's epoch and our
 * right: what belongs to another epoch, or what a reader may not write, is never sent.
 */
import { MESSAGE_SYNC } from '@yejibu/shared/wire/sync-frames'

const SYNC_STEP_2 = 1
const SYNC_UPDATE = 2

export interface Gate {
  /** Document frames handed to the network on this socket. */
  readonly sent: () => number
  /** Our answer to the relay's question (sync step 2) is among them: from then on they hold all that this device had. */
  readonly hasAnswered: () => boolean
  open(right: 'write' | 'read'): void
}

interface GateState {
  frames: Uint8Array[]
  sent: number
  hasAnswered: boolean
  right: 'unknown' | 'write' | 'read'
}

export interface GatedSockets {
  /** For y-websocket's `WebSocketPolyfill`. */
  readonly Socket: typeof WebSocket
  /** The gate of a socket made by `Socket`; undefined for any other. */
  gateOf(socket: WebSocket | null): Gate | undefined
}

export function makeGatedSockets(Base: typeof WebSocket = WebSocket): GatedSockets {
  const gates = new WeakMap<WebSocket, Gate>()

  class GatedSocket extends Base {
    readonly #gate: GateState = { frames: [], sent: 0, hasAnswered: false, right: 'unknown' }

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      gates.set(this, {
        sent: () => this.#gate.sent,
        hasAnswered: () => this.#gate.hasAnswered,
        open: (right) => this.#open(right),
      })
    }

    override send(data: Uint8Array<ArrayBuffer>): void {
      if (!isDocumentFrame(data)) super.send(data)
      else if (this.#gate.right === 'unknown') this.#gate.frames.push(data)
      else if (this.#gate.right === 'write') this.#pass(data)
    }

    #open(right: 'write' | 'read'): void {
      this.#gate.right = right
      const held = this.#gate.frames
      this.#gate.frames = []
      if (right === 'write') for (const frame of held) this.send(frame as Uint8Array<ArrayBuffer>)
    }

    #pass(frame: Uint8Array<ArrayBuffer>): void {
      this.#gate.sent++
      if (frame[1] === SYNC_STEP_2) this.#gate.hasAnswered = true
      super.send(frame)
    }
  }
  return { Socket: GatedSocket, gateOf: (socket) => (socket ? gates.get(socket) : undefined) }
}

function isDocumentFrame(frame: Uint8Array): boolean {
  return frame[0] === MESSAGE_SYNC && (frame[1] === SYNC_STEP_2 || frame[1] === SYNC_UPDATE)
}
