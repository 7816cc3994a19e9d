/**
 * Who is on a document right now (y-protocols awareness). Never stored.
 *
 * Always true: a socket speaks for one client id, the first it announced; what it says of other ids is dropped (stock clients echo
 * everything they hear). An id is held by one socket; a newer socket of the same account takes it over (a device that came back
 * before its old connection was given up). When the holder closes, the others are told that the id left.
 */
import type { PresenceEntry } from './frames.ts'

export interface PresenceHolder {
  readonly accountId: string
}

const LEFT = 'null'

export interface Presence<Holder extends PresenceHolder> {
  /** @returns what everyone, the speaker too, should hear */
  hear(speaker: Holder, entries: readonly PresenceEntry[]): PresenceEntry[]
  leave(holder: Holder): PresenceEntry[]
  present(): PresenceEntry[]
  held(): { readonly entry: PresenceEntry; readonly holder: Holder }[]
}

export function makePresence<Holder extends PresenceHolder>(): Presence<Holder> {
  return new PresentHere<Holder>()
}

interface Held<Holder> {
  readonly entry: PresenceEntry
  readonly holder: Holder
}

/** Most documents that are open have nobody announced, or one: a map is made with the first. */
class PresentHere<Holder extends PresenceHolder> implements Presence<Holder> {
  #idOf: Map<Holder, number> | null = null
  #entryOf: Map<number, Held<Holder>> | null = null

  hear(speaker: Holder, entries: readonly PresenceEntry[]): PresenceEntry[] {
    const news: PresenceEntry[] = []
    for (const entry of entries) if (this.#hearOne(speaker, entry)) news.push(entry)
    return news
  }

  #hearOne(speaker: Holder, entry: PresenceEntry): boolean {
    this.#idOf ??= new Map()
    this.#entryOf ??= new Map()
    const hasLeft = entry.state === LEFT
    if (hasLeft ? this.#idOf.get(speaker) !== entry.client : !this.#mayHold(speaker, entry.client)) return false
    const held = this.#entryOf.get(entry.client)
    if (held && held.holder !== speaker) this.#idOf.delete(held.holder)
    else if (held && entry.clock < held.entry.clock) return false
    this.#idOf.set(speaker, entry.client)
    if (hasLeft) this.#entryOf.delete(entry.client)
    else this.#entryOf.set(entry.client, { entry, holder: speaker })
    return true
  }

  #mayHold(speaker: Holder, client: number): boolean {
    const own = this.#idOf?.get(speaker)
    if (own !== undefined) return own === client
    const held = this.#entryOf?.get(client)
    return held === undefined || held.holder.accountId === speaker.accountId
  }

  leave(holder: Holder): PresenceEntry[] {
    const client = this.#idOf?.get(holder)
    if (client === undefined) return []
    this.#idOf?.delete(holder)
    const held = this.#entryOf?.get(client)
    if (held === undefined || held.holder !== holder) return []
    this.#entryOf?.delete(client)
    return [{ client, clock: held.entry.clock, state: LEFT }]
  }

  present(): PresenceEntry[] {
    return this.held().map(({ entry }) => entry)
  }

  held(): Held<Holder>[] {
    return this.#entryOf ? [...this.#entryOf.values()] : []
  }
}
