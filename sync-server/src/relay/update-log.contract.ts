/** What every update log does. Each implementation's test calls this with a way to open it, and to open it again. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { compactUpdates } from './compact-updates.ts'
import { documentFrom } from './document-from.ts'
import { updatesOf } from './read-document.ts'
import type { Snapshot, StoredDocument, UpdateLog } from './update-log.ts'

export interface OpenedLog {
  readonly log: UpdateLog
  /** The same content in a new opening; null when nothing survives. */
  reopen(): UpdateLog | null | Promise<UpdateLog>
  close(): void | Promise<void>
}

/** Three updates of one document, each depending on the one before. */
function threeUpdates(): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const word of ['一', '二', '三']) doc.getText('t').insert(doc.getText('t').length, word)
  return updates
}

function textOf(stored: StoredDocument): string {
  return documentFrom(updatesOf(stored)).doc.getText('t').toString()
}

function compacted(stored: StoredDocument): Snapshot {
  const snapshot = compactUpdates([...updatesOf(stored)])
  if (snapshot === null) throw new Error('cannot be compacted')
  return snapshot
}

export function updateLogContract(name: string, open: () => OpenedLog | Promise<OpenedLog>): void {
  describe(`the update log in ${name}`, () => {
    let opened: OpenedLog
    let log: UpdateLog
    const [one, two, three] = threeUpdates() as [Uint8Array, Uint8Array, Uint8Array]
    beforeEach(async () => {
      opened = await open()
      log = opened.log
    })
    afterEach(() => opened.close())

    it('[SYNC-10] a document that was never written is empty and has an epoch', async () => {
      const stored = await log.load('archive/a1')
      expect(stored).toEqual({ epoch: stored.epoch, snapshot: null, rows: [] })
      expect(stored.epoch).not.toBe('')
      expect(await log.size('archive/a1')).toMatchObject({
        epoch: stored.epoch,
        rows: 0,
        rowBytes: 0,
        snapshotBytes: 0,
      })
      expect(await log.list()).toEqual([])
    })

    it('[SYNC-10] one commit is one row per document, in the order of the commits', async () => {
      await log.append([
        { document: 'archive/a1', updates: [one, two] },
        { document: 'desk/a1', updates: [one] },
      ])
      await log.append([{ document: 'archive/a1', updates: [three] }])
      const stored = await log.load('archive/a1')
      expect(stored.rows.map((row) => row.updates.map((update) => Array.from(update)))).toEqual([
        [Array.from(one), Array.from(two)],
        [Array.from(three)],
      ])
      expect(textOf(stored)).toBe('一二三')
      expect(textOf(await log.load('desk/a1'))).toBe('一')
      expect((await log.list()).map(({ document, rows }) => [document, rows])).toEqual([
        ['archive/a1', 2],
        ['desk/a1', 1],
      ])
      expect((await log.size('archive/a1')).rowBytes).toBeGreaterThanOrEqual(one.length + two.length + three.length)
    })

    it('[SYNC-10] the bytes handed in may be reused at once', async () => {
      const bytes = one.slice()
      const appended = log.append([{ document: 'archive/a1', updates: [bytes] }])
      await appended
      bytes.fill(0)
      expect(textOf(await log.load('archive/a1'))).toBe('一')
    })

    it('[SYNC-10] a commit answers the new row of each document', async () => {
      const first = await log.append([
        { document: 'archive/a1', updates: [one] },
        { document: 'desk/a1', updates: [one] },
      ])
      const second = await log.append([{ document: 'archive/a1', updates: [two, three] }])
      const stored = await log.load('archive/a1')
      expect(stored.rows.map((row) => row.id)).toEqual([first.get('archive/a1'), second.get('archive/a1')])
      expect((await log.load('desk/a1')).rows.map((row) => row.id)).toEqual([first.get('desk/a1')])
      expect([...second.keys()]).toEqual(['archive/a1'])
    })

    it('[SYNC-11] compaction removes exactly the rows that went in; one that came meanwhile stays', async () => {
      await log.append([{ document: 'archive/a1', updates: [one] }])
      await log.append([{ document: 'archive/a1', updates: [two] }])
      await log.append([{ document: 'archive/b2', updates: [one] }])
      const loaded = await log.load('archive/a1')
      await log.append([{ document: 'archive/a1', updates: [three] }])
      const snapshot = compacted(loaded)
      await log.replace('archive/a1', { epoch: loaded.epoch, snapshot, rows: loaded.rows.map((row) => row.id) })
      const after = await log.load('archive/a1')
      expect(after.rows).toHaveLength(1)
      expect(Array.from(after.snapshot?.update ?? [])).toEqual(Array.from(snapshot.update))
      expect(Array.from(after.snapshot?.stateVector ?? [])).toEqual(Array.from(snapshot.stateVector))
      expect(textOf(after)).toBe('一二三')
      expect(await log.size('archive/a1')).toMatchObject({ rows: 1, snapshotBytes: snapshot.update.length })
      expect((await log.size('archive/b2')).rows).toBe(1)
    })

    it('[SYNC-11] a compaction of one document never removes rows of another', async () => {
      await log.append([{ document: 'archive/a1', updates: [one] }])
      await log.append([{ document: 'archive/b2', updates: [one] }])
      const [a1, b2] = [await log.load('archive/a1'), await log.load('archive/b2')]
      await log.replace('archive/a1', { epoch: a1.epoch, snapshot: compacted(a1), rows: b2.rows.map((row) => row.id) })
      expect((await log.size('archive/b2')).rows).toBe(1)
    })

    it('[SYNC-12] another epoch for every document after a restore, and a compaction begun before is refused', async () => {
      await log.append([{ document: 'archive/a1', updates: [one] }])
      const before = await log.load('archive/a1')
      await log.renewEpochs()
      const after = await log.load('archive/a1')
      expect(after.epoch).not.toBe(before.epoch)
      const rows = before.rows.map((row) => row.id)
      await expect(
        log.replace('archive/a1', { epoch: before.epoch, snapshot: compacted(before), rows }),
      ).rejects.toThrow('epoch')
      expect((await log.load('archive/a1')).rows).toHaveLength(1)
    })

    it('[SYNC-10] content and epoch are there when it is opened again', async () => {
      await log.append([{ document: 'archive/a1', updates: [one, two] }])
      const before = await log.load('archive/a1')
      const again = await opened.reopen()
      if (again === null) return
      const after = await again.load('archive/a1')
      expect(after.epoch).toBe(before.epoch)
      expect(textOf(after)).toBe('一二')
    })
  })
}
