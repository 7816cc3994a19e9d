import { describe, expect, it } from 'vitest'
import type { Actor } from '../account/actor.ts'
import type { Revision } from '../archive/revision.ts'
import { digestOf } from '../archive/revision.ts'
import { PROFILE_ITEM } from '../kernel/ids.ts'
import { given } from '../testing/given.ts'
import {
  actorOf,
  HE_JING,
  LU_QINGHE,
  OTHER_EMPLOYER,
  SUN_LI,
  WANG_XIAO,
  XU_MINGCHUAN,
  ZHOU_HANG,
  ZHOU_MIN,
} from '../testing/people.ts'
import { EMPLOYER, ReviewHistory } from '../testing/review-history.ts'
import { decideReview, reviewOf, UNTOUCHED } from './review.ts'
import type { ReviewCommand, ReviewRefusal, ReviewSituation, RuleOnRevision } from './review-commands.ts'
import type { NamedRevision, ReviewFact } from './review-facts.ts'

const OWNER = XU_MINGCHUAN.accountId
const FILE = { sha256: 'b'.repeat(64), bytes: 9, type: 'application/pdf', kind: 'evidence', name: 'a.pdf' } as const
const fresh = () => new ReviewHistory(OWNER)
const paper = fresh().revision('paper-1', 'paper', { title: '论文一' }, [FILE])
const edited = fresh().revision('paper-1', 'paper', { title: '论文一（修改）' }, [FILE])
const other = fresh().revision('paper-2', 'paper', { title: '论文一' }, [FILE])

const HR: Actor = actorOf(WANG_XIAO)
const LEAD: Actor = actorOf(ZHOU_MIN)
const APPLICANT: Actor = actorOf(XU_MINGCHUAN)

function asked(history: ReviewHistory, actor: Actor, situation: Partial<ReviewSituation> = {}) {
  const whole: ReviewSituation = { actor, owner: OWNER, employer: EMPLOYER, ...situation }
  return given<ReturnType<ReviewHistory['review']>, ReviewCommand, ReviewFact, ReviewRefusal>(
    history.review(),
    (review, command) => decideReview(review, command, whole),
    (actual, expected) => expect(actual).toEqual(expected),
  )
}

function send(revision: NamedRevision): ReviewCommand {
  return { kind: 'send-revision', item: revision.item, revision }
}

function rule(on: NamedRevision, more: Partial<RuleOnRevision> = {}): RuleOnRevision {
  return {
    kind: 'rule-on-revision',
    item: on.item,
    digest: on.digest,
    verdict: 'approved',
    reason: null,
    current: on,
    missingEvidence: [],
    ...more,
  }
}

describe('sending', () => {
  it('[REV-1] keeps the content, the salt and the employer with the digest', () => {
    asked(fresh(), APPLICANT)
      .when(send(paper))
      .gives([{ kind: 'revision-sent', data: { ...paper, employer: EMPLOYER } }])
  })

  it('[REV-1] refuses content that is not its digest, and content of another item or another person', () => {
    const forged: Revision = { ...paper, content: { ...paper.content, fields: { ...paper.content.fields, rank: '1' } } }
    asked(fresh(), APPLICANT)
      .when({ kind: 'send-revision', item: paper.item, revision: forged })
      .refuses({ kind: 'content-not-its-digest' })
    asked(fresh(), APPLICANT)
      .when({ kind: 'send-revision', item: other.item, revision: paper })
      .refuses({ kind: 'content-not-its-digest' })
    asked(fresh(), actorOf(LU_QINGHE), { owner: LU_QINGHE.accountId })
      .when(send(paper))
      .refuses({ kind: 'content-not-its-digest' })
  })

  it.each([LU_QINGHE, WANG_XIAO, ZHOU_MIN, ZHOU_HANG])('[REV-2] $name does not send for another person', (person) => {
    asked(fresh(), actorOf(person)).when(send(paper)).refuses({ kind: 'not-yours' })
  })

  it('[REV-2] without an employer there is nobody to send to', () => {
    asked(fresh(), APPLICANT, { employer: null }).when(send(paper)).refuses({ kind: 'no-employer' })
  })

  it('[REV-5] the same revision is not sent twice, an edited one is', () => {
    asked(fresh().send(paper), APPLICANT).when(send(paper)).refuses({ kind: 'already-sent', digest: paper.digest })
    asked(fresh().send(paper), APPLICANT)
      .when(send(edited))
      .gives([{ kind: 'revision-sent', data: { ...edited, employer: EMPLOYER } }])
  })

  it('[REV-6] what was returned, rejected or approved is not sent again as it is', () => {
    asked(fresh().send(paper).returned(paper), APPLICANT)
      .when(send(paper))
      .refuses({ kind: 'already-ruled', verdict: 'returned' })
    asked(fresh().send(paper).reject(paper), APPLICANT)
      .when(send(paper))
      .refuses({ kind: 'already-ruled', verdict: 'rejected' })
    asked(fresh().send(paper).approve(paper), APPLICANT)
      .when(send(paper))
      .refuses({ kind: 'already-ruled', verdict: 'approved' })
    asked(fresh().send(paper).returned(paper), APPLICANT)
      .when(send(edited))
      .gives([{ kind: 'revision-sent', data: { ...edited, employer: EMPLOYER } }])
  })
})

