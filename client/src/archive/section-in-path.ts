/** The section that an address names. */
import { SECTION_KEYS, type Section } from '@yejibu/shared/archive/section'
import { sectionByKey } from '@yejibu/shared/archive/sections'

export function sectionInPath(name: string | undefined): Section | undefined {
  const key = SECTION_KEYS.find((known) => known === name)
  return key && sectionByKey(key)
}
