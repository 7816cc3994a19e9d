/**
 * The relay's facts that this account may see, copied into this browser and checked link by link. One tab listens, all tabs see.
 * A chain that does not hold is never shown as true: it becomes a visible error and nothing more is taken in.
 */
import type { Fact, StreamName } from '@yejibu/shared/kernel/fact'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { type ArchiveReview, foldReview, NO_REVIEW } from '@yejibu/shared/review/review'
import { isReviewFact } from '@yejibu/shared/review/review-facts'
import { factSchema, feedPageSchema } from '@yejibu/shared/wire/feed'
import { type Accessor, createSignal } from 'solid-js'
import type { Api, ApiRefusal } from '../platform/api.ts'
import { backoffDelay } from '../platform/backoff.ts'
import type { AccountDatabase } from '../platform/database.ts'
import { makeQuerySignal, type QuerySignal } from '../platform/query-signal.ts'
import { withTabLock } from '../platform/tab-lock.ts'
import { noteQueueNews } from './create-queue-news.ts'
import { readEvents } from './event-stream.ts'
import {
  append,
  BEGINNING,
  type Break,
  type Cursor,
  factsIn,
  forgetFacts,
  readCursor,
  replaceAll,
} from './fact-store.ts'

export type FeedState =
  | { readonly kind: 'starting' }
  /** Everything is here and the live stream is open, in this tab or another one. */
  | { readonly kind: 'live' }
  /** The relay cannot be reached; what is here is as of `at` (ISO 8601), or null when nothing was ever fetched. */
  | { readonly kind: 'away'; readonly at: string | null; readonly refusal: ApiRefusal }
  /** The relay's facts contradict each other or what it said before. */
  | ({ readonly kind: 'broken' } & Break)

export interface Facts {
  readonly state: Accessor<FeedState>
  /** The facts of one stream in order; reactive inside a tracking scope, loaded on first use (empty until then). */
  factsOf(stream: StreamName): readonly Fact[]
  /** The review of one archive, folded; reactive. */
  reviewOfArchive(archive: AccountId): ArchiveReview
  /** The stream has been read from this browser (not necessarily up to date); reactive. */
  isLoaded(stream: StreamName): boolean
  /** The stream as shown holds what the relay's first answer brought; also true when the relay could not be reached. */
  isCurrent(stream: StreamName): boolean
  /** Ask the relay for news now. Resolves when it answered or could not be reached. */
  refresh(): Promise<void>
  /** After `broken`: forget the copy and fetch all again. */
  startOver(): Promise<void>
  dispose(): void
}

export interface FactsOptions {
  readonly database: AccountDatabase
  readonly api: Api
  readonly random?: () => number
  readonly now?: () => Date
}

type Pulled =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly refusal: ApiRefusal }
  | { readonly kind: 'broken'; readonly at: Break }

