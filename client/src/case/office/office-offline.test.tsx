import 'fake-indexeddb/auto'
import { cleanup, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { isShownTo } from '@yejibu/shared/case/visible-facts'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { CaseHistory, officerAt } from '@yejibu/shared/testing/case-history'
import { MID } from '@yejibu/shared/testing/case-rows'
import { walkTo } from '@yejibu/shared/testing/case-walk'
import { asLedgerFacts } from '@yejibu/shared/testing/ledger-facts'
import { caseDetailSchema, casePageSchema } from '@yejibu/shared/wire/cases'
import { PROBLEM_MEDIA_TYPE } from '@yejibu/shared/wire/problem'
import type { Session } from '@yejibu/shared/wire/session'
import type { JSX } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSession } from '../../account/create-session.ts'
import { showSignedIn } from '../../account/testing/show-signed-in.tsx'
import { createApi } from '../../platform/api.ts'
import { openPeopleDatabase } from '../../platform/database.ts'
import { openWorkplace } from '../../sync/open-workplace.ts'
import type { Workplace } from '../../sync/workplace.ts'
import OfficeCasePage from './office-case-page.tsx'
import OfficeListPage from './office-list-page.tsx'

const OFFICER = officerAt('HRSS_M')
const [{ orgId: OFFICE } = { orgId: '' as never }] = OFFICER.memberships
const HISTORY = walkTo(new CaseHistory(MID, { review: 18_000 }).submitted(), 'A-MUNI', 'stage-pending', 'HRSS_M')
const APPLICATION = HISTORY.case.filed?.submission.application ?? ('' as never)
const SESSION: Session = {
  account: { id: OFFICER.accountId, username: 'chenyan', name: '陈妍' },
  memberships: [
    { orgId: OFFICE, orgName: '绍兴市人力资源和社会保障局', orgKind: 'department', role: 'committee-office' },
  ],
  expiresAt: '2099-01-01T00:00:00.000Z',
}
const DETAIL = caseDetailSchema.parse({
  reader: 'office',
  state: HISTORY.case.state.kind,
  stage: 'HRSS_M',
  facts: asLedgerFacts(APPLICATION, HISTORY.facts).filter((fact) => isShownTo('office', OFFICER, fact)),
  names: {},
  orgs: { [OFFICE]: '绍兴市人力资源和社会保障局' },
})
const PAGE = casePageSchema.parse({
  rows: [
    {
      application: APPLICATION,
      owner: 'xumingchuan',
      name: '许明川',
      employer: { id: 'yuezhou', name: '绍兴市越州生态环境监测中心' },
      plan: { id: MID.id, title: MID.title, year: MID.year },
      type: 'normal',
      category: 'monitoring',
      state: 'stage-pending',
      stage: 'HRSS_M',
      tab: 'pending',
      round: 1,
      digest: HISTORY.case.filed?.digest,
      isHere: true,
      submittedAt: '2023-09-01T01:30:00.000Z',
      movedAt: '2023-09-20T01:30:00.000Z',
    },
  ],
  counts: { pending: 1, passed: 0, rejected: 0, returned: 0, all: 1 },
  next: null,
})

const json = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : PROBLEM_MEDIA_TYPE },
  })

const refuse = (kind: string, status: number) =>
  json({ type: 'about:blank', title: kind, status, refusal: { kind } }, status)

/** The network between this browser and the relay: there, away, or a relay that no longer lets her read the case or has ended her session. */
let network: 'there' | 'away' | 'not-hers' | 'ended'
const asked: string[] = []
const api = createApi({
  fetch: async (input, init) => {
    const path = String(input)
    asked.push(`${init?.method ?? 'GET'} ${path}`)
    if (network === 'away') throw new TypeError('away')
    if (network === 'ended') return refuse('not-signed-in', 401)
    if (path === '/api/session') return json(SESSION)
    if (path.startsWith('/api/cases?')) return json(PAGE)
    if (path.startsWith('/api/cases/') && network === 'there') return json(DETAIL)
    if (path.startsWith(`/api/plans/${MID.id}/`)) return json({ plan: MID })
    if (path === '/api/plans') return json({ plans: [MID] })
    return refuse('not-found', 404)
  },
})

const opened: Workplace[] = []
const people = openPeopleDatabase()
beforeEach(async () => {
  network = 'there'
  await people.people.put({
    id: OFFICER.accountId as AccountId,
    username: 'chenyan',
    name: '陈妍',
    lastAt: '2023-09-20T00:00:00.000Z',
  })
})
afterEach(async () => {
  cleanup()
  for (const workplace of opened.splice(0)) await workplace.dispose()
})

