/**
 * The way of a case: the stations of one chain of the plan in their order, each with the office that acts there. The route is fixed when
 * the employer reports the application, by the chain it names, the acceptance point the applicant chose and the register of offices;
 * later changes of the register move no case that is under way.
 */
import type { OrgId } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Plan } from '../plan/plan.ts'
import type { StageCode } from '../plan/stage-code.ts'
import { type Bill, billFor, type FeeNotSet, type FeeSetting, type Payment, paidFor } from './fees.ts'

export interface Stop {
  readonly stage: StageCode
  readonly org: OrgId
}

export interface Route {
  readonly chain: string
  readonly stops: readonly Stop[]
}

/**
 * An office that acts at a stage; for the named acceptance points only, or for all where null. `employers`: for those employers alone (their
 * competent department, the centre that keeps their people's files, a province's own committee); they go before all others.
 */
export interface Seat {
  readonly stage: StageCode
  readonly org: OrgId
  readonly acceptancePoints: readonly string[] | null
  readonly employers?: readonly OrgId[] | null
}

export type StopKind =
  | 'employer'
  | 'review'
  | 'fee'
  | 'form'
  | 'interview'
  | 'meeting'
  | 'list-notice'
  | 'result-notice'
  | 'announcement'
  | 'certificate'

/** Where a case comes to stand. It is kept in the fact, so that reading the facts needs no plan and no register. */
export type Entry =
  | { readonly at: 'review'; readonly stage: StageCode }
  /** `bill` is due before the work of `stage` begins. */
  | { readonly at: 'fee'; readonly stage: StageCode; readonly bill: Bill }
  | { readonly at: 'form'; readonly stage: StageCode }
  /** Waits for the office to call to the interview or to put on the roster of the meeting. */
  | { readonly at: 'scheduling'; readonly stage: StageCode }
  | { readonly at: 'announcement'; readonly stage: StageCode }
  /** The chain ends with a review: the case has left for another plan's committee. */
  | { readonly at: 'end' }

export type ChainProblem =
  | 'employer-first'
  | 'stage-twice'
  | 'list-notice-after-review'
  | 'interview-before-meeting'
  | 'result-notice-after-meeting'
  | 'announcement-then-certificate'
  | 'ends-open'
  /** Results are announced that no meeting, or no determining stage, has found. */
  | 'nobody-decides'

export type RouteRefusal =
  | { readonly kind: 'no-such-chain'; readonly chain: string; readonly chains: readonly string[] }
  | { readonly kind: 'chain-malformed'; readonly problems: readonly ChainProblem[] }
  | { readonly kind: 'no-office-for'; readonly stages: readonly StageCode[] }

export function stopKind(stage: StageCode): StopKind {
  switch (stage) {
    case 'EMP':
      return 'employer'
    case 'FEE':
      return 'fee'
    case 'FORM':
      return 'form'
    case 'JR_INTERVIEW':
    case 'INTERVIEW':
      return 'interview'
    case 'JR_MEETING':
    case 'MID_MEETING':
    case 'SR_MEETING':
      return 'meeting'
    case 'QUAL_PUB':
      return 'list-notice'
    case 'RESULT_PUB':
      return 'result-notice'
    case 'ANNOUNCE':
      return 'announcement'
    case 'CERT':
      return 'certificate'
    default:
      return 'review'
  }
}

/** Who determines (评定) in a plan of 初定: the department junior titles, the HR bureau the others; null in a plan of 评审 (domain #46). */
export function determiningStage({ mode, level }: Pick<Plan, 'mode' | 'level'>): StageCode | null {
  if (mode !== 'initial-determination') return null
  return level === 'junior' ? 'DEPT_M' : 'HRSS_M'
}

/** Why no case could run this chain to its end; empty when it can. */
export function chainProblems(
  plan: Pick<Plan, 'mode' | 'level'>,
  stages: readonly StageCode[],
): readonly ChainProblem[] {
  const kinds = stages.map(stopKind)
  const last = kinds.at(-1)
  const determining = determiningStage(plan)
  const isDecided = determining === null ? kinds.includes('meeting') : stages.includes(determining)
  const each = (kind: StopKind, holds: (index: number) => boolean) => kinds.every((k, i) => k !== kind || holds(i))
  const rules: readonly (readonly [ChainProblem, boolean])[] = [
    ['employer-first', kinds[0] === 'employer' && kinds.length > 1],
    ['stage-twice', new Set(stages).size === stages.length],
    ['list-notice-after-review', each('list-notice', (i) => kinds[i - 1] === 'review')],
    ['interview-before-meeting', each('interview', (i) => kinds[i + 1] === 'meeting')],
    [
      'result-notice-after-meeting',
      each('result-notice', (i) => kinds[i - 1] === 'meeting' && kinds[i + 1] === 'announcement'),
    ],
    [
      'announcement-then-certificate',
      each('announcement', (i) => kinds[i + 1] === 'certificate' && i + 2 === kinds.length) &&
        each('certificate', (i) => kinds[i - 1] === 'announcement'),
    ],
    ['nobody-decides', !kinds.includes('announcement') || isDecided],
    ['ends-open', last === 'certificate' || last === 'review'],
  ]
  return rules.flatMap(([problem, holds]) => (holds ? [] : [problem]))
}

