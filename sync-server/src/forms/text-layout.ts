/** Text as the PDF writer takes it: cut by fonts, and kept whole where it surely fits. */
import type { Content } from 'pdfmake/interfaces'
import type { FormFonts } from './fonts.ts'
import { runsOf } from './runs.ts'

/** Characters that no font makes wider than high by more than this part; no line break, which what is kept whole does not know. */
const NOT_WIDE = /^[\u0020-\u00ff\u2014-\u2026\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]*$/
const WIDEST = 1.05

/** Text that surely fits on one line is kept whole: the PDF writer measures and draws any other one character by one. */
export function whole(text: string, size: number, room: number): { readonly noWrap?: true } {
  return NOT_WIDE.test(text) && text.length * size * WIDEST <= room ? { noWrap: true } : {}
}

/** Text that one font cannot print alone, as runs. */
export function inlines(text: string, { fonts }: { readonly fonts: FormFonts }): Content[] {
  return runsOf(text, fonts).map((run) => ({
    text: run.text,
    font: run.font,
    ...(run.missing === undefined ? {} : { fontSize: 7 }),
  }))
}
