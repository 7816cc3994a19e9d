/** How an entry is called in an application. An assessment is called by its year and result, as it is written on the forms (V-ASSESS). */
import type { Text } from '@yejibu/shared/archive/label'
import { fieldsOf, type RevisionContent } from '@yejibu/shared/archive/revision'
import { titleOf } from '../archive/item-line.ts'
import { valueText } from '../archive/value-text.ts'

export function entryTitle(content: Pick<RevisionContent, 'part' | 'fields'>): Text {
  const title = titleOf(content)
  const result = content.fields.result ?? null
  const field = content.part === 'assessment' ? fieldsOf('assessment').find(({ name }) => name === 'result') : undefined
  if (!field || result === null) return title
  const text = valueText(field, result)
  return { zh: `${title.zh}${text.zh}`, en: `${title.en} ${text.en}` }
}
