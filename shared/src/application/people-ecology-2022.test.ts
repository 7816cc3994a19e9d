/** Who may apply under the Shaoxing and the Zhejiang ecology plans of 2022, on each side of each rule. */
import { describe, expect, test } from 'vitest'
import { ASKS } from '../plan/plan.ts'
import { shaoxingEcology2022Mid } from '../plan/plans/shaoxing-ecology-2022-mid.ts'
import { zhejiangEcology2022Senior } from '../plan/plans/zhejiang-ecology-2022-senior.ts'
import { type Different, judged } from '../testing/applicant.ts'
import { claim, ecologyEvaluated as evaluated, ECOLOGY_USUAL as USUAL } from '../testing/usual-applicants.ts'

const WINDOW = { open: '2022-09-01T08:30:00+08:00', close: '2022-10-31T17:30:00+08:00', asks: ASKS }

const EIGHTY = evaluated('cn', 'cn')

const PEOPLE: readonly (readonly [who: string, different: Different, breaks: readonly string[]])[] = [
  ['an ordinary engineer of an institution', {}, []],
  ['the same with both ticks of the normal type', { ticks: ['lateDegree', 'midReapply'] }, []],
  ['a tick of another type', { ticks: ['transfer'] }, ['ticks-unknown']],
  ['no category', { category: '' }, ['category-required']],
  ['an acceptance point of another city', { point: 'deqing' }, ['acceptancePoint-unknown']],
  ['a statement of 1000 characters', { statement: '测'.repeat(1000) }, []],
  ['a statement of 1001', { statement: '测'.repeat(1001) }, ['V-STMT-LEN']],
  ['a blank statement', { statement: ' \n' }, ['V-STMT-EMPTY']],
  ['exactly 90 hours in 2020', { hours: { 2020: ['60', '10', '20'] } }, []],
  ['89.9 hours in 2020', { hours: { 2020: ['71.9', '18', '0'] } }, ['V-CE']],
  ['59.9 professional hours', { hours: { 2021: ['59.9', '18', '12.1'] } }, ['(V-CE)']],
  ['17.9 common hours', { hours: { 2019: ['72.1', '17.9', '0'] } }, ['(V-CE)']],
  ['common hours split 5 and 13', { hours: { 2019: ['72', '5', '13'] } }, []],
  [
    'no hours in one year, 180 in the next',
    { hours: { 2019: ['0', '0', '0'], 2020: ['150', '30', '0'] } },
    ['(V-CE)', 'V-CE'],
  ],
  ['basically qualified in one year', { assessed: { 2020: 'basicallyQualified' } }, []],
  ['no assessment for the first of three years', { assessed: { 2019: null } }, ['V-ASSESS']],
  ['no assessment for the last', { assessed: { 2021: null } }, ['V-ASSESS']],
  ['on the establishment without the post form', { without: ['postInfo'] }, ['V-STAFF']],
  ['in an enterprise, where no post form is asked', { profile: { staffing: 'enterprise' }, without: ['postInfo'] }, []],
  [
    'without a title, so without its certificates',
    { profile: { currentTitleName: null }, without: ['titleCert', 'appointment'] },
    [],
  ],
  ['with a title and without its certificate', { without: ['titleCert'] }, ['V-FILE-REQ']],
  [
    'insured elsewhere without the proof',
    { profile: { outOfProvinceSocialInsurance: 'yes' }, without: ['outSocial'] },
    ['V-FILE-REQ'],
  ],
  ['insured elsewhere with it', { profile: { outOfProvinceSocialInsurance: 'yes' } }, []],
  ['without the hours’ certificate of 2021', { without: ['ce2021'] }, ['V-FILE-REQ']],
  ['a transfer with title and tick', { type: 'transfer' }, []],
  ['a transfer without the tick', { type: 'transfer', ticks: [] }, ['V-TICK']],
  ['a transfer that names no title', { type: 'transfer', answers: { priorTitle: ' ' } }, ['V-TRANSFER']],
  ['a landmark with text, nomination and evidence', { type: 'landmark' }, []],
  ['a landmark without its text', { type: 'landmark', answers: { landmarkText: '' } }, ['V-LANDMARK']],
  ['a landmark without the nomination', { type: 'landmark', without: ['landmarkNomination'] }, ['V-LANDMARK']],
  ['a landmark without the evidence', { type: 'landmark', without: ['landmarkEvidence'] }, ['V-LANDMARK']],
  ['skilled, with evidence', { type: 'skilled' }, []],
  ['skilled, without', { type: 'skilled', without: ['skilledEvidence'] }, ['V-FILE-REQ']],
  ['her own evaluation of 80', EIGHTY, []],
  ['of 79', evaluated('other', 'report'), ['V-SELF']],
  ['of 80 without the review form', { ...EIGHTY, without: ['directReview'] }, ['V-FILE-REQ']],
  [
    'of 80 with a control not confirmed',
    { ...EIGHTY, controls: ['ethics', 'assessment', 'hours'] },
    ['V-SELF-CONTROL'],
  ],
  [
    'a claim on what was not pulled',
    { ...EIGHTY, claims: [...(EIGHTY.claims ?? []), claim('E8', 'invention', 'patent-9')] },
    ['V-SELF-CLAIM'],
  ],
  ['no photo', { photo: null }, ['V-PHOTO-REQ']],
  ['a photo of 30K', { photo: { bytes: 30 * 1024 } }, ['V-PHOTO-SIZE']],
  ['a photo of 30K and a byte', { photo: { bytes: 30 * 1024 + 1 } }, []],
  ['a photo of 1M', { photo: { bytes: 1024 * 1024 } }, ['V-PHOTO-SIZE']],
  ['a photo of 215*300', { photo: { size: [215, 300] } }, ['V-PHOTO-PX']],
  ['a photo of 216*301', { photo: { size: [216, 301] } }, []],
  ['a photo that is a PNG', { photo: { type: 'image/png', name: '证件照.png' } }, ['V-PHOTO-FMT']],
  ['no pledge', { pledge: null }, ['V-PLEDGE']],
  ['a pledge for another wording', { pledge: { textDigest: 'a'.repeat(64) } }, ['V-PLEDGE']],
  ['a pledge older than the draft', { pledge: { signedAt: '2022-08-31T23:59:59Z' } }, ['V-PLEDGE']],
  ['a file that never reached the relay', { notHere: ['experience'] }, ['V-FILE-HERE']],
  ['a sheet where scans are asked for', { files: [{ slot: 'works', type: 'application/zip' }] }, ['V-FILE-TYPE']],
  ['a file of 10 MB and a byte', { files: [{ slot: 'works', bytes: 10_485_761 }] }, ['V-FILE-SIZE']],
  [
    'the same file twice',
    {
      files: [{ slot: 'works' }, { slot: 'works', sha256: '0'.repeat(64) }, { slot: 'works', sha256: '0'.repeat(64) }],
    },
    ['(V-FILE-DUP)'],
  ],
  ['a file in no slot', { files: [{ slot: 'colour' }] }, ['V-FILE-SLOT']],
]

