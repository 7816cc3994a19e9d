import 'fake-indexeddb/auto'
import { cleanup, screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import type { AccountId, OrgId } from '@yejibu/shared/kernel/ids'
import { MID } from '@yejibu/shared/testing/case-rows'
import { type OfficeSettings, officeSettingsSchema } from '@yejibu/shared/wire/office-desk'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderPage } from '../../archive/testing/archive-stage.tsx'
import { createApi } from '../../platform/api.ts'
import { openWorkplace } from '../../sync/open-workplace.ts'
import type { Workplace } from '../../sync/workplace.ts'
import { WorkplaceContext } from '../../sync/workplace-context.ts'
import { type SeatRow, withoutEmployer, withSeat } from './seat-rows.ts'
import { SeatsCard } from './seats-card.tsx'

const id = (org: string) => org as OrgId
const COMMITTEE = MID.committee.orgId as OrgId
const GROUPS = [
  { id: 'group-a', name: '浙江某环境集团' },
  { id: 'group-b', name: '浙江某水务集团' },
]
const SETTINGS: OfficeSettings = officeSettingsSchema.parse({
  seats: [],
  fees: {},
  offices: [
    { id: 'office-a', name: '环境集团中评委办公室', kind: 'committee-office' },
    { id: 'office-b', name: '水务集团中评委办公室', kind: 'committee-office' },
  ],
  employers: [],
})

const saved: unknown[] = []
const asked: string[] = []
let isAway = false
const api = createApi({
  fetch: async (input, init) => {
    const path = String(input)
    asked.push(path)
    if (isAway) throw new TypeError('away')
    if (path.includes('/employers?q=')) {
      const text = new URL(path, 'http://office.test').searchParams.get('q') ?? ''
      return Response.json({ employers: GROUPS.filter(({ name }) => name.includes(text)) })
    }
    if (path === '/api/commands/set-seats') saved.push(JSON.parse(String(init?.body)))
    return Response.json({ facts: [] })
  },
})

let workplace: Workplace | undefined
afterEach(async () => {
  cleanup()
  saved.length = 0
  isAway = false
  await workplace?.dispose()
})

async function open(settings: OfficeSettings = SETTINGS) {
  const here = await openWorkplace({ account: 'hejing' as AccountId, api })
  workplace = here
  renderPage(() => (
    <WorkplaceContext.Provider value={here}>
      <SeatsCard office={COMMITTEE} plan={MID} settings={settings} onSaved={() => {}} />
    </WorkplaceContext.Provider>
  ))
  return userEvent.setup()
}

