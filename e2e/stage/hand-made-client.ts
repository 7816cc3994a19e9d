/**
 * A client made by hand, with none of the product's client in it: what a person with some skill and a session of her own can send.
 * It signs in by the sample office's door and then speaks HTTP and the y-websocket protocol as it likes.
 */
import { randomBytes } from 'node:crypto'
import type { Fact } from '@yejibu/shared/kernel/fact'
import { idFrom } from '@yejibu/shared/kernel/ids'
import { MESSAGE_DURABLE, MESSAGE_OPENED, MESSAGE_REFUSED, MESSAGE_SYNC } from '@yejibu/shared/wire/sync-frames'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import WebSocket from 'ws'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'

export interface Answer {
  readonly status: number
  readonly type: string
  readonly refusal: { readonly kind: string; readonly [key: string]: unknown } | undefined
  readonly body: unknown
}

export class HandMadeClient {
  readonly url: string
  readonly cookie: string

  constructor(url: string, cookie: string) {
    this.url = url
    this.cookie = cookie
  }

  static async signIn(url: string, username: string): Promise<HandMadeClient> {
    const response = await fetch(`${url}/api/sample/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ username }),
    })
    if (!response.ok) throw new Error(`sign-in of ${username} answered ${response.status}`)
    const cookie = response.headers
      .getSetCookie()
      .map((c) => c.split(';')[0])
      .join('; ')
    return new HandMadeClient(url, cookie)
  }

  async request(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        cookie: this.cookie,
        origin: this.url,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const type = response.headers.get('content-type') ?? ''
    const text = await response.text()
    // The answer to HEAD says its type and has no body.
    const answer: unknown = type.includes('json') && text !== '' ? JSON.parse(text) : text
    return { status: response.status, type, refusal: refusalIn(answer), body: answer }
  }

  command(kind: string, body: Record<string, unknown>): Promise<Answer> {
    return this.request('POST', `/api/commands/${kind}`, { id: newId(), expected: null, ...body })
  }

  /** Hands over a file to her own evidence, whole. */
  async putFile(owner: string, sha256: string, bytes: Uint8Array): Promise<void> {
    const put = () =>
      fetch(`${this.url}/api/evidence/${sha256}?archive=${owner}`, {
        method: 'PUT',
        headers: { cookie: this.cookie, origin: this.url, 'content-type': 'application/octet-stream' },
        body: new Blob([new Uint8Array(bytes)]),
      })
    // “other side closed”: the kept connection ended for idleness just as it was used again. By its digest a file may be put twice.
    const response = await put().catch(put)
    if (!response.ok) throw new Error(`the file was answered ${response.status}`)
  }

  /** Every fact this person may see. */
  async facts(): Promise<readonly Fact[]> {
    const facts: Fact[] = []
    for (let after = 0, more = true; more; ) {
      const read = () => this.request('GET', `/api/feed?after=${after}`)
      // As in `putFile`: a kept connection may end just as it is used again, and what only reads is asked again.
      const { body, status } = await read().catch(read)
      if (status !== 200) throw new Error(`the feed answered ${status}`)
      const page = body as { facts: Fact[]; more: boolean }
      facts.push(...page.facts)
      after = facts.at(-1)?.seq ?? 0
      more = page.more && page.facts.length > 0
    }
    return facts
  }

  open(document: string): Promise<HandMadeSocket> {
    return HandMadeSocket.open(this, document)
  }
}

/** One socket on one document, with its own Y.Doc that applies whatever the relay sends. */
export class HandMadeSocket {
  readonly doc = new Y.Doc()
  durable = 0
  refused: { count: number; reason: string }[] = []
  right: number | undefined
  closed: { code: number } | undefined
  readonly socket: WebSocket
  private sent = 0
  private waiting: (() => void)[] = []

  private constructor(socket: WebSocket) {
    this.socket = socket
  }

  static open(client: HandMadeClient, document: string): Promise<HandMadeSocket> {
    const socket = new WebSocket(`${client.url.replace('http', 'ws')}/sync/${document}?ack=1`, {
      headers: { cookie: client.cookie, origin: client.url },
    })
    socket.binaryType = 'arraybuffer'
    const own = new HandMadeSocket(socket)
    socket.on('message', (data: ArrayBuffer) => own.receive(new Uint8Array(data)))
    socket.on('close', (code) => {
      own.closed = { code }
      own.wake()
    })
    socket.on('error', () => own.wake())
    return new Promise((resolve, reject) => {
      // Nothing after the opening, when the promise is settled.
      socket.on('close', (code) => reject(new Error(`the socket closed with ${code} before it was open`)))
      socket.on('open', () => {
        own.sendSyncStep1()
        resolve(own)
      })
      socket.on('unexpected-response', (_request, response) =>
        reject(new Error(`upgrade answered ${response.statusCode}`)),
      )
    })
  }

  /** Resolves when `isSo` does; rejects when the socket closed and it still is not so. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      if (this.closed) throw new Error(`the socket closed with ${this.closed.code}`)
      await new Promise<void>((resolve) => this.waiting.push(resolve))
    }
  }

  async untilClosed(): Promise<number> {
    while (!this.closed) await new Promise<void>((resolve) => this.waiting.push(resolve))
    return this.closed.code
  }

  /** Sends what `change` does to the document, as one update frame; returns how many document frames were sent. */
  write(change: (doc: Y.Doc) => void): number {
    const before = Y.encodeStateVector(this.doc)
    change(this.doc)
    return this.sendUpdate(Y.encodeStateAsUpdate(this.doc, before))
  }

  sendUpdate(update: Uint8Array): number {
    this.frame((encoder) => syncProtocol.writeUpdate(encoder, update))
    return ++this.sent
  }

  sendStep2(update: Uint8Array): number {
    this.frame((encoder) => {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint8Array(encoder, update)
    })
    return ++this.sent
  }

  sendRaw(bytes: Uint8Array): void {
    this.socket.send(bytes)
  }

  close(): void {
    this.socket.close()
  }

  synced = false

  private sendSyncStep1(): void {
    this.frame((encoder) => syncProtocol.writeSyncStep1(encoder, this.doc))
  }

  private frame(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, MESSAGE_SYNC)
    write(encoder)
    this.socket.send(encoding.toUint8Array(encoder))
  }

  private receive(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    const kind = decoding.readVarUint(decoder)
    if (kind === MESSAGE_DURABLE) this.durable = decoding.readVarUint(decoder)
    else if (kind === MESSAGE_REFUSED) {
      this.refused.push({ count: decoding.readVarUint(decoder), reason: decoding.readVarString(decoder) })
    } else if (kind === MESSAGE_OPENED) {
      decoding.readVarString(decoder)
      this.right = decoding.readVarUint(decoder)
    } else if (kind === MESSAGE_SYNC) this.receiveSync(decoder)
    this.wake()
  }

  private receiveSync(decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    if (step === 0) return
    Y.applyUpdate(this.doc, payload)
    if (step === 1) this.synced = true
  }

  private wake(): void {
    for (const wake of this.waiting.splice(0)) wake()
  }
}

export function newId(): string {
  return idFrom<'command'>(randomBytes(20))
}

function refusalIn(body: unknown): Answer['refusal'] {
  if (typeof body !== 'object' || body === null || !('refusal' in body)) return undefined
  return body.refusal as Answer['refusal']
}
