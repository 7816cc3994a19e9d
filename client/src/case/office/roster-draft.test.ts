import { isOnRoster } from '@yejibu/shared/case/roster'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import type { CaseRow } from '@yejibu/shared/wire/cases'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choiceOf, feeOf } from './fees-card.tsx'
import { isReadyToMeet, rosterOf, specialOf } from './roster-draft.ts'
import { reviewsWithout } from './seats-card.tsx'

const PLAN = shaoxingEcology2022Mid({ open: '2022-05-01T00:00:00+08:00', close: '2022-06-01T00:00:00+08:00' })
const CATEGORIES = PLAN.categories.map(({ code }) => code)

function row(id: number, category: string, name: string): CaseRow {
  return {
    application: `person${id}.aaaaaaaa` as ApplicationId,
    owner: `person${id}` as CaseRow['owner'],
    name,
    employer: { id: 'yuezhou' as CaseRow['employer']['id'], name: '单位' },
    plan: { id: PLAN.id, title: PLAN.title, year: 2022 },
    type: 'normal',
    category,
    state: 'form-delivered',
    stage: 'MID_MEETING',
    tab: 'passed',
    round: 1,
    digest: 'a'.repeat(64),
    isHere: true,
    submittedAt: '2022-05-10T00:00:00.000Z',
    movedAt: '2022-05-10T00:00:00.000Z',
  }
}

test('[CLIENT-323] whoever is chosen, in whatever order, stands on a roster that the relay’s rule takes for everybody', () => {
  const people = fc.array(
    fc.record({
      category: fc.constantFrom(...CATEGORIES),
      name: fc.string(),
      special: fc.constantFrom('', 'interview', 'skilled'),
    }),
    { minLength: 1, maxLength: 30 },
  )
  fc.assert(
    fc.property(people, (all) => {
      const rows = all.map(({ category, name }, i) => row(i, category, name))
      const remarks = Object.fromEntries(all.map(({ special }, i) => [`person${i}.aaaaaaaa`, specialOf(special)]))
      const places = rosterOf(rows, PLAN, remarks)
      expect(places).toHaveLength(rows.length)
      const order = { categories: CATEGORIES, specialFirst: 'per-category' } as const
      for (const { application, number } of places) expect(isOnRoster(places, order, application, number)).toBe(true)
    }),
  )
})

test('[CLIENT-323] only who stands at this office and waits for a meeting may be put on it', () => {
  const one = row(1, CATEGORIES[0] ?? '', '许明川')
  expect(isReadyToMeet(one)).toBe(true)
  expect(isReadyToMeet({ ...one, isHere: false })).toBe(false)
  expect(isReadyToMeet({ ...one, state: 'fee-due' })).toBe(false)
})

test('[CLIENT-324] a fee is as the plan says, an amount to the fen, or none; what cannot be an amount is not taken', () => {
  const fee = {
    ...(PLAN.fees[0] ?? { code: 'review', name: '', basis: '', collector: '', stage: 'FEE' as const }),
    amount: '180',
  }
  expect(choiceOf('review', {})).toEqual({ how: 'plan', yuan: '' })
  expect(choiceOf('review', { review: 0 })).toEqual({ how: 'free', yuan: '' })
  expect(choiceOf('review', { review: 26_000 })).toEqual({ how: 'amount', yuan: '260.00' })
  expect(feeOf(fee, { how: 'plan', yuan: '' })).toBe(18_000)
  expect(feeOf({ ...fee, amount: null }, { how: 'plan', yuan: '' })).toBeNull()
  expect(feeOf(fee, { how: 'free', yuan: '' })).toBe(0)
  expect(feeOf(fee, { how: 'amount', yuan: ' 80.5 ' })).toBe(8_050)
  for (const yuan of ['', '-1', '1e3', '0.001', '一百', '100001']) {
    expect(feeOf(fee, { how: 'amount', yuan }), yuan).toBeNull()
  }
})

test('[CLIENT-324] reviews that no office does are named before an employer meets them', () => {
  const plan = { chains: PLAN.chains.filter(({ code }) => code === 'A-COUNTY') }
  const seats = (['DEPT_M', 'HRSS_M', 'MID_OFFICE'] as const).map((stage) => ({ stage }))
  expect(reviewsWithout(plan, seats)).toEqual(['DEPT_C', 'HRSS_C'])
  expect(reviewsWithout({ chains: PLAN.chains.filter(({ code }) => code === 'A-MUNI') }, seats)).toEqual([])
})
