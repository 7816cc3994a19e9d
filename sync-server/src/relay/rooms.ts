/**
 * All open documents and what frames do in them. The one owner: what is open here is closed by `close`.
 *
 * Always true: an update is heard by others and acknowledged only after its commit; only a writer's updates are queued; a frame that is
 * not the protocol ends its sender and touches nobody else.
 */
import type { Right } from '@yejibu/shared/account/access'
import { CLOSE, type CloseCode } from '@yejibu/shared/wire/close-reason'
import { AccountSockets } from './account-sockets.ts'
import { type CommitQueue, makeCommitQueue, type Pending } from './commit-queue.ts'
import type { Compaction } from './compaction.ts'
import { type FanOut, NO_FAN_OUT } from './fan-out.ts'
import { type FollowOthers, followOthers, isShared } from './follow-others.ts'
import { type IncomingFrame, type PresenceEntry, presenceFrame, readFrame } from './frames.ts'
import type { Admission } from './gate.ts'
import type { Limits } from './limits.ts'
import { makeOpenings, type Openings } from './openings.ts'
import { type PresenceElsewhere, presenceElsewhere } from './presence-elsewhere.ts'
import { Room } from './room.ts'
import type { OpenSocket, SyncSocket } from './socket.ts'
import type { Append, UpdateLog } from './update-log.ts'

/** Where the relay says what went wrong; pino's loggers are one. */
export interface Journal {
  warn(details: object, message: string): void
}

export interface RoomsParts {
  readonly log: UpdateLog
  readonly admission: Pick<Admission, 'rightOf'>
  readonly compaction: Compaction
  readonly limits: Limits
  readonly journal: Journal
  /** Of several relays on one log. */
  readonly fanOut?: FanOut
}

export class Rooms {
  /** How often `reconsider` was called: whoever asked for a right before must ask again. */
  considerations = 0

  readonly #parts: RoomsParts
  readonly #rooms = new Map<string, Room>()
  readonly #sockets = new Map<SyncSocket, Room>()
  readonly #accounts: AccountSockets
  readonly #queue: CommitQueue<SyncSocket>
  readonly #openings: Openings
  readonly #background = new Set<Promise<unknown>>()
  readonly #others: FollowOthers | null
  readonly #elsewhere: PresenceElsewhere | null

