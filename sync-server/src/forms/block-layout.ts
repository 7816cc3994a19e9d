/** One block of a form as pdfmake content: titles, prose, grids with full frames, opinions with room for seals. */
import type { Block, Cell, Grid, Opinion, Picture } from '@yejibu/shared/forms/form'
import type { Content, TableCell } from 'pdfmake/interfaces'
import type { FormFonts } from './fonts.ts'
import { inlines, whole } from './text-layout.ts'

/** Points in a millimetre. */
export const MM = 72 / 25.4

export interface Drawing {
  readonly fonts: FormFonts
  /** Points between the margins. */
  readonly width: number
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

const LINE = 0.6
/** Height of a line of the font, in its size. */
const FONT_LINE = 1.45
const FRAME = {
  hLineWidth: () => LINE,
  vLineWidth: () => LINE,
  paddingLeft: () => 3,
  paddingRight: () => 3,
  paddingTop: () => 2.5,
  paddingBottom: () => 2.5,
}
const PADDING = { side: 6 + LINE, height: 5 + LINE }
const TITLE_SIZES = { cover: 26, main: 18, section: 12 } as const
const GRID_SIZE = { usual: 10, small: 8 } as const
/** Longer labels stand two characters to a line. */
const LONGEST_SINGLE = 7
/** Rows of so many lines are still kept on one page. */
const KEPT_LINES = 18

export function blockContent(block: Block, before: Block | undefined, drawing: Drawing): Content {
  switch (block.kind) {
    case 'title':
      return {
        text: inlines(block.text, drawing),
        ...whole(block.text, TITLE_SIZES[block.size], drawing.width),
        bold: true,
        fontSize: TITLE_SIZES[block.size],
        alignment: block.size === 'section' ? 'left' : 'center',
        margin: block.size === 'section' ? [0, 8, 0, 4] : [0, 4, 0, 6],
        headlineLevel: block.size === 'section' ? 1 : 0,
      }
    case 'line':
      return {
        text: inlines(block.text, drawing),
        ...whole(block.text, block.isSmall ? 9 : 12, drawing.width),
        alignment: block.align ?? 'left',
        fontSize: block.isSmall ? 9 : 12,
        margin: [0, 2, 0, 2],
        preserveLeadingSpaces: true,
      }
    case 'prose':
      return {
        stack: block.text.split('\n').map((line) => ({
          text: inlines(`　　${line.trim()}`, drawing),
          fontSize: 12,
          lineHeight: 1.5,
          alignment: 'justify',
          preserveLeadingSpaces: true,
        })),
      }
    case 'space':
      return { text: '', margin: [0, 0, 0, block.mm * MM] }
    case 'page':
      return { text: '', pageBreak: 'after' }
    case 'cover-line':
      return coverLine(block.label, block.value, drawing)
    case 'picture':
      return { ...pictureContent(block.picture, drawing), alignment: block.align }
    case 'grid':
      return gridContent(block, null, isFlush(before), drawing)
    case 'opinion':
      return opinion(block, isFlush(before), drawing)
  }
}

/** A frame right under a frame shares its line. */
function isFlush(before: Block | undefined): boolean {
  return before?.kind === 'grid' || before?.kind === 'opinion'
}

/** @param heading stands over the frame and never alone at the foot of a page */
export function gridContent(block: Grid, heading: string | null, isUnderFrame: boolean, drawing: Drawing): Content {
  const widths = widthsOf(block.widths, drawing.width)
  const size = block.isSmall ? GRID_SIZE.small : GRID_SIZE.usual
  const leastRow = block.rowMm ?? 7
  const hasHigh = block.rows.some((row) => row.some(({ down = 1 }) => down > 1))
  // Under a cell that reaches down, a row does not say in which column it begins.
  const rooms = hasHigh ? widths.map(() => Math.min(...widths)) : widths
  const body = block.rows.map((row) =>
    rowCells(row, rooms, (one, room) => cellContent(one, leastRow, size, room, drawing)),
  )
  const spread = [...(heading === null ? [] : [headingRow(heading, widths.length, drawing)]), ...spreadDown(body)]
  const heights = block.rows.map((row) => {
    const least = Math.max(leastRow, ...row.map(({ down, leastMm = 0 }) => (down ? 0 : leastMm)))
    return Math.max(0, least * MM - PADDING.height)
  })
  const headRows = (block.headRows ?? 0) + (heading === null ? 0 : 1)
  return {
    table: {
      widths,
      body: spread,
      heights: heading === null ? heights : [0, ...heights],
      headerRows: headRows,
      keepWithHeaderRows: headRows > 0 ? 1 : 0,
      // Rows kept whole one by one lose what reaches over several of them: such a grid stays whole itself.
      dontBreakRows: !hasHigh && block.rows.every((row) => rowLines(row, widths, size) <= KEPT_LINES),
    },
    // The heading has no line above it.
    layout: heading === null ? FRAME : { ...FRAME, hLineWidth: (line: number) => (line === 0 ? 0 : LINE) },
    unbreakable: hasHigh,
    fontSize: size,
    margin: [0, isUnderFrame ? -LINE : 0, 0, 0],
  }
}

/** Column widths of the content, so that the frame fills the whole width. */
function widthsOf(parts: readonly number[], width: number): number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => (part / whole) * (width - LINE) - PADDING.side)
}

