/** 统计: what one organisation is told of the cases that it may read, counted from their facts; for an employer of its archives too. */
import type { Plan } from '../../plan/plan.ts'
import { type ClosingRow, closingRows } from './closing.ts'
import type { Course } from './course.ts'
import { type PlanCount, planCounts } from './funnel.ts'
import { type ReasonRow, reasonRows, type SaidNo, saidIn } from './reasons.ts'
import { emptyAges, type WaitingRow, waitedDays, waitingRows, withAge } from './waiting.ts'

/** The archives of an employer's people. */
export interface ArchiveCount {
  readonly people: number
  /** With an entry that was ever sent. */
  readonly sent: number
  /** With an approval in force. */
  readonly approved: number
  /** With an entry that waits for a ruling, and how long the first of it has waited. */
  readonly waiting: number
  readonly ages: readonly number[]
  readonly oldest: {
    readonly account: string
    readonly name: string
    readonly since: string
    readonly days: number
  } | null
}

export interface Statistics {
  readonly plans: readonly PlanCount[]
  readonly waiting: readonly WaitingRow[]
  readonly reasons: readonly ReasonRow[]
  readonly closing: readonly ClosingRow[]
  /** Null for an office: archives are the employer's. */
  readonly archives: ArchiveCount | null
}

/** A person of the employer, as the queue of its review knows her. */
export interface ReviewedPerson {
  readonly account: string
  readonly name: string
  readonly items: number
  readonly approved: number
  /** ISO 8601. */
  readonly waitingSince: string | null
}

export interface Counted {
  readonly courses: readonly Course[]
  /** What was said against entries of archives. */
  readonly rulings: readonly SaidNo[]
  readonly people: readonly ReviewedPerson[] | null
  readonly plans: readonly Plan[]
}

export function statisticsOf({ courses, rulings, people, plans }: Counted, now: Date): Statistics {
  return {
    plans: planCounts(courses),
    waiting: waitingRows(courses, now),
    reasons: reasonRows([...rulings, ...saidIn(courses)]),
    closing: closingRows(courses, plans, now),
    archives: people && archiveCount(people, now),
  }
}

function archiveCount(people: readonly ReviewedPerson[], now: Date): ArchiveCount {
  const waiting = people
    .flatMap(({ account, name, waitingSince: since }) =>
      since === null ? [] : [{ account, name, since, days: waitedDays(since, now) }],
    )
    .sort((a, b) => (a.since < b.since ? -1 : 1))
  return {
    people: people.length,
    sent: people.filter(({ items }) => items > 0).length,
    approved: people.filter(({ approved }) => approved > 0).length,
    waiting: waiting.length,
    ages: waiting.reduce((ages, { days }) => withAge(ages, days), emptyAges()),
    oldest: waiting[0] ?? null,
  }
}