  constructor(parts: RoomsParts) {
    this.#parts = parts
    this.#openings = makeOpenings({
      log: parts.log,
      journal: parts.journal,
      maySend: ({ accountId }) => this.#accounts.unread(accountId) <= parts.limits.accountUnreadBytes,
    })
    this.#accounts = new AccountSockets(parts.limits.socketsPerAccount)
    this.#queue = makeCommitQueue<SyncSocket>(parts.log, {
      committed: (batch, appended, newest) => {
        this.#committed(batch, appended)
        this.#others?.committed(newest)
      },
      failed: (batch, error) => this.#failed(batch, error),
    })
    const { log, journal, limits, fanOut = NO_FAN_OUT } = parts
    const [room, rooms] = [(name: string) => this.#rooms.get(name), () => this.#rooms.values()]
    this.#others = isShared(log) ? followOthers({ log, fanOut, journal, room, rooms }) : null
    this.#elsewhere = fanOut === NO_FAN_OUT ? null : presenceElsewhere({ fanOut, limits, room, rooms })
  }

  /** Admits the socket to its document's room. Resolves when its frames may be given to `receive`. */
  async join(socket: SyncSocket): Promise<void> {
    if (!this.#accounts.add(socket)) {
      socket.end(CLOSE.tryAgainLater, 'too many connections of one account')
      return
    }
    const room = this.#rooms.get(socket.name) ?? new Room(socket.name, this.#parts.log)
    if (!this.#rooms.has(socket.name)) this.#elsewhere?.opened(socket.name)
    this.#rooms.set(socket.name, room)
    this.#sockets.set(socket, room)
    // Counted as queued while it waits, so that the room is not taken down under it.
    room.queued += 1
    socket.whenEnded(this.#left)
    try {
      await room.ready
    } catch (error) {
      this.#parts.journal.warn({ error, document: socket.name }, 'the document could not be read')
      this.#rooms.delete(socket.name)
      socket.end(CLOSE.tryAgainLater, 'the document could not be read')
      return
    } finally {
      room.queued -= 1
    }
    if (socket.isOpen) room.welcome(socket)
    else this.#tidy(room)
  }

  /** A frame of a socket that has joined. */
  receive(socket: SyncSocket, bytes: Uint8Array): void {
    const room = this.#sockets.get(socket)
    if (!socket.isOpen || !room) return
    const { limits } = this.#parts
    let incoming: IncomingFrame
    try {
      if (bytes.length > limits.frameBytes) throw new RangeError('frame over the limit')
      incoming = readFrame(bytes, limits)
    } catch (error) {
      socket.end(CLOSE.badFrame, error instanceof Error ? error.message : 'malformed')
      return
    }
    switch (incoming.kind) {
      case 'state-asked':
        this.#openings.ask(socket, incoming.known)
        return
      case 'update':
        this.#update(socket, room, incoming.update, incoming.frame)
        return
      case 'presence':
        this.#present(socket, room, incoming.entries)
        return
      case 'presence-asked':
        socket.send(presenceFrame(room.presence.present()))
    }
  }

  /** Resolves when every update received before the call is committed or failed. */
  settled(): Promise<void> {
    return this.#queue.settled()
  }

  /** Asks again for the right of the sockets chosen; who lost it is closed for good, who has another one is told to come back. */
  async reconsider(filter: (socket: OpenSocket) => boolean): Promise<void> {
    this.considerations += 1
    await Promise.all([...this.#sockets.keys()].filter(filter).map((socket) => this.#reconsiderOne(socket)))
  }

  /** Closes the sockets chosen, e.g. those of a session that was signed out (`CLOSE.notSignedIn`). */
  dismiss(filter: (socket: OpenSocket) => boolean, code: CloseCode): void {
    for (const socket of [...this.#sockets.keys()]) if (filter(socket)) socket.end(code, 'ended by the relay')
  }

  sockets(): Iterable<SyncSocket> {
    return this.#sockets.keys()
  }

  /** For health and tests. */
  counts(): { readonly sockets: number; readonly rooms: number } {
    return { sockets: this.#sockets.size, rooms: this.#rooms.size }
  }

  otherRelays = (): number | null => this.#elsewhere?.relays() ?? null

  async close(): Promise<void> {
    this.dismiss(() => true, CLOSE.goingAway)
    await this.settled()
    await this.#others?.close()
    this.#elsewhere?.close()
    await this.#parts.compaction.close()
    await Promise.allSettled(this.#background)
  }

  #present(socket: SyncSocket, room: Room, entries: readonly PresenceEntry[]): void {
    const news = room.presence.hear(socket, entries)
    room.announce(news)
    this.#elsewhere?.changed(room.name, socket.accountId, news)
  }

  #update(socket: SyncSocket, room: Room, update: Uint8Array, frame: Uint8Array): void {
    socket.frames += 1
    if (socket.right === 'read') {
      socket.refuse(socket.frames, 'read-only')
      return
    }
    if (!room.hasSpaceFor(update.length, this.#parts.limits)) {
      socket.refuse(socket.frames, 'document-full')
      // What follows would build on what was refused.
      socket.end(CLOSE.badFrame, 'the document is full')
      this.#compact(room)
      return
    }
    room.queued += 1
    room.queuedBytes += update.length
    this.#queue.add({ document: room.name, update, frame, sender: socket, count: socket.frames })
  }

  #committed(batch: readonly Pending<SyncSocket>[], appended: readonly Append[]): void {
    const news = new Map<Room, Pending<SyncSocket>[]>()
    for (const pending of batch) {
      const room = this.#rooms.get(pending.document)
      if (!room) continue
      room.queued -= 1
      room.queuedBytes -= pending.update.length
      const list = news.get(room)
      if (list) list.push(pending)
      else news.set(room, [pending])
    }
    for (const [room, pendings] of news) room.tellCommitted(pendings)
    for (const { document, updates } of appended) {
      const room = this.#rooms.get(document)
      if (!room) continue
      room.grew(updates.reduce((bytes, update) => bytes + update.length, 0))
      if (room.isDueForCompaction(this.#parts.limits)) this.#compact(room)
    }
    for (const room of news.keys()) this.#tidy(room)
  }

  #failed(batch: readonly Pending<SyncSocket>[], error: unknown): void {
    this.#parts.journal.warn(
      { error, updates: batch.length },
      'updates could not be stored; their senders are sent away',
    )
    for (const { document, update, sender } of batch) {
      const room = this.#rooms.get(document)
      if (room) {
        room.queued -= 1
        room.queuedBytes -= update.length
      }
      sender.end(CLOSE.tryAgainLater, 'the relay could not store this')
    }
    for (const document of new Set(batch.map((pending) => pending.document))) {
      const room = this.#rooms.get(document)
      if (!room) continue
      this.#keep(room.reload().catch(() => this.#giveUp(room)))
      this.#tidy(room)
    }
  }

  async #reconsiderOne(socket: SyncSocket): Promise<void> {
    let right: Right
    try {
      right = await this.#parts.admission.rightOf(socket.actor, socket.document)
    } catch (error) {
      this.#parts.journal.warn({ error, document: socket.name }, 'the right could not be asked again')
      socket.end(CLOSE.tryAgainLater, 'the right is not known')
      return
    }
    if (right === 'none') socket.end(CLOSE.forbidden, 'the right was taken away')
    else if (right !== socket.right) socket.end(CLOSE.rightChanged, 'the right changed')
  }

  readonly #left = (socket: SyncSocket): void => {
    const room = this.#sockets.get(socket)
    if (!room) return
    this.#sockets.delete(socket)
    this.#accounts.ended(socket)
    const left = room.bid(socket)
    this.#elsewhere?.changed(room.name, socket.accountId, left)
    this.#tidy(room)
  }

  /** What the document holds is not known any more: everybody comes back when it can be read. */
  #giveUp(room: Room): void {
    for (const member of [...room.members]) member.end(CLOSE.tryAgainLater, 'the document could not be read')
    if (this.#rooms.get(room.name) === room) this.#rooms.delete(room.name)
  }

  /** Nothing is kept for a document that nobody has open. */
  #tidy(room: Room): void {
    if (room.members.size > 0 || room.queued > 0 || this.#rooms.get(room.name) !== room) return
    this.#rooms.delete(room.name)
    if (room.isWorthCompactingOnLeave(this.#parts.limits)) this.#compact(room)
  }

  #compact(room: Room): void {
    // Rows go on coming while it waits and runs; one run, and one count of what is left, is for all of them.
    if (room.isCompacting) return
    room.isCompacting = true
    const done = this.#parts.compaction
      .compact(room.name)
      .then(() => this.#rooms.get(room.name)?.reloadAfterCompaction())
      .catch((error: unknown) => this.#parts.journal.warn({ error, document: room.name }, 'not compacted'))
      .finally(() => {
        room.isCompacting = false
      })
    this.#keep(done)
  }

  #keep(work: Promise<unknown>): void {
    this.#background.add(work)
    void work.finally(() => this.#background.delete(work))
  }
}
