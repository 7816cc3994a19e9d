/**
 * A font file, read and parsed once for all documents: opening one anew for each document costs more than drawing a page. Each document sees it
 * through a view of its own that remembers no glyph of another document (a glyph keeps the character that first asked for it, which is what a
 * reader copies out of the PDF), so the same form gives the same bytes whatever was printed before it.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Font } from 'fontkit'

interface FontFormat {
  /** Called with `new`: what it returns is the font. */
  (stream: { readonly buffer: Uint8Array }): Font
  probe(bytes: Uint8Array): boolean
}

interface FontParser {
  create(bytes: Uint8Array): Font | { readonly fonts: readonly Font[] }
  registerFormat(format: FontFormat): void
}

const require = createRequire(import.meta.url)
// The parser's copy that the PDF writer itself asks: formats are known to one copy alone.
const writer = createRequire(require.resolve('pdfmake')).resolve('pdfkit')
const parser: FontParser = createRequire(writer)('fontkit')

export interface OpenedFont {
  readonly font: Font
  /** Stands for the font where the PDF writer wants a file's bytes. */
  readonly ticket: Uint8Array
}

const TICKET = 'yejibu font '
const opened: OpenedFont[] = []
const byPath = new Map<string, OpenedFont>()

export function openedFont(path: string): OpenedFont {
  const known = byPath.get(path)
  if (known) return known
  const bytes = readFileSync(path)
  const font = parser.create(bytes)
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`not a single font: ${path}`)
  const fresh: OpenedFont = { font, ticket: isShareable(bytes) ? Buffer.from(`${TICKET}${opened.length}`) : bytes }
  opened.push(fresh)
  byPath.set(path, fresh)
  return fresh
}

/** Outlines of the other kind (`OTTO`) are cut into a subset in place: such a font is parsed for each document. */
function isShareable(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).toString('latin1') !== 'OTTO'
}

function numberOn(bytes: Uint8Array): number | null {
  const text = Buffer.from(bytes.subarray(0, 32)).toString('latin1')
  return text.startsWith(TICKET) ? Number(text.slice(TICKET.length)) : null
}

/** How the PDF writer gets a font that is open already. */
function viewOf({ buffer }: { readonly buffer: Uint8Array }): Font {
  const font = opened[numberOn(buffer) ?? -1]?.font
  if (!font) throw new Error('a ticket names an open font')
  return Object.create(font, { _glyphs: { value: {} } })
}

parser.registerFormat(Object.assign(viewOf, { probe: (bytes: Uint8Array) => numberOn(bytes) !== null }))
