/** A plan that no code knows: another city, another trade, its own table, questions and requirements, all of it data. */
import { expect, test } from 'vitest'
import type { ItemId } from '../kernel/ids.ts'
import { type Plan, planSchema } from '../plan/plan.ts'
import { decidePlan, NO_PLAN } from '../plan/plan-facts.ts'
import { huzhou2020Mid } from '../plan/plans/huzhou-2020-mid.ts'
import { type Different, judged } from '../testing/applicant.ts'

const DATA: unknown = {
  ...huzhou2020Mid({ open: '2027-03-01T08:30:00+08:00', close: '2027-04-30T17:30:00+08:00' }),
  id: 'zs-ocean-2027-mid',
  title: '2027年度舟山市海洋渔业工程师评审申报计划',
  year: 2027,
  tenureCutoff: '2027-12-31',
  asks: ['details', 'attachments'],
  acceptancePoints: [],
  applicationTypes: [
    { code: 'sea', name: '远洋申报', platformOption: '正常申报', note: '', ticks: [], selfEvaluates: true },
    { code: 'shore', name: '岸基申报', platformOption: '正常申报', note: '', ticks: [] },
  ],
  attachmentSlots: [
    {
      code: 'logbook',
      title: '航海日志',
      requirement: 'when',
      requiredWhen: [{ on: 'type', isOneOf: ['sea'] }],
      formats: ['pdf'],
      maxCount: 2,
      maxBytes: 1048576,
      note: '',
    },
  ],
  questions: [
    {
      code: 'months',
      label: '随船月数',
      hint: '',
      kind: 'text',
      maxChars: 3,
      askedWhen: [{ on: 'type', isOneOf: ['sea'] }],
      isRequired: true,
      mustBe: null,
      mustEqualProfile: null,
      rule: 'V-ANSWER',
      severity: 'error',
    },
  ],
  requirements: [
    {
      code: 'enterprise',
      when: [{ on: 'type', isOneOf: ['sea'] }],
      must: [{ on: 'entry', section: 'qualificationCert', field: 'level', isOneOf: ['甲'] }],
      rule: 'V-REQUIREMENT',
      severity: 'error',
      message: '远洋申报须持有甲类适任证书。',
    },
  ],
  titleRule: {
    previousTitle: '助理工程师',
    minYears: 5,
    mustBeAppointedThisYear: false,
    minYearsBySchooling: { master: 2 },
  },
  ceRule: null,
  assessmentRule: null,
  selfEvaluation: {
    tableId: 'ZS',
    threshold: 10,
    comparison: '>=',
    table: {
      id: 'ZS',
      version: 1,
      title: '远洋评分表',
      isOfficial: true,
      controls: [],
      groups: [
        {
          code: 'g',
          name: '业绩',
          take: 'sum',
          cap: null,
          indicators: [
            {
              scoreKind: 'roleCoefficient',
              code: 'Z1',
              name: '航次',
              cap: 30,
              sections: ['engineeringProject'],
              note: '',
              rankField: null,
              rows: [{ code: 'voyage', name: '航次', points: 10, part: null, matches: [] }],
              coefficients: [1, 0.5],
              later: 0.1,
            },
          ],
        },
      ],
    },
  },
}

const PLAN: Plan = planSchema.parse(DATA)
const sailed = (rank: number): Different => ({
  claims: [{ indicator: 'Z1', row: 'voyage', item: 'voyage-1' as ItemId, rank }],
})
const USUAL: Different = {
  type: 'sea',
  profile: { currentTitleName: '助理工程师', titleAppointedYm: '202212' },
  items: [
    ['cert-1', 'qualificationCert', { level: '甲' }],
    ['voyage-1', 'engineeringProject', {}],
  ],
  ...sailed(1),
  answers: { months: '18' },
}

test('[PLAN-11] is published', () => {
  expect(decidePlan(NO_PLAN, { kind: 'publish-plan', plan: DATA }).ok).toBe(true)
})

test.each<[string, Different, string[]]>([
  ['somebody who sailed first', {}, []],
  ['who sailed second: 5 of 10 points', sailed(2), ['V-SELF']],
  ['from the shore, of whom nothing of the sea is asked', { type: 'shore', items: [], claims: [] }, []],
  ['without the certificate', { items: [['voyage-1', 'engineeringProject', {}]] }, ['V-REQUIREMENT']],
  ['without the logbook', { without: ['logbook'] }, ['V-FILE-REQ']],
  ['with a logbook too large', { files: [{ slot: 'logbook', bytes: 1_048_577 }] }, ['V-FILE-SIZE']],
  ['with three logbooks', { files: [{ slot: 'logbook' }, { slot: 'logbook' }] }, ['V-FILE-COUNT']],
  ['with a picture of one', { files: [{ slot: 'logbook', type: 'image/png' }] }, ['V-FILE-TYPE']],
  ['who does not say how long', { answers: { months: '' } }, ['V-ANSWER']],
  ['who says it at too great length', { answers: { months: '1234' } }, ['V-ANSWER']],
  ['appointed for four years and eleven months', { profile: { titleAppointedYm: '202301' } }, ['V-TITLE-4Y']],
  ['a master, appointed for two', { profile: { titleAppointedYm: '202512' }, education: { eduLevel: 'master' } }, []],
])('[PLAN-11] judges %s', (_, different, breaks) => {
  expect(judged(PLAN, USUAL, different).codes).toEqual(breaks)
})

test('[PLAN-11] quotes the plan’s own words and numbers', () => {
  const says = (different: Different) => judged(PLAN, USUAL, different).sentences
  expect(says({ profile: { titleAppointedYm: '202301' } })).toEqual(['远洋申报须被聘任助理工程师满5年。'])
  expect(says(sailed(2))).toEqual(['自评分须达到10分方可申报，当前5分。'])
  expect(says({ files: [{ slot: 'logbook', bytes: 1_048_577 }] })).toEqual(['文件不能超过1M。'])
  expect(says({ items: [['voyage-1', 'engineeringProject', {}]] })).toEqual(['远洋申报须持有甲类适任证书。'])
})
