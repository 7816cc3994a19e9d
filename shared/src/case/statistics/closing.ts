/** What runs out within the next seven working days: the windows of plans, notices, payments; and notices that are over and still open. */
import type { ApplicationId } from '../../kernel/ids.ts'
import { addDays, addWorkingDays, dayInShanghai, workingDaysBetween } from '../../kernel/working-days.ts'
import type { Plan } from '../../plan/plan.ts'
import { windowAt } from '../../plan/plan.ts'
import type { Course, Deadline } from './course.ts'

export const CLOSING_WORKING_DAYS = 7

export interface ClosingRow {
  readonly what: Deadline['what'] | 'plan'
  readonly plan: string
  /** Null for a plan's window. */
  readonly application: ApplicationId | null
  readonly name: string
  /** The last day. */
  readonly day: string
  /** After today up to the last day: 0 today and when it is over; null where the calendar does not reach so far. */
  readonly workingDays: number | null
  readonly isOver: boolean
}

/** The soonest first. @param plans the newest version of those that can be applied for */
export function closingRows(courses: readonly Course[], plans: readonly Plan[], now: Date): readonly ClosingRow[] {
  const today = dayInShanghai(now)
  const within = addWorkingDays(today, CLOSING_WORKING_DAYS)
  // In a year without a calendar: as many days as a week and a half has.
  const until = within.ok ? within.value : addDays(today, 10)
  const row = (day: string, of: Pick<ClosingRow, 'what' | 'plan' | 'application' | 'name'>): readonly ClosingRow[] => {
    if (day > until) return []
    const left = workingDaysBetween(today, day)
    return [{ ...of, day, workingDays: left.ok ? left.value : null, isOver: day < today }]
  }
  const windows = plans.flatMap(({ title, window }) => {
    if (windowAt({ window }, now) !== 'open') return []
    return row(dayInShanghai(new Date(window.close)), { what: 'plan', plan: title, application: null, name: '' })
  })
  const deadlines = courses.flatMap(({ application, name, plan, deadline }) =>
    deadline?.day ? row(deadline.day, { what: deadline.what, plan: plan.title, application, name }) : [],
  )
  return [...windows, ...deadlines].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
