/** What an office may publish, what is wrong with a plan beside its shape, what a version changes, and conditions in words. */
import { describe, expect, test } from 'vitest'
import { orgIdSchema } from '../kernel/ids.ts'
import { actorOf, CAST, HE_JING, SX_ECO_OFFICE } from '../testing/people.ts'
import type { Condition } from './condition.ts'
import { conditionsText } from './condition-text.ts'
import type { Plan } from './plan.ts'
import { planDifferences } from './plan-differences.ts'
import { decideOfficePlan, evolvePlan, foldPlan, NO_PLAN, type PlanCommand } from './plan-facts.ts'
import { planFaults } from './plan-faults.ts'
import { jinhuaConstruction2023Mid } from './plans/jinhua-construction-2023.ts'
import { shaoxingEcology2022Mid } from './plans/shaoxing-ecology-2022-mid.ts'

const WINDOW = { open: '2022-09-01T08:30:00+08:00', close: '2022-10-31T17:30:00+08:00' }
const PLAN = shaoxingEcology2022Mid(WINDOW)
const publish = (plan: unknown): PlanCommand => ({ kind: 'publish-plan', plan })
const withdraw: PlanCommand = { kind: 'withdraw-plan', reason: '上级通知本年度不再组织评审' }
const ELSEWHERE = {
  ...actorOf(HE_JING),
  memberships: [{ orgId: orgIdSchema.parse('hz-office'), role: 'committee-office' as const }],
}

describe('an office and its plans', () => {
  const published = foldPlan([{ kind: 'plan-published', data: { plan: PLAN } }])

  test('[PLAN-60] publishes, publishes the next version and withdraws; nothing that was published changes', () => {
    const he = actorOf(HE_JING)
    expect(decideOfficePlan(NO_PLAN, publish(PLAN), he)).toEqual({
      ok: true,
      value: [{ kind: 'plan-published', data: { plan: PLAN } }],
    })
    expect(decideOfficePlan(published, publish(PLAN), he)).toMatchObject({
      refusal: { kind: 'plan-version-not-next', next: 2 },
    })
    const second = decideOfficePlan(published, publish({ ...PLAN, version: 2, title: '第二版' }), he)
    const both = second.ok ? second.value.reduce(evolvePlan, published) : published
    expect(both.versions.map(({ version, title }) => [version, title])).toEqual([
      [1, PLAN.title],
      [2, '第二版'],
    ])
    expect(decideOfficePlan(published, withdraw, he).ok).toBe(true)
    expect(decideOfficePlan(published, { ...withdraw, reason: ' 撤 ' }, he)).toMatchObject({
      refusal: { kind: 'reason-required', minChars: 2, maxChars: 500 },
    })
  })

  test('[PLAN-60] nobody else does, and none learns from the answer whether there is such a plan', () => {
    for (const actor of [...CAST.filter((person) => person !== HE_JING).map(actorOf), ELSEWHERE]) {
      for (const state of [NO_PLAN, published]) {
        for (const command of [publish({ ...PLAN, version: state.versions.length + 1 }), withdraw, publish({})]) {
          expect(decideOfficePlan(state, command, actor)).toEqual({ ok: false, refusal: { kind: 'not-yours' } })
        }
      }
    }
  })

  test('[PLAN-60] a plan is not taken over by naming one’s own office in the next version', () => {
    const mine = { ...PLAN, version: 2, committee: { ...PLAN.committee, orgId: 'hz-office' } }
    expect(decideOfficePlan(published, publish(mine), ELSEWHERE)).toMatchObject({ refusal: { kind: 'not-yours' } })
    expect(decideOfficePlan(published, publish(mine), actorOf(HE_JING))).toMatchObject({
      refusal: { kind: 'not-yours' },
    })
    const nobodys = foldPlan([
      { kind: 'plan-published', data: { plan: { ...PLAN, committee: { ...PLAN.committee, orgId: null } } } },
    ])
    expect(decideOfficePlan(nobodys, publish({ ...PLAN, version: 2 }), actorOf(HE_JING)).ok).toBe(false)
    expect(SX_ECO_OFFICE.id).toBe(PLAN.committee.orgId)
  })
})

