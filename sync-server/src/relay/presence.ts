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
  const idOf = new Map<Holder, number>()
  const entryOf = new Map<number, { entry: PresenceEntry; holder: Holder }>()

  const mayHold = (speaker: Holder, client: number): boolean => {
    const own = idOf.get(speaker)
    if (own !== undefined) return own === client
    const held = entryOf.get(client)
    return held === undefined || held.holder.accountId === speaker.accountId
  }

  return {
    hear: (speaker, entries) => {
      const news: PresenceEntry[] = []
      for (const entry of entries) {
        const hasLeft = entry.state === LEFT
        if (hasLeft ? idOf.get(speaker) !== entry.client : !mayHold(speaker, entry.client)) continue
        const held = entryOf.get(entry.client)
        if (held && held.holder !== speaker) idOf.delete(held.holder)
        else if (held && entry.clock < held.entry.clock) continue
        idOf.set(speaker, entry.client)
        if (hasLeft) entryOf.delete(entry.client)
        else entryOf.set(entry.client, { entry, holder: speaker })
        news.push(entry)
      }
      return news
    },
    leave: (holder) => {
      const client = idOf.get(holder)
      idOf.delete(holder)
      if (client === undefined) return []
      const held = entryOf.get(client)
      if (held === undefined || held.holder !== holder) return []
      entryOf.delete(client)
      return [{ client, clock: held.entry.clock, state: LEFT }]
    },
    present: () => Array.from(entryOf.values(), (held) => held.entry),
    held: () => [...entryOf.values()],
  }
}
