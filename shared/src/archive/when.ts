/** Whether a condition of a section's rules holds for an item. */
import type { FieldValues } from './item.ts'
import type { When } from './section.ts'

/** @param fields the item's values; an empty or unreadable number is not greater than anything */
export function whenHolds(when: When, fields: FieldValues): boolean {
  const value = fields[when.field] ?? null
  if (value === null) return false
  return 'isOneOf' in when ? when.isOneOf.includes(value) : Number(value) > when.greaterThan
}