describe('withdrawing', () => {
  const withdraw: ReviewCommand = { kind: 'withdraw-revision', item: paper.item, digest: paper.digest }

  it('[REV-8] takes back what waits, and it can be sent again', () => {
    asked(fresh().send(paper), APPLICANT)
      .when(withdraw)
      .gives([{ kind: 'revision-withdrawn', data: { item: paper.item, digest: paper.digest } }])
    asked(fresh().send(paper).withdraw(paper), APPLICANT)
      .when(send(paper))
      .gives([{ kind: 'revision-sent', data: { ...paper, employer: EMPLOYER } }])
  })

  it('[REV-8] is refused for what was ruled on, not sent, or another’s', () => {
    asked(fresh().send(paper).approve(paper), APPLICANT).when(withdraw).refuses({ kind: 'already-ruled' })
    asked(fresh(), APPLICANT).when(withdraw).refuses({ kind: 'not-sent' })
    asked(fresh().send(edited), APPLICANT).when(withdraw).refuses({ kind: 'not-sent' })
    asked(fresh().send(paper), HR).when(withdraw).refuses({ kind: 'not-yours' })
  })

  it('[REV-8] what was withdrawn waits for nobody and cannot be approved from memory', () => {
    asked(fresh().send(paper).withdraw(paper), HR)
      .when(rule(paper, { current: edited }))
      .refuses({ kind: 'revision-moved-on', current: edited.digest, sent: [] })
    asked(fresh().send(paper).withdraw(paper), HR).when(rule(paper)).refuses({ kind: 'not-sent' })
  })
})

