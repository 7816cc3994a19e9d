/** The plans carry what their notices say; counted and quoted, so that a slip of the hand is found. */
import { describe, expect, test } from 'vitest'
import { planSchema } from './plan.ts'
import { decidePlan, NO_PLAN } from './plan-facts.ts'
import { BUILT_IN_PLANS } from './plans/built-in-plans.ts'
import { huzhou2020Mid } from './plans/huzhou-2020-mid.ts'
import { jinhuaConstruction2023Mid } from './plans/jinhua-construction-2023.ts'
import { zhejiangEcology2022Senior } from './plans/zhejiang-ecology-2022-senior.ts'

const WINDOW = { open: '2022-09-01T08:30:00+08:00', close: '2022-10-31T17:30:00+08:00' }

test.each(Object.entries(BUILT_IN_PLANS))(
  '[PLAN-6] %s has the shape of a plan, can be published, and refers only to what is in it',
  (id, make) => {
    const plan = make(WINDOW)
    expect(plan.id).toBe(id)
    expect(planSchema.parse(plan)).toEqual(plan)
    expect(decidePlan(NO_PLAN, { kind: 'publish-plan', plan }).ok).toBe(true)
    const types = plan.applicationTypes.map((t) => t.code)
    const conditions = [
      ...plan.attachmentSlots.map((s) => s.requiredWhen),
      ...(plan.questions ?? []).map((q) => q.askedWhen),
      plan.recommenders?.askedWhen ?? [],
    ].flat()
    for (const condition of conditions) {
      if (condition.on === 'type') expect(types).toEqual(expect.arrayContaining(condition.isOneOf))
    }
    expect(new Set(plan.attachmentSlots.map((s) => s.code)).size).toBe(plan.attachmentSlots.length)
    expect(plan.selfEvaluation?.table?.id).toBe(plan.selfEvaluation?.tableId)
  },
)

describe('Zhejiang ecology 2022', () => {
  const plan = zhejiangEcology2022Senior(WINDOW)
  test('[PLAN-6] goes up through the mid-level committee, with a watermarked form in three or four copies and a roster', () => {
    expect(plan.title).toBe('2022年度浙江省生态环境专业高级工程师职务任职资格评审申报计划')
    expect(plan.chains.find((c) => c.code === 'B-MUNI')?.stages).toEqual([
      'EMP',
      'DEPT_M',
      'HRSS_M',
      'MID_OFFICE',
      'MID_MEETING',
      'SR_OFFICE',
      'FEE',
      'FORM',
      'INTERVIEW',
      'SR_MEETING',
      'RESULT_PUB',
      'ANNOUNCE',
      'CERT',
    ])
    const { copies, copiesIfInterview, watermarkText } = plan.evaluationForm
    expect([copies, copiesIfInterview]).toEqual([3, 4])
    expect(watermarkText).toBe('浙江省专业技术职务任职资格申报与评审服务管理平台')
    expect(plan.fees.map((f) => [f.code, f.amount])).toEqual([
      ['midToSeniorFee', null],
      ['review', null],
    ])
    expect(plan.selfEvaluation?.threshold).toBe(80)
    expect(plan.mailing).toHaveLength(4)
  })
})

describe('Jinhua construction 2023', () => {
  const plan = jinhuaConstruction2023Mid(WINDOW)
  test('[PLAN-6] has six types, three categories, 260 yuan in two fees, 117 points and two recommenders', () => {
    expect(plan.applicationTypes.map((t) => [t.code, t.platformOption])).toEqual([
      ['normal', '正常申报'],
      ['selfEval', '自评分申报'],
      ['transfer', '转（兼）评'],
      ['directAbc', '破格申报'],
      ['practiceCert', '正常申报'],
      ['skilled', '技能人才申报'],
    ])
    expect(plan.categories.map((c) => c.name)).toEqual(['规划与设计类', '施工与监理类', '技术管理类'])
    expect(plan.fees.reduce((sum, f) => sum + Number(f.amount), 0)).toBe(260)
    expect([plan.selfEvaluation?.threshold, plan.recommenders?.count]).toEqual([117, 2])
    expect(plan.attachmentSlots).toHaveLength(11)
    expect(plan.chains.find((c) => c.code === 'C-TALENT')?.stages.slice(0, 3)).toEqual(['EMP', 'TALENT', 'JR_OFFICE'])
  })

  test('[PLAN-6] has three flows beside it: 100 yuan for the junior review, nothing for a determination', () => {
    const flows = ['jh-con-2023-jr-review', 'jh-con-2023-jr-init', 'jh-con-2023-mid-init'] as const
    expect(
      flows.map((id) => BUILT_IN_PLANS[id](WINDOW)).map((p) => [p.mode, p.level, p.fees.map((f) => f.amount)]),
    ).toEqual([
      ['review', 'junior', ['100']],
      ['initial-determination', 'junior', []],
      ['initial-determination', 'mid', []],
    ])
  })
})

describe('Huzhou 2020', () => {
  const plan = huzhou2020Mid(WINDOW)
  test('[PLAN-6] has two types, seven slots, six acceptance points, hours of 2016–2019 and the equivalence of technical schools', () => {
    expect(plan.applicationTypes.map((t) => t.name)).toEqual(['正常晋升', '破格晋升'])
    expect(plan.attachmentSlots.map((s) => s.code)).toEqual([
      'ce4',
      'postInfo',
      'unitNote',
      'appointment4',
      'exceptionForm',
      'degreeProof',
      'outSocial',
    ])
    expect(plan.acceptancePoints.map((p) => p.phone)).toEqual([
      '8367490',
      '6038432',
      '5031286',
      '3013686',
      '2289377',
      '2033099',
    ])
    expect(plan.ceRule?.years).toEqual([2016, 2017, 2018, 2019])
    expect([plan.tenureCutoff, plan.falsificationBanYears, plan.evaluationForm.copies]).toEqual(['2020-12-31', 3, 3])
  })

  test('[PLAN-6] what the notice leaves open is said by whoever publishes', () => {
    const other = huzhou2020Mid({ ...WINDOW, specialty: '群文', hoursPerYear: 72, previousTitle: '助理馆员' })
    expect([other.title, other.ceRule?.minPerYear, other.titleRule?.previousTitle]).toEqual([
      '2020年度湖州市群文专业职称评审工作计划',
      72,
      '助理馆员',
    ])
    expect(other.window).toEqual(WINDOW)
  })
})
