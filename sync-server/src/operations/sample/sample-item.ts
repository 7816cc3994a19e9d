/**
 * How the sample office's archives are written down: one plain value per item, with choices as the Chinese words that the form
 * shows. `fieldsFor` turns the words into the stable codes of the section, so the sample cannot drift away from the field lists
 * unnoticed: a word that is no option any more is a defect, found by the first test.
 */
import type { FieldValues, Part } from '@yejibu/shared/archive/item'
import { fieldsOf } from '@yejibu/shared/archive/revision'
import type { EvidenceKind, SectionKey } from '@yejibu/shared/archive/section'

export interface SampleEvidence {
  readonly kind: EvidenceKind
  /** What the owner called the file; its ending says which kind of file is made. */
  readonly name: string
  /** A second line on the page, in letters every viewer has. */
  readonly latin: string
}

export type SampleReview =
  | { readonly kind: 'draft' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'approved'; readonly by: 'zhoumin' | 'wangxiao' }
  | { readonly kind: 'returned'; readonly by: 'zhoumin' | 'wangxiao'; readonly reason: string }

export interface SampleItem {
  readonly part: SectionKey
  readonly fields: Readonly<Record<string, string>>
  readonly evidence: readonly SampleEvidence[]
  readonly review: SampleReview
}

export const DRAFT: SampleReview = { kind: 'draft' }
export const WAITING: SampleReview = { kind: 'waiting' }
export const BY_LEAD: SampleReview = { kind: 'approved', by: 'zhoumin' }
export const BY_CLERK: SampleReview = { kind: 'approved', by: 'wangxiao' }

export function item(
  part: SectionKey,
  fields: Readonly<Record<string, string>>,
  evidence: readonly SampleEvidence[],
  review: SampleReview = BY_CLERK,
): SampleItem {
  return { part, fields, evidence, review }
}

export function proof(name: string, latin: string): SampleEvidence {
  return { kind: 'evidence', name, latin }
}

export function certificate(name: string, latin: string): SampleEvidence {
  return { kind: 'certificate', name, latin }
}

/** The employer's statement that the owner was a main contributor of a group achievement (G6). */
export function contributor(latin: string): SampleEvidence {
  return { kind: 'mainContributor', name: '主要完成人证明.pdf', latin }
}

/**
 * Field values with choices as codes and yes/no as `yes` and `no`.
 * @throws Error when a field or an option is unknown: the sample is then out of date
 */
export function fieldsFor(part: Part, words: Readonly<Record<string, string>>): FieldValues {
  const values: Record<string, string> = {}
  const fields = fieldsOf(part)
  for (const [name, word] of Object.entries(words)) {
    const field = fields.find((f) => f.name === name)
    if (!field) throw new Error(`sample: ${part} has no field ${name}`)
    if (field.type.kind === 'choice') {
      const option = field.type.options.find((o) => o.label.zh === word || o.code === word)
      if (!option) throw new Error(`sample: ${part}.${name} has no option ${word}`)
      values[name] = option.code
    } else if (field.type.kind === 'yes-no') {
      values[name] = word === '是' ? 'yes' : 'no'
    } else {
      values[name] = word
    }
  }
  return values
}
