/**
 * The copy of the relay's facts in this browser. What enters has been checked against what is here: each fact's own hash, the link
 * between neighbours, and the count of its stream.
 */
import { type Fact, firstBreak, NO_PREVIOUS, type StreamName } from '@yejibu/shared/kernel/fact'
import { Dexie } from 'dexie'
import * as z from 'zod/mini'
import type { AccountDatabase } from '../platform/database.ts'

export interface Cursor {
  /** The relay's chain up to here has been asked for. */
  readonly seq: number
  readonly hash: string
  /** Fingerprint of what we were allowed to see; null before the first answer. */
  readonly grant: string | null
  /** ISO 8601, by this device's clock. */
  readonly at: string | null
}

export type Break = {
  readonly seq: number
  readonly why: 'hash' | 'prev' | 'order' | 'count' | 'rewritten'
}

export const BEGINNING: Cursor = { seq: 0, hash: NO_PREVIOUS, grant: null, at: null }

const CURSOR = 'feed'

const cursorSchema = z.object({
  seq: z.number(),
  hash: z.string(),
  grant: z.nullable(z.string()),
  at: z.nullable(z.string()),
})

export async function readCursor(database: AccountDatabase): Promise<Cursor> {
  const stored = cursorSchema.safeParse((await database.settings.get(CURSOR))?.value)
  return stored.success ? stored.data : BEGINNING
}

/** Facts of one stream, in order. */
export function factsIn(database: AccountDatabase, stream: StreamName): Promise<Fact[]> {
  return database.facts.where('[stream+n]').between([stream, Dexie.minKey], [stream, Dexie.maxKey]).toArray()
}

/** Takes in facts that follow what is here, and moves the cursor, in one transaction; or says why not and takes nothing. */
export function append(database: AccountDatabase, facts: readonly Fact[], cursor: Cursor): Promise<Break | null> {
  return database.transaction('rw', database.facts, database.settings, async () => {
    const news: Fact[] = []
    for (const fact of facts) {
      const known = await database.facts.get(fact.seq)
      if (known && known.hash !== fact.hash) return { seq: fact.seq, why: 'rewritten' }
      if (!known) news.push(fact)
    }
    const last = await database.facts.orderBy('seq').last()
    const counts = new Map<string, number>()
    for (const stream of new Set(news.map((fact) => fact.stream))) {
      const newest = await database.facts
        .where('[stream+n]')
        .between([stream, Dexie.minKey], [stream, Dexie.maxKey])
        .last()
      if (newest) counts.set(stream, newest.n)
    }
    const found = breakIn(last, news, counts)
    if (found) return found
    await database.facts.bulkAdd(news)
    await database.settings.put({ key: CURSOR, value: cursor })
    return null
  })
}

/** Puts a whole new copy in the place of the old one, when what we may see has changed. */
export function replaceAll(database: AccountDatabase, facts: readonly Fact[], cursor: Cursor): Promise<Break | null> {
  const found = breakIn(undefined, facts, new Map())
  if (found) return Promise.resolve(found)
  return database.transaction('rw', database.facts, database.settings, async () => {
    await database.facts.clear()
    await database.facts.bulkAdd([...facts])
    await database.settings.put({ key: CURSOR, value: cursor })
    return null
  })
}

export function forgetFacts(database: AccountDatabase): Promise<void> {
  return database.transaction('rw', database.facts, database.settings, async () => {
    await database.facts.clear()
    await database.settings.delete(CURSOR)
  })
}

/**
 * @param counts the newest `n` known of each stream; a stream not yet known may begin anywhere we were let in. Of her own case a person is not shown what
 * the committee does among itself nor who objected (shared/src/case/visible-facts.ts): there the count may skip, but never go back.
 */
export function breakIn(
  last: Fact | undefined,
  facts: readonly Fact[],
  counts: ReadonlyMap<string, number>,
): Break | null {
  const found = firstBreak(last ? [last, ...facts] : facts)
  if (found) return found
  const newest = new Map(counts)
  for (const fact of facts) {
    const before = newest.get(fact.stream)
    const fits = before === undefined || (isToldInPart(fact.stream) ? fact.n > before : fact.n === before + 1)
    if (!fits) return { seq: fact.seq, why: 'count' }
    newest.set(fact.stream, fact.n)
  }
  return null
}

function isToldInPart(stream: StreamName): boolean {
  return stream.startsWith('application/')
}
