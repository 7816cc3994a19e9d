import { describe, expect, it } from 'vitest'
import { EVIDENCE_FIELD, type RevisionContent } from '../archive/revision.ts'
import { PROFILE_ITEM } from '../kernel/ids.ts'
import { actorOf, WANG_XIAO } from '../testing/people.ts'
import { EMPLOYER, ReviewHistory } from '../testing/review-history.ts'
import { pointedOut } from './pointed-out.ts'
import { pointingAt } from './pointing.ts'
import { decideReview, reviewOf } from './review.ts'
import type { RuleOnRevision } from './review-commands.ts'
import type { NamedRevision } from './review-facts.ts'

const FILE = { sha256: 'b'.repeat(64), bytes: 9, type: 'application/pdf', kind: 'evidence', name: 'a.pdf' } as const
const OTHER_FILE = { ...FILE, sha256: 'c'.repeat(64) }
const fresh = () => new ReviewHistory('xumingchuan')
const paper = fresh().revision('paper-1', 'paper', { title: '论文一', rank: '2' }, [FILE])
const mended = fresh().revision('paper-1', 'paper', { title: '论文一（更正）', rank: '2' }, [FILE])
const otherFile = fresh().revision('paper-1', 'paper', { title: '论文一', rank: '2' }, [OTHER_FILE])
const profile = fresh().revision(PROFILE_ITEM, 'profile', { fullName: '许明川' })

function ruled(on: NamedRevision, more: Partial<RuleOnRevision>) {
  const asked = {
    kind: 'rule-on-revision',
    item: on.item,
    digest: on.digest,
    current: on,
    missingEvidence: [],
  } as const
  return decideReview(
    fresh().send(on).review(),
    { ...asked, verdict: 'returned', reason: '与原件不符', ...more },
    { actor: actorOf(WANG_XIAO), owner: fresh().owner, employer: EMPLOYER },
  )
}

describe('saying which fields a “no” is about', () => {
  it.each(['returned', 'rejected'] as const)(
    '[REV-45] the fact keeps them, in the order of the form, each once (%s)',
    (verdict) => {
      const decided = ruled(paper, { verdict, fields: [EVIDENCE_FIELD, 'rank', 'title', 'rank'] })
      expect(decided).toMatchObject({ ok: true, value: [{ data: { fields: ['title', 'rank', EVIDENCE_FIELD] } }] })
    },
  )

  it('[REV-45] without any, the fact is as it always was', () => {
    for (const fields of [undefined, []]) {
      const decided = ruled(paper, { fields })
      expect(decided).toEqual({
        ok: true,
        value: [{ kind: 'revision-returned', data: { ...paper, employer: EMPLOYER, reason: '与原件不符' } }],
      })
    }
  })

  it('[REV-45] what the revision has not is refused by its name, and nothing is ruled', () => {
    expect(ruled(paper, { fields: ['title', 'isbn', 'constructor'] })).toEqual({
      ok: false,
      refusal: { kind: 'field-not-there', fields: ['isbn', 'constructor'] },
    })
    expect(ruled(profile, { fields: [EVIDENCE_FIELD] })).toMatchObject({
      ok: false,
      refusal: { fields: [EVIDENCE_FIELD] },
    })
    expect(ruled(profile, { fields: ['fullName'] }).ok).toBe(true)
  })

  it('[REV-45] a field that its section got later is not in a revision from before', () => {
    const { rank: _later, ...fields } = paper.content.fields
    const older: RevisionContent = { ...paper.content, version: 0, fields }
    expect(pointingAt(older, ['title', 'rank'])).toEqual({ known: ['title'], unknown: ['rank'] })
  })

  it('[REV-45] an approval points at nothing', () => {
    expect(ruled(paper, { verdict: 'approved', reason: null, fields: ['title'] })).toEqual({
      ok: false,
      refusal: { kind: 'field-not-there', fields: ['title'] },
    })
    expect(ruled(paper, { verdict: 'approved', reason: null, fields: [] }).ok).toBe(true)
  })

  it('[REV-45] the chain of what was said has them; a fact from before reads as none', () => {
    const said = (history: ReviewHistory) => reviewOf(history.review(), paper.item).said.at(-1)?.pointsAt
    expect(said(fresh().send(paper).returned(paper, ['rank']))).toEqual({ part: 'paper', fields: ['rank'] })
    const older = fresh().send(paper).returned(paper)
    expect(said(older)).toBeNull()
    expect(reviewOf(older.review(), paper.item).last).toMatchObject({ verdict: 'returned', fields: [] })
  })
})

describe('reading it beside the fields', () => {
  const beside = (history: ReviewHistory, now: NamedRevision) =>
    pointedOut(now.digest, reviewOf(history.review(), paper.item))?.fields ?? []
  const returned = (fields: readonly string[]) => fresh().send(paper).returned(paper, fields)

  it('[REV-46] stays while it is mended, and while it waits again with that field unchanged', () => {
    const history = returned(['title', 'rank', EVIDENCE_FIELD])
    expect(beside(history, paper)).toEqual(['title', 'rank', EVIDENCE_FIELD])
    expect(beside(history, mended)).toEqual(['title', 'rank', EVIDENCE_FIELD])
    expect(beside(history.send(mended), mended)).toEqual(['rank', EVIDENCE_FIELD])
  })

  it('[REV-46] another file answers what was said of the files', () => {
    expect(beside(returned([EVIDENCE_FIELD]).send(otherFile), otherFile)).toEqual([])
    expect(beside(returned(['title', EVIDENCE_FIELD]).send(otherFile), otherFile)).toEqual(['title'])
  })

  it('[REV-46] comes back when what was sent again is taken back, and ends with the next ruling', () => {
    const history = returned(['title']).send(mended)
    expect(beside(history, mended)).toEqual([])
    expect(beside(history.withdraw(mended), mended)).toEqual(['title'])
    expect(beside(returned(['title']).send(mended).approve(mended), mended)).toEqual([])
    expect(beside(returned(['title']).send(mended).returned(mended, ['rank']), mended)).toEqual(['rank'])
  })

  it('[REV-46] says nothing to who went back to what was approved, and nothing when no field was named', () => {
    const history = fresh().send(paper).approve(paper).send(mended).returned(mended, ['title'])
    expect(beside(history, mended)).toEqual(['title'])
    expect(beside(history, paper)).toEqual([])
    expect(pointedOut(paper.digest, reviewOf(fresh().send(paper).returned(paper).review(), paper.item))).toBeNull()
  })
})
