/** The line below a field that says how many characters are written of how many allowed. */
import type { Flatten, Translator } from '@solid-primitives/i18n'
import type { SameKeys } from '../language/words.ts'
import type { zh } from '../language/zh/ui.ts'
import { countCharacters } from './count-characters.ts'

type UiText = Translator<Flatten<SameKeys<typeof zh>>>

export interface Counter {
  readonly text: string
  readonly isOver: boolean
}

/** A mobile number or an ID number fills its field by nature: so short a limit is mentioned only when it is passed. */
const QUIET_UP_TO = 40

/** Short limits are shown only when they come near, so that a form of many short fields stays quiet. */
export function counterOf(
  t: UiText,
  value: string,
  max: number | undefined,
  count = countCharacters(value),
): Counter | undefined {
  if (max === undefined) return undefined
  const isOver = count > max
  if (!isOver && (max <= QUIET_UP_TO || (max <= 200 && count < max * 0.8))) return undefined
  return isOver
    ? { text: t('field.charsOver', { count, max, over: count - max }), isOver }
    : { text: t('field.chars', { count, max }), isOver }
}
