/**
 * A section as a sheet: one column for each field, a row that says how to fill it in, then one row for each entry. The template and the
 * export are the same sheet, so what was exported can be brought in again.
 *
 * Always true: a column is known by its heading in either language or by the field's identifier, wherever it stands; every row that
 * holds anything is an entry or a refusal.
 */
import type { Field } from '../field.ts'
import type { Item } from '../item.ts'
import type { Section } from '../section.ts'
import { SECTIONS } from '../sections.ts'
import { type DraftRow, draftOf } from './draft.ts'
import { publishedFrom } from './foreign-record.ts'
import { fromCell, MOST_CELL_CHARS, toCell } from './sheet-text.ts'

export type Language = 'zh' | 'en'
export type Cell = string | number | boolean | Date | null

export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
}

/** Values that no cell can hold; they stand in the sheet with their beginning only, and are named. */
export interface CutValue {
  readonly entry: number
  readonly field: Field
  readonly chars: number
}

/** A row that begins with this is a note to the reader and no entry. */
const NOTE = { zh: '【填写说明】', en: '[How to fill in] ' } as const
const REQUIRED_MARK = ' *'
const OPEN_END = /^(?:至今|今|现在|present|now)$/i

/** As headings, notes and cells in one of the languages. */
export function sectionSheet(
  section: Section,
  entries: readonly Pick<Item, 'fields'>[],
  language: Language,
): { readonly sheet: Sheet; readonly cut: readonly CutValue[] } {
  const cut: CutValue[] = []
  const rows: Cell[][] = [
    section.fields.map((field) => field.label[language] + (field.required === true ? REQUIRED_MARK : '')),
    section.fields.map((field, at) => (at === 0 ? NOTE[language] : '') + howToFill(field, language)),
  ]
  entries.forEach(({ fields }, at) => {
    rows.push(
      section.fields.map((field) => {
        const text = shownIn(field, fields[field.name] ?? null, language)
        if (text.length <= MOST_CELL_CHARS) return text === '' ? null : toCell(text)
        cut.push({ entry: at + 1, field, chars: text.length })
        return toCell(wellCut(text))
      }),
    )
  })
  return { sheet: { name: sheetName(section, language), rows }, cut }
}

/** The lists that choices come from: one column for each field with a list. */
export function choicesSheet(section: Section, language: Language): Sheet {
  const lists = section.fields.flatMap((field) =>
    field.type.kind === 'choice' ? [[field.label[language], ...field.type.options.map((o) => o.label[language])]] : [],
  )
  const longest = Math.max(0, ...lists.map((list) => list.length))
  const rows = Array.from({ length: longest }, (_, row) => lists.map((list) => list[row] ?? null))
  return { name: CHOICES_NAME[language], rows }
}

const CHOICES_NAME = { zh: '选项', en: 'Choices' } as const

/** At most 31 characters without those that Excel forbids in the name of a sheet. */
export function sheetName(section: Section, language: Language): string {
  return section.label[language].replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)
}

export interface ReadSheets {
  readonly rows: readonly DraftRow[]
  /** Headings that are no field, as written; what stands under them stays out. */
  readonly ignoredColumns: readonly string[]
  /** Sheets that are no section. */
  readonly ignoredSheets: readonly string[]
}

export function readSheets(sheets: readonly Sheet[]): ReadSheets {
  const rows: DraftRow[] = []
  const ignoredColumns: string[] = []
  const ignoredSheets: string[] = []
  for (const sheet of sheets) {
    if (sheet.name === CHOICES_NAME.zh || sheet.name === CHOICES_NAME.en) continue
    const headings = (sheet.rows[0] ?? []).map(headingOf)
    const section = sectionOf(sheet.name, headings)
    if (!section) {
      if (sheet.rows.length > 0) ignoredSheets.push(sheet.name)
      continue
    }
    const columns = headings.map((heading) => section.fields.find((field) => isHeadingOf(field, heading)))
    ignoredColumns.push(...headings.filter((heading, at) => heading !== '' && !columns[at]))
    for (const [at, cells] of sheet.rows.entries()) {
      if (at === 0 || (at === 1 && isNote(cells)) || isBlank(cells, columns)) continue
      const values: Record<string, string | null> = {}
      for (const [column, field] of columns.entries()) {
        if (field) values[field.name] = valueIn(field, cells[column] ?? null)
      }
      rows.push({ row: rows.length + 1, ...draftOf(section.key, values) })
    }
  }
  return { rows, ignoredColumns, ignoredSheets }
}

function headingOf(cell: Cell): string {
  return cell === null
    ? ''
    : String(cell)
        .replace(/\s*[*＊]\s*$/, '')
        .trim()
}

