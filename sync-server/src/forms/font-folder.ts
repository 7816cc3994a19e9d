/** The office's own font files, which lie in its data folder. Apart from `fonts.ts`, because listing them needs no font parser. */
import { readdirSync } from 'node:fs'

export const FONT_FOLDER = 'fonts'

/** Names of the font files in a folder, sorted; none where it does not exist. */
export function fontFiles(folder: string): readonly string[] {
  let names: string[] = []
  try {
    names = readdirSync(folder)
  } catch {
    // No folder: no fonts of their own.
    return []
  }
  return names.filter((name) => /\.(ttf|otf)$/i.test(name)).sort()
}
