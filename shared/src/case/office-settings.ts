/**
 * What offices set for a plan, in their own streams `org/<id>`: which office does which stage for whom (the committee's office), and what an
 * office charges (收费设定). Whatever is set replaces what the same office had set for the plan; a case that is under way keeps its route.
 */
import { may } from '../account/access-table.ts'
import type { Actor } from '../account/actor.ts'
import { holds } from '../account/actor.ts'
import type { Fact, NewFact } from '../kernel/fact.ts'
import type { OrgId, PlanId } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Plan } from '../plan/plan.ts'
import type { Seat } from './chain.ts'
import { type FeeSetting, isFen } from './fees.ts'

export type SeatsSet = NewFact<'seats-set', { readonly plan: PlanId; readonly seats: readonly Seat[] }>
/** By the fee's code in fen; 0 is 不收费. */
export type FeesSet = NewFact<'fees-set', { readonly plan: PlanId; readonly fees: FeeSetting }>
export type OfficeSettingFact = SeatsSet | FeesSet

export type OfficeSettingCommand =
  | { readonly kind: 'set-seats'; readonly org: OrgId; readonly plan: PlanId; readonly seats: readonly Seat[] }
  | { readonly kind: 'set-fees'; readonly org: OrgId; readonly plan: PlanId; readonly fees: FeeSetting }

export interface OfficeSettingSituation {
  readonly actor: Actor
  /** Its newest version, or null. */
  readonly plan: Plan | null
  /** Organisations of the seats that are registered as a department or a committee's office. */
  readonly offices: ReadonlySet<OrgId>
  /** Organisations of the seats that are registered as an employer. */
  readonly employers: ReadonlySet<OrgId>
}

export type OfficeSettingRefusal =
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'no-such-plan' }
  | { readonly kind: 'no-such-office'; readonly offices: readonly OrgId[] }
  | { readonly kind: 'no-such-employer'; readonly employers: readonly OrgId[] }
  | { readonly kind: 'seat-twice'; readonly stages: readonly string[] }
  | { readonly kind: 'no-such-fee'; readonly codes: readonly string[] }
  | { readonly kind: 'not-an-amount'; readonly codes: readonly string[] }

/**
 * Seats are the committee's own office's to set, or an operator's where the plan names no office of the relay's; fees are each office's own
 * (domain §2.2-2).
 */
export function mayAskSetting(command: OfficeSettingCommand, actor: Actor, plan: Plan | null): boolean {
  const isOfficial = actor.memberships.some(
    ({ orgId, role }) => orgId === command.org && (role === 'department' || role === 'committee-office'),
  )
  if (command.kind === 'set-fees') return may(actor, 'office', 'set-fees', { org: command.org })
  if (!plan) return isOfficial || holds(actor, 'operator')
  const committee = plan.committee.orgId
  return committee === null ? holds(actor, 'operator') : isOfficial && committee === command.org
}

export function decideSetting(
  command: OfficeSettingCommand,
  { actor, plan, offices, employers }: OfficeSettingSituation,
): Result<readonly [OfficeSettingFact], OfficeSettingRefusal> {
  if (!mayAskSetting(command, actor, plan)) return refuse({ kind: 'not-yours' })
  if (!plan) return refuse({ kind: 'no-such-plan' })
  if (command.kind === 'set-fees') {
    const codes = Object.keys(command.fees)
    const unknown = codes.filter((code) => plan.fees.every((fee) => fee.code !== code))
    if (unknown.length > 0) return refuse({ kind: 'no-such-fee', codes: unknown })
    const wrong = codes.filter((code) => !isFen(command.fees[code] ?? -1))
    if (wrong.length > 0) return refuse({ kind: 'not-an-amount', codes: wrong })
    return ok([{ kind: 'fees-set', data: { plan: command.plan, fees: command.fees } }])
  }
  const missing = command.seats.map(({ org }) => org).filter((org) => !offices.has(org))
  if (missing.length > 0) return refuse({ kind: 'no-such-office', offices: [...new Set(missing)] })
  const strangers = command.seats.flatMap((seat) => seat.employers ?? []).filter((org) => !employers.has(org))
  if (strangers.length > 0) return refuse({ kind: 'no-such-employer', employers: [...new Set(strangers)] })
  const twice = command.seats.filter((seat, i) => command.seats.slice(0, i).some((other) => isSamePlace(seat, other)))
  if (twice.length > 0) return refuse({ kind: 'seat-twice', stages: [...new Set(twice.map(({ stage }) => stage))] })
  return ok([{ kind: 'seats-set', data: { plan: command.plan, seats: command.seats } }])
}

/** Two offices for the same stage and people: nobody could say where a case goes. */
function isSamePlace(a: Seat, b: Seat): boolean {
  const overlap = (x: readonly string[] | null | undefined, y: readonly string[] | null | undefined) =>
    (x ?? null) === null || (y ?? null) === null
      ? (x ?? null) === (y ?? null)
      : (x ?? []).some((one) => (y ?? []).includes(one))
  return a.stage === b.stage && overlap(a.acceptancePoints, b.acceptancePoints) && overlap(a.employers, b.employers)
}

export function isOfficeSettingFact(fact: Fact): fact is Fact & OfficeSettingFact {
  return fact.kind === 'seats-set' || fact.kind === 'fees-set'
}
