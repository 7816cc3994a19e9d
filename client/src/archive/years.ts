/** Entries by the year of the achievement, newest first; what has no date yet stands first, because it wants one. Pure. */
import type { Item } from '@yejibu/shared/archive/item'
import { dateKeyOf } from './item-line.ts'

export interface Year {
  /** Four digits; empty for what has no date. */
  readonly year: string
  readonly items: readonly Item[]
}

/** What still goes on has no end yet: it counts where it began. */
function keyOf(item: Item): string {
  return dateKeyOf(item) || (item.fields.beginYm ?? '')
}

export function yearsOf(items: readonly Item[]): readonly Year[] {
  const years = new Map<string, Item[]>()
  for (const item of items) {
    const year = /^\d{4}/.exec(keyOf(item))?.[0] ?? ''
    const list = years.get(year)
    if (list) list.push(item)
    else years.set(year, [item])
  }
  return [...years]
    .map(([year, list]) => ({ year, items: list.sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1)) }))
    .sort((a, b) => (a.year === '' ? -1 : b.year === '' ? 1 : a.year < b.year ? 1 : -1))
}
