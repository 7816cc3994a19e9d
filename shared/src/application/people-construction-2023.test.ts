/** Who may apply under the Jinhua construction plan of 2023, on each side of each rule. */
import { describe, expect, test } from 'vitest'
import { ASKS } from '../plan/plan.ts'
import { jinhuaConstruction2023Mid } from '../plan/plans/jinhua-construction-2023.ts'
import { type Different, judged } from '../testing/applicant.ts'
import { constructionEvaluated as evaluated, CONSTRUCTION_USUAL as USUAL } from '../testing/usual-applicants.ts'

const WINDOW = { open: '2023-06-01T08:30:00+08:00', close: '2023-07-31T17:30:00+08:00', asks: ASKS }
const PLAN = jinhuaConstruction2023Mid(WINDOW)

const titled = (currentTitleName: string | null, titleAppointedYm: string | null): Different => ({
  profile: { currentTitleName, titleAppointedYm },
})

const PASSING = evaluated('5')

const PEOPLE: readonly (readonly [who: string, different: Different, breaks: readonly string[]])[] = [
  ['appointed for five years', {}, []],
  ['appointed for 48 months, in the cutoff’s month four years ago', titled('助理工程师', '201912'), []],
  ['appointed for 47 months', titled('助理工程师', '202001'), ['V-TITLE-4Y']],
  ['appointed after the cutoff', titled('助理工程师', '202401'), ['V-TITLE-4Y']],
  ['whose appointment is unknown', titled('助理工程师', null), ['V-TITLE-4Y']],
  ['without a title', titled(null, null), ['V-TITLE-4Y']],
  ['a technician', titled('技术员', '201001'), ['V-TITLE-4Y']],
  ['who is a senior already', titled('高级工程师', '201001'), ['V-TITLE-4Y']],
  ['of a category that is not the plan’s', { category: 'monitoring' }, ['category-unknown']],
  ['a civil servant', { profile: { employerNature: 'government' } }, ['V-REQUIREMENT']],
  ['of a state enterprise', { profile: { employerNature: 'stateOwned' } }, []],
  ['without a summary', { without: ['summary'] }, ['V-FILE-REQ']],
  ['without the form of work history', { without: ['workHistoryForm'] }, ['V-FILE-REQ']],
  [
    'off the establishment, without the employer’s note',
    { profile: { staffing: 'institutionNonQuota' }, without: ['unitNote'] },
    ['V-STAFF-NOTE'],
  ],
  ['off the establishment, with it', { profile: { staffing: 'institutionNonQuota' } }, []],
  [
    'on leave to found a firm, without the note',
    { profile: { staffing: 'entrepreneurshipLeave' }, without: ['unitNote'] },
    ['V-STAFF-NOTE'],
  ],
  [
    'on the establishment, of whom no note is asked',
    { profile: { staffing: 'institutionQuota' }, without: ['unitNote'] },
    [],
  ],
  [
    'insured elsewhere without proof',
    { profile: { outOfProvinceSocialInsurance: 'yes' }, without: ['outSocial'] },
    ['V-FILE-REQ'],
  ],
  ['whose credit was not checked', { answers: { creditChecked: 'no' } }, ['(V-CREDIT)']],
  ['without an assessment in 2021', { assessed: { 2021: null } }, ['V-ASSESS']],
  ['a transfer with certificate, appointed last year', { type: 'transfer', ...titled('水利工程师', '202201') }, []],
  ['a transfer without the certificate', { type: 'transfer', without: ['transferCert'] }, ['V-TRANSFER']],
  ['a transfer that names no title', { type: 'transfer', answers: { priorTitle: '' } }, ['V-TRANSFER']],
  ['directly, from a private enterprise', { type: 'directAbc', ...titled(null, null) }, []],
  ['directly, from a state enterprise', { type: 'directAbc', profile: { employerNature: 'stateOwned' } }, ['V-ABC']],
  ['directly, from an institution', { type: 'directAbc', profile: { employerNature: 'institution' } }, ['V-ABC']],
  ['directly, without the approval form', { type: 'directAbc', without: ['abcForm'] }, ['V-FILE-REQ']],
  ['directly, without a reason', { type: 'directAbc', answers: { abcReason: '' } }, ['V-ABC-REASON']],
  ['with a registered qualification and no tenure', { type: 'practiceCert', ...titled(null, null) }, []],
  [
    'with a registered qualification and no certificate of it',
    { type: 'practiceCert', without: ['practiceCert'] },
    ['V-FILE-REQ'],
  ],
  ['skilled', { type: 'skilled', ...titled(null, null) }, []],
  ['her own evaluation of 117', PASSING, []],
  ['of 116.9', evaluated('4.9'), ['V-SELF']],
  ['of 116', evaluated('4'), ['V-SELF']],
  ['with more than the five points of ethics', evaluated('5.1'), ['V-SELF', 'V-SELF-CLAIM']],
  ['with one recommender', { ...PASSING, recommenders: [{}] }, ['V-SELF-REC']],
  [
    'with the same recommender twice',
    { ...PASSING, recommenders: [{ name: '赵工' }, { name: '赵工' }] },
    ['V-SELF-REC'],
  ],
  ['recommended by a retired one', { ...PASSING, recommenders: [{}, { isInPost: false }] }, ['V-SELF-REC']],
  ['recommended by an engineer', { ...PASSING, recommenders: [{}, { title: '工程师' }] }, ['V-SELF-REC']],
  ['recommended by a 正高级工程师', { ...PASSING, recommenders: [{}, { title: '正高级工程师' }] }, []],
  ['recommended without a certificate', { ...PASSING, recommenders: [{}, { certificate: null }] }, ['V-SELF-REC']],
  [
    'recommended by herself',
    { ...PASSING, recommenders: [{}, { name: '程远', employer: '金华市婺州建设集团有限公司' }] },
    ['V-SELF-REC'],
  ],
  ['evaluated in another profession', { ...PASSING, answers: { declaredSpecialty: '给排水' } }, ['V-SELF-SPEC']],
  ['without a photo and a pledge', { photo: null, pledge: null }, ['V-PHOTO-REQ', 'V-PLEDGE']],
]

describe('Jinhua, mid-level', () => {
  test.each(PEOPLE)('[PLAN-7] %s', (_who, different, breaks) => {
    expect(judged(PLAN, USUAL, different).codes).toEqual([...breaks].sort())
  })
})

test.each<[string, Different]>([
  ['正常申报须被聘任助理工程师满4年。', titled('助理工程师', '202001')],
  ['自评分须达到117分方可申报，当前116.9分。', evaluated('4.9')],
  ['须由2名本专业或相近专业在职高级工程师推荐并上传职称证书。', { ...PASSING, recommenders: [] }],
  ['自评表“申报专业”须与“现从事专业”一致。', { ...PASSING, answers: { declaredSpecialty: '给排水' } }],
  ['直接（ABC类）申报仅面向建设类非公企业。', { type: 'directAbc', profile: { employerNature: 'institution' } }],
  ['请上传单位说明。', { profile: { staffing: 'institutionNonQuota' }, without: ['unitNote'] }],
  ['请完成信用核查。', { answers: { creditChecked: '' } }],
  ['机关和参照公务员管理的事业单位人员不在申报范围。', { profile: { employerNature: 'government' } }],
])('[APP-15] says “%s”', (sentence, different) => {
  expect(judged(PLAN, USUAL, different).sentences).toContain(sentence)
})