/** Roughly how many lines the longest cell takes: a Chinese character is as wide as it is high. */
function rowLines(row: readonly Cell[], widths: readonly number[], size: number): number {
  let at = 0
  return Math.max(
    ...row.map((one) => {
      const across = one.across ?? 1
      const room = widths.slice(at, at + across).reduce((sum, width) => sum + width, 0)
      at += across
      const perLine = Math.max(1, Math.floor(room / size))
      return one.text.split('\n').reduce((lines, text) => lines + Math.max(1, Math.ceil([...text].length / perLine)), 0)
    }),
  )
}

/** The cells of a row, drawn for the room they have, with the empty places that pdfmake wants behind a wide one. */
function rowCells(
  row: readonly Cell[],
  widths: readonly number[],
  draw: (cell: Cell, room: number) => TableCell,
): TableCell[] {
  let at = 0
  return row.flatMap((one) => {
    const across = Math.min(one.across ?? 1, widths.length)
    const room = widths.slice(at, at + across).reduce((sum, width) => sum + width, 0)
    at += across
    return [draw(one, room), ...Array.from({ length: across - 1 }, () => ({ text: '' }))]
  })
}

/** Puts the empty places of cells that reach down into the rows below them. */
function spreadDown(rows: readonly TableCell[][]): TableCell[][] {
  const done: TableCell[][] = rows.map((row) => [...row])
  done.forEach((row, y) => {
    row.forEach((one, x) => {
      const { down, across } = spanOf(one)
      for (let below = 1; below < down; below++) {
        done[y + below]?.splice(x, 0, ...Array.from({ length: across }, () => ({ text: '' })))
      }
    })
  })
  return done
}

function spanOf(one: TableCell): { readonly down: number; readonly across: number } {
  if (typeof one !== 'object' || one === null || Array.isArray(one)) return { down: 1, across: 1 }
  const down = 'rowSpan' in one && typeof one.rowSpan === 'number' ? one.rowSpan : 1
  const across = 'colSpan' in one && typeof one.colSpan === 'number' ? one.colSpan : 1
  return { down, across }
}

function headingRow(text: string, columns: number, drawing: Drawing): TableCell[] {
  const heading = {
    text: inlines(text, drawing),
    bold: true,
    fontSize: TITLE_SIZES.section,
    colSpan: columns,
    border: [false, false, false, true] as [boolean, boolean, boolean, boolean],
    margin: [-3, 5, 0, 2] as [number, number, number, number],
  }
  return [heading, ...Array.from({ length: columns - 1 }, () => ({ text: '', border: heading.border }))]
}

