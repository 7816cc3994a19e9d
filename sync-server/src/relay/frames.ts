/**
 * The frames of a document's socket (y-websocket's protocol, and ours from `wire/sync-frames.ts`). A frame is read to its last byte: what
 * is left over, unknown or malformed is `BadFrame`, and its sender is closed.
 */

import {
  MESSAGE_AWARENESS,
  MESSAGE_DURABLE,
  MESSAGE_OPENED,
  MESSAGE_QUERY_AWARENESS,
  MESSAGE_REFUSED,
  MESSAGE_SYNC,
  RIGHT_READ,
  RIGHT_WRITE,
} from '@yejibu/shared/wire/sync-frames'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { assertUpdate, type StateVector } from './update-bytes.ts'

const SYNC_STEP_1 = 0
const SYNC_STEP_2 = 1
const SYNC_UPDATE = 2

/** One device's presence: `state` is JSON, `null` once it left. */
export interface PresenceEntry {
  readonly client: number
  readonly clock: number
  readonly state: string
}

export type IncomingFrame =
  | { readonly kind: 'state-asked'; readonly known: StateVector }
  /** `frame` is the update as it goes out to the others: the bytes that came in. */
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly frame: Uint8Array }
  | { readonly kind: 'presence'; readonly entries: readonly PresenceEntry[] }
  | { readonly kind: 'presence-asked' }

export class BadFrame extends Error {
  override readonly name = 'BadFrame'
}

/** @throws BadFrame */
export function readFrame(frame: Uint8Array, limits: { readonly presenceBytes: number }): IncomingFrame {
  try {
    const decoder = decoding.createDecoder(frame)
    const incoming = readMessage(decoder, frame, limits)
    if (decoding.hasContent(decoder)) throw new BadFrame('bytes after the end of the frame')
    return incoming
  } catch (error) {
    throw error instanceof BadFrame ? error : new BadFrame('malformed', { cause: error })
  }
}

function readMessage(
  decoder: decoding.Decoder,
  frame: Uint8Array,
  limits: { readonly presenceBytes: number },
): IncomingFrame {
  switch (decoding.readVarUint(decoder)) {
    case MESSAGE_SYNC:
      return readSync(decoder, frame)
    case MESSAGE_AWARENESS:
      if (frame.length > limits.presenceBytes) throw new BadFrame('too much presence')
      return { kind: 'presence', entries: readPresence(decoding.readVarUint8Array(decoder)) }
    case MESSAGE_QUERY_AWARENESS:
      return { kind: 'presence-asked' }
    default:
      throw new BadFrame('unknown message')
  }
}

function readSync(decoder: decoding.Decoder, frame: Uint8Array): IncomingFrame {
  const step = decoding.readVarUint(decoder)
  const payload = decoding.readVarUint8Array(decoder)
  if (step === SYNC_STEP_1) return { kind: 'state-asked', known: Y.decodeStateVector(payload) }
  if (step !== SYNC_STEP_2 && step !== SYNC_UPDATE) throw new BadFrame('unknown sync step')
  assertUpdate(payload)
  if (step === SYNC_UPDATE) return { kind: 'update', update: payload, frame }
  return { kind: 'update', update: payload, frame: updateFrame(payload) }
}

/** @throws BadFrame, and what JSON throws */
export function readPresence(bytes: Uint8Array): PresenceEntry[] {
  const decoder = decoding.createDecoder(bytes)
  const count = decoding.readVarUint(decoder)
  const entries: PresenceEntry[] = []
  for (let i = 0; i < count; i++) {
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const state = decoding.readVarString(decoder)
    // Every reader parses it: what is not JSON would throw in their hands.
    JSON.parse(state)
    entries.push({ client, clock, state })
  }
  if (decoding.hasContent(decoder)) throw new BadFrame('bytes after the end of the presence')
  return entries
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(SYNC_UPDATE, update)
}

/** Tells a client that it has everything now. */
export function lastUpdateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(SYNC_STEP_2, update)
}

/** Asks a client for what the relay does not know. */
export function askStateFrame(known: StateVector): Uint8Array {
  return syncFrame(SYNC_STEP_1, Y.encodeStateVector(known))
}

function syncFrame(step: number, payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_SYNC)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, payload)
  })
}

export function presenceFrame(entries: readonly PresenceEntry[]): Uint8Array {
  const payload = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const { client, clock, state } of entries) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, state)
    }
  })
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_AWARENESS)
    encoding.writeVarUint8Array(encoder, payload)
  })
}

export function openedFrame(epoch: string, right: 'read' | 'write'): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_OPENED)
    encoding.writeVarString(encoder, epoch)
    encoding.writeVarUint(encoder, right === 'write' ? RIGHT_WRITE : RIGHT_READ)
  })
}

export function durableFrame(count: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_DURABLE)
    encoding.writeVarUint(encoder, count)
  })
}

export function refusedFrame(count: number, reason: 'read-only' | 'document-full'): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_REFUSED)
    encoding.writeVarUint(encoder, count)
    encoding.writeVarString(encoder, reason)
  })
}
