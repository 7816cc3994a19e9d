import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { memoryUpdateLog } from '../store/memory/update-log.ts'
import { compactUpdates } from './compact-updates.ts'
import { type Merger, makeCompaction, threadMerger } from './compaction.ts'
import { documentFrom } from './document-from.ts'
import { readDocument, updatesOf } from './read-document.ts'
import { RawClient } from './testing/raw-client.ts'
import { startRelay } from './testing/relay.ts'
import type { UpdateLog } from './update-log.ts'

const SETTLED = { settled: async () => {} }

async function write(log: UpdateLog, words: readonly string[]): Promise<void> {
  const doc = await readDocument(log, SETTLED, 'archive/a1')
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const word of words) doc.getText('t').insert(doc.getText('t').length, word)
  for (const update of updates) await log.append([{ document: 'archive/a1', updates: [update] }])
}

async function textIn(log: UpdateLog): Promise<string> {
  return (await readDocument(log, SETTLED, 'archive/a1')).getText('t').toString()
}

describe('compaction', () => {
  it('[SYNC-16] a thread of its own turns rows into a snapshot with the same content', async () => {
    const log = memoryUpdateLog(() => 'e1')
    const compaction = makeCompaction(log, threadMerger())
    await write(log, ['一', '二', '三'])
    expect(await compaction.compact('archive/a1')).toBe(true)
    expect(await log.size('archive/a1')).toMatchObject({ rows: 0 })
    await write(log, ['四'])
    expect(await compaction.compact('archive/a1')).toBe(true)
    expect(await compaction.compact('archive/a1')).toBe(false)
    expect(await textIn(log)).toBe('一二三四')
    await compaction.close()
  })

  it('[SYNC-16] [ARC-5] a value that lost against a concurrent write can still be read by a device that comes later', () => {
    const [loser, winner] = [new Y.Doc(), new Y.Doc()]
    loser.clientID = 1
    winner.clientID = 2
    for (const words of ['输', '输了']) loser.getMap('m').set('f:title', words)
    for (const words of ['赢', '赢了']) winner.getMap('m').set('f:title', words)
    const compacted = compactUpdates([loser, winner].map((doc) => Y.encodeStateAsUpdate(doc)))
    const values = new Y.Doc({ gc: false })
    Y.applyUpdate(values, compacted?.update ?? new Uint8Array())
    const kept: unknown[] = []
    for (let item = values.getMap('m')._map.get('f:title'); item; item = item.left ?? undefined) {
      kept.push(...item.content.getContent())
    }
    expect(kept).toEqual(['赢了', '输了'])
  })

  it('[SYNC-16] rows that come while the thread works stay rows', async () => {
    const log = memoryUpdateLog(() => 'e1')
    const meanwhile: Merger = {
      merge: async (updates) => {
        await write(log, ['后'])
        return compactUpdates(updates)
      },
      close: async () => {},
    }
    await write(log, ['先'])
    await makeCompaction(log, meanwhile).compact('archive/a1')
    expect(await log.size('archive/a1')).toMatchObject({ rows: 1 })
    expect(await textIn(log)).toBe('先后')
  })

  it('[SYNC-16] what cannot be merged stays as it is, and harms no other reading', async () => {
    const log = memoryUpdateLog(() => 'e1')
    const compaction = makeCompaction(log, threadMerger())
    await write(log, ['一'])
    await log.append([{ document: 'archive/a1', updates: [new Uint8Array([255])] }])
    await write(log, ['二'])
    expect(await compaction.compact('archive/a1')).toBe(false)
    expect(await log.size('archive/a1')).toMatchObject({ rows: 3, snapshotBytes: 0 })
    expect(await textIn(log)).toBe('一二')
    await compaction.close()
  })

  it('[SYNC-16] the relay compacts when there are many rows, and what is missing a predecessor is still there', async () => {
    const log = memoryUpdateLog(() => 'e1')
    const compaction = makeCompaction(log, threadMerger())
    const relay = await startRelay(log, { compaction, limits: { compactRows: 4 } })
    const device = new Y.Doc()
    const updates: Uint8Array[] = []
    device.on('update', (update: Uint8Array) => updates.push(update))
    for (const word of ['一', '二', '三', '四', '五', '六'])
      device.getText('t').insert(device.getText('t').length, word)
    const [, second] = updates
    const writer = await new RawClient(`${relay.url}/archive/a1?token=a1&ack=1`).sync()
    for (const [index, update] of updates.filter((update) => update !== second).entries()) {
      writer.sendUpdate(update)
      await writer.until(() => writer.durable === index + 1)
    }
    await compaction.compact('archive/a1')
    const gap = await log.load('archive/a1')
    expect(gap.snapshot).not.toBeNull()
    expect(documentFrom(updatesOf(gap)).doc.getText('t').toString()).toBe('一')
    const late = await new RawClient(`${relay.url}/archive/a1?token=a1&ack=1`).sync()
    if (second) late.sendUpdate(second)
    await late.until(() => late.durable === 1)
    expect(await textIn(log)).toBe('一二三四五六')
    const fresh = await new RawClient(`${relay.url}/archive/a1?token=a1`).sync()
    expect(fresh.text).toBe('一二三四五六')
    for (const client of [writer, late, fresh]) client.close()
    await relay.close()
  })

  it('[SYNC-16] the relay compacts when the last one leaves', async () => {
    const log = memoryUpdateLog(() => 'e1')
    const asked: string[] = []
    let isAsked = () => {}
    const done = new Promise<void>((resolve) => {
      isAsked = resolve
    })
    const compaction = {
      compact: async (document: string) => {
        asked.push(document)
        isAsked()
        return true
      },
      close: async () => {},
    }
    const relay = await startRelay(log, { compaction, limits: { compactRowsOnLeave: 2 } })
    const [one, two] = [
      await new RawClient(`${relay.url}/archive/a1?token=a1&ack=1`).sync(),
      await new RawClient(`${relay.url}/archive/a1?token=a1&ack=1`).sync(),
    ]
    for (const [index, word] of ['一', '二', '三'].entries()) {
      one.write(word)
      await one.until(() => one.durable === index + 1)
    }
    two.close()
    await two.closeCode()
    expect(asked).toEqual([])
    one.close()
    await done
    expect(asked).toEqual(['archive/a1'])
    await relay.close()
  })
})
