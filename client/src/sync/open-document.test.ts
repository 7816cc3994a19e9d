// @vitest-environment node
import 'fake-indexeddb/auto'
import { addItem, LOCAL_EDIT, readItem, readProfile, setField } from '@yejibu/shared/archive/archive-doc'
import { mayBeCleared } from '@yejibu/shared/archive/lost-write'
import type { AccountId, ItemId } from '@yejibu/shared/kernel/ids'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { type AccountDatabase, documentDatabaseName, openAccountDatabase } from '../platform/database.ts'
import { openLocalDocument } from './local-document.ts'
import { type OpenDocument, type OpenDocumentOptions, openDocument } from './open-document.ts'
import { type PocketRelay, SocketForTests, startPocketRelay } from './testing/pocket-relay.ts'

const NAME = 'archive/xu' as const
let person = 0
let relay: PocketRelay
let open: OpenDocument[] = []
let databases: AccountDatabase[] = []

/** One device: its own database, so its own account name here, unless it is the same device again. */
function device(account = `device-${++person}`): AccountDatabase {
  const database = openAccountDatabase(account as AccountId)
  databases.push(database)
  return database
}

function opened(database: AccountDatabase, options: Partial<OpenDocumentOptions> = {}): OpenDocument {
  const document = openDocument({
    account: database.name.slice('yejibu/'.length) as AccountId,
    name: NAME,
    database,
    socketOrigin: relay.origin,
    WebSocket: SocketForTests,
    ...options,
  })
  open.push(document)
  return document
}

const write = (document: OpenDocument, value: string): void => {
  document.doc.transact(() => document.doc.getMap('profile').set('f:name', value), LOCAL_EDIT)
}
const read = (doc: Y.Doc): unknown => doc.getMap('profile').get('f:name')

beforeEach(async () => {
  relay = await startPocketRelay()
})
afterEach(async () => {
  await Promise.all(open.map((document) => document.dispose()))
  for (const database of databases) database.close()
  await relay.stop()
  open = []
  databases = []
})

