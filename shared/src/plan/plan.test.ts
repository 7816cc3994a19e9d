import { describe, expect, test } from 'vitest'
import { contentOf } from '../archive/revision.ts'
import { assessmentText, eligibilityProblems } from './eligibility.ts'
import { planSchema } from './plan.ts'
import { decidePlan, foldPlan, latestPlan, NO_PLAN, type PlanFact } from './plan-facts.ts'
import { shaoxingEcology2022Mid } from './plans/shaoxing-ecology-2022-mid.ts'

const WINDOW = { open: '2022-09-01T08:30:00+08:00', close: '2022-10-31T17:30:00+08:00' }
const PLAN = shaoxingEcology2022Mid(WINDOW)

test('[PLAN-1] the Shaoxing plan has the shape of a plan, and a key that is not of it is named', () => {
  expect(planSchema.parse(PLAN)).toEqual(PLAN)
  const wrong = { ...PLAN, colour: 'red', statement: { label: '', maxChars: 0 } }
  const refused = decidePlan(NO_PLAN, { kind: 'publish-plan', plan: wrong })
  if (refused.ok || refused.refusal.kind !== 'plan-malformed') throw new Error('a malformed plan was published')
  expect(refused.refusal.at.map((at) => at.path)).toEqual(
    expect.arrayContaining(['statement.label', 'statement.maxChars', '']),
  )
})

test('[PLAN-1] a public notice cannot be planned for fewer than five working days', () => {
  const hasty = { ...PLAN, publicity: { ...PLAN.publicity, minWorkingDays: 4 } }
  expect(decidePlan(NO_PLAN, { kind: 'publish-plan', plan: hasty }).ok).toBe(false)
})

test('[PLAN-2] a published version stays; a change is the next version', () => {
  const facts: PlanFact[] = [{ kind: 'plan-published', data: { plan: PLAN } }]
  const published = foldPlan(facts)
  expect(decidePlan(published, { kind: 'publish-plan', plan: PLAN })).toEqual({
    ok: false,
    refusal: { kind: 'plan-version-not-next', given: 1, next: 2 },
  })
  const second = decidePlan(published, { kind: 'publish-plan', plan: { ...PLAN, version: 2, title: '更正' } })
  expect(second.ok && latestPlan(foldPlan([...facts, ...second.value]))?.title).toBe('更正')
  expect(latestPlan(foldPlan([...facts, { kind: 'plan-withdrawn', data: { reason: '通知撤销' } }]))).toBeUndefined()
})

test('[PLAN-6] carries the notice: five types, thirteen slots, seven acceptance points, four chains, CE 2019–2021', () => {
  expect(PLAN.applicationTypes.map((t) => t.code)).toEqual(['normal', 'transfer', 'landmark', 'selfEval', 'skilled'])
  expect(PLAN.attachmentSlots).toHaveLength(13)
  expect(PLAN.acceptancePoints.map((p) => p.phone)).toEqual([
    '88096909',
    '88307199',
    '84126032',
    '82818137',
    '87035676',
    '83012837',
    '86023080',
  ])
  expect(PLAN.chains.map((c) => [c.code, c.stages[0]])).toEqual([
    ['A-MUNI', 'EMP'],
    ['A-COUNTY', 'EMP'],
    ['A-PROV-OWN', 'EMP'],
    ['A-PROV-NONE', 'EMP'],
  ])
  expect(PLAN.ceRule?.years).toEqual([2019, 2020, 2021])
})

describe('hours', () => {
  const hours = (year: string, subject: string, hours: string) =>
    contentOf({ part: 'continuingEducation', fields: { year, subject, hours }, evidence: [] })
  const problems = (...entries: ReturnType<typeof hours>[]) =>
    eligibilityProblems(
      { ...PLAN, assessmentRule: null, ceRule: { ...ceRule, years: [2019] } },
      { type: 'normal', profile: {}, pulled: entries },
    )
  if (!PLAN.ceRule) throw new Error('the plan has an hours rule')
  const ceRule = PLAN.ceRule

  test('[PLAN-4] are summed by year without rounding: 0.1 more makes the difference', () => {
    const public18 = hours('2019', 'industryPublic', '18')
    expect(problems(hours('2019', 'specialty', '71.9'), public18)).toEqual([
      { code: 'V-CE', severity: 'error', year: 2019, subject: 'total', hours: '89.9', needed: 90 },
    ])
    expect(problems(hours('2019', 'specialty', '71.9'), hours('2019', 'specialty', '0.1'), public18)).toEqual([])
    expect(problems(hours('2020', 'specialty', '100'), hours('2019', 'specialty', '71.9'), public18)).toHaveLength(1)
  })

  test('[PLAN-4] too few specialty or public hours warn and do not block (domain §4.9)', () => {
    expect(
      problems(hours('2019', 'specialty', '59.9'), hours('2019', 'generalPublic', '40')).map((p) => p.severity),
    ).toEqual(['warning'])
    expect(problems(hours('2019', 'specialty', '73'), hours('2019', 'generalPublic', '17'))).toEqual([
      { code: 'V-CE', severity: 'warning', year: 2019, subject: 'public', hours: '17', needed: 18 },
    ])
  })
})

test('[PLAN-5] one allowed assessment for each of the last three years', () => {
  const assessed = (year: string, result: string | null) =>
    contentOf({ part: 'assessment', fields: { year, result }, evidence: [] })
  const pulled = [
    assessed('2018', 'qualified'),
    assessed('2019', 'excellent'),
    assessed('2020', null),
    assessed('2022', 'qualified'),
  ]
  const problems = eligibilityProblems({ ...PLAN, ceRule: null }, { type: 'normal', profile: {}, pulled })
  expect(problems).toEqual([{ code: 'V-ASSESS', severity: 'error', years: [2020, 2021], span: 3, from: 2019 }])
  expect(assessmentText(pulled)).toBe('2018合格、2019优秀、2022合格')
})
