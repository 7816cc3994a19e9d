/** A plan's condition as a sentence, in the words of the archive's own forms: 当申报类型为“转评”，且用工性质为“事业在编”时. */
import type { Field } from '../archive/field.ts'
import type { Text } from '../archive/label.ts'
import { PROFILE } from '../archive/profile.ts'
import { sectionByKey } from '../archive/sections.ts'
import type { Condition } from './condition.ts'
import type { Plan } from './plan.ts'

export type ConditionNames = Pick<Plan, 'applicationTypes'>

/** An empty list holds for everybody. */
export function conditionsText(conditions: readonly Condition[], names: ConditionNames): Text {
  if (conditions.length === 0) return { zh: '所有申报人', en: 'everybody' }
  const all = conditions.map((condition) => conditionText(condition, names))
  return { zh: `当${all.map(({ zh }) => zh).join('，且')}时`, en: `when ${all.map(({ en }) => en).join(' and ')}` }
}

export function conditionText(condition: Condition, names: ConditionNames): Text {
  switch (condition.on) {
    case 'type': {
      const types = condition.isOneOf.map(
        (code) => names.applicationTypes.find((type) => type.code === code)?.name ?? code,
      )
      return { zh: `申报类型为${quoted(types)}`, en: `the kind of application is ${either(types)}` }
    }
    case 'holds-title':
      return { zh: '现有专业技术职务任职资格', en: 'a title is held now' }
    case 'profile': {
      const field = PROFILE.fields.find(({ name }) => name === condition.field)
      const values = condition.isOneOf.map((value) => valueText(field, value))
      return {
        zh: `${field?.label.zh ?? condition.field}为${quoted(values.map(({ zh }) => zh))}`,
        en: `${field?.label.en ?? condition.field} is ${either(values.map(({ en }) => en))}`,
      }
    }
    case 'entry': {
      const section = sectionByKey(condition.section)
      const field = section.fields.find(({ name }) => name === condition.field)
      const values = condition.isOneOf.map((value) => valueText(field, value))
      return {
        zh: `有${section.label.zh}的${field?.label.zh ?? condition.field}为${quoted(values.map(({ zh }) => zh))}`,
        en: `an entry of ${section.label.en} has ${either(values.map(({ en }) => en))} as ${field?.label.en ?? condition.field}`,
      }
    }
    case 'entry-before': {
      const section = sectionByKey(condition.section)
      const field = section.fields.find(({ name }) => name === condition.field)
      return {
        zh: `有${section.label.zh}的${field?.label.zh ?? condition.field}早于${condition.before}`,
        en: `an entry of ${section.label.en} has ${field?.label.en ?? condition.field} before ${condition.before}`,
      }
    }
    case 'any': {
      const any = condition.of.map((one) => conditionText(one, names))
      return { zh: `（${any.map(({ zh }) => zh).join('，或')}）`, en: `(${any.map(({ en }) => en).join(' or ')})` }
    }
  }
}

/** A code of the archive as its form names it. */
export function valueText(field: Field | undefined, value: string): Text {
  if (value === '') return { zh: '未填写', en: 'not filled in' }
  if (field?.type.kind === 'yes-no') return value === 'yes' ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  const options = field?.type.kind === 'choice' ? field.type.options : []
  return options.find(({ code }) => code === value)?.label ?? { zh: value, en: value }
}

function quoted(names: readonly string[]): string {
  return names.length === 0 ? '“”' : names.map((name) => `“${name}”`).join('或')
}

function either(names: readonly string[]): string {
  return names.length === 0 ? '“”' : names.map((name) => `“${name}”`).join(' or ')
}
