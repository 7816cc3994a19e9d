/**
 * How a plan's window stands at a moment, in the days a person counts: by the calendar of the office that set the window, whose
 * offset its own moments carry. This only tells; the relay's clock decides when something is submitted (V-PLAN-WINDOW).
 */
import { type Plan, windowAt } from '@yejibu/shared/plan/plan'

export type PlanWindow =
  /** Opens after so many days; 0 is later today. */
  | { readonly kind: 'not-yet'; readonly days: number }
  /** Closes after so many days; 0 is today. */
  | { readonly kind: 'open'; readonly days: number }
  | { readonly kind: 'closed' }

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

export function planWindow(plan: Pick<Plan, 'window'>, now: Date): PlanWindow {
  const kind = windowAt(plan, now)
  if (kind === 'closed') return { kind }
  return { kind, days: daysUntil(kind === 'open' ? plan.window.close : plan.window.open, now) }
}

/** Calendar days from now to a moment, both by the moment's own offset. */
function daysUntil(moment: string, now: Date): number {
  const offset = offsetOf(moment)
  const dayOf = (time: number): number => Math.floor((time + offset) / DAY)
  return dayOf(Date.parse(moment)) - dayOf(now.getTime())
}

/** Milliseconds east of UTC that an ISO 8601 moment was written with. */
function offsetOf(moment: string): number {
  const parts = /([+-])(\d{2}):?(\d{2})$/.exec(moment)
  if (!parts) return 0
  const minutes = Number(parts[2]) * 60 + Number(parts[3])
  return (parts[1] === '-' ? -minutes : minutes) * MINUTE
}
