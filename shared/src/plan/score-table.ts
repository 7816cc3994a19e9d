/**
 * A self-evaluation table as data (domain §4.10): groups of indicators, and for each how points come about. The engine is `self-score.ts`.
 * Points have at most one decimal place and are never negative; a penalty's points are taken away.
 */
import * as z from 'zod/mini'
import { SECTION_KEYS, type SectionKey } from '../archive/section.ts'

const line = z.string().check(z.minLength(1), z.maxLength(300))
const code = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9.-]{0,39}$/))

const points = z.number().check(
  z.gte(0),
  z.lte(10_000),
  z.refine((n) => Math.abs(n * 10 - Math.round(n * 10)) < 1e-9, 'one decimal place'),
)

/** What must be so of the entry behind a row, or of the person. An empty list leaves the choice to whoever evaluates herself. */
const matchSchema = z.union([
  z.strictObject({ field: z.string(), isOneOf: z.array(z.string()) }),
  z.strictObject({ person: z.literal('schooling'), isOneOf: z.array(z.string()) }),
  z.strictObject({ person: z.literal('specialtyYears'), atLeast: z.int().check(z.nonnegative()) }),
])
export type Match = z.output<typeof matchSchema>

const row = {
  code,
  name: line,
  /** Null: an entry of any of the indicator's sections. */
  part: z.nullable(z.enum(SECTION_KEYS)),
  matches: z.array(matchSchema),
}
const pointRow = z.strictObject({ ...row, points })
/** Points of the 1st, 2nd, … person; whoever comes later gets `other`. */
const rankRow = z.strictObject({ ...row, byRank: z.array(points), other: points })

const indicator = {
  code,
  name: line,
  /** The most that this indicator gives; the most that a penalty takes. */
  cap: points,
  sections: z.array(z.enum(SECTION_KEYS)),
  note: z.string().check(z.maxLength(1000)),
}
/** The field of an entry that says the person's rank; null where the archive does not know it and the person says so herself. */
const rankField = z.nullable(z.string())

const indicatorSchema = z.discriminatedUnion('scoreKind', [
  /** One row counts: the highest of those claimed. */
  z.strictObject({ ...indicator, scoreKind: z.literal('choice'), needsItem: z.boolean(), rows: z.array(pointRow) }),
  /** Points × count. */
  z.strictObject({ ...indicator, scoreKind: z.literal('perItem'), rows: z.array(pointRow) }),
  /** The person enters a number inside the bounds. */
  z.strictObject({ ...indicator, scoreKind: z.literal('range'), min: points, max: points }),
  /** Level × rank; `otherCap` bounds what all later ranks give together. */
  z.strictObject({
    ...indicator,
    scoreKind: z.literal('levelRank'),
    rankField,
    rows: z.array(rankRow),
    otherCap: z.nullable(points),
  }),
  /** Base × the coefficient of the rank; later ranks get `later`. Rounded to one place, half up. */
  z.strictObject({
    ...indicator,
    scoreKind: z.literal('roleCoefficient'),
    rankField,
    rows: z.array(pointRow),
    coefficients: z.array(z.number().check(z.gte(0), z.lte(10))),
    later: z.number().check(z.gte(0), z.lte(10)),
  }),
  z.strictObject({ ...indicator, scoreKind: z.literal('penalty'), rows: z.array(pointRow) }),
])
export type Indicator = z.output<typeof indicatorSchema>

export const scoreTableSchema = z.strictObject({
  id: code,
  version: z.int().check(z.positive()),
  title: line,
  /** False: the interface says 示例评分表（非官方） beside it. */
  isOfficial: z.boolean(),
  /** Boxes that must all be ticked before anything counts. */
  controls: z.array(z.strictObject({ code, name: line })),
  groups: z.array(
    z.strictObject({
      code,
      name: line,
      /** `best`: only the indicator with the most points counts (两项取其中得分高的一项). */
      take: z.enum(['sum', 'best']),
      cap: z.nullable(points),
      indicators: z.array(indicatorSchema).check(z.minLength(1)),
    }),
  ),
})
export type ScoreTable = z.output<typeof scoreTableSchema>

export const DEMO_TABLE_LABEL = { zh: '示例评分表（非官方）', en: 'Demonstration table (not official)' } as const

export function indicatorsOf(table: ScoreTable): readonly Indicator[] {
  return table.groups.flatMap((group) => group.indicators)
}

/** The rows of an indicator with what all kinds of rows have. */
export function rowsOf(of: Indicator): readonly {
  readonly code: string
  readonly name: string
  readonly part: SectionKey | null
  readonly matches: readonly Match[]
}[] {
  return of.scoreKind === 'range' ? [] : of.rows
}
