/** Tables as CSV that opens in a spreadsheet in Chinese and in columns, and of which it computes nothing. */
import { inert } from './sheet-text.ts'

/** Headings first. Numbers stand as they are: only what somebody wrote can be a formula. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(value: string | number): string {
  return typeof value === 'number' ? String(value) : `"${inert(value).replaceAll('"', '""')}"`
}
