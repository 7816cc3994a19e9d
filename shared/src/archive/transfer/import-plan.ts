/**
 * What an import would do, row by row, and what it does once the owner has decided. Pure: nothing is written here.
 *
 * Always true: every row of the file is exactly one of added, merged, skipped by choice, or refused, whatever is decided, so the
 * four numbers add up to the rows. Merging fills what is empty and changes nothing that was written.
 */

import type { ItemId } from '../../kernel/ids.ts'
import type { FieldValues, Item } from '../item.ts'
import type { Draft, DraftRow } from './draft.ts'
import { duplicateKeys, type KeyKind } from './duplicates.ts'
import type { RowRefusal } from './foreign-record.ts'

/** The entry or the earlier row that a row may repeat, and by what they were found equal. */
export type Twin =
  | { readonly kind: 'item'; readonly item: Item; readonly by: KeyKind }
  | { readonly kind: 'row'; readonly row: number; readonly by: KeyKind }

export type PlannedRow =
  | { readonly row: number; readonly refusal: RowRefusal }
  | { readonly row: number; readonly draft: Draft; readonly twin: Twin | null }

/** `merge` needs an entry of the archive as twin; elsewhere it counts as `skip`. */
export type Decision = 'add' | 'merge' | 'skip'
export type Decisions = ReadonlyMap<number, Decision>

export function planImport(rows: readonly DraftRow[], items: readonly Item[]): readonly PlannedRow[] {
  const inArchive = new Map<string, Item>()
  for (const item of items) {
    if (item.part === 'profile') continue
    for (const { key } of duplicateKeys({ ...item, part: item.part })) {
      if (!inArchive.has(key)) inArchive.set(key, item)
    }
  }
  const inFile = new Map<string, number>()
  return rows.map((row): PlannedRow => {
    if (!('draft' in row)) return row
    const keys = duplicateKeys(row.draft)
    let twin: Twin | null = null
    for (const { key, kind } of keys) {
      const item = inArchive.get(key)
      const earlier = inFile.get(key)
      if (item && item.part === row.draft.part) twin = { kind: 'item', item, by: kind }
      else if (earlier !== undefined) twin = { kind: 'row', row: earlier, by: kind }
      if (twin) break
    }
    for (const { key } of keys) if (!inFile.has(key)) inFile.set(key, row.row)
    return { row: row.row, draft: row.draft, twin }
  })
}

/** What happens to a row about which nothing was said: what is new comes in, what adds something is merged, the rest is left out. */
export function usualDecision(row: PlannedRow): Decision {
  if (!('draft' in row)) return 'skip'
  if (row.twin === null) return 'add'
  return row.twin.kind === 'item' && Object.keys(filledBy(row.twin.item.fields, row.draft.fields)).length > 0
    ? 'merge'
    : 'skip'
}

/** The fields that are empty in the one and written in the other. */
export function filledBy(present: FieldValues, offered: FieldValues): Readonly<Record<string, string>> {
  const filled: Record<string, string> = {}
  for (const [name, value] of Object.entries(offered)) {
    if (value !== null && (present[name] ?? null) === null) filled[name] = value
  }
  return filled
}

export interface Merge {
  readonly row: number
  readonly item: ItemId
  readonly fields: Readonly<Record<string, string>>
  readonly identifiers: readonly string[]
}

export interface Import {
  readonly added: readonly { readonly row: number; readonly draft: Draft }[]
  readonly merged: readonly Merge[]
  /** Rows left out because the owner, or what is usual, said so. */
  readonly skipped: readonly number[]
  readonly refused: readonly { readonly row: number; readonly refusal: RowRefusal }[]
}

export function importOf(plan: readonly PlannedRow[], decisions: Decisions): Import {
  const added: { row: number; draft: Draft }[] = []
  const merged: Merge[] = []
  const skipped: number[] = []
  const refused: { row: number; refusal: RowRefusal }[] = []
  /** Two rows may fill the same entry: the second finds what the first has written. */
  const written = new Map<ItemId, FieldValues>()
  for (const row of plan) {
    if (!('draft' in row)) {
      refused.push(row)
      continue
    }
    const decision = decisions.get(row.row) ?? usualDecision(row)
    if (decision === 'add') added.push({ row: row.row, draft: row.draft })
    else if (decision === 'merge' && row.twin?.kind === 'item') {
      const { item } = row.twin
      const present = written.get(item.id) ?? item.fields
      const fields = filledBy(present, row.draft.fields)
      written.set(item.id, { ...present, ...fields })
      merged.push({ row: row.row, item: item.id, fields, identifiers: row.draft.identifiers })
    } else skipped.push(row.row)
  }
  return { added, merged, skipped, refused }
}
