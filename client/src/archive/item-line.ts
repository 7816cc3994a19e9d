/** How an entry is named and dated in a list. An entry without a title is still one that can be found and opened. */
import type { Item } from '@yejibu/shared/archive/item'
import type { Text } from '@yejibu/shared/archive/label'
import { PROFILE } from '@yejibu/shared/archive/profile'
import { fieldsOf } from '@yejibu/shared/archive/revision'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import { valueText } from './value-text.ts'

type Named = Pick<Item, 'part' | 'fields'>

const UNTITLED: Text = { zh: '（未填写名称）', en: '(no title yet)' }

export function titleOf(item: Named): Text {
  if (item.part === 'profile') return PROFILE.label
  return fieldText(item, sectionByKey(item.part).titleField) ?? UNTITLED
}

/** When it was achieved; null when that is not written. */
export function dateOf(item: Named): Text | null {
  return item.part === 'profile' ? null : fieldText(item, sectionByKey(item.part).dateField)
}

/** The raw value that entries of a section are sorted by, newest first; empty when unwritten. */
export function dateKeyOf(item: Named): string {
  return item.part === 'profile' ? '' : (item.fields[sectionByKey(item.part).dateField] ?? '')
}

/** Where an entry's page is. */
export function pathOf(item: Pick<Item, 'part' | 'id'>): string {
  return item.part === 'profile' ? '/archive/profile' : `/archive/${item.part}/${item.id}`
}

/** True when nothing was written and nothing attached. */
export function isBlank(item: Pick<Item, 'fields' | 'evidence'>): boolean {
  return item.evidence.length === 0 && Object.values(item.fields).every((value) => value === null)
}

function fieldText(item: Named, name: string): Text | null {
  const value = item.fields[name] ?? null
  const field = fieldsOf(item.part).find((one) => one.name === name)
  return value === null || !field ? null : valueText(field, value)
}
