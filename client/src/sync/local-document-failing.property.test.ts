// @vitest-environment node
import * as idb from 'lib0/indexeddb'
import { createEffect, createRoot } from 'solid-js'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { FAILURES, type FailingStore, type Failure, makeFailingStore } from '../platform/testing/failing-store.ts'
import { type LocalDocument, openLocalDocument } from './local-document.ts'

let store: FailingStore
let run = 0
const PATIENT = { interval: 1, timeout: 30_000 }
const open: LocalDocument[] = []
beforeAll(() => {
  store = makeFailingStore()
})
afterAll(() => store.restore())
afterEach(async () => {
  store.disarm()
  await Promise.all(open.splice(0).map((local) => local.dispose()))
})

function openStore(name: string): Promise<IDBDatabase> {
  return idb.openDB(name, (db) => idb.createStores(db, [['updates', { autoIncrement: true }], ['custom']]))
}

/** What a page that is opened now would find. */
function stored(name: string): Promise<unknown> {
  return store.aside(async () => {
    const db = await openStore(name)
    const rows = await idb.getAll(db.transaction(['updates']).objectStore('updates'))
    db.close()
    const doc = new Y.Doc()
    for (const row of rows) Y.applyUpdate(doc, row)
    return doc.getMap('m').toJSON()
  })
}

/** More rows than a page keeps apart, so that they are merged when it opens. */
function fill(name: string): Promise<void> {
  return store.aside(async () => {
    const db = await openStore(name)
    const doc = new Y.Doc()
    const updates = db.transaction(['updates'], 'readwrite').objectStore('updates')
    doc.on('update', (update: Uint8Array) => void updates.add(update))
    for (let i = 0; i <= 50; i++) doc.getMap('m').set('earlier', `${i}`)
    await new Promise((resolve) => updates.transaction.addEventListener('complete', resolve))
    db.close()
  })
}

interface Run {
  /** The chosen call was made. */
  readonly wasReached: boolean
  readonly last: string
}

/** Opens a store and writes, looking into it whenever the page says saved. @param isFull there is something to merge at opening */
async function write(at: number, failure: Failure, { isLasting = false, isFull = false } = {}): Promise<Run> {
  const name = `failing-${++run}`
  if (isFull) await fill(name)
  const doc = new Y.Doc()
  store.arm(at, failure, isLasting)
  const local = openLocalDocument(doc, name, { random: () => 0 })
  open.push(local)
  const shown: string[] = []
  const unwatch = createRoot((dispose) => {
    createEffect(() => void shown.push(local.state().kind))
    return dispose
  })
  const state = (): string => local.state().kind
  const look = async (): Promise<void> => {
    await vi.waitUntil(() => ['saved', 'broken'].includes(state()), PATIENT)
    if (state() === 'saved') expect(await stored(name)).toEqual(doc.getMap('m').toJSON())
  }
  const words = doc.getMap('m')
  words.set('before it is open', 'yes')
  await local.whenLoaded
  await look()
  words.set('one', 'written')
  await look()
  // One after the other without waiting, so that more than one transaction is under way.
  for (const value of ['1', '2', '3']) words.set('two', value)
  await look()
  const wasReached = store.disarm()
  // With the store in order again, everything that the page holds is stored by itself.
  if (!isLasting) {
    await vi.waitUntil(() => state() === 'saved', PATIENT)
    expect(await stored(name)).toEqual({ ...words.toJSON(), ...(isFull && { earlier: '50' }) })
  }
  unwatch()
  if (wasReached) expect(shown).toContain('broken')
  return { wasReached, last: state() }
}

describe.each([...FAILURES])('a store that %s', (failure) => {
  it.each([false, true])(
    '[CLIENT-1] [CLIENT-2] at the n-th call, for each n (rows to merge: %s): never saved when it is not, and red meanwhile',
    async (isFull) => {
      let reached = 0
      for (let at = 1; (await write(at, failure, { isFull })).wasReached; at++) reached = at
      expect(reached).toBeGreaterThan(10)
    },
  )

  it('[CLIENT-1] [CLIENT-2] from the n-th call on, for each n: red in the end', async () => {
    for (let at = 1; at <= 10; at++) {
      const run = await write(at, failure, { isLasting: true })
      expect(run).toEqual({ wasReached: true, last: 'broken' })
    }
  })
})
