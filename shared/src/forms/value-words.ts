/** How values are written on Chinese forms: months as 2019.07, codes by their names, nothing for what is empty. */
import type { Field } from '../archive/field.ts'
import type { FieldValues, Part } from '../archive/item.ts'
import { PROFILE } from '../archive/profile.ts'
import { sectionByKey } from '../archive/sections.ts'
import { dayInShanghai } from '../kernel/working-days.ts'
import { parseYearMonth } from '../kernel/year-month.ts'

/** A field's value in words; what is not understood as it was written. */
export function wordsFor(part: Part, fields: FieldValues, name: string): string {
  const field = fieldsOf(part).find((one) => one.name === name)
  const value = fields[name]
  return field && value ? inWords(field, value) : (value ?? '')
}

function fieldsOf(part: Part): readonly Field[] {
  return part === 'profile' ? PROFILE.fields : sectionByKey(part).fields
}

function inWords({ type }: Field, value: string): string {
  switch (type.kind) {
    case 'choice':
      return type.options.find(({ code }) => code === value)?.label.zh ?? value
    case 'yes-no':
      return value === 'yes' ? '是' : value === 'no' ? '否' : value
    case 'month':
      return dottedMonth(value)
    case 'date':
      return dayInWords(value)
    case 'decimal':
      return type.unit ? `${value}${type.unit.zh}` : value
    default:
      return value
  }
}

/** `201907` as 2019.07. */
export function dottedMonth(value: string | null | undefined): string {
  const month = parseYearMonth(value)
  return month ? `${month.slice(0, 4)}.${month.slice(4)}` : (value ?? '')
}

/** `2022-09-28` as 2022年9月28日. */
export function dayInWords(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  return parts ? `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日` : day
}

/** An instant as the day on which it was in China. */
export function dayOfMoment(iso: string | undefined): string {
  const at = new Date(iso ?? '')
  return Number.isNaN(at.getTime()) ? '' : dayInWords(dayInShanghai(at))
}

/** From–to; an empty end is 至今. */
export function period(fields: FieldValues): string {
  const begin = dottedMonth(fields.beginYm)
  if (begin === '') return dottedMonth(fields.endYm)
  return `${begin}—${fields.endYm ? dottedMonth(fields.endYm) : '至今'}`
}

/** 第 2 / 共 5 人. */
export function rankOf(rank: string | null | undefined, people: string | null | undefined): string {
  if (!rank) return ''
  return people ? `${rank}/${people}` : rank
}

/** Decimal digits summed without rounding, at most one place. */
export function sumOfHours(values: readonly (string | null | undefined)[]): string {
  const tenths = values.reduce((sum, value) => {
    const parts = /^(\d{1,6})(?:\.(\d))?$/.exec(value ?? '')
    return parts ? sum + Number(parts[1]) * 10 + Number(parts[2] ?? '0') : sum
  }, 0)
  return tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)}.${tenths % 10}`
}