/**
 * The route of a case. What no office of the register does falls to the committee's own office, except reviews: those need their own.
 * @param acceptancePoint the code in the applicant's form; empty where the plan has none
 * @param employer the applicant's
 */
export function routeOf(
  plan: Plan,
  chain: string,
  acceptancePoint: string,
  register: readonly Seat[],
  employer: OrgId | null = null,
): Result<Route, RouteRefusal> {
  const found = plan.chains.find((c) => c.code === chain)
  if (!found) return refuse({ kind: 'no-such-chain', chain, chains: plan.chains.map((c) => c.code) })
  const problems = chainProblems(plan, found.stages)
  if (problems.length > 0) return refuse({ kind: 'chain-malformed', problems })
  const stages = found.stages.slice(1)
  const stops = stages.flatMap((stage) => {
    const org = officeOf(plan, stage, { acceptancePoint, employer }, register)
    return org === null ? [] : [{ stage, org }]
  })
  const without = stages.filter((stage) => stops.every((stop) => stop.stage !== stage))
  return without.length > 0 ? refuse({ kind: 'no-office-for', stages: without }) : ok({ chain, stops })
}

interface Applied {
  readonly acceptancePoint: string
  readonly employer: OrgId | null
}

function officeOf(plan: Plan, stage: StageCode, applied: Applied, register: readonly Seat[]): OrgId | null {
  const fitting = register
    .filter((seat) => seat.stage === stage && isFor(seat, applied))
    .sort((a, b) => precision(b) - precision(a))
  if (fitting[0]) return fitting[0].org
  return stopKind(stage) === 'review' ? null : ((plan.committee.orgId as OrgId | null) ?? null)
}

function isFor({ acceptancePoints, employers = null }: Seat, { acceptancePoint, employer }: Applied): boolean {
  const isHere = acceptancePoints === null || acceptancePoints.includes(acceptancePoint)
  return isHere && (employers === null || (employer !== null && employers.includes(employer)))
}

/** The more a seat says about whom it is for, the sooner it is taken. */
function precision({ acceptancePoints, employers = null }: Seat): number {
  return (employers === null ? 0 : 2) + (acceptancePoints === null ? 0 : 1)
}

export function orgAt(route: Route, stage: StageCode): OrgId | null {
  return route.stops.find((stop) => stop.stage === stage)?.org ?? null
}

/** The stage after this one, or null at the end. */
export function stageAfter(route: Route, stage: StageCode): StageCode | null {
  const index = route.stops.findIndex((stop) => stop.stage === stage)
  return index < 0 ? null : (route.stops[index + 1]?.stage ?? null)
}

export interface ChargedBy {
  readonly plan: Plan
  readonly feeSetting: FeeSetting
  readonly now: Date
  /** What was paid before, by a case that comes this way a second time. */
  readonly payments: Readonly<Record<string, Payment>>
}

/** Where a case stands once `stage` is done; a fee station without a fee is passed by (domain #30). */
export function entryAfter(route: Route, stage: StageCode, by: ChargedBy): Result<Entry, FeeNotSet> {
  const next = stageAfter(route, stage)
  return next === null ? ok({ at: 'end' }) : entryAt(route, next, by)
}

/** Where a case stands when `stage` begins, its fee first. */
export function entryAt(route: Route, stage: StageCode, by: ChargedBy): Result<Entry, FeeNotSet> {
  const bill = billFor(by.plan, stage, by.feeSetting, by.now)
  if (!bill.ok) return bill
  if (bill.value && paidFor(by.payments, stage) < bill.value.fen) return ok({ at: 'fee', stage, bill: bill.value })
  return stopKind(stage) === 'fee' ? entryAfter(route, stage, by) : ok(entryPaid(stage))
}

/** Where a case stands when the fee of `stage` is paid. */
export function entryOncePaid(route: Route, stage: StageCode, by: ChargedBy): Result<Entry, FeeNotSet> {
  return stopKind(stage) === 'fee' ? entryAfter(route, stage, by) : ok(entryPaid(stage))
}

function entryPaid(stage: StageCode): Entry {
  switch (stopKind(stage)) {
    case 'form':
      return { at: 'form', stage }
    case 'interview':
    case 'meeting':
      return { at: 'scheduling', stage }
    case 'announcement':
      return { at: 'announcement', stage }
    default:
      return { at: 'review', stage }
  }
}
