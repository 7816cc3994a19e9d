/**
 * BibTeX and BibLaTeX, by a library that knows TeX's ways of writing letters and goes on after a broken entry. Its code is fetched
 * when a file needs it.
 *
 * Always true: every entry of the file is one row; one that could not be read is a refusal that shows how it begins.
 */
import type { Entry } from '@retorquere/bibtex-parser'
import {
  type ForeignRecord,
  type ForeignRow,
  publishedFrom,
  type WorkKind,
} from '@yejibu/shared/archive/transfer/foreign-record'

const KINDS: Readonly<Record<string, WorkKind>> = {
  article: 'article',
  'article-journal': 'article',
  periodical: 'article',
  inproceedings: 'conference',
  conference: 'conference',
  proceedings: 'conference',
  book: 'book',
  mvbook: 'book',
  collection: 'book',
  inbook: 'chapter',
  incollection: 'chapter',
  bookinbook: 'chapter',
  patent: 'patent',
  standard: 'standard',
  software: 'software',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  thesis: 'thesis',
}

// TeX's old fonts set < and > as ¡ and ¿, which nobody means; the library writes its own markup with them. Noncharacters stand in.
// The library drops an entry with such a character in it without a word.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is meant
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

const LESS = '\ufdd0'
const GREATER = '\ufdd1'

/** An entry begins with `@type{` or `@type(` at the start of a line. */
export function looksLikeBibtex(text: string): boolean {
  return /(?:^|\n)\s*@\s*[A-Za-z]+\s*[{(]/.test(text)
}

export async function readBibtex(text: string): Promise<readonly ForeignRow[]> {
  const { parseAsync } = await import('@retorquere/bibtex-parser')
  const source = text.replace(CONTROLS, '')
  const library = await parseAsync(source.replaceAll('<', LESS).replaceAll('>', GREATER), {
    sentenceCase: false,
    caseProtection: false,
  })
  const broken = library.errors.map(({ input, error }) =>
    plain(input ?? error)
      .trim()
      .slice(0, 80),
  )
  const rows: ForeignRow[] = []
  for (const entry of library.entries) {
    const row = rows.length + 1
    // The library keeps the place of an entry that it gave up, with nothing in it.
    if (Object.keys(entry.fields).length === 0) {
      rows.push({ row, refusal: { kind: 'row-unreadable', text: broken.shift() ?? `@${entry.type}{${entry.key}` } })
    } else rows.push({ row, record: recordOf(entry) })
  }
  // Nor may an entry get lost that the library passed over, such as one inside another's missing brace.
  const unseen = entriesIn(source)
  for (const { key } of library.entries) unseen.delete(key)
  for (const begins of [...broken, ...unseen.values()]) {
    rows.push({ row: rows.length + 1, refusal: { kind: 'row-unreadable', text: begins } })
  }
  return rows
}

/** By its key, how each entry of the file begins, as far as entries begin on a line of their own. */
function entriesIn(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [begins, type = '', key = ''] of text.matchAll(
    /^[ \t]*@[ \t]*([A-Za-z]+)[ \t]*[{(]\s*([^\s,{}()]+)\s*,/gm,
  )) {
    if (!/^(?:comment|string|preamble)$/i.test(type)) found.set(key, begins.trim().slice(0, 80))
  }
  return found
}

function recordOf({ type, fields }: Entry): ForeignRecord {
  const one = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const value = textOf(fields[name])
      if (value !== null) return value
    }
    return null
  }
  const kind = /^(?:techreport|report)$/.test(type) && one('type')?.includes('标准') ? 'standard' : KINDS[type]
  const year = one('year')
  const month = one('month')
  return {
    kind: kind ?? 'other',
    kindName: type,
    title: one('title'),
    container: one('journal', 'journaltitle', 'booktitle', 'series'),
    publisher: one('publisher', 'institution', 'organization', 'holder'),
    authors: (fields.author ?? fields.editor ?? []).flatMap(nameOf),
    published: publishedFrom([
      one('date'),
      year && month ? `${year}-${month}` : null,
      year && month ? `${month} ${year}` : null,
      year,
    ]),
    doi: one('doi'),
    numbers: ['isbn', 'number', 'issn', 'eid', 'nationality'].flatMap((name) => textOf(fields[name]) ?? []),
    abstract: one('abstract'),
  }
}

function textOf(value: unknown): string | null {
  if (Array.isArray(value)) return value.map(String).map(plain).join('；') || null
  const text = typeof value === 'string' ? plain(value).trim() : ''
  return text === '' ? null : text
}

/** The library's own markup goes, what the author wrote stays. */
function plain(text: string): string {
  return text
    .replace(/<\/?(?:i|b|sub|sup|span|ol|ul|li|p|br|pre|code|em|strong|sc|ncase|nocase)\b[^<>]*>/g, '')
    .replaceAll(LESS, '<')
    .replaceAll(GREATER, '>')
}

interface Name {
  readonly name?: string
  readonly lastName?: string
  readonly firstName?: string
  readonly prefix?: string
}

/** 张, 三 → 张三; Zhang, San → San Zhang. */
function nameOf({ name, lastName, firstName, prefix }: Name): readonly string[] {
  if (name) return [plain(name)]
  const isChinese = /\p{Script=Han}/u.test(lastName ?? '')
  const parts = isChinese ? [lastName, firstName] : [firstName, prefix, lastName]
  const whole = parts.flatMap((part) => (part ? [plain(part)] : [])).join(isChinese ? '' : ' ')
  return whole === '' ? [] : [whole]
}
