// @vitest-environment node
import 'fake-indexeddb/auto'
import { type Fact, hashOfFact, NO_PREVIOUS, type StreamName } from '@yejibu/shared/kernel/fact'
import type { AccountId, FactId } from '@yejibu/shared/kernel/ids'
import { PROBLEM_MEDIA_TYPE } from '@yejibu/shared/wire/problem'
import { createEffect, createRoot } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createApi } from '../platform/api.ts'
import { type AccountDatabase, openAccountDatabase } from '../platform/database.ts'
import { createFacts, type Facts } from './facts.ts'

/** The relay's chain, and what of it this reader may see. */
let chain: Fact[]
let isVisible: (fact: Fact) => boolean
let grant: string
let isAway: boolean
/** The relay answers nothing before this. */
let held: Promise<void>
let streams: ReadableStreamDefaultController<Uint8Array>[]
let asked: string[]
let database: AccountDatabase
let all: Facts[]
let account = 0

function happen(stream: StreamName, data: unknown = {}, changes: Partial<Fact> = {}): Fact {
  const last = chain.at(-1)
  const unsigned = {
    seq: (last?.seq ?? 0) + 1,
    stream,
    n: chain.filter((fact) => fact.stream === stream).length + 1,
    id: `fact-${chain.length}` as FactId,
    kind: 'something',
    v: 1,
    at: '2026-11-21T08:00:00Z',
    actor: 'relay' as const,
    data,
    prev: last?.hash ?? NO_PREVIOUS,
    ...changes,
  }
  const fact: Fact = { ...unsigned, hash: hashOfFact(unsigned) }
  chain.push(fact)
  return fact
}
function tell(event: string, data: unknown): void {
  for (const stream of streams)
    stream.enqueue(new TextEncoder().encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`))
}

const relay: typeof fetch = async (input, init) => {
  await held
  if (isAway) throw new TypeError('fetch failed')
  const url = new URL(String(input), 'http://relay')
  asked.push(url.pathname + url.search)
  const after = Number(url.searchParams.get('after'))
  if (url.pathname === '/api/feed/live') {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        streams.push(controller)
        init?.signal?.addEventListener('abort', () => controller.error(new DOMException('aborted', 'AbortError')))
      },
    })
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  }
  const known = after === 0 ? NO_PREVIOUS : chain.find((fact) => fact.seq === after)?.hash
  if (known !== url.searchParams.get('hash')) {
    return new Response(JSON.stringify({ type: 'x', status: 409, refusal: { kind: 'feed-rewritten' } }), {
      status: 409,
      headers: { 'content-type': PROBLEM_MEDIA_TYPE },
    })
  }
  const seen = chain.filter((fact) => fact.seq > after && isVisible(fact))
  const facts = seen.slice(0, 3)
  const last = chain.at(-1)
  return Response.json({
    facts,
    head: { seq: last?.seq ?? 0, hash: last?.hash ?? NO_PREVIOUS },
    grant,
    more: seen.length > facts.length,
  })
}

function open(): Facts {
  const facts = createFacts({ database, api: createApi({ fetch: relay }), random: () => 0 })
  all.push(facts)
  return facts
}
const stored = (): Promise<Fact[]> => database.facts.orderBy('seq').toArray()
const isLive = (facts: Facts): boolean => facts.state().kind === 'live' && streams.length > 0

beforeEach(() => {
  chain = []
  isVisible = () => true
  grant = 'g1'
  isAway = false
  held = Promise.resolve()
  streams = []
  asked = []
  all = []
  database = openAccountDatabase(`reader-${++account}` as AccountId)
})
afterEach(() => {
  for (const facts of all) facts.dispose()
  database.close()
})

describe('the facts in this browser', () => {
  it('[CLIENT-14] are fetched page by page, and then as they happen', async () => {
    for (let i = 0; i < 7; i++) happen('archive/xu', { i })
    const facts = open()
    await vi.waitUntil(() => isLive(facts) && facts.factsOf('archive/xu').length === 7)
    const next = happen('archive/xu', { i: 7 })
    tell('fact', next)
    await vi.waitUntil(() => facts.factsOf('archive/xu').length === 8)
    expect(await stored()).toEqual(chain)
  })

  it('[CLIENT-547] a fact that was there stays the same object when more come', async () => {
    happen('archive/xu', { i: 0 })
    happen('archive/xu', { i: 1 })
    const facts = open()
    await vi.waitUntil(() => isLive(facts) && facts.factsOf('archive/xu').length === 2)
    const before = facts.factsOf('archive/xu')
    tell('fact', happen('archive/xu', { i: 2 }))
    await vi.waitUntil(() => facts.factsOf('archive/xu').length === 3)
    expect(facts.factsOf('archive/xu')[0]).toBe(before[0])
    expect(facts.factsOf('archive/xu')[1]).toBe(before[1])
  })

  it('[CLIENT-14] a stream is current only with what the first answer brought in view, or when nobody answers', async () => {
    for (let i = 0; i < 7; i++) happen('archive/xu', { i })
    let answer: () => void = () => undefined
    held = new Promise((resolve) => {
      answer = resolve
    })
    const facts = open()
    const seen: number[] = []
    createRoot((dispose) => {
      onTestFinished(dispose)
      createEffect(() => {
        if (facts.isCurrent('archive/xu')) seen.push(facts.factsOf('archive/xu').length)
      })
    })
    // This browser's empty copy has been read, and is not taken for the relay's word.
    await vi.waitUntil(() => facts.isLoaded('archive/xu'))
    expect(seen).toEqual([])
    answer()
    await vi.waitUntil(() => seen.length > 0)
    // However often it is looked at.
    expect(new Set(seen)).toEqual(new Set([7]))
    isAway = true
    const away = open()
    await vi.waitUntil(() => away.isCurrent('archive/xu'))
    expect(away.factsOf('archive/xu')).toHaveLength(7)
  })

  it('[CLIENT-14] may leave out what the reader may not see', async () => {
    for (let i = 0; i < 5; i++) {
      happen('archive/xu')
      happen('archive/qian')
    }
    isVisible = (fact) => fact.stream === 'archive/xu'
    const facts = open()
    await vi.waitUntil(() => isLive(facts) && facts.factsOf('archive/xu').length === 5)
    expect(facts.factsOf('archive/qian')).toEqual([])
  })

  it.each([
    ['hash', (fact: Fact) => ({ ...fact, data: { approved: true } })],
    [
      'prev',
      (fact: Fact) => {
        const forged = { ...fact, prev: 'f'.repeat(64) }
        return { ...forged, hash: hashOfFact(forged) }
      },
    ],
  ] as const)('[CLIENT-15] a fact with a false %s is shown as an error and not taken in', async (why, tamper) => {
    for (let i = 0; i < 3; i++) happen('archive/xu', { i })
    const facts = open()
    await vi.waitUntil(() => isLive(facts) && facts.factsOf('archive/xu').length === 3)
    tell('fact', tamper(happen('archive/xu', { i: 3 })))
    await vi.waitUntil(() => facts.state().kind === 'broken')
    expect(facts.state()).toEqual({ kind: 'broken', seq: 4, why })
    expect((await stored()).length).toBe(3)
  })

  it('[CLIENT-15] a fact left out of its stream is noticed', async () => {
    happen('archive/xu')
    const facts = open()
    await vi.waitUntil(() => isLive(facts) && facts.factsOf('archive/xu').length === 1)
    happen('archive/xu', { hidden: true })
    tell('fact', happen('archive/xu'))
    await vi.waitUntil(() => facts.state().kind === 'broken')
    expect(facts.state()).toEqual({ kind: 'broken', seq: 3, why: 'count' })
  })

  it('[CLIENT-457] of a case the committee keeps facts to itself: what comes after them is taken in, whether told or read from the beginning', async () => {
    const before = happen('application/xu.1')
    isVisible = (fact) => JSON.stringify(fact.data) !== '"of the committee"'
    const facts = open()
    await vi.waitUntil(() => isLive(facts) && facts.factsOf('application/xu.1').length === 1)
    happen('application/xu.1', 'of the committee')
    const after = happen('application/xu.1', 'result-notice-opened')
    tell('fact', after)
    await vi.waitUntil(() => facts.factsOf('application/xu.1').length === 2)
    await facts.startOver()
    await vi.waitUntil(() => isLive(facts) && facts.factsOf('application/xu.1').length === 2)
    expect(facts.factsOf('application/xu.1')).toEqual([before, after])
  })

  it('[CLIENT-457] a count that goes back is noticed there too', async () => {
    happen('application/xu.1')
    happen('application/xu.1')
    const facts = open()
    await vi.waitUntil(() => isLive(facts) && facts.factsOf('application/xu.1').length === 2)
    tell('fact', happen('application/xu.1', {}, { n: 2 }))
    await vi.waitUntil(() => facts.state().kind === 'broken')
    expect(facts.state()).toEqual({ kind: 'broken', seq: 3, why: 'count' })
  })

  it('[CLIENT-15] a relay that rewrote its past is not believed until the reader starts over', async () => {
    for (let i = 0; i < 3; i++) happen('archive/xu', { i })
    const before = open()
    await vi.waitUntil(() => isLive(before) && before.factsOf('archive/xu').length === 3)
    before.dispose()
    chain = []
    for (let i = 0; i < 3; i++) happen('archive/xu', { rewritten: i })
    const facts = open()
    await vi.waitUntil(() => facts.state().kind === 'broken')
    expect(facts.state()).toEqual({ kind: 'broken', seq: 3, why: 'rewritten' })
    expect((await stored())[0]?.data).toEqual({ i: 0 })
    await facts.startOver()
    await vi.waitUntil(() => facts.state().kind === 'live')
    expect((await stored())[0]?.data).toEqual({ rewritten: 0 })
  })

  it('[CLIENT-14] are read again from the beginning when what the reader may see changed', async () => {
    happen('archive/xu')
    happen('archive/qian')
    isVisible = (fact) => fact.stream === 'archive/xu'
    const facts = open()
    await vi.waitUntil(() => isLive(facts) && facts.factsOf('archive/xu').length === 1)
    grant = 'g2'
    isVisible = (fact) => fact.stream === 'archive/qian'
    tell('grant', {})
    await vi.waitUntil(() => facts.factsOf('archive/qian').length === 1)
    await vi.waitUntil(() => facts.factsOf('archive/xu').length === 0)
  })

  it('[CLIENT-14] are there without the relay, and say as of when', async () => {
    happen('archive/xu')
    const first = open()
    await vi.waitUntil(() => isLive(first) && first.factsOf('archive/xu').length === 1)
    first.dispose()
    isAway = true
    const facts = open()
    await vi.waitUntil(() => facts.state().kind === 'away' && facts.factsOf('archive/xu').length === 1)
    expect(facts.state()).toMatchObject({ at: expect.stringMatching(/^\d{4}-/), refusal: { kind: 'unreachable' } })
  })
  it('[RELAY-152] the relay’s word that a list changed leaves a mark for the pages, and is no fact', async () => {
    happen('archive/xu')
    const facts = open()
    await vi.waitUntil(() => isLive(facts) && streams.length === 1)
    const mark = async () => (await database.settings.get('queue-news'))?.value
    expect(await mark()).toBeUndefined()
    tell('queues', '')
    await vi.waitUntil(async () => (await mark()) === 1)
    expect(await stored()).toHaveLength(1)
  })
})
