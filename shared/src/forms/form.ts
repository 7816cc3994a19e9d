/**
 * What stands on a printed form, before any file format: the same data gives the same model, and whoever draws it (PDF, sheet, preview) adds no
 * word of its own. Lengths are millimetres, widths are parts of the whole width.
 */
import { FORM_KINDS, type FormKind } from './form-kind.ts'

/** Where the ledger stood when the form's data was taken; printed as a code that anybody can look up. */
export interface Checkpoint {
  readonly seq: number
  readonly hash: string
  /** ISO 8601: when that fact was written. */
  readonly at: string
}

export interface Form {
  readonly kind: FormKind
  readonly title: string
  readonly paper: 'portrait' | 'landscape'
  /** On each page; null where the plan has none. */
  readonly watermark: string | null
  readonly checkpoint: Checkpoint | null
  /** Under each page beside the page numbers: whose form it is. Never a number of a card or a telephone. */
  readonly foot: string
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'title'; readonly text: string; readonly size: 'cover' | 'main' | 'section' }
  | { readonly kind: 'line'; readonly text: string; readonly align?: Align; readonly isSmall?: boolean }
  /** Paragraphs with an indent of two characters; line breaks begin new ones. */
  | { readonly kind: 'prose'; readonly text: string }
  | Grid
  | Opinion
  | { readonly kind: 'space'; readonly mm: number }
  | { readonly kind: 'page' }
  /** Label and value on a ruled line, as covers have them. */
  | { readonly kind: 'cover-line'; readonly label: string; readonly value: string }
  | { readonly kind: 'picture'; readonly picture: Picture; readonly align: Align }

export type Align = 'left' | 'center' | 'right'

export interface Grid {
  readonly kind: 'grid'
  readonly widths: readonly number[]
  readonly rows: readonly (readonly Cell[])[]
  /** Rows repeated on each page. */
  readonly headRows?: number
  /** Least height of a row. */
  readonly rowMm?: number
  readonly isSmall?: boolean
}

export interface Cell {
  readonly text: string
  readonly isLabel?: boolean
  /** One character under the other. */
  readonly isVertical?: boolean
  readonly align?: Align
  readonly across?: number
  readonly down?: number
  readonly leastMm?: number
  readonly picture?: Picture
}

/** A decision with room for a seal: what was decided, and who signs, at the foot on the right. */
export interface Opinion {
  readonly kind: 'opinion'
  readonly label: string
  readonly text: string
  readonly leastMm: number
  readonly signs: readonly string[]
}

export interface Picture {
  readonly sha256: string
  readonly type: string
  readonly widthMm: number
  readonly heightMm: number
}

export function label(text: string, more: Omit<Cell, 'text' | 'isLabel'> = {}): Cell {
  return { text, isLabel: true, ...more }
}

export function cell(text: string, more: Omit<Cell, 'text'> = {}): Cell {
  return { text, ...more }
}

/** The seal's place and the date that is written by hand. */
export const DATE_BY_HAND = '年　　月　　日'

export function sealOf(who: string): readonly string[] {
  return [`（${who}）`, DATE_BY_HAND]
}

export function picturesOf(form: Form): readonly Picture[] {
  return form.blocks.flatMap((block) => {
    if (block.kind === 'picture') return [block.picture]
    if (block.kind !== 'grid') return []
    return block.rows.flat().flatMap(({ picture }) => picture ?? [])
  })
}

/** Every word of a form in the order of reading. */
export function wordsOf(form: Form): readonly string[] {
  const inBlock = (block: Block): readonly string[] => {
    switch (block.kind) {
      case 'title':
      case 'line':
      case 'prose':
        return [block.text]
      case 'grid':
        return block.rows.flat().map(({ text }) => text)
      case 'opinion':
        return [block.label, block.text, ...block.signs]
      case 'cover-line':
        return [block.label, block.value]
      case 'space':
      case 'page':
      case 'picture':
        return []
    }
  }
  return [form.title, form.watermark ?? '', form.foot, ...form.blocks.flatMap(inBlock)].filter((text) => text !== '')
}

export function isFormKind(text: string): text is FormKind {
  return FORM_KINDS.some((kind) => kind === text)
}
