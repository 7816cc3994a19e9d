/** A roster in the making: who may go before the meeting now, in the order the relay checks (V-ROSTER-SORT), with the remark of each who stands first. */
import { type RosterRow, remarkOfType, SPECIAL, type Special, sortedRoster } from '@yejibu/shared/case/roster'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { CaseRow } from '@yejibu/shared/wire/cases'

export type Remarks = Readonly<Record<string, Special | null>>
export type RosterPlace = RosterRow & { readonly row: CaseRow; readonly number: number }

const READY: readonly string[] = ['form-delivered', 'interview-done', 'awaiting-meeting']

/** It stands at this office and waits for a meeting. */
export function isReadyToMeet(row: CaseRow): boolean {
  return row.isHere && READY.includes(row.state)
}

export function specialOf(text: string): Special | null {
  return SPECIAL.find((one) => one === text) ?? null
}

/** The order is the plan's: the same one the relay holds it against. Who has no remark of the office's yet has that of her type (V-ROSTER-REMARK). */
export function rosterOf(rows: readonly CaseRow[], plan: Pick<Plan, 'categories'>, remarks: Remarks): RosterPlace[] {
  const wanted = rows.map((row) => ({
    row,
    application: row.application,
    category: row.category,
    special: remarks[row.application] === undefined ? remarkOfType(row.type) : (remarks[row.application] ?? null),
    name: row.name,
  }))
  const order = { categories: plan.categories.map(({ code }) => code), specialFirst: 'per-category' as const }
  return sortedRoster(wanted, order).map((place, i) => ({ ...place, number: i + 1 }))
}
