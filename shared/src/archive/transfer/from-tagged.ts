/** What the tags of each line format mean, after the formats' own documentation and the files that CNKI writes. */
import { type ForeignRecord, type ForeignRow, publishedFrom, type WorkKind } from './foreign-record.ts'
import { readTagged, type TaggedFormat, type TaggedRow } from './tagged-text.ts'

interface Meaning {
  readonly kind: readonly string[]
  readonly title: readonly string[]
  readonly container: readonly string[]
  readonly publisher: readonly string[]
  readonly author: readonly string[]
  readonly date: readonly string[]
  readonly doi: readonly string[]
  readonly number: readonly string[]
  readonly abstract: readonly string[]
}

const MEANINGS: Readonly<Record<TaggedFormat, Meaning>> = {
  ris: {
    kind: ['TY'],
    title: ['TI', 'T1', 'CT', 'BT'],
    container: ['JO', 'JF', 'T2', 'BT', 'JA', 'J2', 'T3'],
    publisher: ['PB'],
    author: ['AU', 'A1'],
    date: ['DA', 'PY', 'Y1'],
    doi: ['DO', 'L3'],
    number: ['SN', 'M1', 'C7', 'CN', 'IS', 'VL'],
    abstract: ['AB', 'N2'],
  },
  endnote: {
    kind: ['%0'],
    title: ['%T'],
    container: ['%J', '%B', '%S'],
    publisher: ['%I'],
    author: ['%A'],
    date: ['%8', '%D'],
    doi: ['%R'],
    number: ['%@', '%N', '%M', '%1', '%2'],
    abstract: ['%X'],
  },
  refworks: {
    kind: ['RT'],
    title: ['T1'],
    container: ['JF', 'JO', 'T2'],
    publisher: ['PB'],
    author: ['A1'],
    date: ['FD', 'YR'],
    doi: ['DO'],
    number: ['SN', 'NO', 'ID', 'IS'],
    abstract: ['AB'],
  },
  noteexpress: {
    kind: ['Reference Type'],
    title: ['Title'],
    container: ['Journal', 'Conference Name', 'Book Title', 'Secondary Title', 'Newspaper'],
    publisher: ['Publisher'],
    author: ['Author', 'Inventor'],
    date: ['Date', 'Publish Date', 'Issue Date', 'Year'],
    doi: ['DOI'],
    number: ['ISBN/ISSN', 'ISBN', 'Patent Number', 'Application Number', 'Standard Number', 'Number'],
    abstract: ['Abstract'],
  },
  cnki: {
    kind: ['SrcDatabase', 'DataType'],
    title: ['Title'],
    container: ['Source'],
    publisher: ['Publisher'],
    author: ['Author'],
    date: ['PubTime', 'PubDate', 'Year'],
    doi: ['DOI'],
    number: ['ISBN', 'PatentNo', 'ApplyNo', 'StandardNo', 'ISSN'],
    abstract: ['Summary'],
  },
}

/** First match wins; the names are those of RIS, EndNote, RefWorks, NoteExpress and CNKI. */
const KINDS: readonly (readonly [RegExp, WorkKind])[] = [
  [/thes|dissertation|学位|博士|硕士|博硕/i, 'thesis'],
  [/^(?:chap|echap)$|chapter|book section/i, 'chapter'],
  [/^(?:conf|cpaper)$|conference|proceeding|会议/i, 'conference'],
  [/^(?:jour|ejour|mgzn|jfull|inpr|abst)$|journal|magazine|electronic article|期刊|论文/i, 'article'],
  [/^news$|newspaper|报纸/i, 'newspaper'],
  [/translat|译著/i, 'translation'],
  [/^(?:book|ebook|edbook)$|book|图书|专著|著作/i, 'book'],
  [/^comp$|software|computer program|软件/i, 'software'],
  [/^pat$|patent|专利/i, 'patent'],
  [/^stand$|standard|标准/i, 'standard'],
]

export function kindNamed(name: string): WorkKind {
  return KINDS.find(([pattern]) => pattern.test(name.trim()))?.[1] ?? 'other'
}

export function recordsFromTagged(text: string, format: TaggedFormat): readonly ForeignRow[] {
  return readTagged(text, format).map((row) => {
    const record = recordOf(row, MEANINGS[format])
    return record
      ? { row: row.row, record }
      : { row: row.row, refusal: { kind: 'row-unreadable', text: row.begins } as const }
  })
}

function recordOf({ tags }: TaggedRow, meaning: Meaning): ForeignRecord | null {
  if (tags.length === 0) return null
  const all = (names: readonly string[]): readonly string[] =>
    names.flatMap((name) =>
      tags.flatMap(([tag, value]) =>
        tag.toLowerCase() === name.toLowerCase() && value.trim() !== '' ? [value.trim()] : [],
      ),
    )
  const first = (names: readonly string[]): string | null => all(names)[0] ?? null
  const kindName = first(meaning.kind) ?? ''
  const title = first(meaning.title)
  return {
    kind: kindNamed(kindName),
    kindName,
    title,
    container: all(meaning.container).find((name) => name !== title) ?? null,
    publisher: first(meaning.publisher),
    authors: all(meaning.author).flatMap(namesIn),
    published: publishedFrom(all(meaning.date)),
    doi: first(meaning.doi),
    numbers: all(meaning.number).flatMap((value) => value.split(/[;；]/).flatMap((one) => one.trim() || [])),
    abstract: first(meaning.abstract),
  }
}

/** CNKI puts all authors on one line; `Zhang, San` is one author, with her comma. */
function namesIn(value: string): readonly string[] {
  const names = /[;；\n]/.test(value) ? value.split(/[;；\n]/) : /^[^\w]+$/.test(value) ? value.split(/[,，]/) : [value]
  return names.flatMap((name) => name.trim() || [])
}
