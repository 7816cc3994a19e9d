/**
 * What a person typed or pasted, brought to the one spelling that a document holds. Idempotent, and never a judgement: what cannot be
 * understood stays as written, so that the rule which refuses it can show it.
 */
import { canonicalCode } from '../kernel/canonical.ts'
import type { Field, FieldType } from './field.ts'
import { canonicalValue } from './revision.ts'

/** @returns null for empty */
export function normaliseInput(field: Field, raw: string | null): string | null {
  const value = canonicalValue(field, raw)
  if (value === null) return null
  const text = inOneSpelling(field.type, value)
  return text === '' ? null : text
}

function inOneSpelling(type: FieldType, value: string): string {
  switch (type.kind) {
    case 'text':
      return value.replace(/\s+/g, ' ').trim()
    case 'prose':
      return value.replace(/[^\S\n]+$/gm, '').trim()
    case 'code':
      return codeInOneSpelling(type.pattern, value)
    case 'month':
      return monthOf(value)
    case 'date':
      return dayOf(value)
    case 'year':
      return value.replace(/\s*年$/, '')
    case 'integer':
    case 'decimal':
      return value.replace(/(?<=\d)[,\s](?=\d{3}(?!\d))/g, '')
    case 'choice':
      // The value has been brought to ASCII where it could be (（） to ()), so the labels are compared in that form.
      return (
        type.options.find((o) => canonicalCode(o.label.zh) === value || canonicalCode(o.label.en) === value)?.code ??
        value
      )
    case 'yes-no':
      return YES_NO.get(value.toLowerCase()) ?? value
  }
}

const YES_NO: ReadonlyMap<string, string> = new Map([
  ['是', 'yes'],
  ['否', 'no'],
  ['yes', 'yes'],
  ['no', 'no'],
])

// Hyphens of every length that a sheet or a web page may bring along.
const DASHES = /[\u2010-\u2015\u2212\u30fc]/g

function codeInOneSpelling(pattern: (FieldType & { kind: 'code' })['pattern'], value: string): string {
  switch (pattern) {
    case 'id-number':
    case 'patent-number':
      return value.replace(/\s/g, '').toUpperCase()
    case 'mobile':
      return value
        .replace(DASHES, '-')
        .replace(/^(?:\+|00)86/, '')
        .replace(/[\s-]/g, '')
    case 'isbn':
      return value
        .replace(/^ISBN(?:-1[03])?[:\s]*/i, '')
        .replace(DASHES, '-')
        .replace(/\s+/g, '-')
        .toUpperCase()
    default:
      return value.replace(/\s+/g, ' ')
  }
}

/** 2008-08, 2008.8, 2008/8, 2008年8月 → 200808. */
function monthOf(value: string): string {
  const parts = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*月?$/.exec(value)
  return parts?.[1] && parts[2] ? parts[1] + parts[2].padStart(2, '0') : value
}

/** 20080805, 2008.8.5, 2008年8月5日 → 2008-08-05. */
function dayOf(value: string): string {
  const parts =
    /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/.exec(value) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(value)
  return parts?.[1] && parts[2] && parts[3]
    ? `${parts[1]}-${parts[2].padStart(2, '0')}-${parts[3].padStart(2, '0')}`
    : value
}
