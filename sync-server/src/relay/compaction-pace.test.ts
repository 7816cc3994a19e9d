import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { memoryUpdateLog } from '../store/memory/update-log.ts'
import type { Compaction } from './compaction.ts'
import type { Limits } from './limits.ts'
import { RawClient } from './testing/raw-client.ts'
import { startRelay, type TestRelay } from './testing/relay.ts'
import type { UpdateLog } from './update-log.ts'

let relay: TestRelay
afterEach(() => relay.close())

/** A compaction that waits for the test. */
function heldCompaction(): Compaction & { readonly asked: string[]; readonly begun: Promise<void>; finish(): void } {
  const asked: string[] = []
  let begin = () => {}
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const waiting: (() => void)[] = []
  return {
    asked,
    begun,
    compact: (document) => {
      asked.push(document)
      begin()
      return new Promise((resolve) => waiting.push(() => resolve(true)))
    },
    finish: () => {
      for (const done of waiting.splice(0)) done()
    },
    close: async () => {},
  }
}

async function open(log: UpdateLog, compaction: Compaction, limits: Partial<Limits>): Promise<RawClient> {
  relay = await startRelay(log, { compaction, limits })
  return new RawClient(`${relay.url}/archive/a1?token=a1&ack=1`).sync()
}

async function writeRows(writer: RawClient, rows: number): Promise<void> {
  for (let row = 0; row < rows; row++) {
    const before = writer.durable
    writer.write('字')
    await writer.until(() => writer.durable > before)
  }
}

describe('how often a document is compacted', () => {
  it('[RELAY-305] once for all rows that come until it is done, and what is left is counted once', async () => {
    const kept = memoryUpdateLog(() => 'epoch-1')
    let counts = 0
    const log: UpdateLog = {
      ...kept,
      size: (document) => {
        counts += 1
        return kept.size(document)
      },
    }
    const compaction = heldCompaction()
    const writer = await open(log, compaction, { compactRows: 4 })
    await writeRows(writer, 9)
    expect(compaction.asked).toEqual(['archive/a1'])
    const before = counts
    compaction.finish()
    await writeRows(writer, 1)
    expect(counts - before).toBe(1)
    await writeRows(writer, 4)
    expect(compaction.asked).toHaveLength(2)
    compaction.finish()
    writer.close()
  })

  it('[RELAY-305] a large document waits for more rows than a small one', async () => {
    const log = memoryUpdateLog(() => 'epoch-1')
    const large = new Y.Doc()
    large.getText('t').insert(0, 'x'.repeat(300 * 1024))
    const snapshot = { update: Y.encodeStateAsUpdate(large), stateVector: Y.encodeStateVector(large) }
    const { epoch } = await log.size('archive/a1')
    await log.replace('archive/a1', { epoch, snapshot, rows: [] })
    const compaction = heldCompaction()
    const writer = await open(log, compaction, { compactRows: 4 })
    await writeRows(writer, 7)
    expect(compaction.asked).toEqual([])
    await writeRows(writer, 1)
    expect(compaction.asked).toEqual(['archive/a1'])
    compaction.finish()
    writer.close()
  })

  it('[RELAY-305] when the last one leaves, many updates in one row are reason enough', async () => {
    const log = memoryUpdateLog(() => 'epoch-1')
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (let n = 0; n < 1_000; n++) doc.getArray('a').push([`第${n}条`])
    await log.append([{ document: 'archive/a1', updates }])
    const compaction = heldCompaction()
    const reader = await open(log, compaction, {})
    reader.close()
    await compaction.begun
    expect(compaction.asked).toEqual(['archive/a1'])
    compaction.finish()
  })
})
