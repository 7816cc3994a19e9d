/** How long each case has stood where it stands, in calendar days in Shanghai, the day it came not counted; who has waited longest is named. */
import type { ApplicationId } from '../../kernel/ids.ts'
import { dayInShanghai, daysBetween } from '../../kernel/working-days.ts'
import { type StateKind, TERMINAL } from '../case-state.ts'
import type { Course, Station } from './course.ts'

/** Up to so many days; the last bucket is what is over the last bound. */
export const AGE_BOUNDS = [3, 7, 15, 30] as const
export const AGE_BUCKETS = AGE_BOUNDS.length + 1

export interface WaitingRow {
  readonly station: Station
  readonly state: StateKind
  readonly cases: number
  /** As many as `AGE_BUCKETS`; together `cases`. */
  readonly ages: readonly number[]
  readonly oldest: {
    readonly application: ApplicationId
    readonly name: string
    readonly since: string
    readonly days: number
  }
}

/** Whose oldest has waited longest comes first. */
export function waitingRows(courses: readonly Course[], now: Date): readonly WaitingRow[] {
  const rows = new Map<string, WaitingRow>()
  for (const course of courses) {
    const station = course.reached.at(-1)
    if (station === undefined || TERMINAL.includes(course.state)) continue
    const { application, name, since, state } = course
    const days = waitedDays(since, now)
    const key = `${station} ${state}`
    const row = rows.get(key) ?? {
      station,
      state,
      cases: 0,
      ages: emptyAges(),
      oldest: { application, name, since, days },
    }
    const oldest = since < row.oldest.since ? { application, name, since, days } : row.oldest
    rows.set(key, { ...row, cases: row.cases + 1, ages: withAge(row.ages, days), oldest })
  }
  return [...rows.values()].sort((a, b) => (a.oldest.since < b.oldest.since ? -1 : 1))
}

/** @param since ISO 8601 */
export function waitedDays(since: string, now: Date): number {
  return Math.max(0, daysBetween(dayInShanghai(new Date(since)), dayInShanghai(now)))
}

export function emptyAges(): readonly number[] {
  return Array.from({ length: AGE_BUCKETS }, () => 0)
}

export function withAge(ages: readonly number[], days: number): readonly number[] {
  const found = AGE_BOUNDS.findIndex((bound) => days <= bound)
  const bucket = found < 0 ? AGE_BOUNDS.length : found
  return ages.map((count, i) => (i === bucket ? count + 1 : count))
}
