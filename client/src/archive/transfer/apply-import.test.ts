import { addItem, LOCAL_EDIT, readItem, readItems, setField } from '@yejibu/shared/archive/archive-doc'
import { type DraftRow, draftOf } from '@yejibu/shared/archive/transfer/draft'
import { importOf, planImport } from '@yejibu/shared/archive/transfer/import-plan'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyImport, type Target } from './apply-import.ts'

const OLD = 'paper-1' as ItemId

function archive(): Target {
  const doc = new Y.Doc()
  const undo = new Y.UndoManager(doc, { trackedOrigins: new Set([LOCAL_EDIT]), captureTimeout: 600 })
  let next = 0
  addItem(doc, {
    id: OLD,
    part: 'paper',
    salt: '1'.repeat(64),
    order: '2020',
    fields: { title: '总磷', journal: '环境科学' },
  })
  return {
    doc,
    undo,
    now: () => new Date('2022-06-30T08:00:00Z'),
    randomBytes: (count) => Uint8Array.from({ length: count }, () => (next = (next * 75 + 74) % 65_537)),
  }
}

function rows(...titles: readonly string[]): readonly DraftRow[] {
  return titles.map((title, at) => ({
    row: at + 1,
    ...draftOf('paper', { title, journal: '中国环境监测', rank: '1', abstract: '摘要' }, [`doi:10.1000/${at}`]),
  }))
}

function imported(target: Target, ...titles: readonly string[]) {
  return applyImport(target, importOf(planImport(rows(...titles), readItems(target.doc)), new Map()))
}

describe('an import into the archive', () => {
  it('[CLIENT-101] new entries come in in the order of the file, and an entry that was there is filled in', () => {
    const target = archive()
    imported(target, '总磷', '氨氮', '噪声')
    const items = readItems(target.doc)
    expect(items.map(({ fields }) => fields.title)).toEqual(['总磷', '氨氮', '噪声'])
    expect(items[0]).toMatchObject({
      fields: { journal: '环境科学', rank: '1', abstract: '摘要' },
      identifiers: ['doi:10.1000/0'],
    })
    expect(new Set(items.map(({ id }) => id)).size).toBe(3)
    expect(new Set(items.map(({ salt }) => salt)).size).toBe(3)
  })

  it('[CLIENT-101] the same file again finds everything there', () => {
    const target = archive()
    imported(target, '总磷', '氨氮')
    expect(imported(target, '总磷', '氨氮').added).toEqual([])
    const renamed = planImport(
      [{ row: 1, ...draftOf('paper', { title: '改了题目' }, ['doi:10.1000/1']) }],
      readItems(target.doc),
    )
    expect(renamed).toMatchObject([{ twin: { kind: 'item', by: 'doi' } }])
  })

  it('[CLIENT-101] one undo takes back all of it and nothing of what came before; a redo brings it again', () => {
    const target = archive()
    setField(target.doc, OLD, 'journal', '环境科学学报')
    imported(target, ...Array.from({ length: 400 }, (_, at) => `${'题'.repeat(100)}${at}`), '总磷')
    expect(readItems(target.doc)).toHaveLength(401)
    target.undo.undo()
    expect(readItems(target.doc)).toHaveLength(1)
    expect(readItem(target.doc, OLD)?.fields).toMatchObject({ journal: '环境科学学报', rank: null, abstract: null })
    target.undo.redo()
    expect(readItems(target.doc)).toHaveLength(401)
  })

  it('[CLIENT-101] taken back later, other work stays: an entry written since, and a filled field that was written anew', () => {
    const target = archive()
    const { takeBack } = imported(target, '总磷', '氨氮')
    addItem(target.doc, {
      id: 'paper-9' as ItemId,
      part: 'paper',
      salt: '9'.repeat(64),
      order: '2023',
      fields: { title: '后来写的' },
    })
    setField(target.doc, OLD, 'rank', '3')
    takeBack()
    expect(readItems(target.doc).map(({ fields }) => fields.title)).toEqual(['总磷', '后来写的'])
    expect(readItem(target.doc, OLD)?.fields).toMatchObject({ rank: '3', abstract: null, journal: '环境科学' })
    target.undo.undo()
    expect(readItems(target.doc)).toHaveLength(3)
  })
})
