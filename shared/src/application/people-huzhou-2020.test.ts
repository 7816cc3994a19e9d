/** Who may apply under the Huzhou plan of 2020, on each side of each rule. */
import { expect, test } from 'vitest'
import { ASKS } from '../plan/plan.ts'
import { huzhou2020Mid } from '../plan/plans/huzhou-2020-mid.ts'
import { type Different, judged } from '../testing/applicant.ts'
import { HUZHOU_USUAL as USUAL } from '../testing/usual-applicants.ts'

const PLAN = huzhou2020Mid({ open: '2020-08-10T08:30:00+08:00', close: '2020-09-10T17:30:00+08:00', asks: ASKS })

const appointed = (titleAppointedYm: string | null): Different => ({ profile: { titleAppointedYm } })
const educated = (education: NonNullable<Different['education']>, without: string[] = []): Different => ({
  education,
  without,
})

const PEOPLE: readonly (readonly [who: string, different: Different, breaks: readonly string[]])[] = [
  ['appointed for five years and still', {}, []],
  ['appointed for 48 months', appointed('201612'), []],
  ['appointed for 47 months', appointed('201701'), ['V-TITLE-4Y']],
  ['never appointed', appointed(null), ['V-APPT-YEAR', 'V-TITLE-4Y']],
  ['appointed only next year', appointed('202101'), ['V-APPT-YEAR', 'V-TITLE-4Y']],
  ['not appointed any more', { answers: { appointedThisYear: 'no' } }, ['V-APPT-YEAR']],
  ['who does not say whether she is', { answers: { appointedThisYear: '' } }, ['V-APPT-YEAR']],
  ['an exception after two years', { type: 'exception', ...appointed('201812') }, []],
  ['an exception without the form', { type: 'exception', without: ['exceptionForm'] }, ['V-FILE-REQ']],
  ['of a type of another plan', { type: 'landmark' }, ['type-unknown']],
  ['exactly 90 hours in 2016', { hours: { 2016: ['90', '0', '0'] } }, []],
  ['89.9 hours in 2016', { hours: { 2016: ['89.9', '0', '0'] } }, ['V-CE']],
  ['89 hours in 2019', { hours: { 2019: ['50', '20', '19'] } }, ['V-CE']],
  ['90 hours without a professional one', { hours: { 2018: ['0', '90', '0'] } }, []],
  ['without the certificates of hours', { without: ['ce4'] }, ['V-FILE-REQ']],
  ['without the letters of appointment', { without: ['appointment4'] }, ['V-FILE-REQ']],
  ['on the establishment without the post form', { without: ['postInfo'] }, ['V-STAFF']],
  [
    'off it without the note',
    { profile: { staffing: 'institutionNonQuota' }, without: ['unitNote'] },
    ['V-STAFF-NOTE'],
  ],
  [
    'off it with the note and no post form',
    { profile: { staffing: 'institutionNonQuota' }, without: ['postInfo'] },
    [],
  ],
  ['graduated in December 2000, without proof', educated({ graduationYm: '200012' }, ['degreeProof']), ['V-DEGREE']],
  ['graduated in January 2001, taken from the register', educated({ graduationYm: '200101' }, ['degreeProof']), []],
  ['graduated in 2000 with proof', educated({ graduationYm: '200007' }), []],
  ['a degree that the register does not have', educated({ autoExtracted: 'no' }, ['degreeProof']), ['V-DEGREE']],
  ['a degree nobody looked up', educated({ autoExtracted: null }, ['degreeProof']), ['V-DEGREE']],
  ['a degree from abroad without recognition', educated({ isOverseas: 'yes' }, ['degreeProof']), ['V-DEGREE']],
  ['a degree from abroad with it', educated({ isOverseas: 'yes' }), []],
  [
    'insured elsewhere without proof',
    { profile: { outOfProvinceSocialInsurance: 'yes' }, without: ['outSocial'] },
    ['V-FILE-REQ'],
  ],
  ['found to have falsified in 2017', { falsifiedIn: [2017] }, ['V-BAN']],
  ['found to have falsified in 2016', { falsifiedIn: [2016] }, []],
  ['in 2016 and again in 2019', { falsifiedIn: [2016, 2019] }, ['V-BAN']],
  ['an assessment missing', { assessed: { 2018: null } }, ['V-ASSESS']],
  ['a category, where the plan has none', { category: 'monitoring' }, ['category-unknown']],
  ['no acceptance point', { point: '' }, ['acceptancePoint-required']],
  ['a photo of ratio 0.81', { photo: { size: [324, 400] } }, ['V-PHOTO-RATIO']],
  ['a photo of ratio 0.8', { photo: { size: [320, 400] } }, []],
  ['a photo of ratio 0.65', { photo: { size: [260, 400] } }, []],
]

test.each(PEOPLE)('[PLAN-7] Huzhou: %s', (_who, different, breaks) => {
  expect(judged(PLAN, USUAL, different).codes).toEqual([...breaks].sort())
})

test.each<[string, Different]>([
  ['正常晋升须被聘任助理工程师满4年。', appointed('201701')],
  ['申报当年须在聘。', { answers: { appointedThisYear: 'no' } }],
  ['因弄虚作假，2021年前不得申报高一级资格。', { falsifiedIn: [2017] }],
  ['请上传学历学位证书及认证材料。', educated({ isOverseas: 'yes' }, ['degreeProof'])],
  ['2016年度继续教育学时89.9，未满90学时。', { hours: { 2016: ['89.9', '0', '0'] } }],
])('[APP-15] says “%s”', (sentence, different) => {
  expect(judged(PLAN, USUAL, different).sentences).toContain(sentence)
})
