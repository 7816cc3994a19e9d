// @vitest-environment node
import 'fake-indexeddb/auto'
import { addItem, readItems } from '@yejibu/shared/archive/archive-doc'
import { sha256Hex } from '@yejibu/shared/kernel/canonical'
import type { AccountId, ItemId } from '@yejibu/shared/kernel/ids'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { unsentOf } from '../account/unsent.ts'
import { type AccountDatabase, documentDatabaseName, forgetAccount, openAccountDatabase } from '../platform/database.ts'
import { FAILURES, type FailingStore, makeFailingStore } from '../platform/testing/failing-store.ts'
import { type OpenDocument, openDocument } from './open-document.ts'
import { asideCopies, deleteAside, readAside } from './set-aside.ts'
import { type PocketRelay, SocketForTests, startPocketRelay } from './testing/pocket-relay.ts'

const NAME = 'archive/xu'
let person = 0
let relay: PocketRelay
let account: AccountId
let database: AccountDatabase
let opened: OpenDocument[]
let store: FailingStore

beforeAll(() => {
  store = makeFailingStore()
})
afterAll(() => store.restore())
beforeEach(async () => {
  relay = await startPocketRelay()
  begin()
  opened = []
})
afterEach(async () => {
  store.disarm()
  await Promise.all(opened.map((document) => document.dispose()))
  database.close()
  await relay.stop()
})

function begin(): void {
  account = `aside-${++person}` as AccountId
  database = openAccountDatabase(account)
}
function open(connect = true): OpenDocument {
  const document = openDocument({
    account,
    name: NAME,
    database,
    socketOrigin: relay.origin,
    WebSocket: SocketForTests,
    connect,
  })
  opened.push(document)
  return document
}
const add = (document: OpenDocument, id: string): void =>
  addItem(document.doc, { id: id as ItemId, part: 'honor', salt: sha256Hex(id), order: id, fields: { name: id } })

/** Works, then meets a relay that was reset, and takes what it has. */
async function setAside(id: string): Promise<void> {
  const document = open(false)
  await document.whenLoaded
  add(document, id)
  await vi.waitUntil(() => document.local().kind === 'saved')
  await document.resolveEpoch('take-theirs')
  await document.dispose()
}

describe('a copy set aside', () => {
  it('[CLIENT-184] is listed with when, the latest first, and still holds every entry', async () => {
    const first = open()
    await vi.waitUntil(() => first.inRelay() && first.connection().kind === 'live')
    add(first, 'sent')
    await vi.waitUntil(() => first.inRelay() && relay.document(NAME).getMap('items').size === 1)
    await first.dispose()
    await setAside('unsent')
    await setAside('later')
    const copies = await asideCopies(database)
    expect(copies.map(({ document, copy, isUnsent }) => [document, copy, isUnsent])).toEqual([
      [NAME, 1, true],
      [NAME, 0, true],
    ])
    for (const { at } of copies) expect(at).toMatch(/^\d{4}-\d\d-\d\dT/)
    const [later, earlier] = copies
    if (!later || !earlier) throw new Error('two were set aside')
    expect(readItems(await readAside(account, earlier)).map(({ id }) => id)).toEqual(['sent', 'unsent'])
    expect(readItems(await readAside(account, later)).map(({ id }) => id)).toEqual(['later'])
  })

  it('[CLIENT-184] of an older record is listed too, without a time', async () => {
    await setAside('one')
    await database.documents.update(NAME, { aside: undefined })
    expect(await asideCopies(database)).toEqual([{ document: NAME, copy: 0, at: null, isUnsent: null }])
  })

  it('[CLIENT-184] is named before the device is cleared, and only then; the present document is not asked about', async () => {
    await setAside('one')
    expect(await unsentOf(database)).toBe(null)
    expect(await unsentOf(database, { forget: true })).toEqual({ commands: 0, files: 0, documents: [], aside: 1 })
    database.close()
    await forgetAccount(account)
    const left = (await indexedDB.databases()).map(({ name }) => name ?? '')
    expect(left.filter((name) => name.includes(account))).toEqual([])
  })

  it('[CLIENT-184] goes away alone when its owner deletes it', async () => {
    await setAside('one')
    await setAside('two')
    const [later, earlier] = await asideCopies(database)
    if (!later || !earlier) throw new Error('two were set aside')
    await deleteAside(database, account, earlier)
    expect(await asideCopies(database)).toEqual([later])
    expect(readItems(await readAside(account, later)).map(({ id }) => id)).toEqual(['two'])
    const names = (await indexedDB.databases()).map(({ name }) => name)
    expect(names).not.toContain(documentDatabaseName(account, NAME, 0))
  })

  it.each(FAILURES)(
    '[CLIENT-184] is listed or gone, never there unlisted, when a store that %s fails at the n-th call of taking the other one',
    async (failure) => {
      let reached = 0
      for (let at = 1; ; at++) {
        database.close()
        begin()
        await database.open()
        const document = open(false)
        await document.whenLoaded
        add(document, 'one')
        await vi.waitUntil(() => document.local().kind === 'saved')
        store.arm(at, failure, false)
        const isTaken = await document.resolveEpoch('take-theirs').then(
          () => true,
          () => false,
        )
        const wasReached = store.disarm()
        await document.dispose()
        database.close()
        database = openAccountDatabase(account)
        const copies = await asideCopies(database)
        expect(copies.length).toBe(isTaken ? 1 : 0)
        const kept = await readAside(account, { document: NAME, copy: 0 })
        expect(readItems(kept).map(({ id }) => id)).toEqual(['one'])
        const now = open(false)
        await now.whenLoaded
        expect(readItems(now.doc).length).toBe(isTaken ? 0 : 1)
        await now.dispose()
        if (!wasReached) break
        reached = at
      }
      expect(reached).toBeGreaterThan(1)
    },
  )
})
