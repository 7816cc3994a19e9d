import 'fake-indexeddb/auto'
import { cleanup, screen } from '@solidjs/testing-library'
import type { AccountId, ApplicationId, OrgId } from '@yejibu/shared/kernel/ids'
import { type CasePage, panelCasesSchema } from '@yejibu/shared/wire/cases'
import type { Messages } from '@yejibu/shared/wire/messages'
import { createRoot } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAsked } from '../account/employer-affairs.ts'
import { renderPage } from '../archive/testing/archive-stage.tsx'
import { createApi } from '../platform/api.ts'
import { type AccountDatabase, openAccountDatabase } from '../platform/database.ts'
import { noteQueueNews } from '../sync/create-queue-news.ts'
import { createCaseList } from './create-case-list.ts'
import { createOpenCase } from './create-open-case.ts'
import { BellLink } from './messages/message-bell.tsx'

const ORG = 'org.a' as OrgId
const json = (value: unknown) =>
  new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } })

/** A relay whose answer changes as `at` moves, and which notes what it was asked. */
function relay() {
  const of = { at: 0, asked: [] as string[] }
  const messages = (): Messages => ({ messages: [], unread: of.at })
  const page = (): CasePage => ({
    rows: [],
    counts: { pending: of.at, passed: 0, rejected: 0, returned: 0, all: of.at },
    next: null,
  })
  const api = createApi({
    fetch: async (input) => {
      const path = String(input).split('?')[0] ?? ''
      of.asked.push(path)
      return json(path === '/api/messages' ? messages() : page())
    },
  })
  return { of, api }
}

let database: AccountDatabase
let other: AccountDatabase
let databases = 0
beforeEach(() => {
  const id = `live-${databases++}` as AccountId
  database = openAccountDatabase(id)
  other = openAccountDatabase(id)
})
afterEach(() => {
  cleanup()
  database.close()
  other.close()
})

describe('lists of cases, one case, the panel and the bell', () => {
  it('[CLIENT-385] are asked for again when the relay says so to any tab, and not by a clock', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      const { of, api } = relay()
      renderPage(() => <BellLink api={api} database={database} />)
      const { list, dispose } = createRoot((dispose) => {
        createAsked(() => api.call('GET', '/api/cases/panel', panelCasesSchema), database)
        createOpenCase({ api, database, application: 'xu.app' as ApplicationId, randomBytes: () => new Uint8Array(20) })
        const filter = () => ({ tab: 'pending', plan: '', type: '', text: '' }) as const
        return { list: createCaseList({ api, database, org: ORG, filter }), dispose }
      })
      const PATHS = ['/api/messages', '/api/cases', '/api/cases/panel', '/api/cases/xu.app']
      const times = () => PATHS.map((path) => of.asked.filter((one) => one === path).length)
      await vi.waitFor(() => expect(Math.min(...times())).toBe(1))
      await vi.waitFor(() => expect(list.page()?.counts.pending).toBe(0))
      const before = times()
      expect(before.slice(1)).toEqual([1, 1, 1])
      vi.advanceTimersByTime(60_000)
      expect(times()).toEqual(before)

      of.at = 2
      await noteQueueNews(other)
      expect(await screen.findByRole('link', { name: '通知，2 条未读' })).toBeInTheDocument()
      await vi.waitFor(() => expect(list.page()?.counts.pending).toBe(2))
      await vi.waitFor(() => expect(times()).toEqual(before.map((n) => n + 1)))

      // What no news was told of comes in two minutes.
      vi.advanceTimersByTime(120_000)
      await vi.waitFor(() => expect(times()).toEqual(before.map((n) => n + 2)))
      dispose()
    } finally {
      vi.useRealTimers()
    }
  })
})
