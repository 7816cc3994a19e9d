import { describe, expect, expectTypeOf, test } from 'vitest'
import type { Actor, Role } from '../account/actor.ts'
import type { AccountId, OrgId } from '../kernel/ids.ts'
import { shaoxingEcology2022Mid } from '../plan/plans/shaoxing-ecology-2022-mid.ts'
import { REGISTER } from '../testing/case-history.ts'
import type { DriftedKind } from '../wire/case-commands.ts'
import { routeOf, type Seat } from './chain.ts'
import { decideSetting, type OfficeSettingCommand } from './office-settings.ts'

const PLAN = shaoxingEcology2022Mid({ open: '2022-05-01T00:00:00+08:00', close: '2022-06-01T00:00:00+08:00' })
const id = (org: string) => org as OrgId
const who = (role: Role, org: string): Actor => ({
  accountId: 'a' as AccountId,
  memberships: [{ orgId: id(org), role }],
})
const OFFICES = new Set(['sx-eco-office', 'dept', 'own-mid'].map(id))

const EMPLOYERS = new Set(['e', 'f'].map(id))

const ask = (command: OfficeSettingCommand, actor: Actor, plan: typeof PLAN | null = PLAN) => {
  const decided = decideSetting(command, { actor, plan, offices: OFFICES, employers: EMPLOYERS })
  return decided.ok ? decided.value[0].kind : decided.refusal.kind
}
const seats = (...list: Seat[]): OfficeSettingCommand => ({
  kind: 'set-seats',
  org: id('sx-eco-office'),
  plan: PLAN.id,
  seats: list,
})
const fees = (org: string, of: Record<string, number>): OfficeSettingCommand => ({
  kind: 'set-fees',
  org: id(org),
  plan: PLAN.id,
  fees: of,
})
const seat = (org: string, points: string[] | null = null, employers: string[] | null = null): Seat => ({
  stage: 'DEPT_M',
  org: id(org),
  acceptancePoints: points,
  employers: employers?.map(id) ?? null,
})

describe('who sets what', () => {
  test('[CASE-101] seats are the committee’s own office’s, or an operator’s where the plan names none', () => {
    const own = who('committee-office', 'sx-eco-office')
    expect(ask(seats(seat('dept')), own)).toBe('seats-set')
    for (const actor of [who('department', 'dept'), who('hr-lead', 'sx-eco-office'), who('operator', 'relay')]) {
      expect(ask(seats(seat('dept')), actor)).toBe('not-yours')
    }
    const nobodys = { ...PLAN, committee: { ...PLAN.committee, orgId: null } }
    expect(ask(seats(seat('dept')), who('operator', 'relay'), nobodys)).toBe('seats-set')
    expect(ask(seats(seat('dept')), own, nobodys)).toBe('not-yours')
  })

  test('[CASE-101] a seat is an office’s of the register, and one place has one office', () => {
    const own = who('committee-office', 'sx-eco-office')
    expect(ask(seats(seat('yuezhou')), own)).toBe('no-such-office')
    expect(ask(seats(seat('dept'), seat('own-mid')), own)).toBe('seat-twice')
    expect(ask(seats(seat('dept', ['a', 'b']), seat('own-mid', ['b'])), own)).toBe('seat-twice')
    expect(ask(seats(seat('dept'), seat('own-mid', ['b']), seat('own-mid', null, ['e'])), own)).toBe('seats-set')
    expect(ask(seats(), own, null)).toBe('no-such-plan')
  })

  test('[CASE-195] a seat for certain employers names employers of the register, each of them once at a stage', () => {
    const own = who('committee-office', 'sx-eco-office')
    const two = [seat('own-mid', null, ['e']), seat('dept', null, ['f'])]
    expect(ask(seats(...two), own)).toBe('seats-set')
    expect(ask(seats(...two, seat('dept', null, ['e'])), own)).toBe('seat-twice')
    for (const wrong of ['nowhere', 'dept'])
      expect(ask(seats(seat('own-mid', null, ['e', wrong])), own)).toBe('no-such-employer')
  })

  test('[CASE-101] an office sets its own fees, of the plan’s and in whole fen', () => {
    expect(ask(fees('dept', { review: 0 }), who('department', 'dept'))).toBe('fees-set')
    expect(ask(fees('dept', { review: 0 }), who('department', 'elsewhere'))).toBe('not-yours')
    expect(ask(fees('dept', { review: 0 }), who('operator', 'dept'))).toBe('not-yours')
    expect(ask(fees('dept', { tea: 1 }), who('department', 'dept'))).toBe('no-such-fee')
    for (const wrong of [-1, 1.5, 10_000_001, Number.NaN]) {
      expect(ask(fees('dept', { review: wrong }), who('department', 'dept'))).toBe('not-an-amount')
    }
  })
})

test('[CASE-100] a case goes to the office that is named for its employer, then for its acceptance point, then for all', () => {
  const others = REGISTER.filter(({ stage }) => stage !== 'DEPT_M')
  const at = (list: readonly Seat[], point: string, employer: string | null) => {
    const route = routeOf(PLAN, 'A-MUNI', point, [...list, ...others], employer as OrgId | null)
    return route.ok ? route.value.stops[0]?.org : route.refusal.kind
  }
  const all = [seat('for-all'), seat('for-point', ['keqiao']), seat('for-employer', null, ['group'])]
  for (const list of [all, all.toReversed()]) {
    expect(at(list, 'yuecheng', 'other')).toBe('for-all')
    expect(at(list, 'keqiao', 'other')).toBe('for-point')
    expect(at(list, 'keqiao', 'group')).toBe('for-employer')
    expect(at([...list, seat('for-both', ['keqiao'], ['group'])], 'keqiao', 'group')).toBe('for-both')
    expect(at(list, 'yuecheng', null)).toBe('for-all')
  }
  expect(at([seat('for-employer', null, ['group'])], 'keqiao', 'other')).toBe('no-office-for')
})

test('[CASE-102] what is sent over the wire is the command itself', () => {
  expectTypeOf<DriftedKind>().toBeNever()
  expect(ask(seats(), who('committee-office', 'sx-eco-office'))).toBe('seats-set')
})
