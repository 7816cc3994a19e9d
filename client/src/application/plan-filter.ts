/** Which plans a person sees first, and how she narrows them. */
import { type Plan, windowAt } from '@yejibu/shared/plan/plan'

/** Empty: any. */
export interface PlanFilter {
  readonly state: string
  readonly level: string
  readonly series: string
  readonly region: string
}

export const NO_FILTER: PlanFilter = { state: '', level: '', series: '', region: '' }

const ORDER = { open: 0, 'not-yet': 1, closed: 2 } as const

/** Open ones by their close, coming ones by their opening, closed ones the newest first. */
export function inCatalogueOrder(plans: readonly Plan[], now: Date): readonly Plan[] {
  const key = (plan: Plan): readonly [number, number] => {
    const state = windowAt(plan, now)
    const at = Date.parse(state === 'not-yet' ? plan.window.open : plan.window.close)
    return [ORDER[state], state === 'closed' ? -at : at]
  }
  return [...plans].sort((a, b) => {
    const [[stateA, timeA], [stateB, timeB]] = [key(a), key(b)]
    return stateA - stateB || timeA - timeB || (a.id < b.id ? -1 : 1)
  })
}

export function passesFilter(plan: Plan, filter: PlanFilter, now: Date): boolean {
  const wants = (wanted: string, value: string): boolean => wanted === '' || wanted === value
  return (
    wants(filter.state, windowAt(plan, now)) &&
    wants(filter.level, plan.level) &&
    wants(filter.series, plan.series) &&
    wants(filter.region, plan.regionScope)
  )
}

export function valuesOf(plans: readonly Plan[], key: 'series' | 'regionScope'): readonly string[] {
  return [...new Set(plans.map((plan) => plan[key]))].sort((a, b) => a.localeCompare(b, 'zh'))
}
