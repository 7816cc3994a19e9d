/**
 * One document that somebody has open: who, how large it is, who is present. Holds no content.
 *
 * Always true: `ready` settles before the first frame goes out; the counters are the log's, give or take what is being
 * committed or compacted at the moment (limits, not accounts).
 */
import type { Pending } from './commit-queue.ts'
import { isShared } from './follow-others.ts'
import { framed } from './framed.ts'
import { openedFrame, type PresenceEntry, presenceFrame, updateFrame } from './frames.ts'
import type { Limits } from './limits.ts'
import { makePresence, type Presence, type PresenceHolder } from './presence.ts'
import type { SyncSocket } from './socket.ts'
import { isEmptyUpdate } from './update-bytes.ts'
import type { DocumentSize, UpdateLog } from './update-log.ts'

export class Room {
  readonly name: string
  readonly members = new Set<SyncSocket>()
  /** Sockets here, and people at other relays (`presence-elsewhere.ts`). */
  readonly presence: Presence<PresenceHolder> = makePresence()
  readonly ready: Promise<void>
  /** Updates of this document that are queued and not yet committed. */
  queued = 0
  queuedBytes = 0
  /** Of a log that other relays write too: up to which row the members have heard (`follow-others.ts`). */
  heardUpTo = 0
  readonly own = new Set<number>()

  readonly #log: UpdateLog
  #size: DocumentSize | null = null
  /** Rows and bytes that the last compaction could not remove. */
  #floor = { rows: 0, bytes: 0 }

  constructor(name: string, log: UpdateLog) {
    this.name = name
    this.#log = log
    this.ready = this.#begin()
  }

  async #begin(): Promise<void> {
    await this.reload()
    // Before anybody is welcome: what members load later is at least this new.
    if (isShared(this.#log)) this.heardUpTo = (await this.#log.newest([this.name])).get(this.name) ?? 0
  }

  /** Counts again what the log really holds. */
  async reload(): Promise<void> {
    this.#size = await this.#log.size(this.name)
  }

  async reloadAfterCompaction(): Promise<void> {
    await this.reload()
    this.#floor = { rows: this.#size?.rows ?? 0, bytes: this.#size?.rowBytes ?? 0 }
  }

  /** After `ready`: from here on the member hears every commit. */
  welcome(member: SyncSocket): void {
    this.members.add(member)
    member.hold()
    if (member.wantsAcks) member.send(openedFrame(this.#size?.epoch ?? '', member.right))
    const present = this.presence.present()
    if (present.length > 0) member.send(presenceFrame(present))
    member.flush()
  }

  /** @returns what other relays should hear */
  bid(member: SyncSocket): readonly PresenceEntry[] {
    this.members.delete(member)
    const left = this.presence.leave(member)
    this.announce(left)
    return left
  }

  /** What was committed, in one piece for each member, without what is the member's own. The members it was held for are put in `touched`. */
  broadcast(committed: readonly Pending<SyncSocket>[], touched: Set<SyncSocket>): void {
    const news = committed.filter(({ update }) => !isEmptyUpdate(update))
    if (news.length === 0) return
    const senders = new Set(news.map(({ sender }) => sender))
    let forReaders: Buffer | null = null
    for (const member of this.members) {
      let bytes: Buffer
      if (senders.has(member)) {
        bytes = framed(news.filter(({ sender }) => sender !== member).map(({ frame }) => frame))
      } else {
        forReaders ??= framed(news.map(({ frame }) => frame))
        bytes = forReaders
      }
      if (bytes.length === 0) continue
      member.hold()
      touched.add(member)
      member.sendFramed(bytes)
    }
  }

  /** What another relay committed. */
  tell(updates: readonly Uint8Array[]): void {
    const news = updates.filter((update) => !isEmptyUpdate(update))
    if (news.length === 0) return
    const bytes = framed(news.map(updateFrame))
    for (const member of this.members) {
      member.hold()
      member.sendFramed(bytes)
      member.flush()
    }
    this.grew(news.reduce((sum, update) => sum + update.length, 0))
  }

  /** Tells everyone, the one it is about too: stock clients take it for a sign of life. */
  announce(entries: readonly PresenceEntry[]): void {
    if (entries.length === 0) return
    const frame = presenceFrame(entries)
    for (const member of this.members) member.send(frame)
  }

  /** One more row in the log. */
  grew(bytes: number): void {
    const size = this.#size
    if (size) this.#size = { ...size, rows: size.rows + 1, rowBytes: size.rowBytes + bytes }
  }

  hasSpaceFor(bytes: number, limits: Limits): boolean {
    const size = this.#size
    const used = size ? size.snapshotBytes + size.rowBytes : 0
    return used + this.queuedBytes + bytes <= limits.documentBytes
  }

  isDueForCompaction(limits: Limits): boolean {
    const size = this.#size
    if (!size) return false
    const bytes = size.rowBytes - this.#floor.bytes
    // A large document is not rewritten for every megabyte.
    return (
      size.rows - this.#floor.rows >= limits.compactRows ||
      bytes >= Math.max(limits.compactBytes, size.snapshotBytes / 2)
    )
  }

  isWorthCompactingOnLeave(limits: Limits): boolean {
    return (this.#size?.rows ?? 0) - this.#floor.rows >= limits.compactRowsOnLeave
  }
}
