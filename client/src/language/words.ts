/**
 * A dictionary in both languages. The Chinese one is written first and gives the shape; the English one must have exactly
 * the same keys, which the compiler checks here and a test checks again over all files.
 *
 * A slice's words: `zh/<slice>.ts` exports `const zh = {…}`, `en/<slice>.ts` exports `const en: SameKeys<typeof zh> = {…}`, and
 * `<slice>.ts` beside this file exports `words(zh, en)`. Values are sentences, with `{{ name }}` where a value goes.
 */
export type SameKeys<Dictionary> = {
  readonly [Key in keyof Dictionary]: Dictionary[Key] extends string ? string : SameKeys<Dictionary[Key]>
}

export interface Words<Dictionary> {
  readonly zh: Dictionary
  readonly en: Dictionary
}

export function words<const Dictionary>(zh: Dictionary, en: SameKeys<Dictionary>): Words<SameKeys<Dictionary>> {
  return { zh: zh as SameKeys<Dictionary>, en }
}