describe('what is wrong with a plan beside its shape', () => {
  const [slot] = PLAN.attachmentSlots
  const [question] = PLAN.questions ?? []
  const [type] = PLAN.applicationTypes
  if (!slot || !question || !type) throw new Error('the notice has slots, questions and types')
  const when = (condition: unknown) => ({ attachmentSlots: [{ ...slot, requiredWhen: [condition] }] })
  const table = PLAN.selfEvaluation?.table
  if (!table) throw new Error('the notice has a table')

  test.each<[string, object, string, string]>([
    ['a slot twice', { attachmentSlots: [slot, slot] }, 'attachmentSlots.1.code', 'code-twice'],
    ['a question twice', { questions: [question, question] }, 'questions.1.code', 'code-twice'],
    [
      'a type that is not there',
      when({ on: 'type', isOneOf: ['none'] }),
      'attachmentSlots.0.requiredWhen.0.isOneOf',
      'unknown-type',
    ],
    [
      'a field of the profile that is not there',
      when({ on: 'profile', field: 'hat', isOneOf: [] }),
      'attachmentSlots.0.requiredWhen.0.field',
      'unknown-field',
    ],
    [
      'a field of a section that is not there, inside 或',
      when({ on: 'any', of: [{ on: 'entry', section: 'paper', field: 'hat', isOneOf: [] }] }),
      'attachmentSlots.0.requiredWhen.0.of.0.field',
      'unknown-field',
    ],
    [
      'an answer that must say an unknown field again',
      { questions: [{ ...question, askedWhen: [], mustEqualProfile: 'hat' }] },
      'questions.0.mustEqualProfile',
      'unknown-field',
    ],
    [
      'a self-evaluation without a table',
      {
        selfEvaluation: null,
        applicationTypes: [{ ...type, selfEvaluates: true }],
        attachmentSlots: [],
        questions: [],
        requirements: [],
      },
      'applicationTypes.0.selfEvaluates',
      'no-self-evaluation',
    ],
    [
      'a table of another name',
      { selfEvaluation: { ...PLAN.selfEvaluation, tableId: 'OTHER' } },
      'selfEvaluation.tableId',
      'unknown-table',
    ],
    [
      'an indicator in two groups',
      {
        selfEvaluation: {
          ...PLAN.selfEvaluation,
          table: { ...table, groups: [...table.groups, { ...table.groups[0], code: 'again' }] },
        },
      },
      `selfEvaluation.table.groups.0.indicators.0.code`,
      'code-twice',
    ],
    [
      'a requirement without a sentence',
      { requirements: [{ code: 'r', when: [], must: [], rule: 'V-REQUIREMENT', severity: 'error', message: null }] },
      'requirements.0.message',
      'no-message',
    ],
    [
      'a letter that nobody on the chain issues',
      { mandate: { issuedBy: ['CENTER'], before: 'MID_OFFICE', note: '' } },
      'chains.0.stages',
      'nobody-issues',
    ],
    [
      'a letter for a chain that is not there',
      { mandate: { chains: ['NOWHERE'], issuedBy: ['DEPT_M'], before: 'MID_OFFICE', note: '' } },
      'mandate.chains.0',
      'unknown-chain',
    ],
    ['a photo of no ratio', { photo: { ...PLAN.photo, minRatio: 0.9 } }, 'photo.minRatio', 'bounds-reversed'],
  ])('[PLAN-63] %s is named by its place', (_, change, path, rule) => {
    expect(planFaults(PLAN)).toEqual([])
    const faulty = { ...PLAN, ...change } as Plan
    expect(planFaults(faulty).map((fault) => [fault.path.join('.'), fault.rule])).toContainEqual([path, rule])
    const decided = decideOfficePlan(NO_PLAN, publish(faulty), actorOf(HE_JING))
    expect(decided).toMatchObject({ refusal: { kind: 'plan-malformed', at: expect.arrayContaining([{ path, rule }]) } })
  })
})

describe('what a version changes', () => {
  test('[PLAN-64] is told by field; entries are known by their codes and their order is not a change', () => {
    const [first, second, ...rest] = PLAN.chains
    if (!first || !second) throw new Error('the notice has two chains')
    const after = {
      ...PLAN,
      version: 2,
      title: '新名称',
      specialties: ['生态环境', '核与辐射'],
      chains: [{ ...second, appliesTo: '县级单位和乡镇单位' }, first, ...rest.slice(1)],
    }
    expect(planDifferences({ ...PLAN }, after)).toEqual([
      { path: ['title'], before: PLAN.title, after: '新名称' },
      { path: ['specialties'], before: ['生态环境'], after: ['生态环境', '核与辐射'] },
      { path: ['chains', second.code, 'appliesTo'], before: second.appliesTo, after: '县级单位和乡镇单位' },
      { path: ['chains', rest[0]?.code], before: rest[0], after: undefined },
    ])
    expect(planDifferences({ ...PLAN }, { ...PLAN, version: 7 })).toEqual([])
  })
})

describe('a condition in words', () => {
  const names = jinhuaConstruction2023Mid(WINDOW)
  test.each<[Condition[], string]>([
    [[], '所有申报人'],
    [[{ on: 'type', isOneOf: ['normal', 'transfer'] }], '当申报类型为“正常申报”或“转（兼）评”时'],
    [
      [{ on: 'holds-title' }, { on: 'profile', field: 'outOfProvinceSocialInsurance', isOneOf: ['yes'] }],
      '当现有专业技术职务任职资格，且省外社保缴纳记录为“是”时',
    ],
    [
      [
        {
          on: 'any',
          of: [
            { on: 'entry', section: 'education', field: 'eduLevel', isOneOf: ['master', ''] },
            { on: 'entry-before', section: 'education', field: 'graduationYm', before: '200101' },
          ],
        },
      ],
      '当（有教育经历的学历为“硕士研究生”或“未填写”，或有教育经历的毕业时间早于200101）时',
    ],
  ])('[PLAN-65] %o', (conditions, sentence) => {
    expect(conditionsText(conditions, names).zh).toBe(sentence)
  })
})
