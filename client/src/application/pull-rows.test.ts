// @vitest-environment node
import type { Item } from '@yejibu/shared/archive/item'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import type { NamedRevision } from '@yejibu/shared/review/review-facts'
import { readyArchive } from '@yejibu/shared/testing/ready-archive'
import { describe, expect, it } from 'vitest'
import { pullRows } from './pull-rows.ts'

const PLAN = shaoxingEcology2022Mid({ open: '2022-09-01T08:30:00+08:00', close: '2022-10-31T17:30:00+08:00' })
const NOWHERE = { items: [], digest: () => null }

/** The archive as it stands holds these entries and no others. */
function archiveOf(...revisions: readonly Pick<NamedRevision, 'item' | 'digest' | 'content'>[]) {
  const items = revisions.map(
    ({ item, content }): Item => ({
      id: item,
      part: content.part,
      fields: content.fields,
      evidence: [],
      salt: '',
      order: '',
      otherVersions: [],
    }),
  )
  const digests = new Map(revisions.map(({ item, digest }) => [item, digest]))
  return { items, digest: (item: Item) => digests.get(item.id) ?? null }
}
const rowOf = (rows: ReturnType<typeof pullRows>, item: string) => rows.find((row) => row.item === item)

describe('what can be pulled', () => {
  it('[CLIENT-75] an entry edited since its approval offers the approved content, and says so', () => {
    const { history, paper } = readyArchive()
    const edited = history.revision('paper-1', 'paper', { title: '改了题目', publishYm: '202106' })
    const row = rowOf(pullRows(PLAN, history.review(), archiveOf(edited), []), 'paper-1')
    expect(row).toMatchObject({ state: 'pullable', approved: paper.digest, since: 'edited', pull: null })
    expect(row?.content.fields.title).toBe('曹娥江流域总磷通量估算')
  })

  it('[CLIENT-252] names the fields that differ from what is pulled: in a newer approval first, else in the archive', () => {
    const { history, paper } = readyArchive()
    const newer = history.revision('paper-1', 'paper', { title: '新核定的题目', publishYm: '202106' })
    history.send(newer).approve(newer)
    const edited = history.revision('paper-1', 'paper', { title: '新核定的题目', publishYm: '202107' })
    const pull = { item: paper.item, digest: paper.digest, note: null }
    const changes = (pulls: Parameters<typeof pullRows>[3], archive: Parameters<typeof pullRows>[2]) =>
      rowOf(pullRows(PLAN, history.review(), archive, pulls), 'paper-1')?.changed?.fields.map(
        ({ field, before, after }) => [field.name, before, after],
      )
    expect(changes([pull], archiveOf(edited))).toEqual([['title', '曹娥江流域总磷通量估算', '新核定的题目']])
    expect(changes([], archiveOf(edited))).toEqual([['publishYm', '202106', '202107']])
    expect(changes([{ ...pull, digest: newer.digest }], archiveOf(newer))).toBe(undefined)
    expect(changes([], NOWHERE)).toBe(undefined)
  })

  it('[CLIENT-75] an entry deleted from the archive stays pullable', () => {
    const { history } = readyArchive()
    const row = rowOf(pullRows(PLAN, history.review(), NOWHERE, []), 'paper-1')
    expect(row).toMatchObject({ state: 'pullable', since: 'deleted' })
  })

  it('[CLIENT-75] what was never approved is shown and cannot be pulled', () => {
    const { history } = readyArchive()
    const sent = history.revision('paper-2', 'paper', { title: '未核定的论文', publishYm: '202107' })
    history.send(sent)
    const row = rowOf(pullRows(PLAN, history.review(), archiveOf(sent), []), 'paper-2')
    expect(row).toMatchObject({ state: 'not-approved', approved: null, isBeforeTitle: false })
  })

  it('[CLIENT-75] a pull whose approval was revoked stays in sight while the entry is there', () => {
    const { history, paper } = readyArchive()
    history.revoke(paper)
    const pull = { item: paper.item, digest: paper.digest, note: null }
    const row = rowOf(pullRows(PLAN, history.review(), archiveOf(paper), [pull]), 'paper-1')
    expect(row).toMatchObject({ state: 'revoked', pull, approved: null })
  })

  it('[CLIENT-75] a newer approval is offered beside the older one that was pulled', () => {
    const { history, paper } = readyArchive()
    const newer = history.revision('paper-1', 'paper', { title: '新核定的题目', publishYm: '202106' })
    history.send(newer).approve(newer)
    const pull = { item: paper.item, digest: paper.digest, note: null }
    const row = rowOf(pullRows(PLAN, history.review(), archiveOf(newer), [pull]), 'paper-1')
    expect(row).toMatchObject({ state: 'pullable', approved: newer.digest, hasNewer: true, since: 'same' })
    expect(row?.content.fields.title).toBe('曹娥江流域总磷通量估算')
  })

  it('[CLIENT-75] a group project without proof of a main contributor cannot be pulled (G6)', () => {
    const { history } = readyArchive()
    const project = history.revision('project-1', 'engineeringProject', {
      name: '曹娥江自动站建设',
      beginYm: '201901',
      endYm: '202011',
      role: 'participate',
    })
    history.send(project).approve(project)
    const row = rowOf(pullRows(PLAN, history.review(), archiveOf(project), []), 'project-1')
    expect(row).toMatchObject({ state: 'without-contributor', isAchievement: true })
  })

  it('[ARC-65] stands in the order that its owner gave the archive, what is no longer there by its date', () => {
    const { history } = readyArchive()
    const made = [
      ['paper-2', '202201'],
      ['paper-3', '202001'],
      ['paper-4', '202212'],
    ] as const
    const papers = made.map(([id, publishYm]) => history.revision(id, 'paper', { title: id, publishYm }))
    for (const paper of papers) history.send(paper).approve(paper)
    const { items, digest } = archiveOf(...papers.slice(0, 2))
    const order = (archive: Parameters<typeof pullRows>[2]) =>
      pullRows(PLAN, history.review(), archive, [])
        .filter(({ part, item }) => part === 'paper' && item !== 'paper-1')
        .map(({ item }) => item)
    expect(order({ items, digest })).toEqual(['paper-4', 'paper-2', 'paper-3'])
    const placed = items.map((item) => (item.id === 'paper-3' ? { ...item, place: 'a00000001' } : item))
    expect(order({ items: placed, digest })).toEqual(['paper-3', 'paper-4', 'paper-2'])
  })

  it('[CLIENT-75] what was pulled and left no trace is not shown, and so not submitted', () => {
    const { history } = readyArchive()
    const ghost = { item: 'ghost' as ItemId, digest: '0'.repeat(64), note: null }
    expect(rowOf(pullRows(PLAN, history.review(), NOWHERE, [ghost]), 'ghost')).toBe(undefined)
  })
})
