// @vitest-environment node
import 'fake-indexeddb/auto'
import type { AccountId, CommandId, ItemId } from '@yejibu/shared/kernel/ids'
import { PROBLEM_MEDIA_TYPE, PROBLEM_TYPE } from '@yejibu/shared/wire/problem'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApi } from './api.ts'
import { askedDelay, makePatience } from './backoff.ts'
import { type AccountDatabase, openAccountDatabase } from './database.ts'
import { createOutbox, type Outbox } from './outbox.ts'

/** What the relay was asked, and how it answers: one entry per request. */
let asked: { kind: string; body: { id: string; item?: string } }[]
let answer: (body: { id: string; item?: string }) => Response | Promise<Response>
let database: AccountDatabase
let boxes: Outbox[]
let account = 0

const accepted = (): Response => Response.json({ facts: [] })
const refusal = (kind: string, status = 409, details: object = {}): Response =>
  new Response(JSON.stringify({ type: PROBLEM_TYPE + kind, status, refusal: { kind, ...details } }), {
    status,
    headers: { 'content-type': PROBLEM_MEDIA_TYPE },
  })
const unplugged = (): never => {
  throw new TypeError('fetch failed')
}

const relay: typeof fetch = async (input, init) => {
  const body: { id: string; item?: string } = JSON.parse(String(init?.body))
  asked.push({ kind: String(input).slice('/api/commands/'.length), body })
  const aborted = new Promise<never>((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
  })
  aborted.catch(() => undefined)
  return Promise.race([answer(body), aborted])
}

function box(): Outbox {
  const outbox = createOutbox({ database, api: createApi({ fetch: relay }), random: () => 0 })
  boxes.push(outbox)
  return outbox
}

const withdraw = (outbox: Outbox, item: string): Promise<CommandId> =>
  outbox.add('withdraw-revision', {
    expected: null,
    archive: 'xu' as AccountId,
    item: item as ItemId,
    digest: '0'.repeat(64),
  })

beforeEach(() => {
  asked = []
  answer = accepted
  boxes = []
  database = openAccountDatabase(`person-${++account}` as AccountId)
})
afterEach(() => {
  for (const outbox of boxes) outbox.dispose()
  database.close()
})

