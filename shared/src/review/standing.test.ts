import { describe, expect, it } from 'vitest'
import { ReviewHistory } from '../testing/review-history.ts'
import { reviewOf } from './review.ts'
import { isWaiting, type Standing, type StandingKind, standingOf, waitingItems } from './standing.ts'

const fresh = () => new ReviewHistory('xumingchuan')
const first = fresh().revision('paper-1', 'paper', { title: '一' })
const second = fresh().revision('paper-1', 'paper', { title: '二' })
const third = fresh().revision('paper-1', 'paper', { title: '三' })

function standing(history: ReviewHistory, current: { readonly digest: string } | null): Standing {
  return standingOf(current?.digest ?? null, reviewOf(history.review(), first.item))
}

type Row = readonly [
  what: string,
  history: ReviewHistory,
  kind: StandingKind,
  isWaiting: boolean,
  approved: string | null,
]

describe('what rulings say about the item as it stands (here: its first revision)', () => {
  const rows: readonly Row[] = [
    ['nothing happened', fresh(), 'draft', false, null],
    ['sent', fresh().send(first), 'waiting', true, null],
    ['sent, withdrawn', fresh().send(first).withdraw(first), 'draft', false, null],
    ['another sent', fresh().send(second), 'edited-while-waiting', true, null],
    ['sent, approved', fresh().send(first).approve(first), 'approved', false, 'first'],
    ['sent, returned', fresh().send(first).returned(first), 'returned', false, null],
    ['sent, rejected', fresh().send(first).reject(first), 'rejected', false, null],
    ['another approved', fresh().send(second).approve(second), 'edited-after-approval', false, 'second'],
    ['another returned', fresh().send(second).returned(second), 'draft', false, null],
    ['another rejected', fresh().send(second).reject(second), 'draft', false, null],
    ['another approved, this sent', fresh().send(second).approve(second).send(first), 'waiting', true, 'second'],
    [
      'another approved, this returned',
      fresh().send(second).approve(second).send(first).returned(first),
      'returned',
      false,
      'second',
    ],
    [
      'another approved, this rejected',
      fresh().send(second).approve(second).send(first).reject(first),
      'rejected',
      false,
      'second',
    ],
    [
      'another approved, a third sent',
      fresh().send(second).approve(second).send(third),
      'edited-while-waiting',
      true,
      'second',
    ],
    ['this approved, another sent', fresh().send(first).approve(first).send(second), 'approved', true, 'first'],
    [
      'this approved, another approved after it',
      fresh().send(first).approve(first).send(second).approve(second),
      'approved',
      false,
      'second',
    ],
    ['approved, revoked', fresh().send(first).approve(first).revoke(first), 'draft', false, null],
    ['another approved, revoked', fresh().send(second).approve(second).revoke(second), 'draft', false, null],
  ]

  it.each(rows)('[REV-10] %s: its standing', (_what, history, kind) => {
    expect(standing(history, first).kind).toBe(kind)
  })

  it.each(rows)('[REV-10] %s: whether the employer owes an answer', (_what, history, _kind, waits) => {
    expect(isWaiting(reviewOf(history.review(), first.item))).toBe(waits)
    expect(waitingItems(history.review())).toEqual(waits ? [first.item] : [])
  })

  it.each(rows)('[REV-11] %s: what stays pullable', (_what, history, _kind, _waits, approved) => {
    const digest = { first: first.digest, second: second.digest }[approved ?? ''] ?? null
    expect(reviewOf(history.review(), first.item).approved?.digest ?? null).toBe(digest)
  })

  it('[REV-10] an edit after approval shows by itself, and taking the edit back shows the approval again', () => {
    const history = fresh().send(first).approve(first)
    expect(standing(history, second)).toMatchObject({
      kind: 'edited-after-approval',
      approved: { digest: first.digest },
    })
    expect(standing(history, first)).toMatchObject({ kind: 'approved', approved: { digest: first.digest } })
  })

  it('[REV-10] an item without a digest counts as changed', () => {
    expect(standing(fresh().send(first).approve(first), null).kind).toBe('edited-after-approval')
    expect(standing(fresh().send(first), null).kind).toBe('edited-while-waiting')
  })

  it('[REV-10] the reason the employer gave last is there for a draft', () => {
    const returned = standing(fresh().send(second).returned(second), first)
    expect(returned).toMatchObject({ kind: 'draft', last: { verdict: 'returned', reason: '扫描件不清晰' } })
    const revoked = standing(fresh().send(first).approve(first).revoke(first), first)
    expect(revoked).toMatchObject({ kind: 'draft', last: { verdict: 'revoked', reason: '发现错误' } })
  })
})
