import { describe, expect, it } from 'vitest'
import { EMPLOYER, ReviewHistory } from '../testing/review-history.ts'
import { reviewOf } from './review.ts'

const fresh = () => new ReviewHistory('xumingchuan')
const paper = fresh().revision('paper-1', 'paper', { title: '论文一' })
const edited = fresh().revision('paper-1', 'paper', { title: '论文一（修改）' })

describe('what was said about an entry', () => {
  it('[REV-40] is kept word by word: a later approval hides neither the revocation before it nor what led there', () => {
    const history = fresh().send(paper).withdraw(paper).send(paper).approve(paper).revoke(paper)
    history.send(edited).returned(edited).send(paper).approve(paper)
    const { said, last } = reviewOf(history.review(), paper.item)
    expect(last?.verdict).toBe('approved')
    expect(said.map(({ what, digest }) => [what, digest === paper.digest ? 'paper' : 'edited'])).toEqual([
      ['sent', 'paper'],
      ['withdrawn', 'paper'],
      ['sent', 'paper'],
      ['approved', 'paper'],
      ['revoked', 'paper'],
      ['sent', 'edited'],
      ['returned', 'edited'],
      ['sent', 'paper'],
      ['approved', 'paper'],
    ])
    expect(said[4]).toMatchObject({ by: 'zhoumin', employer: EMPLOYER.name, reason: expect.stringMatching(/../) })
    expect(said.map(({ fact }) => fact)).toEqual(history.facts.map(({ id }) => id))
  })

  it('[REV-40] is told of this entry alone', () => {
    const other = fresh().revision('paper-2', 'paper', { title: '论文二' })
    const history = fresh().send(paper).send(other).returned(other)
    expect(reviewOf(history.review(), paper.item).said).toHaveLength(1)
    expect(reviewOf(history.review(), other.item).said.map(({ what }) => what)).toEqual(['sent', 'returned'])
  })
})