describe('办理机构', () => {
  it('[CLIENT-515] two groups have their own committee under one plan, each found by name and set for its own employer', async () => {
    const user = await open()
    for (const [office, group] of [
      ['环境集团中评委办公室', '环境'],
      ['水务集团中评委办公室', '水务'],
    ] as const) {
      await user.selectOptions(screen.getByRole('combobox', { name: '环节' }), 'MID_OFFICE')
      await user.selectOptions(screen.getByRole('combobox', { name: '机构' }), office)
      await user.clear(screen.getByRole('searchbox', { name: '查找单位' }))
      await user.type(screen.getByRole('searchbox', { name: '查找单位' }), `${group}{Enter}`)
      await user.click(await screen.findByRole('button', { name: `加入 浙江某${group}集团` }))
      await user.click(screen.getByRole('button', { name: '增加一项' }))
    }
    expect(asked.filter((path) => path.includes('?q='))[0]).toBe(
      `/api/office/${COMMITTEE}/employers?q=${encodeURIComponent('环境')}`,
    )
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1)
    expect(rows.map((row) => within(row).getByRole('listitem').textContent)).toEqual([
      '浙江某环境集团×',
      '浙江某水务集团×',
    ])
    await user.click(screen.getByRole('button', { name: '保存' }))
    await vi.waitFor(() => expect(saved).toHaveLength(1))
    expect(saved[0]).toMatchObject({
      org: COMMITTEE,
      plan: MID.id,
      seats: [
        { stage: 'MID_OFFICE', org: 'office-a', acceptancePoints: null, employers: ['group-a'] },
        { stage: 'MID_OFFICE', org: 'office-b', acceptancePoints: null, employers: ['group-b'] },
      ],
    })
  })

  it('[CLIENT-516] an employer is added once and taken out again, and the keyboard is never left nowhere', async () => {
    const user = await open()
    await user.type(screen.getByRole('searchbox', { name: '查找单位' }), '集团{Enter}')
    const [first, second] = await screen.findAllByRole('button', { name: /^加入 / })
    if (!first || !second) throw new Error('two were to be found')
    first.focus()
    await user.keyboard('{Enter}{Enter}')
    expect(first).toHaveFocus()
    expect(first).toHaveAccessibleDescription('已加入')
    second.focus()
    await user.keyboard('{Enter}')
    const chips = () => within(screen.getByRole('list', { name: '已加入的单位' })).getAllByRole('listitem')
    expect(chips()).toHaveLength(2)
    screen.getByRole('button', { name: '移出浙江某水务集团' }).focus()
    await user.keyboard('{Enter}')
    expect(chips()).toHaveLength(1)
    expect(screen.getByRole('button', { name: '移出浙江某环境集团' })).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(screen.queryByRole('list', { name: '已加入的单位' })).toBeNull()
    expect(screen.getByRole('searchbox', { name: '查找单位' })).toHaveFocus()
  })

  it('[CLIENT-543] in the table the keyboard goes on beside the employer that was taken out', async () => {
    const user = await open({
      ...SETTINGS,
      employers: GROUPS.map((group) => ({ ...group, id: id(group.id), kind: 'employer' as const })),
      seats: (['office-a', 'office-b'] as const).map((office) => ({
        ...{ stage: 'MID_OFFICE', org: id(office), acceptancePoints: null },
        employers: GROUPS.map((group) => id(group.id)),
      })),
    })
    const row = () => within(screen.getAllByRole('row')[2] ?? document.body)
    row().getByRole('button', { name: '移出浙江某环境集团' }).focus()
    await user.keyboard('{Enter}')
    expect(row().getByRole('button', { name: '移出浙江某水务集团' })).toHaveFocus()
    expect(screen.getAllByRole('button', { name: '移出浙江某环境集团' })).toHaveLength(1)
    await user.click(row().getByRole('button', { name: /^删去 / }))
    expect(screen.getAllByRole('row')).toHaveLength(2)
  })

  it('[CLIENT-517] nothing found, or a relay that is away, says what to do', async () => {
    const user = await open()
    await user.type(screen.getByRole('searchbox', { name: '查找单位' }), '无此单位{Enter}')
    expect(await screen.findByText(/请单位先注册/)).toBeVisible()
    isAway = true
    await user.keyboard('{Enter}')
    expect(await screen.findByText(/连接不上/)).toBeVisible()
    expect(screen.queryByText(/请单位先注册/)).toBeNull()
  })

  it('[CLIENT-518] more employers join the seat that is there; the last one taken out takes its seat with it and opens it to nobody', () => {
    const seat = (org: string, employers: readonly string[] | null): SeatRow => ({
      stage: 'MID_OFFICE',
      org: id(org),
      acceptancePoints: null,
      employers: employers?.map(id) ?? null,
    })
    const one = withSeat([seat('office-a', null)], seat('office-a', ['group-a']))
    expect(one).toEqual([seat('office-a', null), seat('office-a', ['group-a'])])
    const two = withSeat(one, seat('office-a', ['group-a', 'group-b']))
    expect(two).toEqual([seat('office-a', null), seat('office-a', ['group-a', 'group-b'])])
    expect(withSeat(two, seat('office-b', ['group-a']))).toHaveLength(3)
    const [, own] = two
    if (!own) throw new Error('no seat')
    const left = withoutEmployer(two, own, id('group-a'))
    expect(left).toEqual([seat('office-a', null), seat('office-a', ['group-b'])])
    const [, last] = left
    if (!last) throw new Error('no seat')
    expect(withoutEmployer(left, last, id('group-b'))).toEqual([seat('office-a', null)])
  })
})
