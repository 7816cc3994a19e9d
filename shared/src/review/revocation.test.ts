import { describe, expect, it } from 'vitest'
import type { Actor } from '../account/actor.ts'
import { itemIdSchema } from '../kernel/ids.ts'
import { given } from '../testing/given.ts'
import {
  actorOf,
  HE_JING,
  LU_QINGHE,
  OTHER_EMPLOYER,
  WANG_XIAO,
  XU_MINGCHUAN,
  YUEZHOU,
  ZHOU_MIN,
} from '../testing/people.ts'
import { EMPLOYER, ReviewHistory } from '../testing/review-history.ts'
import { decideReview, evolveReview, foldReview, NO_REVIEW, reviewOf } from './review.ts'
import type { ReviewCommand, ReviewRefusal } from './review-commands.ts'
import { isReviewFact, type ReviewFact } from './review-facts.ts'

const OWNER = XU_MINGCHUAN.accountId
const fresh = () => new ReviewHistory(OWNER)
const paper = fresh().revision('paper-1', 'paper', { title: '论文一' })
const edited = fresh().revision('paper-1', 'paper', { title: '论文一（修改）' })
const other = fresh().revision('paper-2', 'paper', { title: '论文一' })

const HR: Actor = actorOf(WANG_XIAO)
const LEAD: Actor = actorOf(ZHOU_MIN)

function asked(history: ReviewHistory, actor: Actor) {
  return given<ReturnType<ReviewHistory['review']>, ReviewCommand, ReviewFact, ReviewRefusal>(
    history.review(),
    (review, command) => decideReview(review, command, { actor, owner: OWNER, employer: EMPLOYER }),
    (actual, expected) => expect(actual).toEqual(expected),
  )
}

describe('revoking', () => {
  const revoke: ReviewCommand = {
    kind: 'revoke-approval',
    item: paper.item,
    digest: paper.digest,
    reason: ' 发现错误 ',
  }

  it('[REV-9] the HR lead revokes an approval with a reason, naming it', () => {
    const history = fresh().send(paper).approve(paper)
    const approval = history.facts.at(-1)?.id
    asked(history, LEAD)
      .when(revoke)
      .gives([
        {
          kind: 'approval-revoked',
          data: {
            item: paper.item,
            digest: paper.digest,
            approval: approval ?? fail(),
            employer: EMPLOYER,
            reason: '发现错误',
          },
        },
      ])
  })

  it.each([WANG_XIAO, XU_MINGCHUAN, LU_QINGHE, HE_JING])('[REV-9] $name does not revoke', (person) => {
    asked(fresh().send(paper).approve(paper), actorOf(person)).when(revoke).refuses({ kind: 'not-yours' })
  })

  it('[REV-9] a lead of another employer who is a clerk here does not revoke', () => {
    const mixed: Actor = {
      ...HR,
      memberships: [
        { orgId: YUEZHOU.id, role: 'hr-clerk' },
        { orgId: OTHER_EMPLOYER.id, role: 'hr-lead' },
      ],
    }
    asked(fresh().send(paper).approve(paper), mixed).when(revoke).refuses({ kind: 'not-yours' })
  })

  it('[REV-9] only an approval in force is revoked, once, and with a reason', () => {
    asked(fresh().send(paper), LEAD).when(revoke).refuses({ kind: 'not-approved' })
    asked(fresh().send(paper).returned(paper), LEAD).when(revoke).refuses({ kind: 'not-approved' })
    asked(fresh().send(paper).approve(paper).revoke(paper), LEAD).when(revoke).refuses({ kind: 'not-approved' })
    asked(fresh().send(paper).approve(paper), LEAD)
      .when({ ...revoke, reason: ' ' })
      .refuses({ kind: 'reason-required' })
  })

  it('[REV-9] after it the approval before is in force again', () => {
    const history = fresh().send(paper).approve(paper).send(edited).approve(edited)
    expect(reviewOf(history.review(), paper.item).approved?.digest).toBe(edited.digest)
    expect(reviewOf(history.revoke(edited).review(), paper.item).approved?.digest).toBe(paper.digest)
    expect(reviewOf(history.revoke(paper).review(), paper.item).approved).toBeNull()
  })
})

describe('folding', () => {
  it('[REV-5] fact by fact comes to the same as all at once, and items do not touch each other', () => {
    const history = fresh().send(paper).approve(paper).send(other).returned(other).send(edited).revoke(paper)
    expect(history.facts.reduce(evolveReview, NO_REVIEW)).toEqual(foldReview(history.facts))
    expect(reviewOf(history.review(), itemIdSchema.parse('nobody'))).toMatchObject({
      sent: null,
      approved: null,
      last: null,
    })
    expect(reviewOf(history.review(), other.item).approved).toBeNull()
  })

  it('[REV-5] knows its own facts from those of other slices', () => {
    const [fact] = fresh().send(paper).facts
    expect(fact && isReviewFact(fact)).toBe(true)
    expect(fact && isReviewFact({ ...fact, kind: 'member-added' })).toBe(false)
  })
})

function fail(): never {
  throw new Error('there is an approval')
}
