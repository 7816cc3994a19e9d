/** How far the cases of a plan have come: station by station how many came, are there now, went back, ended there and went on; and how they ended. */
import type { PlanId } from '../../kernel/ids.ts'
import { TERMINAL } from '../case-state.ts'
import type { Course, Station } from './course.ts'

export interface FunnelRow {
  readonly station: Station
  /** The sum of the four below. */
  readonly came: number
  readonly now: number
  /** Sent back to the applicant from here, who has not submitted it again. */
  readonly returned: number
  readonly ended: number
  readonly passed: number
}

export const RESULTS = [
  'under-way',
  'certified',
  'announced',
  'handed-over',
  'failed',
  'rejected',
  'withdrawn',
  'voided',
] as const
export type ResultKind = (typeof RESULTS)[number]

export interface PlanCount {
  readonly plan: Course['plan']
  readonly cases: number
  readonly funnel: readonly FunnelRow[]
  /** Those with a count, in the order of `RESULTS`. */
  readonly results: readonly { readonly result: ResultKind; readonly cases: number }[]
}

/** The newest year first, then by title. */
export function planCounts(courses: readonly Course[]): readonly PlanCount[] {
  const byPlan = new Map<PlanId, Course[]>()
  for (const course of courses) byPlan.set(course.plan.id, [...(byPlan.get(course.plan.id) ?? []), course])
  return [...byPlan.values()]
    .flatMap((own) => (own[0] ? [{ plan: own[0].plan, own }] : []))
    .sort((a, b) => b.plan.year - a.plan.year || (a.plan.title < b.plan.title ? -1 : 1))
    .map(({ plan, own }) => ({
      plan,
      cases: own.length,
      funnel: stationsOf(own).map((station) => rowAt(station, own)),
      results: RESULTS.map((result) => ({
        result,
        cases: own.filter((one) => resultOf(one) === result).length,
      })).filter(({ cases }) => cases > 0),
    }))
}

function rowAt(station: Station, courses: readonly Course[]): FunnelRow {
  const row = { station, came: 0, now: 0, returned: 0, ended: 0, passed: 0 }
  for (const course of courses) {
    if (!course.reached.includes(station)) continue
    row.came++
    row[course.reached.at(-1) === station ? whereLast(course) : 'passed']++
  }
  return row
}

/** What became of a case at the last station it has come to. */
function whereLast({ state }: Course): 'now' | 'returned' | 'ended' | 'passed' {
  if (state === 'emp-returned' || state === 'stage-returned') return 'returned'
  if (state === 'certified' || state === 'handed-over') return 'passed'
  return TERMINAL.includes(state) ? 'ended' : 'now'
}

function resultOf({ state }: Course): ResultKind {
  switch (state) {
    case 'certified':
    case 'announced':
    case 'handed-over':
    case 'withdrawn':
    case 'voided':
      return state
    case 'meeting-failed':
      return 'failed'
    case 'emp-rejected':
    case 'stage-rejected':
      return 'rejected'
    case 'expired':
      return 'withdrawn'
    default:
      return 'under-way'
  }
}

/** Every station of every way, each where the longest way that has it puts it. */
function stationsOf(courses: readonly Course[]): readonly Station[] {
  const ways = courses.map(({ way, reached }) => [...way, ...reached.filter((station) => !way.includes(station))])
  const stations: Station[] = []
  for (const way of ways.sort((a, b) => b.length - a.length)) {
    let place = 0
    for (const station of way) {
      const at = stations.indexOf(station)
      if (at < 0) stations.splice(place, 0, station)
      place = (at < 0 ? place : at) + 1
    }
  }
  return stations
}
