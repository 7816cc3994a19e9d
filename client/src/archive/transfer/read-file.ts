/**
 * A file that was chosen for import: what it is is told by its content, whatever it is called. Each reader's code is fetched when a
 * file needs it.
 */
import { type DraftRow, draftsFrom } from '@yejibu/shared/archive/transfer/draft'
import { recordsFromTagged } from '@yejibu/shared/archive/transfer/from-tagged'
import { type TaggedFormat, taggedFormatOf } from '@yejibu/shared/archive/transfer/tagged-text'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import { decodeText, type Encoding } from './decode-text.ts'
import { looksLikeBibtex, readBibtex } from './read-bibtex.ts'
import { looksLikeEndnoteXml, readEndnoteXml } from './read-endnote-xml.ts'
import { readDirectory, unpacksWithin } from './zip-directory.ts'

export type ImportFormat = TaggedFormat | 'bibtex' | 'endnote-xml' | 'csv' | 'sheet'

export interface ReadRows {
  readonly kind: 'rows'
  readonly format: ImportFormat
  /** Null for what is no text. */
  readonly encoding: Encoding | null
  readonly rows: readonly DraftRow[]
  /** Headings of a sheet that are no field, and sheets that are no section. */
  readonly ignored: readonly string[]
}

/** The whole archive as one file: it is verified and restored, not imported row by row. */
export interface FoundArchive {
  readonly kind: 'archive'
}

export type ReadRefusal =
  | { readonly kind: 'file-empty' }
  | { readonly kind: 'file-too-large'; readonly bytes: number; readonly maxBytes: number }
  /** A zip that is small and unpacks to what no machine has room for. */
  | { readonly kind: 'unpacks-too-large'; readonly maxBytes: number }
  | { readonly kind: 'format-unknown' }
  | { readonly kind: 'sheet-unreadable' }
  | { readonly kind: 'sheet-without-section' }
  | { readonly kind: 'too-many-rows'; readonly rows: number; readonly maxRows: number }

/** More than a career of publications, and little enough to be read at once. */
const MOST_BYTES = 16 * 1024 * 1024
/** A workbook of that many bytes unpacks to a fraction of this; its reader unpacks whatever it finds. */
const MOST_UNPACKED = 64 * 1024 * 1024
/** One import is one change to the document and goes to the relay in one piece. */
export const MOST_ROWS = 3_000
const MOST_CHARS_IN_ALL = 2_000_000

/** @param owner her name as the profile has it, to find her place among the authors */
export async function readImport(
  file: Blob,
  owner: string | null,
): Promise<Result<ReadRows | FoundArchive, ReadRefusal>> {
  if (file.size === 0) return refuse({ kind: 'file-empty' })
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer())
  const isZip = head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04
  const directory = isZip ? await readDirectory(file) : null
  if (directory?.some(({ path }) => path === 'archive.json')) return ok({ kind: 'archive' })
  if (file.size > MOST_BYTES) return refuse({ kind: 'file-too-large', bytes: file.size, maxBytes: MOST_BYTES })
  if (isZip && !directory) return refuse({ kind: 'sheet-unreadable' })
  if (directory && !(await unpacksWithin(file, directory, MOST_UNPACKED))) {
    return refuse({ kind: 'unpacks-too-large', maxBytes: MOST_UNPACKED })
  }
  const read = isZip ? await readSheetFile(file) : await readTextFile(file, owner)
  if (!read.ok) return read
  const chars = read.value.rows.reduce((sum, row) => sum + ('draft' in row ? charsIn(row.draft.fields) : 0), 0)
  if (read.value.rows.length > MOST_ROWS || chars > MOST_CHARS_IN_ALL) {
    return refuse({ kind: 'too-many-rows', rows: read.value.rows.length, maxRows: MOST_ROWS })
  }
  return read
}

async function readSheetFile(file: Blob): Promise<Result<ReadRows, ReadRefusal>> {
  const { readSheetRows } = await import('./sheet-file.ts')
  const read = await readSheetRows(file)
  if (read === null) return refuse({ kind: 'sheet-unreadable' })
  const ignored = [...read.ignoredSheets, ...read.ignoredColumns]
  if (read.rows.length === 0 && read.ignoredSheets.length > 0) return refuse({ kind: 'sheet-without-section' })
  return ok({ kind: 'rows', format: 'sheet', encoding: null, rows: read.rows, ignored })
}

async function readTextFile(file: Blob, owner: string | null): Promise<Result<ReadRows, ReadRefusal>> {
  const { text, encoding } = decodeText(new Uint8Array(await file.arrayBuffer()))
  const format = taggedFormatOf(text)
  if (format !== null) {
    const rows = draftsFrom(recordsFromTagged(text, format), owner)
    return ok({ kind: 'rows', format, encoding, rows, ignored: [] })
  }
  if (looksLikeEndnoteXml(text)) {
    const rows = draftsFrom(readEndnoteXml(text), owner)
    return ok({ kind: 'rows', format: 'endnote-xml', encoding, rows, ignored: [] })
  }
  if (looksLikeBibtex(text)) {
    const rows = draftsFrom(await readBibtex(text), owner)
    return ok({ kind: 'rows', format: 'bibtex', encoding, rows, ignored: [] })
  }
  const { readCsv } = await import('./read-csv.ts')
  const read = readCsv(text, file instanceof File ? file.name.replace(/\.[^.]*$/, '') : '', owner)
  if (read === null) return refuse({ kind: 'format-unknown' })
  return ok({ kind: 'rows', format: 'csv', encoding, ...read })
}

function charsIn(fields: Readonly<Record<string, string | null>>): number {
  return Object.values(fields).reduce((sum, value) => sum + (value?.length ?? 0), 0)
}
