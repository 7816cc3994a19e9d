import { describe, expect, test } from 'vitest'
import type { Missing } from '../application/draft-reading.ts'
import type { Attachment, FrozenFiling } from '../application/filing.ts'
import { ASKS, type Plan, SLOT_PAPERS, type SlotPaper } from '../plan/plan.ts'
import { BUILT_IN_PLANS } from '../plan/plans/built-in-plans.ts'
import { NOTHING_CLAIMED, type ScoreClaim, scoreOf } from '../plan/self-score.ts'
import { type SubjectChange, submissionOf } from '../testing/form-subject.ts'
import { BEFORE_FOOT, BEFORE_MARK, draftPaper } from './draft-paper.ts'
import { wordsOf } from './form.ts'

const PUBLICATION = { open: '2022-09-01T08:30:00+08:00', close: '2022-10-31T17:00:00+08:00', asks: ASKS }
const FILING: FrozenFiling = {
  asked: [...ASKS],
  photo: null,
  pledge: null,
  answers: {},
  score: null,
  recommenders: [],
  attachments: [],
}
const ecology = BUILT_IN_PLANS['sx-eco-2022-mid'](PUBLICATION)

function printed(plan: Plan, paper: SlotPaper, change: SubjectChange = {}, missing: readonly Missing[] = []) {
  return draftPaper(plan, { submission: submissionOf({ plan, filing: FILING, ...change }), missing }, paper)
}

describe('papers of a draft', () => {
  test('[FORM-33] each slot of the built-in plans that wants a sealed paper back names it, and no other slot does', () => {
    const ecologyWants = {
      directReview: 'direct-recommendation',
      postInfo: 'post-information',
      landmarkNomination: 'expert-opinion',
    }
    const construction = { workHistoryForm: 'work-history', unitNote: 'unit-note' }
    const found = Object.entries(BUILT_IN_PLANS).map(([id, make]) => {
      const slots = make(PUBLICATION).attachmentSlots
      return [id, Object.fromEntries(slots.flatMap(({ code, paper }) => (paper ? [[code, paper]] : [])))] as const
    })
    expect(Object.fromEntries(found)).toEqual({
      'sx-eco-2022-mid': ecologyWants,
      'zj-eco-2022-sr': ecologyWants,
      'jh-con-2023-mid': { abcForm: 'direct-abc', selfEvalForm: 'self-evaluation', ...construction },
      'jh-con-2023-jr-review': construction,
      'jh-con-2023-jr-init': construction,
      'jh-con-2023-mid-init': construction,
      'hz-2020-mid': { postInfo: 'post-information', unitNote: 'unit-note', exceptionForm: 'exception' },
    })
    expect([...new Set(found.flatMap(([, slots]) => Object.values(slots)))].sort()).toEqual([...SLOT_PAPERS].sort())
  })

  test('[FORM-33] only what a slot asks this very person for is printed', () => {
    const inQuota = { person: { staffing: 'institutionQuota' } }
    expect(printed(ecology, 'post-information', inQuota)).not.toBeNull()
    expect(printed(ecology, 'post-information', { person: { staffing: 'enterprise' } })).toBeNull()
    expect(printed(ecology, 'expert-opinion', { form: { type: 'landmark' } })).not.toBeNull()
    for (const type of ['normal', 'selfEval']) {
      expect(printed(ecology, 'expert-opinion', { form: { type } }), type).toBeNull()
    }
    // Another plan's paper, though its own rule would print it.
    expect(printed(ecology, 'work-history')).toBeNull()
    // A plan that takes no files wants none back.
    expect(printed({ ...ecology, asks: ['photo'] }, 'post-information', inQuota)).toBeNull()
  })

  test('[FORM-35] each says on every page that it was printed before submission, and has no place in the ledger', () => {
    for (const make of Object.values(BUILT_IN_PLANS)) {
      const plan = make(PUBLICATION)
      for (const { paper } of plan.attachmentSlots) {
        for (const { code } of paper ? plan.applicationTypes : []) {
          for (const staffing of ['institutionQuota', 'institutionNonQuota']) {
            const found = paper && printed(plan, paper, { form: { type: code }, person: { staffing } })
            if (!found) continue
            expect(found.form).toMatchObject({ kind: paper, checkpoint: null, watermark: BEFORE_MARK })
            expect(found.form.foot).toMatch(new RegExp(`^${BEFORE_FOOT}`))
            expect(wordsOf(found.form).join()).toContain('钱如兰')
          }
        }
      }
    }
  })

  test('[FORM-37] an earlier scan of the paper is not listed as evidence that goes with it', () => {
    const plan = Object.values(BUILT_IN_PLANS)
      .map((make) => make(PUBLICATION))
      .find(({ attachmentSlots }) => attachmentSlots.some(({ paper }) => paper === 'direct-abc'))
    if (!plan) throw new Error('a plan has it')
    const file = (slot: string, name: string): Attachment => ({
      ...{ slot, name },
      ...{ sha256: name.padEnd(64, '0'), bytes: 9, type: 'application/pdf' },
    })
    const attachments = [file('abcForm', '上次的扫描件.pdf'), file('abcEvidence', '业绩证明.pdf')]
    const form = { type: 'directAbc' }
    const words = wordsOf(
      printed(plan, 'direct-abc', { form, filing: { ...FILING, attachments } })?.form as never,
    ).join()
    expect(words).toContain('1.业绩证明.pdf')
    expect(words).not.toContain('上次的扫描件')
  })

  test('[FORM-37] points that nobody has counted yet are left to a pen, and are no nought that is sealed', () => {
    const table = ecology.selfEvaluation?.table
    if (!table) throw new Error('the plan has a table')
    const pulls = submissionOf().pulls
    const scored = (claims: readonly ScoreClaim[]) => {
      const items = pulls.map(({ item, content }) => ({ item, content }))
      const score = scoreOf(table, { ...NOTHING_CLAIMED, claims }, items, { schooling: 'bachelor', specialtyYears: 10 })
      const change = { form: { type: 'selfEval' }, filing: { ...FILING, score } }
      const found = printed(ecology, 'direct-recommendation', change)
      if (!found) throw new Error('a slot asks for it')
      return wordsOf(found.form).join('\n')
    }
    expect(scored([])).toContain('　　　　分（申报要求达到80分）')
    const item = pulls.find(({ part }) => part === 'education')?.item ?? null
    expect(scored([{ indicator: 'E1', row: 'bachelor', item, rank: null }])).toContain('3分（申报要求达到80分）')
  })

  test('[FORM-37] what is missing is told but for the scan that this paper is to become', () => {
    const lacks = (at: string): Missing => ({
      about: 'filing',
      problem: { code: 'V-STAFF', severity: 'error', part: 'attachments', at, values: {} },
    })
    const found = printed(ecology, 'post-information', {}, [lacks('postInfo'), lacks('titleCert')])
    expect(found?.missing).toEqual([lacks('titleCert')])
  })
})
