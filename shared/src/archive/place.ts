/**
 * Where an entry stands in its section's list: by its date, the newest first, or where its owner put it.
 *
 * A place is a text that is compared sign by sign, so between any two there is always another (fractional indexing, the form of the
 * package of that name: `a0` and digits in base 62, the last not 0). An entry that was never moved has a place too, computed from its date;
 * so moving one entry writes one value of that entry alone, and what two devices move at once merges.
 */
import type { Item } from './item.ts'
import { sectionByKey } from './sections.ts'

/** Before and after every place. */
export const FIRST_PLACE = 'a0'
export const LAST_PLACE = 'a1'

const PLACE_FORM = /^a0[0-9A-Za-z]{0,500}[1-9A-Za-z]$/

export function isPlace(value: unknown): value is string {
  return typeof value === 'string' && PLACE_FORM.test(value)
}

type Placed = Pick<Item, 'id' | 'part' | 'fields' | 'order' | 'place'>

export function placeOf(item: Placed): string {
  if (item.place !== undefined) return item.place
  // Nines' complement: the later comes first. What has no date yet was begun just now and stands before all others.
  const date = item.part === 'profile' ? '' : (item.fields[sectionByKey(item.part).dateField] ?? '')
  return `${FIRST_PLACE}${complement(date).padEnd(6, '0').slice(0, 8)}${complement(item.order).slice(0, 40)}1`
}

/** In their places; equal ones by id, so that every device shows the same. */
export function inPlaces<Entry extends Placed>(items: readonly Entry[]): readonly Entry[] {
  return items
    .map((item) => ({ item, id: item.id, place: placeOf(item) }))
    .sort(byPlace)
    .map(({ item }) => item)
}

/** For whoever sorts something else by the places of its entries. */
export function byPlace(a: InPlace, b: InPlace): number {
  return compare(a.place, b.place) || compare(a.id, b.id)
}

export interface InPlace {
  readonly id: Item['id']
  readonly place: string
}

/** The place of an entry that is no longer in the archive: only its content is known. */
export function placeOfContent(id: Item['id'], { part, fields }: Pick<Item, 'part' | 'fields'>): string {
  return placeOf({ id, part, fields, order: '' })
}

function complement(text: string): string {
  return text.replace(/\D/g, '').replace(/\d/g, (digit) => String(9 - Number(digit)))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
