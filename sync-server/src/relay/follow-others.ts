/**
 * Reads on in what other relays commit to the documents that are open here.
 *
 * Always true: what is committed reaches every open socket of every relay, whether or not a hint of it came: each look asks for everything after
 * the row that the room's members have heard up to, and rows are numbered in the order of their commits. What this relay committed itself is
 * told by `Rooms` and not again from here.
 */
import type { FanOut } from './fan-out.ts'
import type { SharedUpdateLog, UpdateLog } from './update-log.ts'

/** A room, as far as this is about it. */
export interface Follower {
  readonly name: string
  /** Everything up to this row was told to the members or is in what they load. */
  heardUpTo: number
  /** Rows after it that this relay committed. */
  readonly own: Set<number>
  tell(updates: readonly Uint8Array[]): void
}

export interface FollowParts {
  readonly log: SharedUpdateLog
  readonly fanOut: FanOut
  readonly journal: { warn(details: object, message: string): void }
  room(document: string): Follower | undefined
  rooms(): Iterable<Follower>
}

export interface FollowOthers {
  /** This relay has committed and told its members: the newest row of each document. */
  committed(newest: ReadonlyMap<string, number>): void
  close(): Promise<void>
}

/** How late a relay hears of something whose hint was lost, milliseconds. */
const LOOK_MS = 1_000

export function isShared(log: UpdateLog): log is SharedUpdateLog {
  return 'since' in log
}

export function followOthers({ log, fanOut, journal, room, rooms }: FollowParts): FollowOthers {
  const catching = new Map<string, Promise<void>>()
  let isClosed = false
  let isTroubled = false

  const readOn = async (name: string) => {
    const follower = room(name)
    if (!follower || isClosed) return
    const news = await log.since(name, follower.heardUpTo)
    // It was closed, or told more, while we read.
    if (room(name) !== follower) return
    const others = news.rows.filter(({ id }) => id > follower.heardUpTo && !follower.own.has(id))
    const updates = others.flatMap((row) => row.updates)
    if (news.snapshot) updates.unshift(news.snapshot)
    if (news.upTo > follower.heardUpTo) moveTo(follower, news.upTo)
    follower.tell(updates)
    isTroubled = false
  }
  const catchUp = (name: string) => {
    if (catching.has(name) || isClosed) return
    const done = readOn(name)
      .catch((error: unknown) => complain(error, name))
      .finally(() => catching.delete(name))
    catching.set(name, done)
  }
  /** Said once, until it works again: the next look comes soon. */
  const complain = (error: unknown, document: string | null) => {
    if (!isTroubled && !isClosed) journal.warn({ error, document }, 'what other relays wrote could not be read')
    isTroubled = true
  }
  const look = async () => {
    const open = [...rooms()]
    if (open.length === 0) return
    const newest = await log.newest(open.map(({ name }) => name))
    for (const { name, heardUpTo } of open) if ((newest.get(name) ?? 0) > heardUpTo) catchUp(name)
  }
  let looking = Promise.resolve()
  const timer = setInterval(() => {
    looking = looking.then(look).catch((error: unknown) => complain(error, null))
  }, LOOK_MS)
  timer.unref()
  const unlisten = fanOut.listen(({ documents }) => {
    for (const [name, newest] of documents) if (newest > (room(name)?.heardUpTo ?? newest)) catchUp(name)
  })

  return {
    committed(newest) {
      fanOut.tell({ documents: [...newest], facts: false })
      for (const [name, row] of newest) {
        const follower = room(name)
        if (!follower || row <= follower.heardUpTo) continue
        follower.own.add(row)
        if (row === follower.heardUpTo + 1) moveTo(follower, row)
        else catchUp(name)
      }
    },
    async close() {
      isClosed = true
      clearInterval(timer)
      unlisten()
      await looking
      await Promise.all(catching.values())
    },
  }
}

function moveTo(follower: Follower, row: number): void {
  follower.heardUpTo = row
  for (const own of follower.own) if (own <= row) follower.own.delete(own)
}
