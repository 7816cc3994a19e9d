import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { accountIdSchema, itemIdSchema } from '../kernel/ids.ts'
import {
  addComment,
  assign,
  type Comment,
  noteSeen,
  readDesk,
  readersOf,
  readingOf,
  removeComment,
  reviewerOf,
  type Seen,
} from './desk-doc.ts'

const ZHOU = accountIdSchema.parse('zhoumin')
const WANG = accountIdSchema.parse('wangxiao')
const PAPER = itemIdSchema.parse('paper-1')
const AT = '2022-09-01T00:00:00.000Z'
const [FIRST, SECOND] = ['1'.repeat(64), '2'.repeat(64)] as const

const note = (id: string, text: string, by = ZHOU): Comment => ({ id, item: PAPER, by, name: '周敏', at: AT, text })
const seen = (account: typeof ZHOU, digest: string): Seen => ({ account, item: PAPER, digest, name: account, at: AT })

function meet(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
}

describe('the desk of an archive', () => {
  it('[REV-14] notes written by two people apart are all there when they meet', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()]
    addComment(one, note('n1', '请核对原件'))
    addComment(other, note('n2', '原件已核对', WANG))
    meet(one, other)
    expect(readDesk(one)).toEqual(readDesk(other))
    expect(new Set(readDesk(one).comments.map(({ text }) => text))).toEqual(new Set(['请核对原件', '原件已核对']))
  })

  it('[REV-14] nobody takes out another person’s note', () => {
    const desk = new Y.Doc()
    addComment(desk, note('n1', '保留'))
    removeComment(desk, 'n1', WANG)
    expect(readDesk(desk).comments.map(({ id }) => id)).toEqual(['n1'])
    removeComment(desk, 'n1', ZHOU)
    expect(readDesk(desk).comments).toEqual([])
  })

  it('[REV-42] an entry is reviewed by who was named for it, else by who was named for the archive', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()]
    assign(one, { to: ZHOU, name: '周敏', by: ZHOU, at: AT })
    assign(other, { to: WANG, name: '王晓', by: ZHOU, at: AT }, PAPER)
    meet(one, other)
    const honor = itemIdSchema.parse('honor-1')
    expect([PAPER, honor].map((item) => reviewerOf(readDesk(one), item)?.to)).toEqual([WANG, ZHOU])
    expect(readDesk(one)).toEqual(readDesk(other))
    assign(one, null, PAPER)
    expect(reviewerOf(readDesk(one), PAPER)?.to).toBe(ZHOU)
    assign(one, null)
    expect(reviewerOf(readDesk(one), PAPER)).toBeNull()
    // An entry may be called like the key of the whole.
    assign(one, { to: WANG, name: '王晓', by: ZHOU, at: AT }, itemIdSchema.parse('archive'))
    expect(readDesk(one).assignment).toBeNull()
  })

  it('[REV-14] two who assign at once end with one and the same reviewer', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()]
    assign(one, { to: ZHOU, name: '周敏', by: ZHOU, at: AT })
    assign(other, { to: WANG, name: '王晓', by: WANG, at: AT })
    meet(one, other)
    expect(readDesk(one).assignment).not.toBeNull()
    expect(readDesk(one).assignment).toEqual(readDesk(other).assignment)
    assign(one, null)
    meet(one, other)
    expect(readDesk(other).assignment).toBeNull()
  })

  it('[REV-14] what each has read is known for each alone, and another content is unread again', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()]
    expect(readingOf(readDesk(one), ZHOU, PAPER, FIRST)).toBe('new')
    noteSeen(one, seen(ZHOU, FIRST))
    noteSeen(other, seen(WANG, SECOND))
    meet(one, other)
    const desk = readDesk(one)
    expect([ZHOU, WANG].map((who) => readingOf(desk, who, PAPER, SECOND))).toEqual(['changed', 'read'])
    expect(readersOf(desk, PAPER, FIRST).map(({ account }) => account)).toEqual([ZHOU])
  })

  it('[REV-14] reading the same revision again writes nothing', () => {
    const desk = new Y.Doc()
    noteSeen(desk, seen(ZHOU, FIRST))
    let updates = 0
    desk.on('update', () => updates++)
    noteSeen(desk, { ...seen(ZHOU, FIRST), at: '2022-09-02T00:00:00.000Z' })
    expect(updates).toBe(0)
  })

  it('[REV-14] what a modified client wrote is left out and stops nothing else from being read', () => {
    const desk = new Y.Doc()
    desk.getArray('comments').push([7, { id: 'x', text: 'without an item' }])
    desk.getMap('assignment').set('archive', { to: 'UPPER CASE' })
    desk.getMap('assignment').set('item/paper-1', { to: 'UPPER CASE' })
    desk.getMap('assignment').set('item/../x', { to: ZHOU, name: '周敏', by: ZHOU, at: AT })
    desk.getMap('assignment').set('paper-1', { to: ZHOU, name: '周敏', by: ZHOU, at: AT })
    for (const key of ['', 'zhoumin', '../x/paper-1', 'zhoumin/paper-2']) desk.getMap('seen').set(key, { digest: 'x' })
    noteSeen(desk, seen(ZHOU, FIRST))
    expect(readDesk(desk)).toEqual({
      comments: [],
      assignment: null,
      assigned: new Map(),
      seen: [seen(ZHOU, FIRST)],
    })
  })
})
