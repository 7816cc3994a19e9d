/**
 * Comma separated files: a section's sheet saved as CSV, whatever the separator, or Zotero's list. By a library that knows the ways of
 * quoting; its code is fetched when a file needs it.
 *
 * Always true: every line that holds anything is one row; one whose quotes do not close is a refusal that shows how it begins.
 */
import { type DraftRow, draftsFrom } from '@yejibu/shared/archive/transfer/draft'
import { type ForeignRow, publishedFrom } from '@yejibu/shared/archive/transfer/foreign-record'
import { kindNamed } from '@yejibu/shared/archive/transfer/from-tagged'
import { readSheets } from '@yejibu/shared/archive/transfer/section-sheet'
import { parse } from 'papaparse'

export interface ReadCsv {
  readonly rows: readonly DraftRow[]
  readonly ignored: readonly string[]
}

/**
 * @param name of the file, without its ending: often the section's
 * @param owner her name as the profile has it
 * @returns null when the first line is not the headings of a section, nor of Zotero
 */
export function readCsv(text: string, name: string, owner: string | null): ReadCsv | null {
  const { data, errors } = parse<readonly string[]>(text, { skipEmptyLines: 'greedy' })
  const broken = new Set(errors.flatMap(({ type, row }) => (type === 'Quotes' && row !== undefined ? [row] : [])))
  if (broken.has(0)) return null
  const unreadable = [...broken].map((row) => (data[row] ?? []).join(',').trim().slice(0, 80))
  const cells = data.filter((_, row) => !broken.has(row))
  const read = zoteroRows(cells, owner) ?? sectionRows(cells, name)
  if (read === null) return null
  const refused = unreadable.map(
    (begins, at): DraftRow => ({ row: read.rows.length + at + 1, refusal: { kind: 'row-unreadable', text: begins } }),
  )
  return { rows: [...read.rows, ...refused], ignored: read.ignored }
}

function sectionRows(cells: readonly (readonly string[])[], name: string): ReadCsv | null {
  const rows = cells.map((row) => row.map((cell) => (cell === '' ? null : cell)))
  const read = readSheets([{ name, rows }])
  if (read.ignoredSheets.length > 0) return null
  return { rows: read.rows, ignored: read.ignoredColumns }
}

/** Zotero's headings are English in every language. */
function zoteroRows([headings = [], ...lines]: readonly (readonly string[])[], owner: string | null): ReadCsv | null {
  const names = headings.map((heading) => heading.replace(/^\uFEFF/, '').trim())
  if (!['Item Type', 'Title', 'Author', 'Publication Year'].every((name) => names.includes(name))) return null
  const records = lines.map((line, at): ForeignRow => {
    const one = (...wanted: readonly string[]): string | null =>
      wanted.flatMap((name) => line[names.indexOf(name)]?.trim() || [])[0] ?? null
    const kindName = one('Item Type') ?? ''
    return {
      row: at + 1,
      record: {
        // journalArticle, bookSection, conferencePaper
        kind: kindNamed(kindName.replace(/([a-z])([A-Z])/g, '$1 $2')),
        kindName,
        title: one('Title'),
        container: one('Publication Title', 'Conference Name', 'Series'),
        publisher: one('Publisher'),
        authors: (one('Author') ?? '').split(/[;；]/).flatMap((author) => nameOf(author.trim())),
        published: publishedFrom([one('Date'), one('Publication Year')]),
        doi: one('DOI'),
        numbers: ['ISBN', 'ISSN', 'Number'].flatMap((name) => one(name) ?? []),
        abstract: one('Abstract Note'),
      },
    }
  })
  return { rows: draftsFrom(records, owner), ignored: [] }
}

/** 张, 三 → 张三; Zhang, San → San Zhang. */
function nameOf(author: string): readonly string[] {
  if (author === '') return []
  const [last = '', first = ''] = author.split(/\s*,\s*/)
  if (first === '') return [last]
  return [/\p{Script=Han}/u.test(last) ? last + first : `${first} ${last}`]
}
