/**
 * Last year's plan as the beginning of this year's: dates and the years that are looked at go on by one, and whatever was changed, or names a
 * year in words, is to be looked at before it is published. The words themselves stay (`years-in-texts.ts` proposes what they would be).
 */
import type { PlanId } from '../kernel/ids.ts'
import type { Plan } from './plan.ts'
import type { Json, PlanPath } from './plan-drafts-doc.ts'

export interface NextYear {
  readonly value: Json
  readonly toCheck: readonly PlanPath[]
}

/** Keys whose whole value is a date or a list of years. */
const DATED: ReadonlySet<string> = new Set(['year', 'window.open', 'window.close', 'tenureCutoff', 'ceRule.years'])

export function forNextYear(plan: Plan, id: PlanId): NextYear {
  const toCheck: PlanPath[] = []
  const walk = (value: Json, path: PlanPath): Json => {
    if (DATED.has(path.join('.'))) {
      toCheck.push(path)
      return later(value)
    }
    if (typeof value === 'string') {
      if (/(?<!\d)(?:19|20)\d{2}\s*年/.test(value)) toCheck.push(fieldOf(path))
      return value
    }
    if (Array.isArray(value)) return value.map((entry, index) => walk(entry, [...path, index]))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, walk(entry ?? null, [...path, key])]))
  }
  const value = walk({ ...plan, id, version: 1 }, [])
  return { value, toCheck: unique(toCheck) }
}

/** A year, a date, a moment, or a list of them, one year on; the last day of February stays the last day. */
function later(value: Json): Json {
  if (Array.isArray(value)) return value.map(later)
  if (typeof value === 'number') return value + 1
  if (typeof value !== 'string') return value
  const year = Number(value.slice(0, 4)) + 1
  const rest = value.slice(4)
  return `${year}${rest.startsWith('-02-29') ? `-02-28${rest.slice('-02-29'.length)}` : rest}`
}

/** The field that a line of a list belongs to. */
function fieldOf(path: PlanPath): PlanPath {
  return typeof path.at(-1) === 'number' ? path.slice(0, -1) : path
}

function unique(paths: readonly PlanPath[]): readonly PlanPath[] {
  return [...new Map(paths.map((path) => [path.join('.'), path])).values()]
}
