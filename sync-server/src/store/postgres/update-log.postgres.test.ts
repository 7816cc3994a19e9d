import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { compactUpdates } from '../../relay/compact-updates.ts'
import { updatesOf } from '../../relay/read-document.ts'
import { updateLogContract } from '../../relay/update-log.contract.ts'
import type { News, SharedUpdateLog, StoredDocument } from '../../relay/update-log.ts'
import { postgresForTests } from '../../testing/servers/store-for-tests.ts'
import { openPostgresStore, type PostgresStore } from './postgres-store.ts'
import { postgresUpdateLog } from './update-log.ts'

const opened: PostgresStore[] = []
const close = async () => {
  for (const store of opened.splice(0)) await store.close()
}
afterEach(close)

let epochs = 0
async function openLog(address: string): Promise<SharedUpdateLog> {
  const store = await openPostgresStore({ address, migrateAt: 0, onLost: () => {} })
  opened.push(store)
  return postgresUpdateLog(store.pool, () => `e${++epochs}`)
}

updateLogContract('PostgreSQL', async () => {
  const address = await postgresForTests()
  return { log: await openLog(address), reopen: () => openLog(address), close }
})

/** One update that sets a key. */
function update(key: string, client: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = client
  doc.getMap('m').set(key, true)
  return Y.encodeStateAsUpdate(doc)
}

function keysOf(updates: Iterable<Uint8Array>): string[] {
  const doc = new Y.Doc()
  for (const each of updates) Y.applyUpdate(doc, each)
  return [...doc.getMap('m').keys()].sort()
}

function snapshotOf(stored: StoredDocument) {
  const snapshot = compactUpdates([...updatesOf(stored)])
  if (!snapshot) throw new Error('cannot be compacted')
  return { epoch: stored.epoch, snapshot, rows: stored.rows.map((row) => row.id) }
}

const updatesIn = ({ snapshot, rows }: News) => [...(snapshot ? [snapshot] : []), ...rows.flatMap((row) => row.updates)]

const NAME = 'archive/a1'

describe('a log that several relays write', () => {
  it('[RELAY-211] numbers follow the commits: who reads on while others write misses none', async () => {
    const address = await postgresForTests()
    const [first, second, reader] = [await openLog(address), await openLog(address), await openLog(address)]
    const WRITES = 60
    let seen = 0
    const heard: Uint8Array[] = []
    let isWriting = true
    const reading = (async () => {
      while (isWriting || seen < 2 * WRITES) {
        const news = await reader.since(NAME, seen)
        heard.push(...updatesIn(news))
        seen = news.upTo
      }
    })()
    const writing = [first, second].map((log, relay) =>
      Promise.all(
        Array.from({ length: WRITES }, (_, i) =>
          log.append([
            // In opposite orders, so that only a fixed order of locks keeps the two from waiting for each other for ever.
            ...(relay === 0 ? [{ document: 'archive/b2', updates: [update('x', 1)] }] : []),
            { document: NAME, updates: [update(`${relay}.${i}`, 1000 * (relay + 1) + i)] },
            ...(relay === 1 ? [{ document: 'archive/b2', updates: [update('x', 1)] }] : []),
          ]),
        ),
      ),
    )
    await Promise.all(writing)
    isWriting = false
    await reading
    expect(heard).toHaveLength(2 * WRITES)
    expect(keysOf(heard)).toHaveLength(2 * WRITES)
    expect((await reader.newest([NAME, 'archive/none'])).get(NAME)).toBe(2 * WRITES)
  })

  it('[RELAY-211] what a snapshot took in meanwhile is among the news', async () => {
    const address = await postgresForTests()
    const [log, other] = [await openLog(address), await openLog(address)]
    await log.append([{ document: NAME, updates: [update('a', 1)] }])
    const { upTo } = await other.since(NAME, 0)
    await log.append([{ document: NAME, updates: [update('b', 2)] }])
    await log.replace(NAME, snapshotOf(await log.load(NAME)))
    await log.append([{ document: NAME, updates: [update('c', 3)] }])
    const news = await other.since(NAME, upTo)
    expect(keysOf(updatesIn(news))).toEqual(['a', 'b', 'c'])
    expect(await other.since(NAME, news.upTo)).toEqual({ snapshot: null, rows: [], upTo: news.upTo })
  })

  it('[RELAY-211] of two compactions at once the one that knew less changes nothing', async () => {
    const address = await postgresForTests()
    const [log, other] = [await openLog(address), await openLog(address)]
    await log.append([{ document: NAME, updates: [update('a', 1)] }])
    const less = snapshotOf(await other.load(NAME))
    await log.append([{ document: NAME, updates: [update('b', 2)] }])
    const more = snapshotOf(await log.load(NAME))
    await log.replace(NAME, more)
    await other.replace(NAME, less)
    expect(keysOf(updatesOf(await log.load(NAME)))).toEqual(['a', 'b'])
    await log.append([{ document: NAME, updates: [update('c', 3)] }])
    const [early, late] = [snapshotOf(await log.load(NAME)), snapshotOf(await other.load(NAME))]
    await Promise.all([log.replace(NAME, early), other.replace(NAME, late)])
    expect(keysOf(updatesOf(await log.load(NAME)))).toEqual(['a', 'b', 'c'])
  })
})
