/** What an officer or expert fills in for a step: the kinds of field, and what is missing in one. Values are plain text by the field's name, as forms keep them. */
import { isDay } from '@yejibu/shared/kernel/year-month'
import { isReason } from '@yejibu/shared/review/reason'

export type Values = Readonly<Record<string, string>>

export type FieldName =
  | 'opinion'
  | 'reason'
  | 'method'
  | 'objector'
  | 'contact'
  | 'text'
  | 'channel'
  | 'receipt'
  | 'paidOn'
  | 'deadline'
  | 'copies'
  | 'on'
  | 'place'
  | 'result'
  | 'comment'
  | 'present'
  | 'for'
  | 'against'
  | 'abstain'
  | 'investigation'
  | 'answer'
  | 'number'
  | 'recommendation'
  | 'conformity'
  | 'evidence'
  | 'letterNumber'
  | 'committee'
  | 'grounds'
  | 'handler'
  | 'letterDay'

export type StepField =
  /** 2–500 characters. */
  | { readonly kind: 'words'; readonly name: FieldName }
  | { readonly kind: 'line'; readonly name: FieldName; readonly isOptional?: boolean }
  | { readonly kind: 'count'; readonly name: FieldName; readonly least: number; readonly most: number }
  | { readonly kind: 'day'; readonly name: FieldName; readonly min?: string; readonly max?: string }
  | { readonly kind: 'choice'; readonly name: FieldName; readonly options: readonly string[] }
  /** Each check is met or does not concern the person; kept under `check/<code>`. */
  | { readonly kind: 'checklist'; readonly checks: readonly string[] }
  /** Each seal is there; kept under `seal/<name>`. */
  | { readonly kind: 'seals'; readonly seals: readonly string[] }
  /** Hashes of files that were handed over, one a line, under its name. */
  | { readonly kind: 'files'; readonly name: FieldName }

export type FieldProblem = 'words' | 'line' | 'count' | 'day' | 'choice' | 'checklist' | 'seals' | 'files'

export function textOf(values: Values, name: string): string {
  return Object.hasOwn(values, name) ? (values[name] ?? '') : ''
}

export function problemOf(field: StepField, values: Values): FieldProblem | null {
  switch (field.kind) {
    case 'words':
      return isReason(textOf(values, field.name).trim()) ? null : 'words'
    case 'line':
      return field.isOptional || textOf(values, field.name).trim() !== '' ? null : 'line'
    case 'count': {
      const text = textOf(values, field.name).trim()
      const n = Number(text)
      return /^\d{1,6}$/.test(text) && n >= field.least && n <= field.most ? null : 'count'
    }
    case 'day': {
      const day = textOf(values, field.name)
      const isWithin = (!field.min || day >= field.min) && (!field.max || day <= field.max)
      return isDay(day) && isWithin ? null : 'day'
    }
    case 'choice':
      return field.options.includes(textOf(values, field.name)) ? null : 'choice'
    case 'checklist':
      return field.checks.every((check) => ['met', 'not-applicable'].includes(textOf(values, `check/${check}`)))
        ? null
        : 'checklist'
    case 'seals':
      return field.seals.every((seal) => textOf(values, `seal/${seal}`) === 'yes') ? null : 'seals'
    case 'files':
      return filesIn(values, field.name).length > 0 ? null : 'files'
  }
}

export function filesIn(values: Values, name: FieldName): readonly string[] {
  return textOf(values, name)
    .split('\n')
    .filter((hash) => hash !== '')
}
