/**
 * What was taken out of a text and what was put in, in reading order. The comparison's code is fetched when a difference is first looked at.
 * Always true: the kept and removed pieces together are the text before, the kept and added ones the text after; no character is cut in two.
 */

export interface TextPiece {
  readonly kind: 'kept' | 'removed' | 'added'
  readonly text: string
}

/** UTF-16 units. Beyond that comparing takes long and helps nobody: the two texts are then shown whole. */
export const COMPARED_AT_MOST = 20_000

export async function textPieces(before: string, after: string): Promise<readonly TextPiece[]> {
  if (before.length + after.length > COMPARED_AT_MOST) return whole(before, after)
  const { default: diff } = await import('fast-diff')
  const stood = standIns(before + after)
  if (stood === null) return whole(before, after)
  // `true`: crumbs of one common character between two changes are given up, so that words stay together.
  const found = diff(stood.put(before), stood.put(after), undefined, true)
  return found.map(([change, text]) => ({
    kind: change === diff.EQUAL ? 'kept' : change === diff.INSERT ? 'added' : 'removed',
    text: stood.back(text),
  }))
}

const FIRST_PRIVATE = 0xe000
const LAST_PRIVATE = 0xf8ff

/**
 * fast-diff tidies by UTF-16 units and then cuts rare characters (𠮷) in two. Each of them is stood in for by one unit of the private
 * area that the texts do not use. Null when there are not enough of those.
 */
function standIns(text: string): { put(text: string): string; back(text: string): string } | null {
  const used = new Set(text)
  const rare = [...used].filter((char) => char.length === 2)
  const to = new Map<string, string>()
  const from = new Map<string, string>()
  let next = FIRST_PRIVATE
  for (const char of rare) {
    while (used.has(String.fromCharCode(next))) next++
    if (next > LAST_PRIVATE) return null
    const unit = String.fromCharCode(next++)
    to.set(char, unit)
    from.set(unit, char)
  }
  const swap = (by: ReadonlyMap<string, string>) => (whole: string) =>
    by.size === 0 ? whole : [...whole].map((char) => by.get(char) ?? char).join('')
  return { put: swap(to), back: swap(from) }
}

function whole(before: string, after: string): readonly TextPiece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'kept', text: before }]
  const pieces: readonly TextPiece[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
  return pieces.filter(({ text }) => text !== '')
}
