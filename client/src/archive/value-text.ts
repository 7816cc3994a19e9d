/** A field's value as a person reads it: labels instead of codes, a month with its words. Never what is stored. */
import type { Field } from '@yejibu/shared/archive/field'
import type { Text } from '@yejibu/shared/archive/label'
import { parseYearMonth } from '@yejibu/shared/kernel/year-month'

const NOTHING: Text = { zh: '（空）', en: '(empty)' }
const UP_TO_NOW: Text = { zh: '至今', en: 'present' }
const YES: Text = { zh: '是', en: 'Yes' }
const NO: Text = { zh: '否', en: 'No' }

/** @returns what is unreadable as it was written, so that its owner can see and mend it */
export function valueText(field: Field, value: string | null): Text {
  const { type } = field
  if (value === null) return type.kind === 'month' && type.openEnded ? UP_TO_NOW : NOTHING
  switch (type.kind) {
    case 'choice':
      return type.options.find(({ code }) => code === value)?.label ?? same(value)
    case 'yes-no':
      return value === 'yes' ? YES : value === 'no' ? NO : same(value)
    case 'month':
      return monthText(value)
    case 'decimal':
      return type.unit ? { zh: `${value}${type.unit.zh}`, en: `${value} × ${type.unit.en}` } : same(value)
    case 'text':
    case 'prose':
    case 'code':
    case 'date':
    case 'year':
    case 'integer':
      return same(value)
  }
}

/** `202206` as 2022年6月; four digits of a year as 2022年; anything else as written. */
export function monthText(value: string): Text {
  const month = parseYearMonth(value)
  if (!month) return same(value)
  return { zh: `${month.slice(0, 4)}年${Number(month.slice(4))}月`, en: `${month.slice(0, 4)}-${month.slice(4)}` }
}

function same(value: string): Text {
  return { zh: value, en: value }
}
