/**
 * What changed from one content of an entry to another, field by field in the order of the form. Pure; used by the owner
 * (since the approval) and by a reviewer (since what was last approved).
 */
import type { Field } from '@yejibu/shared/archive/field'
import type { FieldValues, Part } from '@yejibu/shared/archive/item'
import { fieldsOf, type RevisionEvidence } from '@yejibu/shared/archive/revision'

export interface Content {
  readonly part: Part
  readonly fields: FieldValues
  readonly evidence: readonly RevisionEvidence[]
}

export interface FieldDifference {
  readonly field: Field
  readonly before: string | null
  readonly after: string | null
}

export interface Difference {
  readonly fields: readonly FieldDifference[]
  readonly added: readonly RevisionEvidence[]
  readonly removed: readonly RevisionEvidence[]
  /** The same files in another order or under another kind: a digest sees that too. */
  readonly isEvidenceRearranged: boolean
}

export function differenceOf(before: Content, after: Content): Difference {
  const fields = fieldsOf(after.part).flatMap((field): FieldDifference[] => {
    const [was, is] = [before.fields[field.name] ?? null, after.fields[field.name] ?? null]
    return was === is ? [] : [{ field, before: was, after: is }]
  })
  const lacks = (list: readonly RevisionEvidence[]) => (one: RevisionEvidence) =>
    !list.some(({ sha256 }) => sha256 === one.sha256)
  const added = after.evidence.filter(lacks(before.evidence))
  const removed = before.evidence.filter(lacks(after.evidence))
  const isSameList =
    before.evidence.length === after.evidence.length &&
    before.evidence.every(({ sha256, kind }, at) => {
      const other = after.evidence[at]
      return other?.sha256 === sha256 && other.kind === kind
    })
  const isEvidenceRearranged = added.length === 0 && removed.length === 0 && !isSameList
  return { fields, added, removed, isEvidenceRearranged }
}

export function isSame({ fields, added, removed, isEvidenceRearranged }: Difference): boolean {
  return fields.length + added.length + removed.length === 0 && !isEvidenceRearranged
}
