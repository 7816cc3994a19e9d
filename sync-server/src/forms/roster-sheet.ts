/**
 * The roster as a sheet (xlsx): every cell is text, so months keep their six digits and nothing that a person typed is computed. A value that a
 * spreadsheet would take for a formula is led by an apostrophe all the same, for programs that convert text when the sheet is saved as CSV.
 */
import { inert } from '@yejibu/shared/archive/transfer/sheet-text'
import writeExcelFile from 'write-excel-file/node'

/** Headings first, as `rosterTable` gives them. */
export type Rows = readonly (readonly string[])[]

export async function rosterSheet(rows: Rows): Promise<Uint8Array> {
  const [head = [], ...others] = rows
  const widest = (column: number) =>
    Math.min(
      40,
      Math.max(6, ...rows.map((row) => [...(row[column] ?? '')].reduce((sum, c) => sum + (c > '\u00ff' ? 2 : 1), 1))),
    )
  const data = [
    head.map((value) => ({ value, type: String, fontWeight: 'bold' as const, align: 'center' as const, wrap: true })),
    ...others.map((row) => row.map((value) => ({ value: inert(value), type: String, wrap: true }))),
  ]
  return new Uint8Array(
    await writeExcelFile(data, {
      columns: head.map((_, column) => ({ width: widest(column) })),
      stickyRowsCount: 1,
      sheet: '花名册',
      orientation: 'landscape',
    }).toBuffer(),
  )
}
