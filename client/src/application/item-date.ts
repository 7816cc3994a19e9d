/** When an entry was achieved, as a person reads it; what has no end yet lasts until today. */
import type { Field } from '@yejibu/shared/archive/field'
import type { Text } from '@yejibu/shared/archive/label'
import type { RevisionContent } from '@yejibu/shared/archive/revision'
import type { SectionKey } from '@yejibu/shared/archive/section'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import { dateKeyOf, dateOf } from '../archive/item-line.ts'
import { valueText } from '../archive/value-text.ts'

/** Null where the time is not written. */
export function itemDate(content: Pick<RevisionContent, 'part' | 'fields'>): Text | null {
  const written = dateOf(content)
  if (written || content.part === 'profile') return written
  const field = dateFieldOf(content.part)
  return isOpenEnded(field) ? valueText(field, null) : null
}

/** What entries of one section are sorted by: what lasts until today is newer than any month, what has no time is older. */
export function itemDateKey(content: Pick<RevisionContent, 'part' | 'fields'>): string {
  const key = dateKeyOf(content)
  if (key !== '' || content.part === 'profile') return key
  return isOpenEnded(dateFieldOf(content.part)) ? '999999' : ''
}

function dateFieldOf(section: SectionKey): Field | undefined {
  const { fields, dateField } = sectionByKey(section)
  return fields.find(({ name }) => name === dateField)
}

function isOpenEnded(field: Field | undefined): field is Field {
  return field?.type.kind === 'month' && field.type.openEnded === true
}
