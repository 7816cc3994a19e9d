import 'fake-indexeddb/auto'
import { cleanup, screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import type { AccountId, OrgId, PlanId } from '@yejibu/shared/kernel/ids'
import type { Meetings } from '@yejibu/shared/wire/forms'
import { PROBLEM_MEDIA_TYPE } from '@yejibu/shared/wire/problem'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { renderPage } from '../archive/testing/archive-stage.tsx'
import { createApi } from '../platform/api.ts'
import { type AccountDatabase, openAccountDatabase } from '../platform/database.ts'
import { noteQueueNews } from '../sync/create-queue-news.ts'
import { MinutesPanel } from './minutes-panel.tsx'

let database: AccountDatabase
let databases = 0
beforeEach(() => {
  database = openAccountDatabase(`minutes-${databases++}` as AccountId)
})
afterEach(() => {
  cleanup()
  database.close()
})

const json = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : PROBLEM_MEDIA_TYPE },
  })

function show(meetings: Meetings['meetings']) {
  const relay = { meetings, asked: [] as string[] }
  const api = createApi({
    fetch: async (input) => {
      const path = String(input)
      relay.asked.push(path)
      if (path.endsWith('/meetings/plan-1/office-1')) return json({ meetings: relay.meetings })
      return json({ type: 'about:blank', title: 'x', status: 404, refusal: { kind: 'not-found' } }, 404)
    },
  })
  renderPage(() => <MinutesPanel api={api} database={database} plan={'plan-1' as PlanId} org={'office-1' as OrgId} />)
  return relay
}

it('[CLIENT-402] each meeting has its minutes, with how many are decided; a ballot that is written down meanwhile shows', async () => {
  const held = { stage: 'MID_MEETING', meeting: '2026-1', people: 3 } as const
  const relay = show([{ ...held, decided: 1 }])
  const row = await screen.findByRole('listitem')
  expect(row).toHaveTextContent('中评委评审会议纪要 2026-1')
  expect(row).toHaveTextContent('3人，已登记表决1人')
  relay.meetings = [{ ...held, decided: 3 }]
  await vi.waitFor(
    async () => {
      await noteQueueNews(database)
      expect(screen.getByRole('listitem')).toHaveTextContent('3人，均已登记表决')
    },
    { timeout: 10_000 },
  )
})

it('[CLIENT-402] asks the relay for the paper by the meeting’s own name, and says why where it is not made', async () => {
  const relay = show([{ stage: 'MID_MEETING', meeting: '2026 甲', people: 1, decided: 1 }])
  const row = await screen.findByRole('listitem')
  await userEvent.setup().click(within(row).getByRole('button', { name: /^下载/ }))
  expect(await screen.findByText('没有可以打印的表格，或您已不能查看这份申报。')).toBeInTheDocument()
  expect(relay.asked.at(-1)).toBe(
    '/api/forms/meetings/plan-1/office-1/MID_MEETING/minutes.pdf?meeting=2026%20%E7%94%B2',
  )
})

it('[CLIENT-402] where no meeting was held nothing is offered', async () => {
  const relay = show([])
  await vi.waitFor(() => expect(relay.asked).toHaveLength(1))
  expect(screen.queryByRole('heading', { name: '会议纪要' })).toBeNull()
})
