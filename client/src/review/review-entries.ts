/**
 * The entries of one archive as a reviewer's list: what waits first, then what was dealt with, then what was never sent. Pure.
 * An entry is known from the archive, from its facts, or from both: one that was sent and then deleted still wants an answer.
 */
import type { Item, Part } from '@yejibu/shared/archive/item'
import type { Text } from '@yejibu/shared/archive/label'
import { byPlace, type InPlace, placeOf, placeOfContent } from '@yejibu/shared/archive/place'
import type { Digest } from '@yejibu/shared/archive/revision'
import { SECTIONS } from '@yejibu/shared/archive/sections'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { type ArchiveReview, type ItemReview, reviewOf } from '@yejibu/shared/review/review'
import { isWaiting, type StandingKind, standingOf } from '@yejibu/shared/review/standing'
import { titleOf } from '../archive/item-line.ts'
import { knownDigest } from '../sync/known-digest.ts'

export type EntryGroup = 'waiting' | 'dealt-with' | 'not-sent'

export interface ReviewEntry {
  readonly id: ItemId
  readonly part: Part
  readonly title: Text
  readonly group: EntryGroup
  readonly standing: StandingKind
  /** The digest that waits for a ruling; null when none does. */
  readonly waits: Digest | null
  /** ISO 8601: since when. */
  readonly since: string | null
  /** The owner has deleted it since. */
  readonly isGone: boolean
}

export interface ArchiveNow {
  readonly items: readonly Item[]
  readonly profile: Item
}

/** In the order of the sections, the profile first, within a section as its owner has them; groups one after the other. */
export function reviewEntries(archive: ArchiveNow, review: ArchiveReview): readonly ReviewEntry[] {
  const here = new Set<ItemId>()
  // Of an archive that never was on this device nobody can say what its owner deleted.
  const isHere = archive.items.length > 0 || !isEmpty(archive.profile)
  const found: (InPlace & { readonly entry: ReviewEntry })[] = []
  for (const item of [archive.profile, ...archive.items]) {
    here.add(item.id)
    const about = reviewOf(review, item.id)
    const isUntouchedProfile = item.part === 'profile' && about.sent === null && about.last === null && isEmpty(item)
    if (!isUntouchedProfile) {
      // No digest is computed: of an entry that no fact names nothing more is known than that it is another one.
      const entry = entryOf(item, knownDigest(item, about), about, false)
      found.push({ id: item.id, entry, place: placeOf(item) })
    }
  }
  for (const about of Object.values(review.items)) {
    const { sent } = about
    if (!sent || here.has(sent.item) || !isWaiting(about)) continue
    const item = { id: sent.item, part: sent.part, fields: sent.content.fields }
    found.push({ id: item.id, entry: entryOf(item, null, about, isHere), place: placeOfContent(item.id, item) })
  }
  return found
    .sort(
      (a, b) =>
        GROUP_ORDER[a.entry.group] - GROUP_ORDER[b.entry.group] ||
        sectionPlace(a.entry.part) - sectionPlace(b.entry.part) ||
        byPlace(a, b),
    )
    .map(({ entry }) => entry)
}

function entryOf(
  item: Pick<Item, 'id' | 'part' | 'fields'>,
  digest: Digest | null,
  about: ItemReview,
  isGone: boolean,
): ReviewEntry {
  const waits = about.sent && isWaiting(about) ? about.sent : null
  const standing = standingOf(digest, about).kind
  return {
    id: item.id,
    part: item.part,
    // What waits is called as it was sent, so that the list and the content beside it say the same.
    title: titleOf(waits ? { part: item.part, fields: waits.content.fields } : item),
    group: waits ? 'waiting' : about.last ? 'dealt-with' : 'not-sent',
    standing,
    waits: waits?.digest ?? null,
    since: waits?.at ?? null,
    isGone,
  }
}

/**
 * Where to go after a ruling on `from`: the next entry that waits, around the end; null when none is left.
 * @param isDone true for what was ruled on but is still on its way to the relay
 */
export function nextWaiting(
  entries: readonly ReviewEntry[],
  from: ItemId | null,
  isDone: (entry: ReviewEntry) => boolean,
): ItemId | null {
  const start = entries.findIndex(({ id }) => id === from) + 1
  const around = [...entries.slice(start), ...entries.slice(0, start)]
  return around.find((entry) => entry.waits !== null && entry.id !== from && !isDone(entry))?.id ?? null
}

/** The neighbour in the list, for j and k; stays at the ends. */
export function neighbour(entries: readonly ReviewEntry[], from: ItemId | null, step: 1 | -1): ItemId | null {
  const at = entries.findIndex(({ id }) => id === from)
  const next = at < 0 ? 0 : Math.min(entries.length - 1, Math.max(0, at + step))
  return entries[next]?.id ?? null
}

const GROUP_ORDER: Readonly<Record<EntryGroup, number>> = { waiting: 0, 'dealt-with': 1, 'not-sent': 2 }

function sectionPlace(part: Part): number {
  return part === 'profile' ? 0 : SECTIONS.findIndex(({ key }) => key === part) + 1
}

function isEmpty(item: Item): boolean {
  return item.evidence.length === 0 && Object.values(item.fields).every((value) => value === null)
}
