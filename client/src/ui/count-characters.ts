/**
 * How many characters a person sees as typed: Unicode code points of the composed text, so that 𠮷 counts as one and é does
 * not depend on the keyboard that typed it.
 */
export function countCharacters(text: string): number {
  let count = 0
  for (const _ of text.normalize('NFC')) count += 1
  return count
}