function cellContent(one: Cell, rowMm: number, size: number, width: number, drawing: Drawing): TableCell {
  // pdfmake centres only what stands in one row; a cell over several is moved down by hand.
  const isHigh = (one.down ?? 1) > 1
  const room = isHigh ? (one.down ?? 1) * rowMm * MM - PADDING.height : 0
  const taken = one.picture
    ? one.picture.heightMm * MM
    : (one.isVertical ? linesDown(one.text) : 1) * GRID_SIZE.usual * FONT_LINE
  const span = {
    ...(one.across && one.across > 1 ? { colSpan: one.across } : {}),
    ...(one.down && one.down > 1 ? { rowSpan: one.down } : {}),
    ...(isHigh ? {} : { verticalAlignment: 'middle' as const }),
  }
  if (one.picture) return { ...pictureContent(one.picture, drawing), ...span, alignment: 'center' }
  const text = one.isVertical ? vertical(one.text) : one.text
  const isProse = !one.isLabel && one.align === undefined && (one.leastMm ?? 0) > 40
  return {
    text: [...(isHigh ? gap((room - taken) / 2) : []), ...inlines(text, drawing)],
    ...(isHigh ? {} : whole(text, size, width)),
    alignment: one.isLabel ? 'center' : (one.align ?? 'left'),
    preserveLeadingSpaces: true,
    ...span,
    ...(isProse ? { verticalAlignment: 'top' as const, lineHeight: 1.4 } : {}),
  }
}

/** An empty line of this height: a margin of a cell over several rows would count twice. */
function gap(points: number): Content[] {
  return points < 4 ? [] : [{ text: ' \n', fontSize: points / FONT_LINE, lineHeight: 1 }]
}

/** One character a line, or two where there are many: as labels beside a frame are written. */
function vertical(text: string): string {
  const perLine = [...text].length > LONGEST_SINGLE ? 2 : 1
  return (text.match(new RegExp(`.{1,${perLine}}`, 'gu')) ?? []).join('\n')
}

function linesDown(text: string): number {
  return vertical(text).split('\n').length
}

function pictureContent(
  picture: Picture,
  { pictures }: Drawing,
): Extract<Content, { image: unknown }> | { text: string } {
  const bytes = pictures.get(picture.sha256)
  if (!bytes) return { text: '' }
  const data = `data:${picture.type};base64,${Buffer.from(bytes).toString('base64')}`
  return { image: data, fit: [picture.widthMm * MM, picture.heightMm * MM] }
}

function opinion(block: Opinion, isUnderFrame: boolean, drawing: Drawing): Content {
  const widths = widthsOf([7, 93], drawing.width)
  const signs = block.signs.map((text) => ({
    text,
    alignment: 'right' as const,
    margin: [0, 1, 12, 1] as [number, number, number, number],
  }))
  const signsHeight = block.signs.length * 16 + 6
  const labelHeight = linesDown(block.label) * GRID_SIZE.usual * FONT_LINE
  const least = Math.max(block.leastMm * MM, labelHeight + 12)
  const rows: TableCell[][] = [
    [
      {
        text: [...gap((least - labelHeight - PADDING.height) / 2), ...inlines(vertical(block.label), drawing)],
        rowSpan: 2,
        alignment: 'center',
        lineHeight: 1,
      },
      {
        text: inlines(block.text === '' ? '' : `　　${block.text.replaceAll('\n', '\n　　')}`, drawing),
        border: [true, true, true, false],
        preserveLeadingSpaces: true,
        ...{ lineHeight: 1.3, margin: [0, 3, 0, 0] },
      },
    ],
    [{ text: '' }, { stack: signs, border: [true, false, true, true], verticalAlignment: 'bottom' }],
  ]
  return {
    table: { widths, body: rows, heights: [least - signsHeight, signsHeight - PADDING.height] },
    layout: FRAME,
    fontSize: GRID_SIZE.usual,
    unbreakable: true,
    margin: [0, isUnderFrame ? -LINE : 0, 0, 0],
  }
}

function coverLine(label: string, value: string, drawing: Drawing): Content {
  const widths = widthsOf([12, 26, 50, 12], drawing.width)
  const none = { text: '', border: [false, false, false, false] as [boolean, boolean, boolean, boolean] }
  return {
    table: {
      widths,
      heights: 26,
      body: [
        [
          none,
          { ...none, text: inlines(label, drawing), alignment: 'right', verticalAlignment: 'bottom' },
          {
            text: inlines(value, drawing),
            alignment: 'center',
            verticalAlignment: 'bottom',
            border: [false, false, false, true],
          },
          none,
        ],
      ],
    },
    layout: FRAME,
    fontSize: 14,
  }
}