describe('the outbox', () => {
  it('[CLIENT-11] sends what was asked offline in the order of asking, each once', async () => {
    answer = unplugged
    const outbox = box()
    for (const item of ['one', 'two', 'three']) await withdraw(outbox, item)
    await vi.waitUntil(() => outbox.count() === 3 && outbox.holdUp()?.kind === 'unreachable')
    asked = []
    answer = accepted
    outbox.wake()
    await vi.waitUntil(() => outbox.count() === 0)
    expect(asked.map(({ body }) => body.item)).toEqual(['one', 'two', 'three'])
    await vi.waitUntil(() => outbox.holdUp() === null)
  })

  it('[CLIENT-12] asks again with the same id and the same body when the answer was lost', async () => {
    answer = unplugged
    const outbox = box()
    const id = await withdraw(outbox, 'one')
    await vi.waitUntil(() => outbox.holdUp() !== null)
    answer = accepted
    outbox.wake()
    await expect(outbox.whenAnswered(id)).resolves.toEqual({ kind: 'accepted' })
    expect(asked.length).toBeGreaterThan(1)
    for (const request of asked) expect(request).toEqual(asked[0])
    expect(asked[0]?.body.id).toBe(id)
  })

  it('[CLIENT-12] goes on after the page was closed in the middle of sending', async () => {
    let arrived: () => void = () => undefined
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve
    })
    answer = () => {
      arrived()
      return new Promise<Response>(() => undefined)
    }
    const first = box()
    const id = await withdraw(first, 'one')
    await arrival
    first.dispose()
    answer = accepted
    const second = box()
    await expect(second.whenAnswered(id)).resolves.toEqual({ kind: 'accepted' })
    expect(asked.map(({ body }) => body.id)).toEqual([id, id])
  })

  it('[CLIENT-13] keeps a refused command until it is dismissed and holds back only its own subject', async () => {
    answer = unplugged
    const outbox = box()
    const refused = await withdraw(outbox, 'one')
    const behind = await withdraw(outbox, 'one')
    const other = await withdraw(outbox, 'two')
    await vi.waitUntil(() => outbox.holdUp() !== null)
    answer = (body) => (body.id === refused ? refusal('not-sent') : accepted())
    outbox.wake()
    await expect(outbox.whenAnswered(refused)).resolves.toEqual({ kind: 'refused', refusal: { kind: 'not-sent' } })
    await expect(outbox.whenAnswered(other)).resolves.toEqual({ kind: 'accepted' })
    await vi.waitUntil(() => outbox.entries().length === 2)
    expect(outbox.refused().map((entry) => entry.id)).toEqual([refused])
    expect(asked.some(({ body }) => body.id === behind)).toBe(false)
    await outbox.dismiss(refused)
    await expect(outbox.whenAnswered(behind)).resolves.toEqual({ kind: 'accepted' })
    await vi.waitUntil(() => outbox.entries().length === 0)
  })

  it('[CLIENT-13] keeps waiting, not refused, when only the session is over', async () => {
    answer = () => refusal('not-signed-in', 401)
    const outbox = box()
    await withdraw(outbox, 'one')
    await vi.waitUntil(() => outbox.holdUp()?.kind === 'not-signed-in' && outbox.count() === 1)
    expect(outbox.refused()).toEqual([])
  })

  it('[CLIENT-11] sends each command from one tab only, whichever it was asked in', async () => {
    const one = box()
    const two = box()
    await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((item, i) => withdraw(i % 2 ? one : two, item)))
    await vi.waitUntil(() => one.count() === 0 && two.count() === 0)
    await vi.waitUntil(async () => (await database.outbox.count()) === 0)
    expect(asked.map(({ body }) => body.id).sort()).toEqual([...new Set(asked.map(({ body }) => body.id))].sort())
    expect(asked.length).toBe(6)
  })

  it('[CLIENT-470] told to come back later, it comes back no sooner, by itself, and loses nothing', async () => {
    let refusedAt = 0
    let cameBackAt = 0
    answer = ({ item }) => {
      if (item !== 'two' || cameBackAt > 0) return accepted()
      if (refusedAt > 0) cameBackAt = performance.now()
      else refusedAt = performance.now()
      return cameBackAt > 0 ? accepted() : refusal('too-many-requests', 429, { retryAfterSeconds: 2 })
    }
    const outbox = box()
    const ids = [await withdraw(outbox, 'one'), await withdraw(outbox, 'two'), await withdraw(outbox, 'three')]
    await vi.waitUntil(() => outbox.holdUp()?.kind === 'too-many-requests', { timeout: 30_000 })
    expect(outbox.refused()).toEqual([])
    await Promise.all(ids.map((id) => expect(outbox.whenAnswered(id)).resolves.toEqual({ kind: 'accepted' })))
    expect(asked.map(({ body }) => body.item)).toEqual(['one', 'two', 'two', 'three'])
    expect(asked[2]).toEqual(asked[1])
    // Not a limit of time but the least that was asked for: timers of Node may end a millisecond early.
    expect(cameBackAt - refusedAt).toBeGreaterThanOrEqual(1_990)
  })

  it('[CLIENT-470] waits the longer of what it was asked and its own patience; whoever was asked the same spreads out', () => {
    let at = 0
    const patience = makePatience(
      () => 0,
      () => at,
    )
    expect(patience.isHeld()).toBe(false)
    expect(patience.after({ kind: 'unreachable' })).toBe(500)
    expect(patience.isHeld()).toBe(false)
    expect(patience.after({ kind: 'too-many-requests', retryAfterSeconds: 40 })).toBe(40_000)
    at = 39_999
    expect(patience.isHeld()).toBe(true)
    at = 40_000
    expect(patience.isHeld()).toBe(false)
    for (let n = 0; n < 9; n++) patience.after(null)
    expect(patience.after({ kind: 'too-many-requests', retryAfterSeconds: 1 })).toBe(15_000)
    const refused = { kind: 'too-many-requests', retryAfterSeconds: 40 }
    expect(askedDelay(refused, 0.999)).toBeGreaterThan(49_000)
    expect(askedDelay({ kind: 'too-many-requests', retryAfterSeconds: 1e9 }, 0)).toBe(900_000)
    expect(askedDelay({ kind: 'too-many-requests', retryAfterSeconds: '9' }, 0)).toBe(0)
  })
})
