import type { Item } from '@yejibu/shared/archive/item'
import { ReviewHistory } from '@yejibu/shared/testing/review-history'
import { createRoot } from 'solid-js'
import { describe, expect, it } from 'vitest'
import 'fake-indexeddb/auto'
import { neighbour, nextWaiting, reviewEntries } from './review-entries.ts'
import { AWARD, HONOR, PAPER, PATENT, type ReviewedArchive, reviewedArchive } from './testing/reviewed-archive.ts'

async function inRoom(use: (reviewed: ReviewedArchive) => void | Promise<void>): Promise<void> {
  await createRoot(async (dispose) => {
    const reviewed = reviewedArchive()
    try {
      await use(reviewed)
    } finally {
      await reviewed.dispose()
      dispose()
    }
  })
}

describe('the list of entries under review', () => {
  it('[CLIENT-51] begins with what waits, in the order of the sections, then what was dealt with, then what was never sent', () =>
    inRoom(({ room }) => {
      expect(room.entries().map(({ id, group }) => [id, group])).toEqual([
        [AWARD, 'waiting'],
        [PAPER, 'waiting'],
        [PATENT, 'dealt-with'],
        [HONOR, 'not-sent'],
      ])
    }))

  it('[CLIENT-51] keeps an entry that was sent and then deleted until it has its answer', () =>
    inRoom(({ room, history, named }) => {
      const paper = named(PAPER)
      const profile = { ...emptyProfile, fields: { ...emptyProfile.fields, fullName: '许明川' } }
      const without = { items: [], profile }
      const waiting = reviewEntries(without, history.review()).find(({ id }) => id === PAPER)
      expect(waiting).toMatchObject({ isGone: true, waits: paper.digest, title: { zh: '曹娥江水质评价' } })
      // Nothing of this archive was ever on this device.
      const unknown = { items: [], profile: emptyProfile }
      expect(reviewEntries(unknown, history.review()).find(({ id }) => id === PAPER)).toMatchObject({ isGone: false })
      history.returned(paper)
      expect(reviewEntries(without, history.review()).some(({ id }) => id === PAPER)).toBe(false)
      expect(room.entries().length).toBe(4)
    }))

  it('[ARC-65] has the entries of a section as their owner put them, one deleted since by the date that was sent', () => {
    const history = new ReviewHistory('xumingchuan')
    const made = [
      ['paper-1', '202101'],
      ['paper-2', '202201'],
      ['paper-3', '202306'],
    ] as const
    const papers = made.map(([id, publishYm]) => history.revision(id, 'paper', { title: id, publishYm }))
    for (const paper of papers) history.send(paper)
    const items = papers
      .slice(0, 2)
      .map(({ item, content }): Item => ({ ...emptyProfile, id: item, part: 'paper', fields: content.fields }))
    const order = (now: readonly Item[]) =>
      reviewEntries({ items: now, profile: emptyProfile }, history.review()).map(({ id }) => id)
    expect(order(items)).toEqual(['paper-3', 'paper-2', 'paper-1'])
    const placed = items.map((item) => (item.id === 'paper-1' ? { ...item, place: 'a00000001' } : item))
    expect(order(placed)).toEqual(['paper-1', 'paper-3', 'paper-2'])
  })

  it('[CLIENT-51] goes on to the next that waits, around the end, and past those whose ruling is on its way', () =>
    inRoom(({ room }) => {
      const entries = room.entries()
      expect(nextWaiting(entries, AWARD, () => false)).toBe(PAPER)
      expect(nextWaiting(entries, HONOR, () => false)).toBe(AWARD)
      expect(nextWaiting(entries, AWARD, ({ id }) => id === PAPER)).toBeNull()
      expect(neighbour(entries, HONOR, 1)).toBe(HONOR)
      expect(neighbour(entries, HONOR, -1)).toBe(PATENT)
    }))
})

const emptyProfile = {
  id: 'profile' as typeof PAPER,
  part: 'profile' as const,
  fields: {},
  evidence: [],
  salt: '',
  otherVersions: [],
  order: '',
}
