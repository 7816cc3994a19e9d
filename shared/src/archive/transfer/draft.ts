/** An entry that is offered to the archive and not in it: from a bibliography, a sheet or an archive's file. */
import type { Field } from '../field.ts'
import { normaliseInput } from '../field-input.ts'
import type { FieldValues } from '../item.ts'
import { fieldsOf } from '../revision.ts'
import type { SectionKey } from '../section.ts'
import type { ForeignRecord, ForeignRow, RowRefusal } from './foreign-record.ts'

export interface Draft {
  readonly part: SectionKey
  /** Every field of the section, null where empty. */
  readonly fields: FieldValues
  /** What it is known by elsewhere and no field holds, such as `doi:10.1000/1`. */
  readonly identifiers: readonly string[]
}

/** A row of a file: the entry it would be, or why it is none. Rows count from 1. */
export type DraftRow =
  | { readonly row: number; readonly draft: Draft }
  | { readonly row: number; readonly refusal: RowRefusal }

/**
 * More characters than any field takes, few enough to be shown and put right; what is longer is a mistake of the file, and would only
 * burden the document for ever.
 */
export const MOST_CHARS = 20_000

/** All fields of a section in their one spelling; refused where a value cannot be meant. */
export function draftOf(
  part: SectionKey,
  values: Readonly<Record<string, string | null | undefined>>,
  identifiers: readonly string[] = [],
): { readonly draft: Draft } | { readonly refusal: RowRefusal } {
  const fields: Record<string, string | null> = {}
  for (const field of fieldsOf(part)) {
    const value = values[field.name] ?? null
    if (value !== null && value.length > MOST_CHARS) {
      return {
        refusal: {
          kind: 'row-too-long',
          field: field.name,
          label: field.label,
          chars: value.length,
          maxChars: MOST_CHARS,
        },
      }
    }
    fields[field.name] = inField(field, value)
  }
  return { draft: { part, fields, identifiers } }
}

/** Normalising twice changes nothing, so what is offered is what will be kept. */
function inField(field: Field, value: string | null): string | null {
  return normaliseInput(field, value)
}

/** @param owner her name as the profile has it, to find her among the authors; null when it is not written */
export function draftsFrom(rows: readonly ForeignRow[], owner: string | null): readonly DraftRow[] {
  return rows.map((row): DraftRow => ('record' in row ? { row: row.row, ...draftFrom(row.record, owner) } : row))
}

function draftFrom(
  record: ForeignRecord,
  owner: string | null,
): { readonly draft: Draft } | { readonly refusal: RowRefusal } {
  if (record.title === null || record.title.trim() === '') return { refusal: { kind: 'row-without-title' } }
  const identifiers = [...doiIn(record)]
  const rank = rankOf(record.authors, owner)
  const count = record.authors.length > 0 ? String(record.authors.length) : null
  const people = record.authors.join('；') || null
  switch (record.kind) {
    case 'article':
    case 'conference':
    case 'newspaper': {
      const kinds = { article: 'journal', conference: 'conference', newspaper: 'other' } as const
      const values = {
        title: record.title,
        journal: record.container ?? record.publisher,
        paperType: kinds[record.kind],
        publishYm: record.published,
        rank,
        participantCount: count,
        abstract: record.abstract,
      }
      return draftOf('paper', values, identifiers)
    }
    case 'book':
    case 'translation':
    case 'chapter': {
      const values = {
        title: record.kind === 'chapter' && record.container ? `${record.container}（${record.title}）` : record.title,
        press: record.publisher,
        pressYm: record.published,
        bookType: record.kind === 'translation' ? 'translation' : null,
        isbn: record.numbers.find((number) => isbnIn(number) !== null) ?? null,
        authors: people,
        authorRank: rank,
      }
      return draftOf('book', values, identifiers)
    }
    case 'patent':
    case 'software': {
      const number = record.numbers.find((one) => /\d{8}|\d{4}SR\d/i.test(one)) ?? null
      const values = {
        patentNo: number,
        name: record.title,
        patentType: record.kind === 'software' ? 'software' : patentTypeOf(record),
        approvedYm: record.published,
        rank,
        participantCount: count,
        inventors: people,
        abstract: record.abstract,
        applicantName: record.publisher,
      }
      return draftOf('patent', values, identifiers)
    }
    case 'standard': {
      const values = {
        name: record.title,
        standardNo: record.numbers.find((one) => /[A-Za-z].*\d/.test(one)) ?? null,
        publishedYm: record.published,
        summary: record.abstract,
      }
      return draftOf('standard', values, identifiers)
    }
    case 'thesis':
    case 'other':
      return { refusal: { kind: 'row-without-section', name: record.kindName, title: record.title } }
  }
}

function rankOf(authors: readonly string[], owner: string | null): string | null {
  if (owner === null) return null
  const at = authors.findIndex((name) => name.replace(/[\s*]/g, '') === owner.replace(/\s/g, ''))
  return at === -1 ? null : String(at + 1)
}

function patentTypeOf({ kindName }: ForeignRecord): string | null {
  if (/发明|invention/i.test(kindName)) return 'invention'
  if (/实用|utility/i.test(kindName)) return 'utilityModel'
  return /外观|design/i.test(kindName) ? 'design' : null
}

function doiIn({ doi }: ForeignRecord): readonly string[] {
  const known = doi === null ? null : doiOf(doi)
  return known === null ? [] : [`doi:${known}`]
}

/** The DOI in a text that may carry `doi:` or an address before it; lower case, since DOIs ignore case. */
export function doiOf(text: string): string | null {
  return (
    /\b10\.\d{4,9}\/[^\s"<>]+/
      .exec(text.slice(0, 500))?.[0]
      .replace(/[.,;)\]]+$/, '')
      .toLowerCase() ?? null
  )
}

/** Thirteen digits whatever the form it was written in; null when it is no ISBN by its length. */
export function isbnIn(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replace(/^\s*ISBN(?:-1[03])?[:\s]*/i, '')
    .replace(/[^\dXx]/g, '')
    .toUpperCase()
  if (/^97[89]\d{10}$/.test(digits)) return digits
  if (!/^\d{9}[\dX]$/.test(digits)) return null
  const body = `978${digits.slice(0, 9)}`
  const sum = [...body].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0)
  return body + String((10 - (sum % 10)) % 10)
}
