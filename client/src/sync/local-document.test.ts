import 'fake-indexeddb/auto'
import { createEffect, createRoot } from 'solid-js'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { openLocalDocument } from './local-document.ts'

let counter = 0
const freshName = (): string => `store-${++counter}`
const docs: Y.Doc[] = []
const freshDoc = (): Y.Doc => {
  const doc = new Y.Doc()
  docs.push(doc)
  return doc
}

afterEach(() => {
  for (const doc of docs.splice(0)) doc.destroy()
})

/** Another tab of a newer version upgrades the database: every open connection is told to close. */
function upgrade(name: string, version: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.onsuccess = () => {
      request.result.close()
      resolve()
    }
    request.onerror = () => reject(request.error)
  })
}

async function reread(name: string): Promise<Y.Doc> {
  const doc = freshDoc()
  const local = openLocalDocument(doc, name)
  await local.whenLoaded
  await local.dispose()
  return doc
}

function rowsOf(name: string): Promise<Uint8Array[]> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const rows = request.result.transaction('updates').objectStore('updates').getAll()
      rows.onsuccess = () => {
        request.result.close()
        resolve(rows.result)
      }
    }
  })
}

describe('the store of a document in this browser', () => {
  it('[CLIENT-1] says saved only when the edit is in the store, and reads it back', async () => {
    const name = freshName()
    const doc = freshDoc()
    const local = openLocalDocument(doc, name)
    await local.whenLoaded
    doc.getMap('m').set('title', '钱塘江断面监测')
    expect(local.state().kind).toBe('saving')
    await vi.waitUntil(() => local.state().kind === 'saved')
    expect((await rowsOf(name)).length).toBeGreaterThan(0)
    await local.dispose()
    expect((await reread(name)).getMap('m').get('title')).toBe('钱塘江断面监测')
  })

  it('[CLIENT-1] keeps an edit made before the store was open', async () => {
    const name = freshName()
    const doc = freshDoc()
    const local = openLocalDocument(doc, name)
    doc.getMap('m').set('early', 'yes')
    await local.whenLoaded
    await vi.waitUntil(() => local.state().kind === 'saved')
    await local.dispose()
    expect((await reread(name)).getMap('m').get('early')).toBe('yes')
  })

  it('[CLIENT-1] stores what is written because of what was read', async () => {
    const name = freshName()
    const before = freshDoc()
    const first = openLocalDocument(before, name)
    await first.whenLoaded
    before.getMap('m').set('lost', 'a value')
    await vi.waitUntil(() => first.state().kind === 'saved')
    await first.dispose()
    const doc = freshDoc()
    doc.getMap('m').observe((event) => {
      if (event.keysChanged.has('lost')) doc.transact(() => doc.getMap('m').set('kept', 'a value'), 'keeper')
    })
    const local = openLocalDocument(doc, name)
    await local.whenLoaded
    await vi.waitUntil(() => local.state().kind === 'saved')
    await local.dispose()
    expect((await reread(name)).getMap('m').toJSON()).toEqual({ lost: 'a value', kept: 'a value' })
  })

  it('[CLIENT-2] loses no edit made after another tab upgraded the database, and shows it meanwhile', async () => {
    const name = freshName()
    const doc = freshDoc()
    const local = openLocalDocument(doc, name)
    await local.whenLoaded
    doc.getMap('m').set('before', '1')
    const shown: string[] = []
    const stop = createRoot((dispose) => {
      createEffect(() => {
        const { kind } = local.state()
        shown.push(kind)
        if (kind === 'broken') doc.getMap('m').set('after', '2')
      })
      return dispose
    })
    await upgrade(name, 7)
    await vi.waitUntil(() => doc.getMap('m').has('after'))
    stop()
    expect(shown).toContain('broken')
    await vi.waitUntil(() => local.state().kind === 'saved')
    doc.getMap('m').set('later', '3')
    await vi.waitUntil(() => local.state().kind === 'saved')
    await local.dispose()
    expect((await reread(name)).getMap('m').toJSON()).toEqual({ before: '1', after: '2', later: '3' })
  })

  it('[CLIENT-1] keeps the layout of y-indexeddb: each reads what the other wrote', async () => {
    const name = freshName()
    const doc = freshDoc()
    const theirs = new IndexeddbPersistence(name, doc)
    await theirs.whenSynced
    doc.getMap('m').set('theirs', '1')
    await theirs.destroy()
    const mine = freshDoc()
    const local = openLocalDocument(mine, name)
    await local.whenLoaded
    expect(mine.getMap('m').toJSON()).toEqual({ theirs: '1' })
    mine.getMap('m').set('ours', '2')
    await vi.waitUntil(() => local.state().kind === 'saved')
    await local.dispose()
    const again = freshDoc()
    const library = new IndexeddbPersistence(name, again)
    await library.whenSynced
    expect(again.getMap('m').toJSON()).toEqual({ theirs: '1', ours: '2' })
    await library.destroy()
  })

  it('[CLIENT-2] y-indexeddb without the guard loses that edit, which is why the guard is there', async () => {
    const name = freshName()
    const doc = freshDoc()
    const bare = new IndexeddbPersistence(name, doc)
    await bare.whenSynced
    doc.getMap('m').set('before', '1')
    await upgrade(name, 7)
    try {
      doc.getMap('m').set('after', '2')
    } catch {
      // Whether it throws or is silent, nobody who edits would know.
    }
    expect((await reread(name)).getMap('m').toJSON()).toEqual({ before: '1' })
  })

  it('[CLIENT-2] stores the whole document again when the database was deleted under it', async () => {
    const name = freshName()
    const doc = freshDoc()
    const local = openLocalDocument(doc, name)
    await local.whenLoaded
    doc.getMap('m').set('kept', 'yes')
    await vi.waitUntil(() => local.state().kind === 'saved')
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name)
      request.onsuccess = () => resolve()
      request.onerror = () => reject(request.error)
    })
    await vi.waitUntil(() => local.state().kind === 'saved')
    await local.dispose()
    expect((await reread(name)).getMap('m').get('kept')).toBe('yes')
  })

  it('[CLIENT-3] merges many small updates into one by their bytes, and keeps what another tab wrote', async () => {
    const name = freshName()
    const doc = freshDoc()
    const other = freshDoc()
    const local = openLocalDocument(doc, name)
    const otherLocal = openLocalDocument(other, name)
    await Promise.all([local.whenLoaded, otherLocal.whenLoaded])
    other.getMap('m').set('from-other-tab', 'yes')
    await vi.waitUntil(() => otherLocal.state().kind === 'saved')
    for (let i = 0; i < 40; i++) doc.getMap('m').set('note', `${i}`.repeat(20_000))
    await vi.waitUntil(() => local.state().kind === 'saved')
    await vi.waitUntil(async () => (await rowsOf(name)).length < 40)
    await Promise.all([local.dispose(), otherLocal.dispose()])
    const again = await reread(name)
    expect(again.getMap('m').get('from-other-tab')).toBe('yes')
    expect(again.getMap('m').get('note')).toBe('39'.repeat(20_000))
  })
})
