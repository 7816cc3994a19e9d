import type { PlanId } from '@yejibu/shared/kernel/ids'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { expect, it } from 'vitest'
import { inCatalogueOrder, NO_FILTER, passesFilter, valuesOf } from './plan-filter.ts'

const NOW = new Date('2022-09-15T00:00:00+08:00')
const plan = (id: string, open: string, close: string, change: object = {}) => ({
  ...shaoxingEcology2022Mid({ open: `${open}T08:30:00+08:00`, close: `${close}T17:30:00+08:00` }),
  ...change,
  id: id as PlanId,
})
const PLANS = [
  plan('closed-old', '2021-01-01', '2021-03-01'),
  plan('closed-new', '2022-01-01', '2022-03-01', { level: 'senior' }),
  plan('coming-late', '2022-12-01', '2022-12-31', { series: '农业' }),
  plan('coming-soon', '2022-10-01', '2022-10-31'),
  plan('open-late', '2022-09-01', '2022-11-30', { regionScope: '湖州市' }),
  plan('open-soon', '2022-09-01', '2022-09-30'),
]

it('[CLIENT-276] what closes soonest comes first, then what is coming, then what is over', () => {
  expect(inCatalogueOrder(PLANS, NOW).map(({ id }) => id)).toEqual([
    'open-soon',
    'open-late',
    'coming-soon',
    'coming-late',
    'closed-new',
    'closed-old',
  ])
})

it.each([
  [{ state: 'open' }, ['open-late', 'open-soon']],
  [{ state: 'closed', level: 'senior' }, ['closed-new']],
  [{ series: '农业' }, ['coming-late']],
  [{ region: '湖州市' }, ['open-late']],
  [{ region: '湖州市', state: 'closed' }, []],
])('[CLIENT-276] narrowed by %o', (filter, ids) => {
  expect(PLANS.filter((one) => passesFilter(one, { ...NO_FILTER, ...filter }, NOW)).map(({ id }) => id)).toEqual(ids)
  expect(valuesOf(PLANS, 'regionScope')).toHaveLength(2)
})
