/**
 * The score of a self-evaluation (domain §4.10). Only entries that were pulled, and so approved, count; each is used once per table; total =
 * Σ min(cap, value), kept in tenths so that 79.9 is never 80. A claim that does not hold is named and gives nothing.
 */
import type { FieldValues } from '../archive/item.ts'
import type { RevisionContent } from '../archive/revision.ts'
import type { ItemId } from '../kernel/ids.ts'
import { type Indicator, indicatorsOf, type Match, rowsOf, type ScoreTable } from './score-table.ts'

export interface ScoreClaim {
  readonly indicator: string
  readonly row: string
  /** The entry behind the points; null only where the indicator needs none. */
  readonly item: ItemId | null
  /** Used only where the entry itself does not say the rank. */
  readonly rank: number | null
}

export interface ScoreAnswers {
  readonly controls: readonly string[]
  readonly claims: readonly ScoreClaim[]
  /** Numbers entered for `range` indicators, decimal text with at most one place. */
  readonly ranges: Readonly<Record<string, string>>
}

export const NOTHING_CLAIMED: ScoreAnswers = { controls: [], claims: [], ranges: {} }

export interface ScoredItem {
  readonly item: ItemId
  readonly content: RevisionContent
}

/** What a table may ask of the person: approved schooling (after the plan's equivalence) and full years in the profession. */
export interface ScoredPerson {
  readonly schooling: string | null
  readonly specialtyYears: number
}

export type ScoreProblem = {
  readonly indicator: string
  readonly item: ItemId | null
  readonly why:
    | 'unknown-indicator'
    | 'unknown-row'
    | 'item-not-pulled'
    | 'item-needed'
    | 'item-of-another-section'
    | 'item-used-twice'
    | 'row-does-not-match'
    | 'number-out-of-range'
    | 'control-missing'
}

/** All points as decimal text with at most one place. */
export interface ScoreLine {
  readonly indicator: string
  readonly name: string
  readonly cap: string
  /** Before the cap. */
  readonly value: string
  /** After it; a penalty's begins with `-`. */
  readonly counted: string
  readonly claims: readonly {
    readonly row: string
    readonly item: ItemId | null
    readonly rank: number | null
    readonly points: string
  }[]
}

export interface Score {
  readonly table: { readonly id: string; readonly version: number; readonly isOfficial: boolean }
  readonly total: string
  readonly lines: readonly ScoreLine[]
  readonly problems: readonly ScoreProblem[]
}

interface Counted {
  readonly claim: ScoreClaim
  readonly tenths: number
  /** By the points of later ranks, which may have a cap of their own. */
  readonly isOther: boolean
}

export function scoreOf(
  table: ScoreTable,
  answers: ScoreAnswers,
  items: readonly ScoredItem[],
  person: ScoredPerson,
): Score {
  const byId = new Map(items.map(({ item, content }) => [item, content]))
  const indicators = new Map(indicatorsOf(table).map((i) => [i.code, i]))
  const problems: ScoreProblem[] = table.controls
    .filter((control) => !answers.controls.includes(control.code))
    .map(({ code }) => ({ indicator: code, item: null, why: 'control-missing' as const }))
  const counted = new Map<string, Counted[]>()
  const used = new Set<ItemId>()
  for (const claim of answers.claims) {
    const indicator = indicators.get(claim.indicator)
    const why = indicator ? faultOf(indicator, claim, byId, used, person) : 'unknown-indicator'
    if (why) problems.push({ indicator: claim.indicator, item: claim.item, why })
    if (!indicator || why) continue
    if (claim.item) used.add(claim.item)
    const fields = claim.item ? (byId.get(claim.item)?.fields ?? {}) : {}
    counted.set(indicator.code, [...(counted.get(indicator.code) ?? []), worth(indicator, claim, fields)])
  }
  const lines: ScoreLine[] = []
  let total = 0
  for (const group of table.groups) {
    const sums = group.indicators.map((indicator) => {
      const entered = enteredTenths(indicator, answers, problems)
      const claims = counted.get(indicator.code) ?? []
      const value = claimedTenths(indicator, claims, entered)
      const sum = Math.min(value, tenthsOf(indicator.cap)) * (indicator.scoreKind === 'penalty' ? -1 : 1)
      lines.push(lineOf(indicator, claims, value, sum))
      return sum
    })
    const sum = group.take === 'best' ? Math.max(...sums) : sums.reduce((a, b) => a + b, 0)
    total += group.cap === null ? sum : Math.min(sum, tenthsOf(group.cap))
  }
  const { id, version, isOfficial } = table
  return { table: { id, version, isOfficial }, total: textOf(Math.max(0, total)), lines, problems }
}

/** `score ≥ threshold`, compared in tenths (V-SELF). @param total decimal text with at most one place */
export function reaches(total: string, threshold: number): boolean {
  return (parseTenths(total) ?? 0) >= tenthsOf(threshold)
}