export function createFacts({ database, api, ...given }: FactsOptions): Facts {
  const random = given.random ?? Math.random
  const now = given.now ?? (() => new Date())
  const [state, setState] = createSignal<FeedState>({ kind: 'starting' })
  const streams = new Map<StreamName, QuerySignal<Seen | undefined>>()
  /** How far the first answer of the relay reached, as `seq`; 0 when there was none, null before. */
  const [answered, setAnswered] = createSignal<number | null>(null)
  const reviews = new WeakMap<readonly Fact[], ArchiveReview>()
  const stopped = new AbortController()
  let listening: AbortController | undefined
  let wakeUp: () => void = () => undefined
  let attempts = 0

  const page = (cursor: Cursor) =>
    api.call('GET', `/api/feed?after=${cursor.seq}&hash=${cursor.hash}`, feedPageSchema, { signal: stopped.signal })

  /** Reads all pages after the cursor; from the beginning when what we may see has changed. */
  const readPages = async (from: Cursor): Promise<Pulled> => {
    let cursor = from
    const gathered: Fact[] = []
    const isWhole = from.seq === 0
    for (;;) {
      const answer = await page(cursor)
      if (!answer.ok) {
        if (answer.refusal.kind === 'feed-rewritten') return brokenAt(cursor.seq, 'rewritten')
        return { kind: 'refused', refusal: answer.refusal }
      }
      const { head, grant, more } = answer.value
      if (cursor.grant !== null && cursor.grant !== grant) return readPages(BEGINNING)
      const facts = answer.value.facts.map(asFact)
      const last = facts.at(-1)
      if (more && !last) return { kind: 'refused', refusal: { kind: 'unexpected', reference: 'feed-empty-page' } }
      const end = more && last ? last : head
      cursor = { seq: end.seq, hash: end.hash, grant, at: now().toISOString() }
      if (isWhole) gathered.push(...facts)
      else {
        const found = await append(database, facts, cursor)
        if (found) return { kind: 'broken', at: found }
      }
      if (more) continue
      const found = isWhole ? await replaceAll(database, gathered, cursor) : null
      return found ? { kind: 'broken', at: found } : { kind: 'done' }
    }
  }
  /** One tab at a time. A chain once found broken stays so until `startOver`. */
  const pull = async (): Promise<Pulled> => {
    let pulled: Pulled = { kind: 'done' }
    await withTabLock(
      `${database.name}/feed-pull`,
      async () => {
        pulled = state().kind === 'broken' ? pulled : await readPages(await readCursor(database))
      },
      stopped.signal,
    )
    return pulled
  }
  const show = async (pulled: Pulled): Promise<void> => {
    if (answered() === null) setAnswered(pulled.kind === 'done' ? (await readCursor(database)).seq : 0)
    if (pulled.kind === 'broken') setState({ kind: 'broken', ...pulled.at })
    if (pulled.kind === 'refused' && state().kind !== 'broken') {
      setState({ kind: 'away', at: (await readCursor(database)).at, refusal: pulled.refusal })
    }
  }

  /** @returns why the stream ended */
  const listen = async (): Promise<Pulled> => {
    const here = new AbortController()
    listening = here
    const { seq, grant } = await readCursor(database)
    const stream = await api.stream(`/api/feed/live?after=${seq}&grant=${grant ?? ''}`, here.signal)
    if (!stream.ok) return { kind: 'refused', refusal: stream.refusal }
    // While no tab listened, her lists may have moved without a word.
    if (attempts > 0) await noteQueueNews(database)
    setState({ kind: 'live' })
    attempts = 0
    try {
      for await (const { event, data } of readEvents(stream.value)) {
        if (event === 'grant') return await pull()
        if (event === 'queues') await noteQueueNews(database)
        if (event !== 'fact') continue
        const taken = await take(asFact(factSchema.parse(JSON.parse(data))))
        if (taken) return { kind: 'broken', at: taken }
      }
    } catch {
      // The connection broke, or what came was no fact: ask again from where we are.
    }
    return { kind: 'refused', refusal: { kind: 'unreachable' } }
  }
  const take = async (fact: Fact): Promise<Break | null> => {
    let found: Break | null = null
    await withTabLock(`${database.name}/feed-pull`, async () => {
      const cursor = await readCursor(database)
      if (fact.seq <= cursor.seq) return
      found = await append(database, [fact], { ...cursor, seq: fact.seq, hash: fact.hash, at: now().toISOString() })
    })
    return found
  }

  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      const pulled = await pull()
      await show(pulled)
      if (pulled.kind === 'done' && state().kind !== 'broken') {
        const ended = await listen()
        if (ended.kind === 'done') continue
        if (!stopped.signal.aborted) await show(ended)
      }
      if (stopped.signal.aborted) return
      attempts++
      await sleep(state().kind === 'broken' ? null : backoffDelay(attempts, random()))
    }
  }
  /** @param milliseconds null: until woken */
  const sleep = (milliseconds: number | null): Promise<void> =>
    new Promise((resolve) => {
      const timer = milliseconds === null ? undefined : setTimeout(resolve, milliseconds)
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const failed = (): void => {
    setState({ kind: 'away', at: null, refusal: { kind: 'unexpected', reference: 'browser-store' } })
  }
  /** The connection may be dead without knowing it: after sleep, after another network. */
  const again = (): void => {
    attempts = 0
    listening?.abort()
    wakeUp()
  }
  globalThis.addEventListener?.('online', again)
  withTabLock(`${database.name}/feed-live`, run, stopped.signal).catch(failed)
  // The other tabs are told by the first one through the database; each only has to know that it is up to date.
  pull()
    .then((pulled) => {
      if (pulled.kind === 'done' && state().kind === 'starting') setState({ kind: 'live' })
      return show(pulled)
    })
    .catch(failed)

  const seen = (stream: StreamName): Seen | undefined => {
    let signal = streams.get(stream)
    if (!signal) {
      let before: readonly Fact[] = NONE
      signal = makeQuerySignal<Seen | undefined>(async () => {
        // The cursor first: what is read after it holds at least that much.
        const { seq } = await readCursor(database)
        const facts = await factsIn(database, stream)
        // Facts are only ever added, so the same last one of the same number means the same facts.
        const isSame = facts.length === before.length && facts.at(-1)?.hash === before.at(-1)?.hash
        before = isSame ? before : facts.map((fact, at) => (before[at]?.hash === fact.hash ? before[at] : fact))
        return { facts: before, through: seq }
      }, undefined)
      streams.set(stream, signal)
    }
    return signal.value()
  }
  const query = (stream: StreamName) => seen(stream)?.facts

  return {
    state,
    factsOf: (stream) => query(stream) ?? NONE,
    isLoaded: (stream) => query(stream) !== undefined,
    isCurrent(stream) {
      const [now, first] = [seen(stream), answered()]
      return now !== undefined && first !== null && now.through >= first
    },
    reviewOfArchive(archive) {
      const facts = query(`archive/${archive}`)
      if (!facts) return NO_REVIEW
      const folded = reviews.get(facts) ?? foldReview(facts.filter(isReviewFact))
      reviews.set(facts, folded)
      return folded
    },
    async refresh() {
      await show(await pull())
      if (state().kind === 'away') wakeUp()
    },
    async startOver() {
      await forgetFacts(database)
      setState({ kind: 'starting' })
      again()
    },
    dispose() {
      stopped.abort()
      listening?.abort()
      wakeUp()
      globalThis.removeEventListener?.('online', again)
      for (const signal of streams.values()) signal.stop()
    },
  }
}

interface Seen {
  readonly facts: readonly Fact[]
  /** Everything up to this `seq` is among them. */
  readonly through: number
}

const NONE: readonly Fact[] = []

function brokenAt(seq: number, why: Break['why']): Pulled {
  return { kind: 'broken', at: { seq, why } }
}

/** The envelope was parsed; that nobody altered it, its hash says. */
function asFact(parsed: ReturnType<typeof factSchema.parse>): Fact {
  return parsed as Fact
}
