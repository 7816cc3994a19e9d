/**
 * What the shape of a plan cannot say: codes that are used twice, and names of types, fields and tables that nothing answers to. A plan with
 * such a fault would ask for something that nobody can have, so it is not published.
 */
import { PROFILE } from '../archive/profile.ts'
import { sectionByKey } from '../archive/sections.ts'
import type { Condition } from './condition.ts'
import { type MandateFault, mandateFault } from './mandate-fault.ts'
import type { Plan } from './plan.ts'
import { indicatorsOf, rowsOf } from './score-table.ts'

export type PlanFaultRule =
  | 'code-twice'
  | 'unknown-type'
  | 'unknown-field'
  | 'unknown-table'
  | 'no-self-evaluation'
  | 'no-message'
  | 'bounds-reversed'
  /** A letter (评审委托书) that a chain asks for and that nobody on it could issue in time. */
  | 'unknown-chain'
  | MandateFault

export interface PlanFault {
  readonly path: readonly (string | number)[]
  readonly rule: PlanFaultRule
}

type Path = readonly (string | number)[]

export function planFaults(plan: Plan): readonly PlanFault[] {
  const types = new Set(plan.applicationTypes.map((type) => type.code))
  const conditions = (list: readonly Condition[], path: Path): PlanFault[] =>
    list.flatMap((condition, index) => conditionFaults(condition, [...path, index], types))
  return [
    ...codesTwice(plan),
    ...plan.attachmentSlots.flatMap((slot, i) => conditions(slot.requiredWhen, ['attachmentSlots', i, 'requiredWhen'])),
    ...(plan.questions ?? []).flatMap((question, i): PlanFault[] => [
      ...conditions(question.askedWhen, ['questions', i, 'askedWhen']),
      ...(question.mustEqualProfile === null
        ? []
        : field(profileFields(), question.mustEqualProfile, ['questions', i, 'mustEqualProfile'])),
    ]),
    ...(plan.requirements ?? []).flatMap(({ when, must, rule, message }, i): PlanFault[] => [
      ...conditions(when, ['requirements', i, 'when']),
      ...conditions(must, ['requirements', i, 'must']),
      ...(rule === 'V-REQUIREMENT' && message === null
        ? [{ path: ['requirements', i, 'message'], rule: 'no-message' as const }]
        : []),
    ]),
    ...conditions(plan.recommenders?.askedWhen ?? [], ['recommenders', 'askedWhen']),
    ...(plan.titleRule?.appliesTo ?? []).flatMap((type, i): PlanFault[] =>
      types.has(type) ? [] : [{ path: ['titleRule', 'appliesTo', i], rule: 'unknown-type' }],
    ),
    ...tableFaults(plan),
    ...mandateFaults(plan),
    ...(plan.photo.minRatio > plan.photo.maxRatio
      ? [{ path: ['photo', 'minRatio'], rule: 'bounds-reversed' as const }]
      : []),
  ]
}

function codesTwice(plan: Plan): PlanFault[] {
  const table = plan.selfEvaluation?.table
  const lists: readonly (readonly [Path, readonly { readonly code: string }[]])[] = [
    [['categories'], plan.categories],
    [['applicationTypes'], plan.applicationTypes],
    ...plan.applicationTypes.map((type, i) => [['applicationTypes', i, 'ticks'], type.ticks] as const),
    [['attachmentSlots'], plan.attachmentSlots],
    [['questions'], plan.questions ?? []],
    [['requirements'], plan.requirements ?? []],
    [['acceptancePoints'], plan.acceptancePoints],
    [['chains'], plan.chains],
    [['fees'], plan.fees],
    ...(table ? tableCodes(table) : []),
  ]
  return lists.flatMap(([path, list]) => {
    const seen = new Set<string>()
    return list.flatMap(({ code }, i): PlanFault[] => {
      const isTwice = seen.has(code)
      seen.add(code)
      return isTwice ? [{ path: [...path, i, 'code'], rule: 'code-twice' }] : []
    })
  })
}

function mandateFaults(plan: Plan): PlanFault[] {
  const codes = plan.chains.map(({ code }) => code)
  const unknown = (plan.mandate?.chains ?? []).flatMap((code, i): PlanFault[] =>
    codes.includes(code) ? [] : [{ path: ['mandate', 'chains', i], rule: 'unknown-chain' }],
  )
  const faults = plan.chains.flatMap(({ code }, i): PlanFault[] => {
    const rule = mandateFault(plan, code)
    return rule ? [{ path: ['chains', i, 'stages'], rule }] : []
  })
  return [...unknown, ...faults]
}

type Table = NonNullable<NonNullable<Plan['selfEvaluation']>['table']>

function tableCodes(table: Table): readonly (readonly [Path, readonly { readonly code: string }[]])[] {
  const path: Path = ['selfEvaluation', 'table']
  return [
    [[...path, 'controls'], table.controls],
    [[...path, 'groups'], table.groups],
    ...table.groups.flatMap((group, g) =>
      group.indicators.map((of, i) => [[...path, 'groups', g, 'indicators', i, 'rows'], rowsOf(of)] as const),
    ),
    ...table.groups.map((group, g) => [[...path, 'groups', g, 'indicators'], group.indicators] as const),
  ]
}

function tableFaults(plan: Plan): PlanFault[] {
  const { selfEvaluation } = plan
  if (!selfEvaluation) {
    return plan.applicationTypes.flatMap((type, i): PlanFault[] =>
      type.selfEvaluates ? [{ path: ['applicationTypes', i, 'selfEvaluates'], rule: 'no-self-evaluation' }] : [],
    )
  }
  const { table, tableId } = selfEvaluation
  if (!table) return []
  const path: Path = ['selfEvaluation', 'table', 'groups']
  // One code in two groups of a table would be one claim for both.
  const seen = new Map<string, number>()
  for (const { code } of indicatorsOf(table)) seen.set(code, (seen.get(code) ?? 0) + 1)
  return [
    ...(table.id === tableId ? [] : [{ path: ['selfEvaluation', 'tableId'], rule: 'unknown-table' as const }]),
    ...table.groups.flatMap((group, g) =>
      group.indicators.flatMap((of, i): PlanFault[] => [
        ...(of.scoreKind === 'range' && of.min > of.max
          ? [{ path: [...path, g, 'indicators', i, 'min'], rule: 'bounds-reversed' as const }]
          : []),
        ...((seen.get(of.code) ?? 0) > 1 && group.indicators.filter(({ code }) => code === of.code).length === 1
          ? [{ path: [...path, g, 'indicators', i, 'code'], rule: 'code-twice' as const }]
          : []),
      ]),
    ),
  ]
}

function conditionFaults(condition: Condition, path: Path, types: ReadonlySet<string>): PlanFault[] {
  switch (condition.on) {
    case 'any':
      return condition.of.flatMap((one, i) => conditionFaults(one, [...path, 'of', i], types))
    case 'type':
      return condition.isOneOf.every((type) => types.has(type))
        ? []
        : [{ path: [...path, 'isOneOf'], rule: 'unknown-type' }]
    case 'profile':
      return field(profileFields(), condition.field, [...path, 'field'])
    case 'holds-title':
      return []
    case 'entry':
    case 'entry-before':
      return field(
        sectionByKey(condition.section).fields.map(({ name }) => name),
        condition.field,
        [...path, 'field'],
      )
  }
}

function field(names: readonly string[], name: string, path: Path): PlanFault[] {
  return names.includes(name) ? [] : [{ path, rule: 'unknown-field' }]
}

function profileFields(): readonly string[] {
  return PROFILE.fields.map(({ name }) => name)
}
