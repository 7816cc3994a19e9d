/**
 * One document that somebody has open: who, how large it is, who is present. Holds no content.
 *
 * Always true: `ready` settles before the first frame goes out; the counters are the log's, give or take what is being
 * committed or compacted at the moment (limits, not accounts).
 */
import type { Pending } from './commit-queue.ts'
import { isShared } from './follow-others.ts'
import { broadcastOf, framed } from './framed.ts'
import { durableFrame, openedFrame, type PresenceEntry, presenceFrame, updateFrame } from './frames.ts'
import type { Limits } from './limits.ts'
import { makePresence, type Presence, type PresenceHolder } from './presence.ts'
import type { SyncSocket } from './socket.ts'
import { isEmptyUpdate } from './update-bytes.ts'
import type { DocumentSize, UpdateLog } from './update-log.ts'

/** Of a log that nobody else writes. */
const NO_ROWS: Set<number> = new Set()

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
  readonly own: Set<number>
  /** A compaction is asked for or under way. */
  isCompacting = false

  readonly #log: UpdateLog
  #size: DocumentSize | null = null
  /** Rows and bytes that the last compaction could not remove. */
  #floorRows = 0
  #floorBytes = 0
  /** Who changed in this turn. */
  #unsaid: Map<number, PresenceEntry> | null = null

  constructor(name: string, log: UpdateLog) {
    this.name = name
    this.#log = log
    this.own = isShared(log) ? new Set() : NO_ROWS
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
    this.#floorRows = this.#size?.rows ?? 0
    this.#floorBytes = this.#size?.rowBytes ?? 0
  }

  /** After `ready`: from here on the member hears every commit. */
  welcome(member: SyncSocket): void {
    this.members.add(member)
    const present = this.presence.present()
    member.send(
      ...(member.wantsAcks ? [openedFrame(this.#size?.epoch ?? '', member.right)] : []),
      ...(present.length > 0 ? [presenceFrame(present)] : []),
    )
  }

  /** @returns what other relays should hear */
  bid(member: SyncSocket): readonly PresenceEntry[] {
    this.members.delete(member)
    const left = this.presence.leave(member)
    this.announce(left)
    return left
  }

  /** After a commit, in one piece for each member: what the others wrote, then how many of its own frames are on disk. */
  tellCommitted(committed: readonly Pending<SyncSocket>[]): void {
    const counts = new Map<SyncSocket, number>()
    for (const { sender, count } of committed) counts.set(sender, count)
    const { all, without } = broadcastOf(committed.filter(({ update }) => !isEmptyUpdate(update)))
    for (const member of this.members) {
      const count = counts.get(member)
      if (count === undefined) member.sendFramed(all)
      else member.sendFramed(without(member, member.wantsAcks ? durableFrame(count) : null))
    }
  }

  /** What another relay committed. */
  tell(updates: readonly Uint8Array[]): void {
    const news = updates.filter((update) => !isEmptyUpdate(update))
    if (news.length === 0) return
    const bytes = framed(news.map(updateFrame))
    for (const member of this.members) member.sendFramed(bytes)
    this.grew(news.reduce((sum, update) => sum + update.length, 0))
  }

  /**
   * Tells everyone, the one it is about too: stock clients take it for a sign of life. What is said in one turn of the event loop is told in one
   * piece: where many come at once, each would else be told of each.
   */
  announce(entries: readonly PresenceEntry[]): void {
    if (entries.length === 0) return
    if (this.#unsaid === null) {
      this.#unsaid = new Map()
      setImmediate(() => this.#say())
    }
    for (const entry of entries) this.#unsaid.set(entry.client, entry)
  }

  #say(): void {
    const entries = [...(this.#unsaid?.values() ?? [])]
    this.#unsaid = null
    const bytes = framed([presenceFrame(entries)])
    for (const member of this.members) member.sendFramed(bytes)
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
    return (
      size.rows - this.#floorRows >= limits.compactRows * patience(size) ||
      size.rowBytes - this.#floorBytes >= Math.max(limits.compactBytes, size.snapshotBytes / 2)
    )
  }

  isWorthCompactingOnLeave(limits: Limits): boolean {
    const size = this.#size
    if (!size) return false
    return (
      size.rows - this.#floorRows >= limits.compactRowsOnLeave * patience(size) ||
      size.rowBytes - this.#floorBytes >= Math.max(limits.compactBytesOnLeave, size.snapshotBytes / 8)
    )
  }
}

/**
 * How many times the rows of a small document a large one may have: writing it anew costs what it weighs, and who opens it takes rows as gladly as the
 * snapshot, up to a few thousand.
 */
function patience({ snapshotBytes }: DocumentSize): number {
  return Math.min(MOST_PATIENCE, Math.max(1, Math.floor(snapshotBytes / PATIENT_BYTES)))
}

/** A document of so many bytes is small. */
const PATIENT_BYTES = 128 * 1024
const MOST_PATIENCE = 8