/** She opens the page in this browser, as for the first time after switching it on. */
async function visit(path: string, pattern: string, page: () => JSX.Element): Promise<void> {
  const workplace = await openWorkplace({ account: OFFICER.accountId, api })
  opened.push(workplace)
  await workplace.database.session.put({ key: 'current', session: SESSION })
  await people.current.put({ key: 'current', account: OFFICER.accountId })
  const session = createSession({ api, people })
  await vi.waitFor(() => expect(session.state().kind).toBe('signed-in'))
  showSignedIn({ page, workplace, session, path, pattern })
}

const visitCase = () =>
  visit(`/office/cases/${APPLICATION}`, '/office/cases/:application', () => (
    <OfficeCasePage papers={() => <p>打印</p>} />
  ))

/** She closes the browser. */
async function leave(): Promise<void> {
  cleanup()
  for (const workplace of opened.splice(0)) await workplace.dispose()
}

describe('an office without the relay', () => {
  it('[CLIENT-400] opens a case again that was opened here, says of when it is, and offers no step', async () => {
    await visitCase()
    expect(await screen.findByRole('heading', { level: 1, name: '许明川的申报' })).toBeInTheDocument()
    expect(await screen.findByRole('button', { name: '审查通过' })).toBeInTheDocument()
    expect(screen.getByText('打印')).toBeInTheDocument()
    await leave()

    network = 'away'
    await visitCase()
    expect(await screen.findByRole('heading', { level: 1, name: '许明川的申报' })).toBeInTheDocument()
    expect(await screen.findByText(/连接不上单位服务器，下面是 .+ 读到的内容，只能查看/)).toBeInTheDocument()
    expect(screen.getByText('未联网，只能查看，不能办理。')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /审查通过|退回修改|审查不通过/ })).toBeNull()
    expect(screen.queryByText('打印')).toBeNull()
    // What she reads is there, by the words of the plan's own version.
    expect(screen.getByRole('navigation', { name: '审查内容' })).toHaveTextContent('曹娥江流域总磷通量估算')

    network = 'there'
    await userEvent.setup().click(screen.getByRole('button', { name: '重新读取' }))
    expect(await screen.findByRole('button', { name: '审查通过' })).toBeInTheDocument()
    expect(screen.queryByText(/只能查看/)).toBeNull()
  })

  it('[CLIENT-400] a case that the relay no longer lets her read is gone from this device too', async () => {
    await visitCase()
    await screen.findByRole('heading', { level: 1, name: '许明川的申报' })
    await leave()
    network = 'not-hers'
    await visitCase()
    expect(await screen.findByText('没有这份申报')).toBeInTheDocument()
    await leave()
    network = 'away'
    await visitCase()
    expect(await screen.findByText(/没有读到最新情况/)).toBeInTheDocument()
    expect(document.body).not.toHaveTextContent('许明川')
  })

  it('[CLIENT-401] shows the queue as it was read last, and says so', async () => {
    const list = () => visit('/office/cases', '/office/cases', () => <OfficeListPage />)
    await list()
    expect(await screen.findByRole('link', { name: '许明川' })).toBeInTheDocument()
    await leave()
    network = 'away'
    await list()
    expect(await screen.findByRole('link', { name: '许明川' })).toBeInTheDocument()
    expect(screen.getByText(/连接不上单位服务器，下面是 .+ 读到的列表/)).toBeInTheDocument()
  })

  it('[CLIENT-401] once the relay has ended her session neither list nor case stays on this device', async () => {
    const list = () => visit('/office/cases', '/office/cases', () => <OfficeListPage />)
    await list()
    await screen.findByRole('link', { name: '许明川' })
    await leave()
    await visitCase()
    await screen.findByRole('heading', { level: 1, name: '许明川的申报' })
    await leave()

    network = 'ended'
    await visitCase()
    const [workplace] = opened
    await vi.waitFor(async () => {
      const kept = (await workplace?.database.settings.toCollection().primaryKeys()) ?? []
      expect(kept.filter((key) => /^cases?\//.test(key))).toEqual([])
    })
    await leave()
    network = 'away'
    await list()
    expect(await screen.findByText(/这台设备上还没有读过列表/)).toBeInTheDocument()
    expect(document.body).not.toHaveTextContent('许明川')
  })
})
