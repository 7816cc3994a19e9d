/** Who may apply under the plain flows of the Jinhua notice of 2023 (初级评审, 初级初定, 中级初定): every rule that the mid-level review keeps, and none of its own. */
import { describe, expect, test } from 'vitest'
import { ASKS } from '../plan/plan.ts'
import {
  jinhuaConstruction2023JuniorDetermination,
  jinhuaConstruction2023JuniorReview,
  jinhuaConstruction2023MidDetermination,
} from '../plan/plans/jinhua-construction-2023.ts'
import { type Different, judged } from '../testing/applicant.ts'

const WINDOW = { open: '2023-06-01T08:30:00+08:00', close: '2023-07-31T17:30:00+08:00', asks: ASKS }

const USUAL: Different = {
  profile: {
    fullName: '何苗',
    currentEmployer: '金华市建筑业管理中心',
    currentTitleName: null,
    titleObtainedYm: null,
    titleAppointedYm: null,
    employerNature: 'institution',
    staffing: 'institutionQuota',
    specialty: '建筑施工',
    outOfProvinceSocialInsurance: 'no',
  },
}
const titled = (currentTitleName: string, titleAppointedYm: string): Different => ({
  profile: { currentTitleName, titleObtainedYm: titleAppointedYm, titleAppointedYm },
})

const PEOPLE: readonly (readonly [who: string, different: Different, breaks: readonly string[]])[] = [
  ['a beginner without a title', {}, []],
  ['appointed last month: no tenure is asked for', titled('助理工程师', '202311'), []],
  ['a technician of long standing', titled('技术员', '201001'), []],
  ['of a state enterprise', { profile: { employerNature: 'stateOwned', staffing: 'enterprise' } }, []],
  ['a civil servant', { profile: { employerNature: 'government' } }, ['V-REQUIREMENT']],
  ['of supervision', { category: 'buildSupervise' }, []],
  ['of a category that is not the plan’s', { category: 'monitoring' }, ['category-unknown']],
  ['by self-evaluation, which is of the mid-level review', { type: 'selfEval' }, ['type-unknown']],
  ['by transfer, which is of the mid-level review', { type: 'transfer' }, ['type-unknown']],
  ['directly, which is of the mid-level review', { type: 'directAbc' }, ['type-unknown']],
  ['skilled, which is of the mid-level review', { type: 'skilled' }, ['type-unknown']],
  ['a statement of 1000 characters', { statement: '建'.repeat(1000) }, []],
  ['a statement of 1001', { statement: '建'.repeat(1001) }, ['V-STMT-LEN']],
  ['a blank statement', { statement: ' ' }, ['V-STMT-EMPTY']],
  ['without a summary', { without: ['summary'] }, ['V-FILE-REQ']],
  ['without the form of work history', { without: ['workHistoryForm'] }, ['V-FILE-REQ']],
  ['without evidence of what was pulled', { without: ['moduleEvidence'] }, ['V-FILE-REQ']],
  [
    'off the establishment, without the employer’s note',
    { profile: { staffing: 'institutionNonQuota' }, without: ['unitNote'] },
    ['V-STAFF-NOTE'],
  ],
  ['off the establishment, with it', { profile: { staffing: 'institutionNonQuota' } }, []],
  ['on the establishment, of whom no note is asked', { without: ['unitNote'] }, []],
  [
    'insured elsewhere without proof',
    { profile: { outOfProvinceSocialInsurance: 'yes' }, without: ['outSocial'] },
    ['V-FILE-REQ'],
  ],
  ['insured elsewhere with proof', { profile: { outOfProvinceSocialInsurance: 'yes' } }, []],
  ['without an assessment in 2022', { assessed: { 2022: null } }, ['V-ASSESS']],
  ['without one in 2020, the first of three years', { assessed: { 2020: null } }, ['V-ASSESS']],
  ['without one in 2019, which nobody asks for', { assessed: { 2019: null } }, []],
  ['whose credit was not checked', { answers: { creditChecked: 'no' } }, ['(V-CREDIT)']],
  ['a photo of 30K', { photo: { bytes: 30 * 1024 } }, ['V-PHOTO-SIZE']],
  ['a photo of 30K and a byte', { photo: { bytes: 30 * 1024 + 1 } }, []],
  ['a photo of 215*300', { photo: { size: [215, 300] } }, ['V-PHOTO-PX']],
  ['a photo of 216*301', { photo: { size: [216, 301] } }, []],
  ['no photo', { photo: null }, ['V-PHOTO-REQ']],
  ['no pledge', { pledge: null }, ['V-PLEDGE']],
  ['a pledge older than the draft', { pledge: { signedAt: '2022-08-31T23:59:59Z' } }, ['V-PLEDGE']],
]

describe.each([
  ['junior review', jinhuaConstruction2023JuniorReview(WINDOW)],
  ['junior determination', jinhuaConstruction2023JuniorDetermination(WINDOW)],
  ['mid-level determination', jinhuaConstruction2023MidDetermination(WINDOW)],
])('Jinhua, %s', (_, plan) => {
  test.each(PEOPLE)('[PLAN-7] %s', (_who, different, breaks) => {
    expect(judged(plan, USUAL, different).codes).toEqual([...breaks].sort())
  })
})

test.each<[string, Different]>([
  ['机关和参照公务员管理的事业单位人员不在申报范围。', { profile: { employerNature: 'government' } }],
  ['请上传单位说明。', { profile: { staffing: 'institutionNonQuota' }, without: ['unitNote'] }],
  ['请完成信用核查。', { answers: { creditChecked: '' } }],
  ['请上传“总结”。', { without: ['summary'] }],
])('[APP-15] a determination says “%s”', (sentence, different) => {
  const plan = jinhuaConstruction2023MidDetermination(WINDOW)
  expect(judged(plan, USUAL, different).sentences).toContain(sentence)
})
