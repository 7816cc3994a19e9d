/**
 * Text on its way into a cell of a spreadsheet and back. A cell that begins like a formula is computed by some program sooner or
 * later (saved as CSV, pasted, opened elsewhere), so it gets an apostrophe in front, which spreadsheets use for "this is text".
 *
 * Always true: `fromCell(toCell(text))` is the text; what `toCell` returns begins with no formula sign and is legal in XML. The
 * escape of illegal characters is Excel's own, `_xHHHH_` (ECMA-376 ST_Xstring), undone by whoever reads the file, so not by `fromCell`.
 */

/** As many characters as a cell holds, some kept for escapes (Excel's limit is 32,767). */
export const MOST_CELL_CHARS = 32_000

// Full-width signs count too: Excel takes them for formulas under East Asian input. Blanks before a sign do not protect.
const FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠﹢﹣])/

/** Led by an apostrophe where a spreadsheet would compute it. */
export function inert(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

export function toCell(text: string): string {
  const cell = escapeForXml(inert(text))
  // Writers that keep their strings as keys of a plain object find `constructor` there already and make a broken file of it.
  return cell in {} ? escaped(cell.charAt(0)) + cell.slice(1) : cell
}

/** @param text as the reader of the file gives it, its XML escapes undone */
export function fromCell(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text
}

function escapeForXml(text: string): string {
  return (
    text
      // What looks like an escape is none: its underscore is escaped itself.
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      // Not allowed in XML, or taken out by writers without a word (U+FFFD, C1, noncharacters).
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are meant
      .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFD\p{NChar}]/gu, escaped)
  )
}

/** Unit by unit of UTF-16, as Excel counts. */
function escaped(char: string): string {
  return char
    .split('')
    .map((unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .join('')
}
