/**
 * Text cut into runs that one font can print. What no font has becomes a run of its own that names the code point, `〖U+20BB7〗`, and is listed on
 * the form, so that a clerk sees which character to write in by hand.
 */
import type { FormFonts } from './fonts.ts'

export interface Run {
  readonly text: string
  readonly font: string
  /** The character that no font has. */
  readonly missing?: string
}

const LINE_BREAK = 0x0a

/** Selectors and joiners choose between shapes of one character: left out where the font has no say in it. */
function isInvisible(codePoint: number): boolean {
  return (
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    (codePoint >= 0xe0100 && codePoint <= 0xe01ef) ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    codePoint === 0x2060 ||
    codePoint === 0xfeff ||
    codePoint === 0xad ||
    (codePoint < 0x20 && codePoint !== LINE_BREAK) ||
    (codePoint >= 0x7f && codePoint <= 0x9f)
  )
}

export function runsOf(text: string, fonts: FormFonts): readonly Run[] {
  const runs: { text: string; font: string; missing?: string }[] = []
  const [own] = fonts
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    if (isInvisible(codePoint)) continue
    const font = codePoint === LINE_BREAK ? own : fonts.find((one) => one.has(codePoint))
    if (!font) {
      runs.push({ text: codeName(character), font: own.name, missing: character })
      continue
    }
    const last = runs.at(-1)
    if (last && last.font === font.name && last.missing === undefined) last.text += character
    else runs.push({ text: character, font: font.name })
  }
  return runs
}

export function codeName(character: string): string {
  return `〖U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}〗`
}

/** Each character that none of the fonts has, once, in the order of reading. */
export function missingIn(texts: readonly string[], fonts: FormFonts): readonly string[] {
  return [...new Set(texts.flatMap((text) => runsOf(text, fonts).flatMap(({ missing }) => missing ?? [])))]
}
