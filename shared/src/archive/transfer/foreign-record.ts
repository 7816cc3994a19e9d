/**
 * A publication as another program describes it, before it is an entry of a section. Each format is brought to this one shape.
 *
 * Always true: nothing is judged or shortened here; text is as the file had it, without surrounding blanks, and empty is null.
 */

import type { Text } from '../label.ts'

export type WorkKind =
  | 'article'
  | 'conference'
  | 'newspaper'
  | 'book'
  | 'translation'
  | 'chapter'
  | 'patent'
  | 'software'
  | 'standard'
  | 'thesis'
  | 'other'

export interface ForeignRecord {
  readonly kind: WorkKind
  /** What the file calls it: shown when there is no section for it. */
  readonly kindName: string
  readonly title: string | null
  /** Journal, proceedings, or the book a chapter is in. */
  readonly container: string | null
  readonly publisher: string | null
  /** In their order. */
  readonly authors: readonly string[]
  /** Six digits YYYYMM, four of a year when the month is not told, else as written. */
  readonly published: string | null
  readonly doi: string | null
  /** ISBN, ISSN, patent, application and document numbers, in the order of the file. */
  readonly numbers: readonly string[]
  readonly abstract: string | null
}

/** Why a row of a file did not become an entry. */
export type RowRefusal =
  /** Not a record of the format; `text` is how it begins. */
  | { readonly kind: 'row-unreadable'; readonly text: string }
  | { readonly kind: 'row-without-title' }
  /** The archive has no section for this kind. */
  | { readonly kind: 'row-without-section'; readonly name: string; readonly title: string }
  /** Longer than an archive takes in at once. */
  | {
      readonly kind: 'row-too-long'
      readonly field: string
      readonly label: Text
      readonly chars: number
      readonly maxChars: number
    }

/** A record, or why there is none. Rows count from 1 in the order of the file. */
export type ForeignRow =
  | { readonly row: number; readonly record: ForeignRecord }
  | { readonly row: number; readonly refusal: RowRefusal }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The first of the dates that names a month, as YYYYMM; else the first that names a year; else the first as written. */
export function publishedFrom(dates: readonly (string | null)[]): string | null {
  const written = dates.flatMap((date) => (date?.trim() ? [date.trim()] : []))
  for (const form of [monthIn, yearIn]) {
    for (const date of written) {
      const found = form(date)
      if (found !== null) return found
    }
  }
  return written[0] ?? null
}

function monthIn(date: string): string | null {
  const numbers = /(?<!\d)((?:19|20)\d{2})\s*[-/.年]\s*(1[0-2]|0?[1-9])(?!\d)/.exec(date)
  if (numbers?.[1] && numbers[2]) return numbers[1] + numbers[2].padStart(2, '0')
  const compact = /^((?:19|20)\d{2})(0[1-9]|1[0-2])(?:\d{2})?$/.exec(date)
  if (compact?.[1] && compact[2]) return compact[1] + compact[2]
  const year = yearIn(date)
  const name = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i.exec(date)?.[1]?.toLowerCase()
  return year && name ? year + String(MONTHS.indexOf(name) + 1).padStart(2, '0') : null
}

function yearIn(date: string): string | null {
  return /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(date)?.[0] ?? null
}
