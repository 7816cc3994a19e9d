/** What the self-evaluation page works with: the table, what was answered, what it gives, and what could still be claimed. */

import { scoredPerson } from '@yejibu/shared/application/filing-problems'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import { proposedClaims } from '@yejibu/shared/plan/score-proposal'
import { type Indicator, indicatorsOf, rowsOf, type ScoreTable } from '@yejibu/shared/plan/score-table'
import type { ScoredItem } from '@yejibu/shared/plan/self-score'
import {
  matchHolds,
  type NOTHING_CLAIMED,
  type Score,
  type ScoreClaim,
  type ScoredPerson,
  worth,
} from '@yejibu/shared/plan/self-score'
import type { DraftCheck } from '../check-draft.ts'

export interface ScoreDesk {
  readonly table: ScoreTable
  readonly score: Score
  readonly answers: typeof NOTHING_CLAIMED
  readonly items: readonly ScoredItem[]
  readonly person: ScoredPerson
  /** What the archive speaks for and nobody claimed yet. */
  readonly proposals: readonly ScoreClaim[]
}

export function scoreDesk(
  table: ScoreTable,
  score: Score,
  answers: typeof NOTHING_CLAIMED,
  plan: Plan,
  check: Pick<DraftCheck, 'items' | 'candidate'>,
): ScoreDesk {
  const items = check.items.map(({ approval }) => ({ item: approval.item, content: approval.content }))
  const person = scoredPerson(plan, check.candidate)
  const used = new Set(answers.claims.map(({ item }) => item))
  const answered = new Set(answers.claims.map(({ indicator }) => indicator))
  const indicators = new Map(indicatorsOf(table).map((one) => [one.code, one]))
  const proposals = proposedClaims(
    table,
    items.filter(({ item }) => !used.has(item)),
    person,
  ).filter(({ indicator }) => indicators.get(indicator)?.scoreKind !== 'choice' || !answered.has(indicator))
  return { table, score, answers, items, person, proposals }
}

export interface ChoosableRow {
  readonly code: string
  readonly name: string
  /** The most that it gives. */
  readonly points: number
}

/** The rows that fit an entry; without one, those that fit the person. */
export function rowsFitting(
  indicator: Indicator,
  scored: ScoredItem | null,
  person: ScoredPerson,
): readonly ChoosableRow[] {
  if (indicator.scoreKind === 'range') return []
  const fields = scored?.content.fields ?? {}
  const part = scored?.content.part
  return rowsOf(indicator)
    .filter((row) => part === undefined || row.part === null || row.part === part)
    .filter((row) => row.matches.every((match) => matchHolds(match, fields, person)))
    .map(({ code, name }) => ({ code, name, points: mostOf(indicator, code) }))
}

export function allRows(indicator: Indicator): readonly ChoosableRow[] {
  return rowsOf(indicator).map(({ code, name }) => ({ code, name, points: mostOf(indicator, code) }))
}

function mostOf(indicator: Indicator, code: string): number {
  switch (indicator.scoreKind) {
    case 'range':
      return 0
    case 'levelRank': {
      const row = indicator.rows.find((one) => one.code === code)
      return Math.max(0, ...(row?.byRank ?? []), row?.other ?? 0)
    }
    default:
      return indicator.rows.find((one) => one.code === code)?.points ?? 0
  }
}

/** Entries of the indicator's sections that no claim uses. */
export function freeItems(desk: ScoreDesk, indicator: Indicator): readonly ScoredItem[] {
  const used = new Set(desk.answers.claims.map(({ item }) => item))
  return desk.items.filter(
    ({ item, content }) => !used.has(item) && indicator.sections.some((section) => section === content.part),
  )
}

/** The archive does not know the rank, so the person says it herself. */
export function asksRank(indicator: Indicator): boolean {
  return (
    (indicator.scoreKind === 'levelRank' || indicator.scoreKind === 'roleCoefficient') && indicator.rankField === null
  )
}

/** Before any cap, as decimal text. */
export function pointsOf(desk: ScoreDesk, claim: ScoreClaim): string {
  const indicator = indicatorsOf(desk.table).find(({ code }) => code === claim.indicator)
  if (!indicator) return '0'
  const fields = desk.items.find(({ item }) => item === claim.item)?.content.fields ?? {}
  return String(worth(indicator, claim, fields).tenths / 10)
}

/** Claims of one indicator by a key that outlives a change of row, so that the control one is in stays. */
export function claimKeys(claims: readonly ScoreClaim[], indicator: string): ReadonlyMap<string, ScoreClaim> {
  const keyed = new Map<string, ScoreClaim>()
  for (const claim of claims) {
    if (claim.indicator !== indicator) continue
    let key = claim.item ?? claim.row
    while (keyed.has(key)) key += '+'
    keyed.set(key, claim)
  }
  return keyed
}

export type TitleOf = (item: ItemId) => string