function isHeadingOf(field: Field, heading: string): boolean {
  return heading === field.label.zh || heading === field.label.en || heading === field.name
}

/** By the sheet's name; else the section that most of the headings fit, when it is more than a chance. */
function sectionOf(name: string, headings: readonly string[]): Section | undefined {
  const fitting = (section: Section) => section.fields.filter((f) => headings.some((h) => isHeadingOf(f, h))).length
  const named = SECTIONS.find((section) => sheetName(section, 'zh') === name || sheetName(section, 'en') === name)
  if (named && fitting(named) > 0) return named
  const [best] = SECTIONS.map((section) => ({ section, fits: fitting(section) - section.fields.length / 100 })).sort(
    (a, b) => b.fits - a.fits,
  )
  return best && best.fits > 1 ? best.section : undefined
}

function isNote(cells: readonly Cell[]): boolean {
  const first = cells.find((cell) => cell !== null)
  return typeof first === 'string' && (first.startsWith(NOTE.zh) || first.startsWith(NOTE.en.trim()))
}

/** Also when only columns without a field are filled: there is nothing in it to bring in. */
function isBlank(cells: readonly Cell[], columns: readonly (Field | undefined)[]): boolean {
  return cells.every((cell, at) => cell === null || !columns[at] || (typeof cell === 'string' && cell.trim() === ''))
}

function valueIn(field: Field, cell: Cell): string | null {
  const text = textOf(field, cell)
  if (text === null || field.type.kind !== 'month') return text
  if (field.type.openEnded && OPEN_END.test(text.trim())) return null
  // A whole date is what Excel makes of a month: its day says nothing.
  return /^\s*\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}/.test(text) ? publishedFrom([text]) : text
}

function textOf(field: Field, cell: Cell): string | null {
  if (cell === null) return null
  if (typeof cell === 'string') return fromCell(cell)
  if (typeof cell === 'boolean') return field.type.kind === 'yes-no' ? (cell ? 'yes' : 'no') : cell ? '是' : '否'
  // Fifteen digits are what a sheet keeps of a number; 0.1 + 0.2 is 0.3 for whoever typed it.
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? String(cell) : String(Number(cell.toPrecision(15)))
  if (Number.isNaN(cell.getTime())) return null
  const day = cell.toISOString().slice(0, 10)
  if (field.type.kind === 'month') return day.slice(0, 4) + day.slice(5, 7)
  return field.type.kind === 'year' ? day.slice(0, 4) : day
}

/** Labels instead of codes; what is no option stays as it is. */
function shownIn(field: Field, value: string | null, language: Language): string {
  if (value === null) return ''
  if (field.type.kind === 'choice') return field.type.options.find((o) => o.code === value)?.label[language] ?? value
  if (field.type.kind === 'yes-no') return YES_NO[language][value] ?? value
  return value
}

const YES_NO: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: { yes: '是', no: '否' },
  en: { yes: 'Yes', no: 'No' },
}

function howToFill(field: Field, language: Language): string {
  const zh = language === 'zh'
  const must = field.required === true ? (zh ? '必填。' : 'Required. ') : ''
  return must + formOf(field, zh) + (field.hint ? (zh ? '' : ' ') + field.hint[language] : '')
}

function formOf({ type }: Field, zh: boolean): string {
  switch (type.kind) {
    case 'text':
    case 'prose':
    case 'code':
      return zh ? `${type.maxChars}字以内。` : `At most ${type.maxChars} characters.`
    case 'month':
      return zh ? '6位数字年月，如202106。' : 'Six digits, year and month, such as 202106.'
    case 'date':
      return zh ? '年月日，如1990-05-12。' : 'A date such as 1990-05-12.'
    case 'year':
      return zh ? '4位数字年度。' : 'Four digits of a year.'
    case 'integer':
      return zh ? `${type.min}至${type.max}的整数。` : `A whole number from ${type.min} to ${type.max}.`
    case 'decimal': {
      const unit = type.unit ? (zh ? `，单位：${type.unit.zh}` : `, in ${type.unit.en}`) : ''
      return zh ? `数字，最多${type.places}位小数${unit}。` : `A number, at most ${type.places} decimals${unit}.`
    }
    case 'choice':
      return zh
        ? `从以下选一项：${type.options.map((o) => o.label.zh).join('、')}。`
        : `One of: ${type.options.map((o) => o.label.en).join(', ')}.`
    case 'yes-no':
      return zh ? '填“是”或“否”。' : '“Yes” or “No”.'
  }
}

/** The beginning of a text that is too long, never half a character. */
function wellCut(text: string): string {
  const end = MOST_CELL_CHARS - 1
  const isSplit = /[\uD800-\uDBFF]/.test(text.charAt(end - 1))
  return `${text.slice(0, isSplit ? end - 1 : end)}…`
}
