/** What is wrong with one entry where it stands: by itself, and beside the others that a rule compares it with. Pure. */
import type { Item } from '@yejibu/shared/archive/item'
import type { Problem } from '@yejibu/shared/archive/problem'
import { problemsOfEntry, readinessOf } from '@yejibu/shared/archive/readiness'
import { type ItemId, PROFILE_ITEM } from '@yejibu/shared/kernel/ids'

const BLANK_PROFILE: Pick<Item, 'part' | 'fields' | 'evidence' | 'salt' | 'otherVersions' | 'order'> = {
  part: 'profile',
  fields: {},
  evidence: [],
  salt: '',
  otherVersions: [],
  order: '',
}

/** Of every entry of a section, each beside the others. */
export function problemsOfSection(items: readonly Item[], today: string): ReadonlyMap<ItemId, readonly Problem[]> {
  const profile = { ...BLANK_PROFILE, id: PROFILE_ITEM }
  const { items: found } = readinessOf({ profile, items }, { employerName: null, today })
  return new Map([...found].map(([id, { problems }]) => [id, problems]))
}

/** @param neighbours the entries of the same section, the item among them */
export function problemsInSection(item: Item, neighbours: readonly Item[], today: string): readonly Problem[] {
  return problemsOfEntry(item, neighbours, today)
}

/** @param works the entries about work, which years in the profession are counted from */
export function problemsOfProfile(
  profile: Item,
  works: readonly Item[],
  employerName: string | null,
  today: string,
): readonly Problem[] {
  return readinessOf({ profile, items: works }, { employerName, today }).profile.problems
}
