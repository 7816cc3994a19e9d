// @vitest-environment node
import 'fake-indexeddb/auto'
import { privateHolder } from '@yejibu/shared/archive/evidence-holder'
import type { Evidence } from '@yejibu/shared/archive/item'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createApi } from './api.ts'
import { type AccountDatabase, type EvidenceEntry, openAccountDatabase } from './database.ts'
import { createEvidenceStore } from './evidence-store.ts'
import { createStorageHealth } from './storage-health.ts'
import { FAILURES, type FailingStore, type Failure, makeFailingStore } from './testing/failing-store.ts'

const XU = 'xu' as AccountId
const PATIENT = { interval: 1, timeout: 30_000 }
const NAMED_STILL = 'a'.repeat(64)
const LEFT = 'b'.repeat(64)
const FILES: readonly Evidence[] = [NAMED_STILL, LEFT].map((sha256) => ({
  sha256,
  bytes: 8,
  type: 'application/pdf',
  kind: 'certificate',
  name: '证书.pdf',
}))

let store: FailingStore
let run = 0
const closings: (() => void)[] = []
beforeAll(() => {
  store = makeFailingStore()
})
afterAll(() => store.restore())
afterEach(() => {
  store.disarm()
  for (const close of closings.splice(0)) close()
})

/** What a page that is opened now would find, as `holder: hash's first letter state`. */
function afresh({ name }: AccountDatabase): Promise<readonly string[]> {
  return store.aside(async () => {
    const again = openAccountDatabase(name.slice('yejibu/'.length) as AccountId)
    try {
      const entries: readonly EvidenceEntry[] = await again.evidence.orderBy('order').toArray()
      return entries.map(({ archive, sha256, state }) => `${archive}: ${sha256.slice(0, 1)} ${state}`)
    } finally {
      again.close()
    }
  })
}

async function stage(relay: typeof fetch) {
  const database = openAccountDatabase(`carrying-${++run}` as AccountId)
  await database.open()
  const evidence = createEvidenceStore({
    database,
    api: createApi({ fetch: relay }),
    storage: createStorageHealth(undefined),
    random: () => 0,
  })
  closings.push(() => {
    evidence.dispose()
    database.close()
  })
  await database.evidence.bulkPut(
    FILES.map(({ sha256, bytes, type, name }, at) => ({
      sha256,
      archive: XU,
      order: at + 1,
      size: bytes,
      sent: bytes,
      type,
      name,
      state: 'there' as const,
      refusal: null,
    })),
  )
  return { database, evidence }
}

const carry = ({ evidence }: Awaited<ReturnType<typeof stage>>) =>
  evidence.carryOver(XU, privateHolder(XU), FILES, (sha256) => sha256 === NAMED_STILL)

/** @returns whether the chosen call was made */
async function carryFailing(at: number, failure: Failure): Promise<boolean> {
  const away: typeof fetch = () => Promise.reject(new TypeError('fetch failed'))
  const there = await stage(away)
  const before = await afresh(there.database)
  store.arm(at, failure, false)
  const isCarried = await carry(there).then(
    () => true,
    () => false,
  )
  const wasReached = store.disarm()
  const carried = [`${privateHolder(XU)}: a waiting`, `${privateHolder(XU)}: b waiting`, 'xu: a there', 'xu: b leaving']
  const found = await afresh(there.database)
  expect([...found].sort()).toEqual(isCarried ? carried.sort() : [...before].sort())
  // Whoever tries again finds nothing in the way.
  await carry(there)
  expect([...(await afresh(there.database))].sort()).toEqual(carried.sort())
  return wasReached
}

/** Tells the relay, with a store that fails meanwhile. */
async function letGoFailing(at: number, failure: Failure): Promise<boolean> {
  const asked: string[] = []
  const relay: typeof fetch = async (input, init) => {
    if (init?.method === 'DELETE') asked.push(String(input).slice('/api/evidence/'.length, '/api/evidence/'.length + 1))
    return Response.json({ isComplete: true })
  }
  const there = await stage(relay)
  await carry(there)
  await vi.waitUntil(async () => (await afresh(there.database)).every((line) => !line.endsWith('waiting')), PATIENT)
  store.arm(at, failure, false)
  await there.evidence.letGo(XU).catch(() => undefined)
  const wasReached = store.disarm()
  // What the relay was not told of is still noted, and what is still named it is never told of.
  const isNoted = (await afresh(there.database)).includes('xu: b leaving')
  expect(isNoted || asked.includes('b')).toBe(true)
  await there.evidence.letGo(XU)
  expect(new Set(asked)).toEqual(new Set(['b']))
  expect([...(await afresh(there.database))].sort()).toEqual(
    [`${privateHolder(XU)}: a there`, `${privateHolder(XU)}: b there`, 'xu: a there'].sort(),
  )
  return wasReached
}

describe.each([...FAILURES])('a store that %s', (failure) => {
  it('[CLIENT-185] at the n-th call of carrying files over, for each n: all are noted or none, and a second try mends it', async () => {
    let reached = 0
    for (let at = 1; await carryFailing(at, failure); at++) reached = at
    expect(reached).toBeGreaterThan(6)
  })

  it('[CLIENT-185] at the n-th call of letting go, for each n: nothing is forgotten, and nothing still named is let go of', async () => {
    let reached = 0
    for (let at = 1; await letGoFailing(at, failure); at++) reached = at
    expect(reached).toBeGreaterThan(1)
  })
})
