// @vitest-environment node
import 'fake-indexeddb/auto'
import type { AccountId, CommandId, ItemId } from '@yejibu/shared/kernel/ids'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createApi } from './api.ts'
import { type AccountDatabase, openAccountDatabase } from './database.ts'
import { createEvidenceStore } from './evidence-store.ts'
import { createOutbox } from './outbox.ts'
import { createStorageHealth } from './storage-health.ts'
import { FAILURES, type FailingStore, type Failure, makeFailingStore } from './testing/failing-store.ts'

const XU = 'xu' as AccountId
const PATIENT = { interval: 1, timeout: 30_000 }
const PDF = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 1, 2, 3])

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

async function freshDatabase(): Promise<AccountDatabase> {
  const database = openAccountDatabase(`failing-${++run}` as AccountId)
  await database.open()
  closings.push(() => database.close())
  return database
}

/** What a page that is opened now would find. */
function afresh<Value>({ name }: AccountDatabase, look: (database: AccountDatabase) => Promise<Value>): Promise<Value> {
  return store.aside(async () => {
    const database = openAccountDatabase(name.slice('yejibu/'.length) as AccountId)
    try {
      return await look(database)
    } finally {
      database.close()
    }
  })
}

/** Asks for one thing while the relay is away, then lets the relay come back. @returns whether the chosen call was made */
async function ask(at: number, failure: Failure): Promise<boolean> {
  const database = await freshDatabase()
  const accepted: string[] = []
  let isAway = true
  const relay: typeof fetch = async (_input, init) => {
    if (isAway) throw new TypeError('fetch failed')
    accepted.push(JSON.parse(String(init?.body)).id)
    return Response.json({ facts: [] })
  }
  store.arm(at, failure, false)
  const outbox = createOutbox({ database, api: createApi({ fetch: relay }), random: () => 0 })
  closings.push(() => outbox.dispose())
  const body = { expected: null, archive: XU, item: 'one' as ItemId, digest: '0'.repeat(64) }
  let id: CommandId | null = null
  try {
    id = await outbox.add('withdraw-revision', body)
  } catch {
    // She is told, and nothing may say that it is on its way.
  }
  const onDisk = await afresh(database, (again) => again.outbox.toArray())
  expect(onDisk.map((entry) => entry.id)).toEqual(id === null ? [] : [id])
  for (const shown of outbox.entries()) expect(onDisk.map((entry) => entry.id)).toContain(shown.id)
  isAway = false
  outbox.wake()
  if (id !== null) {
    await vi.waitUntil(async () => (await afresh(database, (again) => again.outbox.count())) === 0, PATIENT)
    await vi.waitUntil(() => outbox.count() === 0, PATIENT)
  }
  const wasReached = store.disarm()
  expect([...new Set(accepted)]).toEqual(id === null ? [] : [id])
  // However it failed before, what is asked now is seen to wait and goes out.
  isAway = true
  const next = await outbox.add('withdraw-revision', body)
  await vi.waitUntil(() => outbox.entries().some((entry) => entry.id === next), PATIENT)
  isAway = false
  outbox.wake()
  await expect(outbox.whenAnswered(next)).resolves.toEqual({ kind: 'accepted' })
  return wasReached
}

/** Adds a file, then lets it be carried to the relay. */
async function attach(at: number, failure: Failure): Promise<boolean> {
  const database = await freshDatabase()
  const held = new Set<string>()
  const relay: typeof fetch = async (input, init) => {
    if (init?.method === 'PUT') held.add(String(input).slice('/api/evidence/'.length, '/api/evidence/'.length + 64))
    return Response.json({ isComplete: true })
  }
  const storage = createStorageHealth(undefined)
  const api = createApi({ fetch: relay })
  store.arm(at, failure, false)
  const evidence = createEvidenceStore({ database, api, storage, random: () => 0 })
  closings.push(() => evidence.dispose())
  const added = await evidence
    .add(new Blob([PDF]), { archive: XU, kind: 'certificate', name: '证书.pdf' })
    .catch(() => null)
  const bytes = await afresh(database, (again) => again.evidenceBytes.toArray())
  if (added?.ok) {
    expect(bytes.map((kept) => [kept.sha256, kept.bytes.byteLength])).toEqual([[added.value.sha256, PDF.length]])
    await vi.waitUntil(() => evidence.uploadOf(XU, added.value.sha256)?.state === 'there', PATIENT)
    expect([...held]).toEqual([added.value.sha256])
  } else {
    expect(bytes).toEqual([])
    expect(evidence.uploads()).toEqual([])
    if (added) expect([added.refusal.kind, storage.state()]).toEqual(['storage-full', 'full'])
  }
  return store.disarm()
}

describe.each([...FAILURES])('a store that %s', (failure) => {
  it('[CLIENT-12] at the n-th call, for each n: never queued when it is not, and sent all the same when it is', async () => {
    let reached = 0
    for (let at = 1; await ask(at, failure); at++) reached = at
    expect(reached).toBeGreaterThan(2)
  })

  it('[CLIENT-20] at the n-th call, for each n: a file is never called stored when it is not', async () => {
    let reached = 0
    for (let at = 1; await attach(at, failure); at++) reached = at
    expect(reached).toBeGreaterThan(3)
  })
})