describe.each([
  ['Shaoxing, mid-level', shaoxingEcology2022Mid(WINDOW)],
  ['Zhejiang, senior', zhejiangEcology2022Senior(WINDOW)],
])('%s', (_, plan) => {
  test.each(PEOPLE)('[PLAN-7] %s', (_who, different, breaks) => {
    expect(judged(plan, USUAL, different).codes).toEqual([...breaks].sort())
  })
})

test.each<[string, Different]>([
  ['2020年度继续教育学时89.9，未满90学时。', { hours: { 2020: ['71.9', '18', '0'] } }],
  ['2021年度专业科目学时59.9，未满60学时。', { hours: { 2021: ['59.9', '18', '12.1'] } }],
  ['单位考核情况须逐年填写近三年结果，如“2019合格”。', { assessed: { 2021: null } }],
  ['请上传《事业单位人员职称申报岗位信息表》。', { without: ['postInfo'] }],
  ['请填写标志性业绩并上传专家举荐表和佐证材料。', { type: 'landmark', without: ['landmarkEvidence'] }],
  ['请填写已取得的中级资格情况并上传资格证书。', { type: 'transfer', answers: { priorTitle: '' } }],
  ['自评分须达到80分方可申报，当前79分。', evaluated('other', 'report')],
  ['请上传“2021年继续教育学时登记证明”。', { without: ['ce2021'] }],
  ['证件照须为JPG或JPEG格式。', { photo: { type: 'image/png' } }],
  ['证件照大小须大于30K且小于1M，当前30K。', { photo: { bytes: 30 * 1024 } }],
  ['证件照须大于215*300（宽*高）像素，当前215*300。', { photo: { size: [215, 300] } }],
  ['证件照宽高比须在0.65至0.8之间，当前0.649。', { photo: { size: [649, 1000] } }],
  ['请先在线签署《专业技术资格申报材料真实性保证书》。', { pledge: null }],
  ['仅支持PDF、JPG、PNG文件。', { files: [{ slot: 'works', type: 'application/zip' }] }],
  ['文件不能超过10M。', { files: [{ slot: 'works', bytes: 10_485_761 }] }],
])('[APP-15] says “%s”', (sentence, different) => {
  expect(judged(shaoxingEcology2022Mid(WINDOW), USUAL, different).sentences).toContain(sentence)
})
