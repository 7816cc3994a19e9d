/** What a field of an entry, or its evidence as a whole, is called where a reviewer or her words point at it. */
import type { Part } from '@yejibu/shared/archive/item'
import { EVIDENCE_FIELD, fieldsOf } from '@yejibu/shared/archive/revision'
import { useLanguage, useText } from '../language/language.tsx'
import { pointingWords } from '../language/pointing.ts'

export interface PlaceNames {
  /** A field of another version of the form is called by its identifier. */
  one(part: Part, name: string): string
  all(part: Part, names: readonly string[]): string
}

export function usePlaceNames(): PlaceNames {
  const t = useText(pointingWords)
  const { say } = useLanguage()
  const one = (part: Part, name: string) => {
    if (name === EVIDENCE_FIELD) return t('evidence')
    const field = fieldsOf(part).find((known) => known.name === name)
    return field ? say(field.label) : name
  }
  return { one, all: (part, names) => names.map((name) => one(part, name)).join(t('join')) }
}
