import 'fake-indexeddb/auto'
import { addItem, LOCAL_EDIT, setField } from '@yejibu/shared/archive/archive-doc'
import { makeLostWriteKeeper } from '@yejibu/shared/archive/lost-write'
import { type AccountId, type ItemId, PROFILE_ITEM } from '@yejibu/shared/kernel/ids'
import { type ArchiveReview, NO_REVIEW, UNTOUCHED } from '@yejibu/shared/review/review'
import { createEffect, createRoot, createSignal } from 'solid-js'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { openAccountDatabase } from '../platform/database.ts'
import { type Archive, createArchive } from './create-archive.ts'
import { createSavedWhere } from './saved-where.ts'

const XU = 'xu' as AccountId
const open: Archive[] = []

function archiveOf(doc: Y.Doc, review: () => ArchiveReview = () => NO_REVIEW): Archive {
  const undo = new Y.UndoManager(doc, { trackedOrigins: new Set([LOCAL_EDIT]), captureTimeout: 0 })
  const archive = createArchive({ doc, undo, owner: XU, review })
  open.push(archive)
  return archive
}
afterEach(() => {
  for (const archive of open.splice(0)) archive.dispose()
})

describe('an archive on a page', () => {
  it('[CLIENT-23] runs again only what read the item that changed', () => {
    const archive = archiveOf(new Y.Doc())
    const one = archive.addItem('paper', { title: '一' })
    const two = archive.addItem('paper', { title: '二' })
    const runs = { one: 0, two: 0 }
    createRoot((dispose) => {
      createEffect(() => {
        if (archive.item(one)) runs.one++
      })
      createEffect(() => {
        if (archive.item(two)) runs.two++
      })
      return dispose
    })
    archive.setField(two, 'title', '二（修订）')
    expect(runs).toEqual({ one: 1, two: 2 })
    expect(archive.item(two)?.fields.title).toBe('二（修订）')
    expect(archive.items().map((item) => item.fields.title)).toEqual(['一', '二（修订）'])
  })

  it('[CLIENT-23] keeps order and leaves deleted items out until they are restored or undone', () => {
    let minute = 0
    const doc = new Y.Doc()
    const undo = new Y.UndoManager(doc, { trackedOrigins: new Set([LOCAL_EDIT]), captureTimeout: 0 })
    const now = () => new Date(Date.UTC(2026, 10, 21, 8, minute++))
    const archive = createArchive({ doc, undo, owner: XU, review: () => NO_REVIEW, now })
    open.push(archive)
    const ids = ['a', 'b', 'c'].map((title) => archive.addItem('paper', { title }))
    const [a, b, c] = ids as [ItemId, ItemId, ItemId]
    expect(archive.items().map((item) => item.id)).toEqual([a, b, c])
    archive.deleteItem(a)
    expect(archive.item(a)).toBe(undefined)
    expect(archive.items().map((item) => item.id)).toEqual([b, c])
    archive.undo()
    expect(archive.items().map((item) => item.id)).toEqual([a, b, c])
  })

  it('[CLIENT-23] gives the profile its salt with the first word written into it', () => {
    const archive = archiveOf(new Y.Doc())
    expect(archive.digest(PROFILE_ITEM)).toBe(null)
    archive.setField(PROFILE_ITEM, 'name', '许明川')
    expect(archive.digest(PROFILE_ITEM)).toMatch(/^[0-9a-f]{64}$/)
  })

  it('[CLIENT-23] shows the standing of the content as it is, edit by edit', () => {
    const [review, setReview] = createSignal<ArchiveReview>(NO_REVIEW)
    const archive = archiveOf(new Y.Doc(), review)
    const id = archive.addItem('paper', { title: '一' })
    expect(archive.standing(id).kind).toBe('draft')
    const revision = archive.revision(id)
    if (!revision) throw new Error('an item just added has a revision')
    const named = { ...revision, item: id, part: 'paper' as const, at: '2026-11-21T08:00:00Z', fact: 'f' as never }
    setReview({
      items: { [id]: { ...UNTOUCHED, sent: named, everSent: { [revision.digest]: named } } },
    })
    expect(archive.standing(id).kind).toBe('waiting')
    archive.setField(id, 'title', '二')
    expect(archive.standing(id).kind).toBe('edited-while-waiting')
    archive.setField(id, 'title', '一')
    expect(archive.standing(id).kind).toBe('waiting')
  })

  it('[CLIENT-23] shows the value that lost a concurrent write, to take back', () => {
    const mine = new Y.Doc()
    const hers = new Y.Doc()
    const id = 'item-1' as ItemId
    addItem(mine, { id, part: 'paper', salt: 'ab'.repeat(32), order: '1', fields: { title: '原题' } })
    Y.applyUpdate(hers, Y.encodeStateAsUpdate(mine))
    const archive = archiveOf(mine)
    const stop = makeLostWriteKeeper(mine)
    setField(mine, id, 'title', '甲')
    setField(hers, id, 'title', '乙')
    // Which of the two wins goes by client id; whichever it is, the other one is offered.
    makeLostWriteKeeper(hers)
    const [toHers, toMine] = [Y.encodeStateAsUpdate(mine), Y.encodeStateAsUpdate(hers)]
    Y.applyUpdate(hers, toHers)
    Y.applyUpdate(mine, toMine)
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(hers))
    stop()
    const item = archive.item(id)
    expect([item?.fields.title, item?.otherVersions[0]?.value].sort()).toEqual(['乙', '甲'].sort())
  })
})

describe('where an item is saved', () => {
  it('[CLIENT-24] is in the relay with exactly the acknowledged content, item by item, and after a restart', async () => {
    const database = openAccountDatabase('marks' as AccountId)
    const archive = archiveOf(new Y.Doc())
    const one = archive.addItem('paper', { title: '一' })
    const two = archive.addItem('paper', { title: '二' })
    let acknowledge: () => void = () => undefined
    const options = {
      database,
      document: 'archive/xu',
      archive,
      local: () => ({ kind: 'saved' }) as const,
      onDurable: (listener: () => void) => {
        acknowledge = listener
        return () => undefined
      },
    }
    const saved = createSavedWhere(options)
    const where = (id: ItemId, by = saved): string => by.of(id, archive.digest(id))
    expect([where(one), where(two)]).toEqual(['on-device', 'on-device'])
    acknowledge()
    await vi.waitUntil(() => where(one) === 'in-relay' && where(two) === 'in-relay')
    archive.setField(two, 'title', '二（修订）')
    expect([where(one), where(two)]).toEqual(['in-relay', 'on-device'])
    archive.setField(two, 'title', '二')
    expect(where(two)).toBe('in-relay')
    await vi.waitUntil(async () => (await database.savedWhere.count()) >= 2)
    const again = createSavedWhere(options)
    await vi.waitUntil(() => where(one, again) === 'in-relay')
    saved.dispose()
    again.dispose()
    database.close()
  })
})
