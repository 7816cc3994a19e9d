/**
 * The order of a roster (V-ROSTER-SORT): by the plan's categories in the plan's order, contiguous; within each category (or in the whole
 * roster) the special ones first, in their order, then by name. Certificates are made from it, so ties are broken by the application's id.
 */
import type { ApplicationId } from '../kernel/ids.ts'

/** 面试答辩, 专家举荐, 单位直接推荐, 技能人才: the order in which they head the roster. */
export const SPECIAL = ['interview', 'expert-nomination', 'direct-recommendation', 'skilled'] as const
export type Special = (typeof SPECIAL)[number]

/** How a type of application heads the roster, and so is remarked on it; an interview comes before it. */
const HEADING_TYPES: Readonly<Record<string, Special>> = {
  landmark: 'expert-nomination',
  selfEval: 'direct-recommendation',
  skilled: 'skilled',
}

/** The remark that a type of application must carry (V-ROSTER-REMARK); null for the usual ones. */
export function remarkOfType(type: string): Special | null {
  return Object.hasOwn(HEADING_TYPES, type) ? (HEADING_TYPES[type] ?? null) : null
}

export interface RosterRow {
  readonly application: ApplicationId
  readonly category: string
  readonly special: Special | null
  readonly name: string
}

export interface RosterOrder {
  /** Codes in the order of the plan. */
  readonly categories: readonly string[]
  readonly specialFirst: 'per-category' | 'global'
}

export function sortedRoster<Row extends RosterRow>(rows: readonly Row[], order: RosterOrder): Row[] {
  return [...rows].sort((a, b) => compareRows(a, b, order))
}

/** A row at its `number`, counted from 1, in a sorted roster. */
export function isOnRoster(rows: readonly RosterRow[], order: RosterOrder, id: ApplicationId, number: number): boolean {
  const isSorted = rows.every((row, i) => {
    const next = rows[i + 1]
    return !next || compareRows(row, next, order) < 0
  })
  return isSorted && rows[number - 1]?.application === id
}

function compareRows(a: RosterRow, b: RosterRow, { categories, specialFirst }: RosterOrder): number {
  const category = place(categories, a.category) - place(categories, b.category)
  const special = place(SPECIAL, a.special) - place(SPECIAL, b.special)
  const [first, second] = specialFirst === 'global' ? [special, category] : [category, special]
  return first || second || compareText(a.name, b.name) || compareText(a.application, b.application)
}

function place(list: readonly string[], value: string | null): number {
  const index = value === null ? -1 : list.indexOf(value)
  return index < 0 ? list.length : index
}

/** By code point: the same on every machine, which a locale's order is not. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