function faultOf(
  indicator: Indicator,
  claim: ScoreClaim,
  items: ReadonlyMap<ItemId, RevisionContent>,
  used: ReadonlySet<ItemId>,
  person: ScoredPerson,
): ScoreProblem['why'] | null {
  const row = rowsOf(indicator).find(({ code }) => code === claim.row)
  if (!row) return 'unknown-row'
  const content = claim.item === null ? null : items.get(claim.item)
  if (content === undefined) return 'item-not-pulled'
  if (content === null) {
    if (needsItem(indicator)) return 'item-needed'
    return row.matches.every((match) => matchHolds(match, {}, person)) ? null : 'row-does-not-match'
  }
  const isOfSection = content.part !== 'profile' && indicator.sections.includes(content.part)
  if (!isOfSection || (row.part !== null && row.part !== content.part)) return 'item-of-another-section'
  if (claim.item && used.has(claim.item)) return 'item-used-twice'
  return row.matches.every((match) => matchHolds(match, content.fields, person)) ? null : 'row-does-not-match'
}

export function needsItem(indicator: Indicator): boolean {
  if (indicator.scoreKind === 'choice') return indicator.needsItem
  return indicator.scoreKind !== 'range' && indicator.scoreKind !== 'penalty'
}

export function matchHolds(match: Match, fields: FieldValues, person: ScoredPerson): boolean {
  if ('field' in match) return match.isOneOf.includes(fields[match.field] ?? '')
  if (match.person === 'schooling') return person.schooling !== null && match.isOneOf.includes(person.schooling)
  return person.specialtyYears >= match.atLeast
}

/** What one claim gives, before any cap. @param fields of the entry behind it */
export function worth(indicator: Indicator, claim: ScoreClaim, fields: FieldValues): Counted {
  switch (indicator.scoreKind) {
    case 'range':
      return { claim, tenths: 0, isOther: false }
    case 'levelRank': {
      const row = indicator.rows.find(({ code }) => code === claim.row)
      const rank = rankOf(indicator.rankField, claim, fields)
      const listed = rank === null ? undefined : row?.byRank[rank - 1]
      const tenths = tenthsOf(listed ?? row?.other ?? 0)
      return { claim: { ...claim, rank }, tenths, isOther: listed === undefined }
    }
    case 'roleCoefficient': {
      const base = indicator.rows.find(({ code }) => code === claim.row)?.points ?? 0
      const rank = rankOf(indicator.rankField, claim, fields)
      const coefficient = (rank === null ? undefined : indicator.coefficients[rank - 1]) ?? indicator.later
      // A product like 6 × 0.35 lies a hair under its half; the hair must not decide.
      const tenths = Math.floor(base * coefficient * 10 + 0.5 + 1e-9)
      return { claim: { ...claim, rank }, tenths, isOther: false }
    }
    default:
      return {
        claim: { ...claim, rank: null },
        tenths: tenthsOf(indicator.rows.find(({ code }) => code === claim.row)?.points ?? 0),
        isOther: false,
      }
  }
}

function rankOf(field: string | null, claim: ScoreClaim, fields: FieldValues): number | null {
  const rank = field === null ? claim.rank : Number(fields[field] ?? 'NaN')
  return rank !== null && Number.isInteger(rank) && rank > 0 ? rank : null
}

function claimedTenths(indicator: Indicator, claims: readonly Counted[], entered: number): number {
  if (indicator.scoreKind === 'range') return entered
  if (indicator.scoreKind === 'choice') return Math.max(0, ...claims.map(({ tenths }) => tenths))
  const of = (isOther: boolean) => claims.reduce((sum, c) => sum + (c.isOther === isOther ? c.tenths : 0), 0)
  const others = of(true)
  const otherCap = indicator.scoreKind === 'levelRank' ? indicator.otherCap : null
  return of(false) + (otherCap === null ? others : Math.min(others, tenthsOf(otherCap)))
}

function enteredTenths(indicator: Indicator, answers: ScoreAnswers, problems: ScoreProblem[]): number {
  if (indicator.scoreKind !== 'range') return 0
  const text = Object.hasOwn(answers.ranges, indicator.code) ? (answers.ranges[indicator.code] ?? '') : ''
  if (text === '') return 0
  const tenths = parseTenths(text)
  if (tenths !== null && tenths >= tenthsOf(indicator.min) && tenths <= tenthsOf(indicator.max)) return tenths
  problems.push({ indicator: indicator.code, item: null, why: 'number-out-of-range' })
  return 0
}

function lineOf(indicator: Indicator, claims: readonly Counted[], value: number, sum: number): ScoreLine {
  return {
    indicator: indicator.code,
    name: indicator.name,
    cap: textOf(tenthsOf(indicator.cap)),
    value: textOf(value),
    counted: textOf(sum),
    claims: claims.map(({ claim: { row, item, rank }, tenths }) => ({ row, item, rank, points: textOf(tenths) })),
  }
}

function parseTenths(text: string): number | null {
  const parts = /^(\d{1,5})(?:\.(\d))?$/.exec(text)
  return parts ? Number(parts[1]) * 10 + Number(parts[2] ?? 0) : null
}

function tenthsOf(points: number): number {
  return Math.round(points * 10)
}

function textOf(tenths: number): string {
  return String(tenths / 10)
}
