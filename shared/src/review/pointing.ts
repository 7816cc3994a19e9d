/** What a "no" may point at: the fields of the revision it rules on, and its evidence as a whole. */
import { EVIDENCE_FIELD, fieldsOf, type RevisionContent } from '../archive/revision.ts'

export interface Pointing {
  /** In the order of the form, each once, the evidence last. */
  readonly known: readonly string[]
  readonly unknown: readonly string[]
}

export function pointingAt(content: RevisionContent, fields: readonly string[]): Pointing {
  const there = placesIn(content)
  return {
    known: there.filter((name) => fields.includes(name)),
    unknown: fields.filter((name) => !there.includes(name)),
  }
}

/** Everything in a revision that can be pointed at. A profile has no files. */
export function placesIn(content: RevisionContent): readonly string[] {
  const fields = fieldsOf(content.part).flatMap(({ name }) => (Object.hasOwn(content.fields, name) ? name : []))
  return content.part === 'profile' ? fields : [...fields, EVIDENCE_FIELD]
}