describe('an open document', () => {
  it('[CLIENT-4] is in the relay only when the relay has acknowledged every frame', async () => {
    const document = opened(device())
    await vi.waitUntil(() => document.inRelay() && document.connection().kind === 'live')
    relay.acknowledges = false
    write(document, '许明川')
    expect(document.inRelay()).toBe(false)
    await vi.waitUntil(() => read(relay.document(NAME)) === '许明川')
    expect(document.inRelay()).toBe(false)
    relay.acknowledgeNow()
    await vi.waitUntil(() => document.inRelay())
  })

  it('[CLIENT-4] knows offline, after a restart, whether anything is unsent', async () => {
    const database = device()
    const first = opened(database)
    write(first, '许明川')
    await vi.waitUntil(() => first.inRelay() && first.connection().kind === 'live')
    await first.dispose()
    const second = opened(database, { connect: false })
    await second.whenLoaded
    expect(second.inRelay()).toBe(true)
    write(second, '许明川二')
    await vi.waitUntil(() => second.local().kind === 'saved')
    await second.dispose()
    const third = opened(database, { connect: false })
    await third.whenLoaded
    expect(third.inRelay()).toBe(false)
    expect(read(third.doc)).toBe('许明川二')
  })

  it('[CLIENT-4] never counts as in the relay what the relay refused', async () => {
    const document = opened(device())
    await vi.waitUntil(() => document.inRelay() && document.connection().kind === 'live')
    relay.isFull = true
    write(document, '太长')
    await vi.waitUntil(() => document.wasRefused())
    relay.acknowledgeNow()
    const before = relay.presenceReceived()
    document.awareness.setLocalStateField('item', 'profile')
    await vi.waitUntil(() => relay.presenceReceived() > before)
    expect(document.inRelay()).toBe(false)
    expect(document.right()).toBe('write')
    relay.isFull = false
    relay.closeSockets(1013)
    await vi.waitUntil(() => document.inRelay(), { timeout: 10_000 })
    expect(read(relay.document(NAME))).toBe('太长')
  })

  it('[CLIENT-5] sends what was written offline when the relay comes back', async () => {
    const { port } = relay
    await relay.stop()
    const document = opened(device())
    await document.whenLoaded
    write(document, '写于断网时')
    relay = await startPocketRelay(port)
    document.reconnect()
    await vi.waitUntil(() => document.inRelay())
    expect(read(relay.document(NAME))).toBe('写于断网时')
  })

  it('[CLIENT-6] sends nothing into a document whose epoch changed before the owner has chosen', async () => {
    const database = device()
    const first = opened(database)
    write(first, '旧')
    await vi.waitUntil(() => first.inRelay() && first.connection().kind === 'live')
    await first.dispose()
    const { port } = relay
    await relay.stop()
    relay = await startPocketRelay(port)
    relay.epoch = 'second'
    const second = opened(database)
    await second.whenLoaded
    write(second, '本机的')
    await vi.waitUntil(() => second.connection().kind === 'ended')
    expect(second.connection()).toEqual({ kind: 'ended', reason: 'epoch-changed' })
    expect(relay.framesReceived()).toBe(0)
    expect(read(second.doc)).toBe('本机的')
    await second.resolveEpoch('keep-mine')
    await vi.waitUntil(() => second.inRelay())
    expect(read(relay.document(NAME))).toBe('本机的')
  })

  it('[CLIENT-6] leaves its own copy aside when the owner takes the restored document', async () => {
    const database = device()
    const first = opened(database)
    write(first, '旧')
    await vi.waitUntil(() => first.inRelay() && first.connection().kind === 'live')
    await first.resolveEpoch('take-theirs')
    await first.dispose()
    relay.epoch = 'second'
    relay.document(NAME).getMap('profile').set('f:name', '恢复的')
    const second = opened(database)
    await vi.waitUntil(() => second.connection().kind === 'live')
    expect(read(second.doc)).toBe('恢复的')
  })

  it('[CLIENT-7] sends no document frame where it may only read', async () => {
    relay.right = 'read'
    relay.document(NAME).getMap('profile').set('f:name', '钱如兰')
    const document = opened(device())
    await vi.waitUntil(() => document.connection().kind === 'live')
    expect(document.right()).toBe('read')
    expect(document.inRelay()).toBe(true)
    write(document, '改')
    expect(document.inRelay()).toBe(false)
    const before = relay.presenceReceived()
    document.awareness.setLocalStateField('item', 'profile')
    await vi.waitUntil(() => relay.presenceReceived() > before)
    expect(relay.framesReceived()).toBe(0)
  })

  it.each([
    [4401, 'not-signed-in'],
    [4403, 'forbidden'],
    [4404, 'gone'],
  ] as const)('[CLIENT-8] takes close code %i as final: %s', async (code, reason) => {
    const expired = vi.fn()
    const document = opened(device(), { onSessionExpired: expired })
    await vi.waitUntil(() => document.connection().kind === 'live')
    relay.closeSockets(code)
    await vi.waitUntil(() => document.connection().kind === 'ended')
    expect(document.connection()).toEqual({ kind: 'ended', reason })
    expect(expired).toHaveBeenCalledTimes(code === 4401 ? 1 : 0)
    document.reconnect()
    await vi.waitUntil(() => document.connection().kind === 'live')
  })

  it('[CLIENT-8] comes back by itself after any other close', async () => {
    const document = opened(device())
    await vi.waitUntil(() => document.connection().kind === 'live')
    relay.closeSockets(1013)
    await vi.waitUntil(() => document.connection().kind === 'away')
    await vi.waitUntil(() => document.connection().kind === 'live', { timeout: 10_000 })
  })

  it('[CLIENT-9] carries an edit to the same person’s other tab without a relay', async () => {
    const database = device()
    const one = opened(database, { connect: false })
    const two = opened(database, { connect: false })
    await Promise.all([one.whenLoaded, two.whenLoaded])
    write(one, '另一标签页')
    await vi.waitUntil(() => read(two.doc) === '另一标签页')
    expect(two.inRelay()).toBe(false)
  })

  it('[ARC-5] keeps a value that lost just before the page was closed, when it is opened again', async () => {
    const [loser, winner] = [new Y.Doc(), new Y.Doc({ gcFilter: mayBeCleared })]
    loser.clientID = 1
    winner.clientID = 2
    loser.getMap('profile').set('f:name', '输')
    winner.getMap('profile').set('f:name', '赢')
    const database = device()
    const account = database.name.slice('yejibu/'.length) as AccountId
    const store = openLocalDocument(winner, documentDatabaseName(account, `archive/${account}`, 0))
    await store.whenLoaded
    Y.applyUpdate(winner, Y.encodeStateAsUpdate(loser))
    await vi.waitUntil(() => store.state().kind === 'saved')
    await store.dispose()
    const document = opened(database, { name: `archive/${account}`, connect: false })
    await document.whenLoaded
    expect(readProfile(document.doc).otherVersions.map(({ value }) => value)).toEqual(['输'])
  })

  it('[CLIENT-10] undoes what was done here and leaves what came from elsewhere', async () => {
    const one = opened(device())
    const two = opened(device())
    await Promise.all([one.whenLoaded, two.whenLoaded])
    const item = 'item-1' as ItemId
    addItem(one.doc, { id: item, part: 'paper', salt: 'ab'.repeat(32), order: '1' })
    await vi.waitUntil(() => readItem(two.doc, item) !== undefined)
    one.undo.stopCapturing()
    setField(one.doc, item, 'title', '一')
    setField(two.doc, item, 'journal', '二')
    await vi.waitUntil(() => readItem(one.doc, item)?.fields.journal === '二')
    one.undo.undo()
    expect(readItem(one.doc, item)?.fields.title).toBe(null)
    expect(readItem(one.doc, item)?.fields.journal).toBe('二')
  })
})
