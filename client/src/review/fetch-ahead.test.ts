// @vitest-environment node
import 'fake-indexeddb/auto'
import { sha256Hex } from '@yejibu/shared/kernel/canonical'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { ReviewHistory } from '@yejibu/shared/testing/review-history'
import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApi } from '../platform/api.ts'
import { type AccountDatabase, openAccountDatabase } from '../platform/database.ts'
import { createEvidenceStore, type EvidenceStore } from '../platform/evidence-store.ts'
import { createStorageHealth } from '../platform/storage-health.ts'
import { createFetchAhead, type WaitingFile, waitingEvidence } from './fetch-ahead.ts'

const bytesOf = (name: string) => new TextEncoder().encode(`%PDF-1.7 ${name}`)
const file = (name: string) => ({
  sha256: sha256Hex(bytesOf(name)),
  bytes: bytesOf(name).length,
  type: 'application/pdf',
  kind: 'evidence' as const,
  name,
})
const XU = 'xumingchuan' as AccountId
const [A, B, C, D] = [file('a'), file('b'), file('c'), file('d')]
const wantedOf = (who: string, { sha256, bytes }: typeof A): WaitingFile => ({
  archive: who as AccountId,
  sha256,
  bytes,
})

describe('what is fetched ahead', () => {
  it('[CLIENT-473] the files of what waits, each once, and nothing of what was ruled on', () => {
    const history = new ReviewHistory(XU)
    const paper = history.revision('paper-1', 'paper', { title: '一' }, [A, B])
    const award = history.revision('award-1', 'award', { itemName: '二' }, [B])
    const patent = history.revision('patent-1', 'patent', { name: '三' }, [C])
    history.send(paper).send(award).send(patent).approve(patent)
    expect(waitingEvidence(XU, history.review())).toEqual([wantedOf(XU, A), wantedOf(XU, B)])
  })
})

describe('fetching ahead', () => {
  let asked: string[] = []
  let underWay = 0
  let database: AccountDatabase
  let store: EvidenceStore
  let undo: () => void = () => undefined
  let isAway = false
  const sockets = vi.fn()

  beforeEach(() => {
    vi.stubGlobal('WebSocket', sockets)
    asked = []
    isAway = false
    database = openAccountDatabase(`reviewer-${crypto.randomUUID()}` as AccountId)
    const relay: typeof fetch = async (input) => {
      if (isAway) throw new TypeError('fetch failed')
      expect(++underWay).toBe(1)
      await new Promise<void>((resolve) => setImmediate(resolve))
      underWay--
      const url = new URL(String(input), 'http://relay')
      const found = [A, B, C, D].find(({ sha256 }) => url.pathname.endsWith(sha256))
      asked.push(`${url.searchParams.get('archive')} ${found?.name}`)
      if (!found) throw new Error('nothing else is asked for')
      return new Response(bytesOf(found.name), { headers: { 'content-type': found.type } })
    }
    store = createEvidenceStore({ database, api: createApi({ fetch: relay }), storage: createStorageHealth(undefined) })
  })
  afterEach(() => {
    undo()
    store.dispose()
    database.close()
    vi.unstubAllGlobals()
  })

  function begin(first: readonly WaitingFile[], most?: number) {
    return createRoot((dispose) => {
      undo = dispose
      const [wanted, setWanted] = createSignal(first)
      const [isOnline, setOnline] = createSignal(true)
      createFetchAhead({ wanted, store, isOnline, ...(most !== undefined && { most }) })
      return { setWanted, setOnline }
    })
  }

  it('[CLIENT-473] of everybody who waits comes by one request after the other, without a connection for any archive, and is read without the relay', async () => {
    const people = Array.from({ length: 40 }, (_, n) => wantedOf(`person-${n}`, [A, B, C][n % 3] ?? A))
    const { setWanted } = begin(people)
    await vi.waitUntil(() => asked.length === 3)
    // What somebody sends meanwhile comes too.
    setWanted([...people, wantedOf('late', D)])
    await vi.waitUntil(() => asked.length === 4)
    expect(asked).toEqual(['person-0 a', 'person-1 b', 'person-2 c', 'late d'])
    expect(sockets).not.toHaveBeenCalled()
    isAway = true
    for (const [who, one] of [
      ['person-30', A],
      ['late', D],
    ] as const)
      expect(await store.get(who as AccountId, one.sha256)).toMatchObject({ ok: true })
  })

  it('[CLIENT-473] takes no more than its room, what is needed soonest first, and goes on when the relay is back', async () => {
    isAway = true
    const { setOnline } = begin([wantedOf('p', A), wantedOf('q', B), wantedOf('r', C)], A.bytes + B.bytes + 1)
    setOnline(false)
    isAway = false
    setOnline(true)
    await vi.waitUntil(async () => (await database.evidenceBytes.count()) === 2)
    expect(asked).toEqual(['p a', 'q b'])
  })
})
