/** A step as a form: what is filled in for it, and the command that comes of that. */
import type { CaseCommand, CaseCommandOf, CaseRefusal } from '@yejibu/shared/case/case-commands'
import { type FieldName, type StepField, textOf, type Values } from './office-fields.ts'

/** Steps that are filled in on the page of one case; rosters are put together for many at once. */
export type StepKind =
  | 'pass-stage'
  | 'determine-title'
  | 'return-from-stage'
  | 'reject-at-stage'
  | 'recommend-case'
  | 'issue-mandate'
  | 'post-list'
  | 'record-objection'
  | 'dismiss-objection'
  | 'uphold-objection'
  | 'confirm-payment'
  | 'reopen-fee'
  | 'refund-payment'
  | 'deliver-form'
  | 'call-to-interview'
  | 'record-interview'
  | 'record-vote'
  | 'submit-upward'
  | 'open-result-notice'
  | 'announce-result'
  | 'issue-certificate'
  | 'void-application'
  | 'give-view'
  | 'recuse'

export type StepCommand = Extract<CaseCommand, { kind: StepKind }>

export interface OfficeStep {
  /** One of its kind, or one per payment or objection. */
  readonly key: string
  readonly kind: StepKind
  readonly fields: readonly StepField[]
  /** What it is about, where there may be several: an order, an objection's words. */
  readonly about: string | null
  /** What the fields hold before anybody typed. */
  readonly initial?: Values
  /** Done once; possible again, but nothing that anybody waits for. */
  readonly isAside?: boolean
  /** Why not yet; null when it may be taken. */
  readonly whyNot: CaseRefusal | null
  /** What is asked, once the fields are filled. */
  command(values: Values, now: Date): StepCommand
}

export type StepDraft = Omit<OfficeStep, 'whyNot'>

export function step<Kind extends StepKind>(
  kind: Kind,
  fields: readonly StepField[],
  body: (values: Values, now: Date) => Omit<CaseCommandOf<Kind>, 'kind'>,
): StepDraft {
  return {
    key: kind,
    kind,
    fields,
    about: null,
    // The body is that of its kind: what `Omit` took away is put back.
    command: (values, now) => ({ kind, ...body(values, now) }) as CaseCommandOf<Kind> & StepCommand,
  }
}

export function words(name: FieldName): StepField {
  return { kind: 'words', name }
}

export function choice(name: FieldName, options: readonly string[]): StepField {
  return { kind: 'choice', name, options }
}

export function count(name: FieldName, least: number, most: number): StepField {
  return { kind: 'count', name, least, most }
}

export function text(values: Values, name: string): string {
  return textOf(values, name).trim()
}

export function number(values: Values, name: string): number {
  return Number(textOf(values, name).trim() || '0')
}

/** Words that would do, to ask the rule whether the step itself could be taken. */
export function sampleOf(fields: readonly StepField[]): Values {
  const values: Record<string, string> = {}
  for (const field of fields) {
    switch (field.kind) {
      case 'words':
      case 'line':
        values[field.name] = '（试算）'
        break
      case 'count':
        values[field.name] = String(field.name === 'present' || field.name === 'for' ? field.most : field.least)
        break
      case 'day':
        values[field.name] = field.max ?? field.min ?? '2000-01-01'
        break
      case 'choice':
        values[field.name] = field.options[0] ?? ''
        break
      case 'checklist':
        for (const check of field.checks) values[`check/${check}`] = 'met'
        break
      case 'seals':
        for (const seal of field.seals) values[`seal/${seal}`] = 'yes'
        break
      case 'files':
        values[field.name] = '0'.repeat(64)
        break
    }
  }
  return values
}
