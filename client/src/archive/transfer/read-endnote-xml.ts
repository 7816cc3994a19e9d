/**
 * The XML that EndNote exports, and NoteExpress after it, read by the browser's own parser.
 *
 * Always true: every `<record>` of the file is one row. Each is parsed by itself, so a broken one takes no other along, and nothing that
 * the file declares before its records (entities, other files) has any effect.
 */
import { type ForeignRecord, type ForeignRow, publishedFrom } from '@yejibu/shared/archive/transfer/foreign-record'
import { kindNamed } from '@yejibu/shared/archive/transfer/from-tagged'

export function looksLikeEndnoteXml(text: string): boolean {
  return /^\s*</.test(text) && /<records?\b[^>]*>/.test(text) && /<ref-type\b/.test(text)
}

export function readEndnoteXml(text: string): readonly ForeignRow[] {
  const parser = new DOMParser()
  return [...text.matchAll(/<record\b[\s\S]*?(?:<\/record\s*>|(?=<record\b)|$)/g)].map(([source], at): ForeignRow => {
    const row = at + 1
    // EndNote writes the control characters of what was pasted as references, which XML forbids.
    const legal = source.replace(/&#(?:x0*([0-9a-f]+)|0*(\d+));/gi, (whole, hex?: string, decimal?: string) =>
      isLegal(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) ? whole : '',
    )
    const { documentElement } = parser.parseFromString(legal, 'application/xml')
    if (documentElement.localName !== 'record' || documentElement.querySelector('parsererror')) {
      const begins = source
        .replace(/<[^<>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
      return { row, refusal: { kind: 'row-unreadable', text: begins.slice(0, 80) } }
    }
    return { row, record: recordOf(documentElement) }
  })
}

function isLegal(code: number): boolean {
  return (
    code === 9 || code === 10 || code === 13 || (code >= 32 && code !== 0xfffe && code !== 0xffff && code <= 0x10ffff)
  )
}

function recordOf(record: Element): ForeignRecord {
  const all = (path: string): readonly string[] =>
    [...record.querySelectorAll(path)].flatMap((element) => element.textContent?.replace(/\r\n?/g, '\n').trim() || [])
  const one = (...paths: readonly string[]): string | null => paths.flatMap((path) => all(path))[0] ?? null
  const kindName = record.querySelector('ref-type')?.getAttribute('name') ?? one('ref-type') ?? ''
  const title = one('titles > title')
  const year = one('dates > year')
  const dates = all('pub-dates > date')
  return {
    kind: kindNamed(kindName),
    kindName,
    title,
    container: one('periodical > full-title', 'titles > secondary-title', 'titles > alt-title'),
    publisher: one('publisher'),
    authors: all('contributors > authors > author').flatMap((name) =>
      name.split(/[;；\n]/).flatMap((n) => n.trim() || []),
    ),
    published: publishedFrom([...dates.map((date) => (year ? dateWith(year, date) : date)), year]),
    doi: one('electronic-resource-num'),
    numbers: ['isbn', 'number', 'num-vols', 'accession-num'].flatMap((path) =>
      all(path).flatMap((value) => value.split(/[;；\n]/).flatMap((number) => number.trim() || [])),
    ),
    abstract: one('abstract'),
  }
}

/** Dates often name the month alone, the year beside them: 5月, Mar, 2020-05. */
function dateWith(year: string, date: string): string {
  const month = /^(\d{1,2})\s*(?:月|$|[-/.]\d{1,2}$)/.exec(date)?.[1]
  if (month) return `${year}-${month}`
  return /(?<!\d)(?:19|20)\d{2}(?!\d)/.test(date) ? date : `${date} ${year}`
}
