/** A hand-made client: sends any bytes, keeps every frame it got, waits for what a test says. */

import {
  MESSAGE_AWARENESS,
  MESSAGE_DURABLE,
  MESSAGE_OPENED,
  MESSAGE_REFUSED,
  MESSAGE_SYNC,
} from '@yejibu/shared/wire/sync-frames'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type ClientOptions, WebSocket } from 'ws'
import * as Y from 'yjs'
import { readPresence } from '../frames.ts'

export type Heard =
  | { readonly kind: 'step-1' | 'step-2' | 'update'; readonly bytes: Uint8Array }
  | { readonly kind: 'presence'; readonly bytes: Uint8Array }
  | { readonly kind: 'durable'; readonly count: number }
  | { readonly kind: 'refused'; readonly count: number; readonly reason: string }
  | { readonly kind: 'opened'; readonly epoch: string; readonly right: number }

const STEPS = ['step-1', 'step-2', 'update'] as const

export class RawClient {
  readonly ws: WebSocket
  readonly heard: Heard[] = []
  readonly doc = new Y.Doc()
  closed: { readonly code: number; readonly reason: string } | null = null
  readonly #waiting = new Set<() => void>()

  constructor(url: string, options: ClientOptions = {}) {
    this.ws = new WebSocket(url, options)
    this.ws.on('error', () => {})
    this.ws.on('message', (data: Buffer) => {
      const heard = readHeard(data)
      if (heard.kind === 'step-2' || heard.kind === 'update') this.#apply(heard.bytes)
      this.heard.push(heard)
      this.#look()
    })
    this.ws.on('open', () => this.#look())
    this.ws.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() }
      this.#look()
    })
  }

  /** An update that can be read need not fit: what a hostile writer made is counted here. */
  unreadable = 0

  #apply(update: Uint8Array): void {
    try {
      Y.applyUpdate(this.doc, update, this)
    } catch {
      this.unreadable++
    }
  }

  /** Resolves as soon as `isTrue`, looked at after every frame and at the close. */
  until(isTrue: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!isTrue()) return
        this.#waiting.delete(look)
        resolve()
      }
      this.#waiting.add(look)
      look()
    })
  }

  #look(): void {
    for (const look of [...this.#waiting]) look()
  }

  async opened(): Promise<this> {
    await this.until(() => this.ws.readyState !== WebSocket.CONNECTING)
    return this
  }

  async closeCode(): Promise<number> {
    await this.until(() => this.closed !== null)
    return this.closed?.code ?? 0
  }

  of<Kind extends Heard['kind']>(kind: Kind): Extract<Heard, { kind: Kind }>[] {
    return this.heard.filter((heard): heard is Extract<Heard, { kind: Kind }> => heard.kind === kind)
  }

  /** The state that it was told last of an id; `null` once it left, undefined when it never heard of it. */
  presenceOf(id: number): string | undefined {
    return this.of('presence')
      .flatMap(({ bytes }) => readPresence(bytes))
      .findLast(({ client }) => client === id)?.state
  }

  get durable(): number {
    return this.of('durable').at(-1)?.count ?? 0
  }

  send(bytes: Uint8Array | string): void {
    this.ws.send(bytes)
  }

  askState(known: Uint8Array = Y.encodeStateVector(this.doc)): void {
    this.send(frameOf(0, known))
  }

  sendUpdate(update: Uint8Array): void {
    this.send(frameOf(2, update))
  }

  sendStep2(update: Uint8Array): void {
    this.send(frameOf(1, update))
  }

  /** Asks for the state and waits until the relay said that this is all. */
  async sync(): Promise<this> {
    await this.opened()
    const before = this.of('step-2').length
    this.askState()
    await this.until(() => this.of('step-2').length > before || this.closed !== null)
    return this
  }

  /** Changes its own document and sends that. */
  write(text: string): void {
    let made: Uint8Array | null = null
    this.doc.once('update', (update: Uint8Array) => {
      made = update
    })
    this.doc.getText('t').insert(this.doc.getText('t').length, text)
    if (made) this.sendUpdate(made)
  }

  get text(): string {
    return this.doc.getText('t').toString()
  }

  close(): void {
    this.ws.close()
  }
}

export function frameOf(step: number, payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_SYNC)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, payload)
  })
}

function readHeard(data: Uint8Array): Heard {
  const decoder = decoding.createDecoder(data)
  const type = decoding.readVarUint(decoder)
  switch (type) {
    case MESSAGE_SYNC: {
      const kind = STEPS[decoding.readVarUint(decoder)]
      if (kind === undefined) break
      return { kind, bytes: decoding.readVarUint8Array(decoder).slice() }
    }
    case MESSAGE_AWARENESS:
      return { kind: 'presence', bytes: decoding.readVarUint8Array(decoder).slice() }
    case MESSAGE_DURABLE:
      return { kind: 'durable', count: decoding.readVarUint(decoder) }
    case MESSAGE_REFUSED:
      return { kind: 'refused', count: decoding.readVarUint(decoder), reason: decoding.readVarString(decoder) }
    case MESSAGE_OPENED:
      return { kind: 'opened', epoch: decoding.readVarString(decoder), right: decoding.readVarUint(decoder) }
  }
  throw new Error(`an unknown frame of type ${type}`)
}
