/** A plan's own requirement as people meet it: in the plan's words, and with the place where whoever does not meet it can do something about it. */
import type { Part } from '../archive/item.ts'
import type { Text } from '../archive/label.ts'
import { type ConditionNames, conditionsText, conditionText } from './condition-text.ts'
import type { EligibilityProblem } from './eligibility.ts'
import type { Plan, Requirement } from './plan.ts'

export type RequirementProblem = Extract<EligibilityProblem, { code: 'V-ABC' | 'V-REQUIREMENT' }>

/** Undefined when the plan has no such requirement any more. Two that say the same sentence are the same to whoever reads it. */
export function requirementBehind(
  plan: Pick<Plan, 'requirements'>,
  problem: RequirementProblem,
): Requirement | undefined {
  return plan.requirements?.find(
    ({ rule, message }) => rule === problem.code && (problem.code === 'V-ABC' || (message ?? '') === problem.message),
  )
}

/** What is asked, and of whom: “当申报类型为“直接（ABC类）申报”时，须满足：单位性质为“非公企业”。” */
export function requirementText({ when, must }: Requirement, names: ConditionNames): Text {
  const asked = conditionsText(when, names)
  const needed = must.map((condition) => conditionText(condition, names))
  return {
    zh: `${asked.zh}，须满足：${needed.map(({ zh }) => zh).join('，且')}。`,
    en: `${asked.en}: ${needed.map(({ en }) => en).join(' and ')}.`,
  }
}

/** `type` where another kind of application is the way out, or where nothing in the archive is asked for. */
export function placeOfRequirement({ when, must }: Requirement): 'type' | Part {
  if (when.some(({ on }) => on === 'type')) return 'type'
  for (const condition of must.flatMap((one) => (one.on === 'any' ? one.of : [one]))) {
    if (condition.on === 'profile' || condition.on === 'holds-title') return 'profile'
    if (condition.on === 'entry' || condition.on === 'entry-before') return condition.section
  }
  return 'type'
}
