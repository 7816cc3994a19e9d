/**
 * Who is on this relay's documents at other relays, told over the fan-out. Nothing is durable and nothing is kept for a document that nobody has open
 * here.
 *
 * Always true: what another relay tells stands beside what sockets say here under the same guard: an id is held by one person, here or elsewhere, and
 * another account cannot speak for it. A relay counts its changes; who misses one asks for all of them. A relay that is not heard for a while has
 * died, or Redis is away: its people are taken away, and come back with its first word.
 */
import type { FanOut } from './fan-out.ts'
import type { PresenceEntry } from './frames.ts'
import type { Limits } from './limits.ts'
import type { Presence, PresenceHolder } from './presence.ts'
import type { PresenceWords } from './presence-words.ts'

/** Somebody on a socket of another relay. */
export interface Elsewhere extends PresenceHolder {
  readonly relay: string
}

/** A room, as far as this is about it. */
export interface Gathering {
  readonly name: string
  readonly presence: Presence<PresenceHolder>
  /** To the members here. */
  announce(entries: readonly PresenceEntry[]): void
}

export interface ElsewhereParts {
  readonly fanOut: FanOut
  readonly limits: Pick<Limits, 'presenceBeat'>
  room(document: string): Gathering | undefined
  rooms(): Iterable<Gathering>
}

export interface PresenceElsewhere {
  /** Somebody here announced herself, changed or left. */
  changed(document: string, account: string, entries: readonly PresenceEntry[]): void
  /** The first one here opened it. */
  opened(document: string): void
  /** Others that are alive. */
  relays(): number
  close(): void
}

/** Signs of life that may be missed. */
const MISSED_BEATS = 5

type People = Map<string, Elsewhere>

export function presenceElsewhere({ fanOut, limits, room, rooms }: ElsewhereParts): PresenceElsewhere {
  let count = 0
  const relays = new Map<string, { count: number; silentFor: number }>()
  const peopleIn = new WeakMap<Gathering, People>()
  const opening = new Set<string>()

  const say = (words: PresenceWords, to: string | null = null) => fanOut.say(words, to)

  const personIn = (gathering: Gathering, relay: string, account: string, client: number): Elsewhere => {
    const people = peopleIn.get(gathering) ?? new Map<string, Elsewhere>()
    peopleIn.set(gathering, people)
    const key = `${relay} ${account} ${client}`
    const person = people.get(key) ?? { accountId: account, relay }
    people.set(key, person)
    return person
  }
  const forget = (gathering: Gathering, relay: string, isStill: (key: string) => boolean): PresenceEntry[] => {
    const gone: PresenceEntry[] = []
    const people = peopleIn.get(gathering) ?? new Map<string, Elsewhere>()
    for (const [key, person] of people) {
      if (person.relay !== relay || isStill(key)) continue
      people.delete(key)
      gone.push(...gathering.presence.leave(person))
    }
    return gone
  }

  const change = (from: string, words: Extract<PresenceWords, { kind: 'changed' }>) => {
    const gathering = room(words.document)
    if (!gathering) return
    const news = words.entries.flatMap((entry) => {
      const person = personIn(gathering, from, words.account, entry.client)
      const heard = gathering.presence.hear(person, [entry])
      if (entry.state === 'null') peopleIn.get(gathering)?.delete(`${from} ${words.account} ${entry.client}`)
      return heard
    })
    gathering.announce(news)
  }
  const answer = (to: string, { documents, evenNobody }: Extract<PresenceWords, { kind: 'who' }>) => {
    for (const document of documents) {
      const here = room(document)?.presence.held() ?? []
      const people = here
        .filter(({ holder }) => !isElsewhere(holder))
        .map(({ holder, entry }) => ({ account: holder.accountId, entry }))
      if (people.length > 0 || evenNobody) say({ kind: 'present', count, document, people }, to)
    }
  }
  const replace = (from: string, { document, people }: Extract<PresenceWords, { kind: 'present' }>) => {
    const gathering = room(document)
    if (!gathering) return
    const listed = new Set(people.map(({ account, entry }) => `${from} ${account} ${entry.client}`))
    const news = forget(gathering, from, (key) => listed.has(key))
    // An answer may be older than the socket that took the id over here.
    const here = new Set(
      gathering.presence.held().flatMap(({ holder, entry }) => (isElsewhere(holder) ? [] : [entry.client])),
    )
    for (const { account, entry } of people) {
      if (here.has(entry.client)) continue
      news.push(...gathering.presence.hear(personIn(gathering, from, account, entry.client), [entry]))
    }
    gathering.announce(news)
  }

  const unlisten = fanOut.hear((from, words) => {
    const known = relays.get(from)
    relays.set(from, { count: words.count, silentFor: 0 })
    const expected = known && known.count + (words.kind === 'changed' ? 1 : 0)
    if (words.kind === 'changed') change(from, words)
    if (words.kind === 'who') answer(from, words)
    if (words.kind === 'present') replace(from, words)
    if (words.count === expected) return
    const documents = Array.from(rooms(), ({ name }) => name)
    if (documents.length > 0) say({ kind: 'who', count, documents, evenNobody: true }, from)
  })
  const timer = setInterval(() => {
    say({ kind: 'alive', count })
    for (const [relay, heard] of relays) {
      heard.silentFor += 1
      if (heard.silentFor <= MISSED_BEATS) continue
      relays.delete(relay)
      for (const gathering of rooms()) gathering.announce(forget(gathering, relay, () => false))
    }
  }, limits.presenceBeat)
  timer.unref()
  const ask = () => {
    const documents = [...opening]
    opening.clear()
    if (documents.length > 0) say({ kind: 'who', count, documents, evenNobody: false })
  }

  return {
    changed(document, account, entries) {
      if (entries.length === 0) return
      count += 1
      say({ kind: 'changed', count, document, account, entries: [...entries] })
    },
    opened(document) {
      // Many at once after a restart: one question for all of this turn.
      if (opening.size === 0) queueMicrotask(ask)
      opening.add(document)
    },
    relays: () => relays.size,
    close() {
      clearInterval(timer)
      unlisten()
    },
  }
}

export function isElsewhere(holder: PresenceHolder): holder is Elsewhere {
  return 'relay' in holder
}
