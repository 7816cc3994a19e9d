import { expect, test } from 'vitest'
import type { Plan, Requirement } from './plan.ts'
import { jinhuaConstruction2023Mid } from './plans/jinhua-construction-2023.ts'
import { placeOfRequirement, requirementBehind, requirementText } from './requirement.ts'

const PLAN: Plan = jinhuaConstruction2023Mid({ open: '2023-06-01T08:30:00+08:00', close: '2023-07-31T17:30:00+08:00' })
const PAPER: Requirement = {
  code: 'paper',
  when: [],
  must: [{ on: 'entry', section: 'paper', field: 'indexing', isOneOf: ['core'] }],
  rule: 'V-REQUIREMENT',
  severity: 'error',
  message: '须有核心期刊论文。',
}
const WITH_PAPER: Plan = { ...PLAN, requirements: [...(PLAN.requirements ?? []), PAPER] }

test('[APP-93] of two requirements the one that is not met is quoted, in the plan’s own words', () => {
  const found = requirementBehind(WITH_PAPER, {
    code: 'V-REQUIREMENT',
    severity: 'error',
    message: '须有核心期刊论文。',
  })
  expect(found).toBe(PAPER)
  expect(requirementText(PAPER, PLAN)).toEqual({
    zh: '所有申报人，须满足：有论文的索引情况为“核心”。',
    en: 'everybody: an entry of Papers has “Chinese core journals” as Indexed by.',
  })
  const abc = requirementBehind(WITH_PAPER, { code: 'V-ABC', severity: 'error' })
  expect(abc && requirementText(abc, PLAN).zh).toBe('当申报类型为“直接（ABC类）申报”时，须满足：单位性质为“非公企业”。')
})

test('[APP-93] it leads to the type it is asked of, or to the part of the archive that it looks at', () => {
  const places = WITH_PAPER.requirements?.map(placeOfRequirement)
  expect(places).toEqual(['type', 'profile', 'paper'])
})
