// @vitest-environment node
import 'fake-indexeddb/auto'
import { LOCAL_EDIT, prepareProfile } from '@yejibu/shared/archive/archive-doc'
import type { AccountId, CommandId } from '@yejibu/shared/kernel/ids'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type AccountDatabase, openAccountDatabase } from '../platform/database.ts'
import { type OpenDocument, openDocument } from '../sync/open-document.ts'
import { type PocketRelay, SocketForTests, startPocketRelay } from '../sync/testing/pocket-relay.ts'
import { ACKNOWLEDGED } from '../sync/workplace.ts'
import { isAllThere, overviewOf } from './create-sync-overview.ts'

const NAME = 'archive/xu'
let person = 0
let relay: PocketRelay
let database: AccountDatabase
let opened: OpenDocument[]

const open = (connect = true): OpenDocument => {
  const document = openDocument({
    account: database.name.slice('yejibu/'.length) as AccountId,
    name: NAME,
    database,
    socketOrigin: relay.origin,
    WebSocket: SocketForTests,
    connect,
  })
  opened.push(document)
  return document
}
const write = (document: OpenDocument, value: string): void => {
  document.doc.transact(() => document.doc.getMap('profile').set('f:fullName', value), LOCAL_EDIT)
}

beforeEach(async () => {
  relay = await startPocketRelay()
  database = openAccountDatabase(`overview-${++person}` as AccountId)
  opened = []
})
afterEach(async () => {
  await Promise.all(opened.map((document) => document.dispose()))
  database.close()
  await relay.stop()
})

describe('what has come how far', () => {
  it('[CLIENT-180] counts the edits that wait, and notes when the relay acknowledged all of them', async () => {
    const document = open()
    await vi.waitUntil(() => document.inRelay() && document.connection().kind === 'live')
    relay.acknowledges = false
    for (const value of ['一', '二', '三']) write(document, value)
    await vi.waitUntil(async () => (await overviewOf(database)).documents[0]?.edits === 3)
    expect(isAllThere(await overviewOf(database))).toBe(false)
    const before = (await overviewOf(database)).documents[0]?.durableAt ?? ''
    relay.acknowledgeNow()
    await vi.waitUntil(async () => isAllThere(await overviewOf(database)))
    const [known] = (await overviewOf(database)).documents
    expect(known).toMatchObject({ name: NAME, isUnsent: false, edits: 0 })
    expect(known?.durableAt && known.durableAt >= before).toBe(true)
    expect((await overviewOf(database)).lastAt).toBe(known?.durableAt)
  })

  it('[CLIENT-180] says the same after a reload without the relay, and goes on counting', async () => {
    const first = open()
    write(first, '在线')
    await vi.waitUntil(() => first.inRelay() && first.connection().kind === 'live')
    await first.dispose()
    const acknowledged = (await overviewOf(database)).documents[0]?.durableAt
    expect(acknowledged).toMatch(/^\d{4}-/)
    const second = open(false)
    await second.whenLoaded
    write(second, '离线一')
    write(second, '离线二')
    await second.dispose()
    const third = open(false)
    await third.whenLoaded
    write(third, '离线三')
    await third.dispose()
    expect((await overviewOf(database)).documents).toEqual([
      { name: NAME, isUnsent: true, edits: 3, durableAt: acknowledged },
    ])
  })

  it('[CLIENT-180] lists commands and files that wait, and leaves out documents that are only read', async () => {
    relay.right = 'read'
    prepareProfile(relay.document(NAME), 'ab'.repeat(32))
    const reading = open()
    await vi.waitUntil(() => reading.connection().kind === 'live')
    await reading.dispose()
    expect(await overviewOf(database)).toEqual({ documents: [], commands: [], files: [], lastAt: null })
    await database.outbox.add({
      id: 'c1' as CommandId,
      kind: 'withdraw-revision',
      body: {},
      subject: 'xu/a1',
      madeAt: '2022-05-01T08:00:00.000Z',
      state: 'waiting',
      refusal: null,
    })
    const file = { archive: 'xu' as AccountId, size: 4, type: 'application/pdf', name: '证书.pdf', refusal: null }
    await database.evidence.bulkPut([
      { ...file, sha256: 'aa', order: 1, sent: 4, state: 'there' },
      { ...file, sha256: 'bb', order: 2, sent: 1, state: 'waiting' },
    ])
    await database.settings.put({ key: ACKNOWLEDGED, value: '2022-05-02T08:00:00.000Z' })
    const overview = await overviewOf(database)
    expect(overview.commands.map(({ id }) => id)).toEqual(['c1'])
    expect(overview.files.map(({ sha256 }) => sha256)).toEqual(['bb'])
    expect(overview.lastAt).toBe('2022-05-02T08:00:00.000Z')
    expect(isAllThere(overview)).toBe(false)
  })
})
