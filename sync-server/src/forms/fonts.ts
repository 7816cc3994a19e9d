/**
 * The fonts that forms are printed in: Noto Serif SC (all of 通用规范汉字表 and of the basic and first extension blocks), then whatever font files
 * the office has put into `fonts/` of its data folder, for characters beyond it (a licensed 宋体 with Extension B, say). A character that none of them has is
 * never printed as an empty box: it is written out as its code point.
 */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fontFiles } from './font-folder.ts'
import { openedFont } from './opened-font.ts'

export interface FormFont {
  /** Name inside the PDF's description. */
  readonly name: string
  readonly normal: string
  readonly bold: string
  has(codePoint: number): boolean
}

/** In the order in which they are asked for a character; the first one is the text's own. */
export type FormFonts = readonly [FormFont, ...FormFont[]]

const require = createRequire(import.meta.url)
const PACKAGE = '@expo-google-fonts/noto-serif-sc'

/** @param folder of the office's own font files, taken in the order of their names; need not exist */
export function formFonts(folder: string | null): FormFonts {
  const normal = require.resolve(`${PACKAGE}/400Regular/NotoSerifSC_400Regular.ttf`)
  const bold = require.resolve(`${PACKAGE}/700Bold/NotoSerifSC_700Bold.ttf`)
  return [fontFrom('Serif', normal, bold), ...ownFonts(folder)]
}

function ownFonts(folder: string | null): FormFont[] {
  if (folder === null) return []
  return fontFiles(folder).map((name, index) => fontFrom(`Own${index + 1}`, join(folder, name), join(folder, name)))
}

export function fontFrom(name: string, normal: string, bold: string): FormFont {
  const { font } = openedFont(normal)
  return { name, normal, bold, has: (codePoint) => font.hasGlyphForCodePoint(codePoint) }
}
