// @vitest-environment node
import 'fake-indexeddb/auto'
import { bytesToHex } from '@yejibu/shared/kernel/canonical'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { PROBLEM_MEDIA_TYPE } from '@yejibu/shared/wire/problem'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApi } from './api.ts'
import { type AccountDatabase, openAccountDatabase } from './database.ts'
import { createEvidenceStore, type EvidenceStore } from './evidence-store.ts'
import { createStorageHealth } from './storage-health.ts'

const XU = 'xu' as AccountId
/** Megabytes through a store that lives in memory, on a busy machine. */
const PATIENT = { timeout: 20_000 }
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d]

/** What the relay holds, by SHA-256; the pieces in the order in which they came. */
let held: Map<string, Uint8Array>
let pieces: string[]
let isAway: boolean
/** The connection breaks after so many more pieces. */
let breaksAfter: number
let database: AccountDatabase
let stores: EvidenceStore[]
let account = 0

const problem = (refusal: { kind: string; [detail: string]: unknown }): Response =>
  new Response(JSON.stringify({ type: 'x', status: 409, refusal }), {
    status: 409,
    headers: { 'content-type': PROBLEM_MEDIA_TYPE },
  })

const relay: typeof fetch = async (input, init) => {
  if (isAway || (init?.method === 'PUT' && breaksAfter-- <= 0)) throw new TypeError('fetch failed')
  const sha256 = String(input).slice('/api/evidence/'.length, '/api/evidence/'.length + 64)
  const before = held.get(sha256) ?? new Uint8Array()
  if (init?.method !== 'PUT') return held.has(sha256) ? new Response(before.slice()) : problem({ kind: 'not-found' })
  const range = new Headers(init.headers).get('content-range') ?? ''
  pieces.push(range)
  if (range === `bytes */${before.length}`) return Response.json({ isComplete: true })
  const [, from = '', , total = ''] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(range) ?? []
  if (Number(from) !== before.length && from !== '0')
    return problem({ kind: 'evidence-offset', received: before.length })
  const piece = new Uint8Array(init.body instanceof ArrayBuffer ? init.body : new ArrayBuffer(0))
  const kept = from === '0' ? new Uint8Array() : before
  const whole = new Uint8Array(kept.length + piece.length)
  whole.set(kept)
  whole.set(piece, kept.length)
  held.set(sha256, whole)
  return Response.json({ isComplete: whole.length === Number(total) })
}

function open(): EvidenceStore {
  const api = createApi({ fetch: relay })
  const store = createEvidenceStore({ database, api, storage: createStorageHealth(undefined), random: () => 0 })
  stores.push(store)
  return store
}
const file = (size: number, fill = 1): Blob =>
  new Blob([new Uint8Array(size).fill(fill).map((byte, i) => PDF[i] ?? byte)])
const about = { archive: XU, kind: 'certificate', name: '证书.pdf' } as const
const hash = async (blob: Blob): Promise<string> =>
  bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())))

beforeEach(() => {
  held = new Map()
  pieces = []
  isAway = false
  breaksAfter = Number.POSITIVE_INFINITY
  stores = []
  database = openAccountDatabase(`owner-${++account}` as AccountId)
})
afterEach(() => {
  for (const store of stores) store.dispose()
  database.close()
})