describe('ruling', () => {
  it('[REV-1] an approval names the digest and keeps the content and the employer’s name of that day', () => {
    asked(fresh().send(paper), HR)
      .when(rule(paper))
      .gives([{ kind: 'revision-approved', data: { ...paper, employer: EMPLOYER, remark: null } }])
    asked(fresh().send(paper), HR)
      .when(rule(paper, { reason: ' 已核对原件 ' }))
      .gives([{ kind: 'revision-approved', data: { ...paper, employer: EMPLOYER, remark: '已核对原件' } }])
  })

  it('[REV-1] the profile is ruled on like an item', () => {
    const profile = fresh().revision(PROFILE_ITEM, 'profile', { fullName: '许明川' })
    asked(fresh().send(profile), HR)
      .when(rule(profile))
      .gives([{ kind: 'revision-approved', data: { ...profile, employer: EMPLOYER, remark: null } }])
  })

  it.each([XU_MINGCHUAN, LU_QINGHE, SUN_LI, HE_JING, ZHOU_HANG])('[REV-2] $name does not rule', (person) => {
    asked(fresh().send(paper), actorOf(person)).when(rule(paper)).refuses({ kind: 'not-yours' })
  })

  it('[REV-2] HR of another employer, HR without an employer of the owner, and HR on her own archive do not rule', () => {
    const stranger: Actor = { ...HR, memberships: [{ orgId: OTHER_EMPLOYER.id, role: 'hr-lead' }] }
    asked(fresh().send(paper), stranger).when(rule(paper)).refuses({ kind: 'not-yours' })
    asked(fresh().send(paper), HR, { employer: null }).when(rule(paper)).refuses({ kind: 'not-yours' })
    asked(fresh().send(paper), HR, { owner: WANG_XIAO.accountId }).when(rule(paper)).refuses({ kind: 'not-yours' })
  })

  it('[REV-3] a revision that moved on is not ruled on, and both digests are told', () => {
    asked(fresh().send(edited), HR)
      .when(rule(paper, { current: edited }))
      .refuses({ kind: 'revision-moved-on', saw: paper.digest, current: edited.digest, sent: [edited.digest] })
    asked(fresh().send(edited), HR)
      .when(rule(paper, { current: null }))
      .refuses({ kind: 'revision-moved-on', saw: paper.digest, current: null, sent: [edited.digest] })
  })

  it('[REV-3] what was sent can be ruled on although the owner writes on, and so can what she has written since', () => {
    asked(fresh().send(paper), HR)
      .when(rule(paper, { current: edited }))
      .gives([{ kind: 'revision-approved', data: { ...paper, employer: EMPLOYER, remark: null } }])
    asked(fresh().send(paper), HR)
      .when(rule(edited))
      .gives([{ kind: 'revision-approved', data: { ...edited, employer: EMPLOYER, remark: null } }])
  })

  it('[REV-3] a ruling on one item says nothing about another with the same words', () => {
    expect(other.content).toEqual(paper.content)
    expect(other.digest).not.toBe(paper.digest)
    asked(fresh().send(paper).send(other), HR)
      .when(rule(paper, { item: other.item, current: other }))
      .refuses({ kind: 'revision-moved-on', saw: paper.digest, current: other.digest })
  })

  it('[REV-3] a ruling on one person’s item does not fit another’s with the same words and the same id', () => {
    const theirs = new ReviewHistory(LU_QINGHE.accountId)
    const copy = theirs.revision('paper-1', 'paper', { title: '论文一' }, [FILE])
    expect(copy.digest).not.toBe(paper.digest)
    asked(theirs.send(copy), HR, { owner: LU_QINGHE.accountId })
      .when(rule(paper, { current: copy }))
      .refuses({ kind: 'revision-moved-on', saw: paper.digest })
    expect(digestOf(paper.content, paper.salt, { archive: LU_QINGHE.accountId, item: paper.item })).toBe(copy.digest)
  })

  it('[REV-3] what nobody sent is not ruled on', () => {
    asked(fresh(), HR).when(rule(paper)).refuses({ kind: 'not-sent' })
  })

  it.each(['', ' ', '短', ' 短 ', '𠮷', '长'.repeat(501)])('[REV-4] “%s” is no reason', (reason) => {
    for (const verdict of ['returned', 'rejected'] as const) {
      asked(fresh().send(paper), HR)
        .when(rule(paper, { verdict, reason }))
        .refuses({ kind: 'reason-required', minChars: 2, maxChars: 500 })
    }
    asked(fresh().send(paper), HR)
      .when(rule(paper, { verdict: 'returned', reason: null }))
      .refuses({ kind: 'reason-required' })
  })

  it.each(['不清', '𠮷'.repeat(500)])('[REV-4] a reason of 2 to 500 characters is enough', (reason) => {
    asked(fresh().send(paper), HR)
      .when(rule(paper, { verdict: 'returned', reason: ` ${reason} ` }))
      .gives([{ kind: 'revision-returned', data: { ...paper, employer: EMPLOYER, reason } }])
    asked(fresh().send(paper), HR)
      .when(rule(paper, { verdict: 'rejected', reason }))
      .gives([{ kind: 'revision-rejected', data: { ...paper, employer: EMPLOYER, reason } }])
  })

  it('[REV-5] a revision is ruled on once, whoever comes second is told by whom', () => {
    for (const verdict of ['approved', 'returned', 'rejected'] as const) {
      asked(fresh().send(paper).approve(paper), LEAD)
        .when(rule(paper, { verdict, reason: '再看一次' }))
        .refuses({ kind: 'already-ruled', verdict: 'approved', by: ZHOU_MIN.accountId })
    }
  })

  it('[REV-7] approving needs every file on the relay; returning does not', () => {
    const missingEvidence = [FILE.sha256]
    asked(fresh().send(paper), HR)
      .when(rule(paper, { missingEvidence }))
      .refuses({ kind: 'evidence-not-here', sha256: missingEvidence })
    asked(fresh().send(paper), HR)
      .when(rule(paper, { missingEvidence, verdict: 'returned', reason: '请补传' }))
      .gives([{ kind: 'revision-returned', data: { ...paper, employer: EMPLOYER, reason: '请补传' } }])
  })
})

describe('names that JavaScript knows', () => {
  it('[REV-1] an item called constructor is an item like any other', () => {
    const named = fresh().revision('constructor', 'paper', { title: '论文一' })
    expect(reviewOf(fresh().review(), named.item)).toEqual(UNTOUCHED)
    expect(reviewOf(fresh().send(named).approve(named).review(), named.item).approved?.digest).toBe(named.digest)
  })
})