describe('evidence files', () => {
  it('[CLIENT-20] are named by the hash of their bytes and typed by their first bytes', async () => {
    const store = open()
    const pdf = file(300)
    const added = await store.add(pdf, about)
    expect(added).toEqual({
      ok: true,
      value: { sha256: await hash(pdf), bytes: 300, type: 'application/pdf', kind: 'certificate', name: '证书.pdf' },
    })
  })

  it.each([
    ['an empty file', new Blob([]), { kind: 'file-empty' }],
    ['a program called a PDF', new Blob(['MZ this is a program']), { kind: 'file-type-refused' }],
    ['a file over the limit', new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]), { kind: 'file-too-large' }],
    [
      'a picture of a billion pixels',
      new Blob([Uint8Array.of(0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0x7d, 0, 0x7d, 0, 3)]),
      { kind: 'picture-too-large', width: 32_000, height: 32_000 },
    ],
  ])('[CLIENT-20] %s is refused before anything is stored', async (_what, blob, refusal) => {
    const added = await open().add(blob, about)
    expect(added).toMatchObject({ ok: false, refusal })
    expect(await database.evidenceBytes.count()).toBe(0)
  })

  it('[CLIENT-21] added offline can be seen at once and go out in order when the relay is there', async () => {
    isAway = true
    const store = open()
    const added = []
    for (const size of [100, 200, 300]) added.push(await store.add(file(size), about))
    await vi.waitUntil(() => store.uploads().length === 3, PATIENT)
    const first = await store.get(XU, await hash(file(100)))
    expect(first.ok && first.value.blob.size).toBe(100)
    isAway = false
    store.wake()
    await vi.waitUntil(() => store.uploads().length === 0, PATIENT)
    expect(pieces).toEqual(['bytes 0-99/100', 'bytes 0-199/200', 'bytes 0-299/300'])
  })

  it('[CLIENT-21] go on where the connection broke, after a restart too', async () => {
    const megabyte = 1024 * 1024
    const big = file(3 * megabyte + 5)
    breaksAfter = 2
    const first = open()
    await first.add(big, about)
    await vi.waitUntil(async () => (await database.evidence.toArray())[0]?.sent === 2 * megabyte, PATIENT)
    first.dispose()
    breaksAfter = Number.POSITIVE_INFINITY
    pieces = []
    const second = open()
    const sha256 = await hash(big)
    await vi.waitUntil(() => second.uploadOf(XU, sha256)?.state === 'there', PATIENT)
    expect(pieces[0]).toBe(`bytes ${2 * megabyte}-${3 * megabyte - 1}/${big.size}`)
    expect(await hash(new Blob([held.get(sha256)?.slice() ?? '']))).toBe(sha256)
  })

  it('[CLIENT-21] begin again where the relay says that it stands', async () => {
    const big = file(2 * 1024 * 1024)
    const sha256 = await hash(big)
    isAway = true
    const store = open()
    await store.add(big, about)
    await database.evidence.update([XU, sha256], { sent: 1024 * 1024 })
    isAway = false
    store.wake()
    await vi.waitUntil(() => store.uploadOf(XU, sha256)?.state === 'there', PATIENT)
    expect(held.get(sha256)?.length).toBe(big.size)
  })

  it.each([1, 7_777, 1024 * 1024 - 1])(
    '[CLIENT-21] go on at the very byte at which the line was cut: %i bytes into the second piece',
    async (into) => {
      const megabyte = 1024 * 1024
      const big = file(2 * megabyte + 5)
      const sha256 = await hash(big)
      isAway = true
      const store = open()
      await store.add(big, about)
      // The first piece was acknowledged; of the second the relay kept what had arrived, and nobody was told.
      await database.evidence.update([XU, sha256], { sent: megabyte })
      held.set(sha256, new Uint8Array(await big.slice(0, megabyte + into).arrayBuffer()))
      isAway = false
      store.wake()
      await vi.waitUntil(() => store.uploadOf(XU, sha256)?.state === 'there', PATIENT)
      expect(pieces.slice(1).every((range) => !range.startsWith('bytes 0-'))).toBe(true)
      expect(pieces).toContain(`bytes ${megabyte + into}-${Math.min(2 * megabyte + into, big.size) - 1}/${big.size}`)
      expect(await hash(new Blob([held.get(sha256)?.slice() ?? '']))).toBe(sha256)
    },
  )

  it('[CLIENT-537] of which all bytes came before the relay could say so are claimed, and no byte goes out again', async () => {
    const scan = file(3_000)
    const sha256 = await hash(scan)
    isAway = true
    const store = open()
    await store.add(scan, about)
    await database.evidence.update([XU, sha256], { sent: 2_000 })
    held.set(sha256, new Uint8Array(await scan.arrayBuffer()))
    isAway = false
    store.wake()
    await vi.waitUntil(() => store.uploadOf(XU, sha256)?.state === 'there', PATIENT)
    expect(pieces).toEqual(['bytes 2000-2999/3000', 'bytes */3000'])
  })

  it('[CLIENT-22] from the relay are believed only when they are what their name says, and then kept', async () => {
    const scan = file(500)
    const sha256 = await hash(scan)
    held.set(sha256, new Uint8Array(await scan.arrayBuffer()))
    const other = 'ab'.repeat(32)
    held.set(other, new Uint8Array(await scan.arrayBuffer()))
    const store = open()
    expect((await store.get(XU, sha256)).ok).toBe(true)
    expect(await store.get(XU, other)).toEqual({
      ok: false,
      refusal: { kind: 'unexpected', reference: 'evidence-not-its-hash' },
    })
    isAway = true
    expect((await store.get(XU, sha256)).ok).toBe(true)
    expect(await database.evidenceBytes.count()).toBe(1)
  })
})
