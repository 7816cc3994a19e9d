import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import type { AccountId, OrgId } from '@yejibu/shared/kernel/ids'
import type { CasePage, CaseTab } from '@yejibu/shared/wire/cases'
import { createSignal } from 'solid-js'
import { afterEach, describe, expect, it } from 'vitest'
import { renderPage } from '../archive/testing/archive-stage.tsx'
import { createApi } from '../platform/api.ts'
import { openAccountDatabase } from '../platform/database.ts'
import { CaseDeskView } from './case-desk-view.tsx'
import { createCaseList } from './create-case-list.ts'

afterEach(cleanup)

describe('a desk of cases', () => {
  it('[CLIENT-525] keeps what stands under a tab, with what is typed there and the focus, while the counts change', async () => {
    let pending = 1
    const page = (): CasePage => ({
      rows: [],
      counts: { pending, passed: 0, rejected: 0, returned: 0, all: pending },
      next: null,
    })
    const api = createApi({
      fetch: async () => new Response(JSON.stringify(page()), { headers: { 'content-type': 'application/json' } }),
    })
    const database = openAccountDatabase('desk-view' as AccountId)
    renderPage(() => {
      const [tab] = createSignal<CaseTab>('pending')
      const filter = () => ({ tab: tab(), plan: '', type: '', text: '' })
      const list = createCaseList({ api, database, org: 'org.a' as OrgId, filter })
      const desk = {
        ...{ list, tab, plan: () => '', type: () => '', text: () => '', choose: () => undefined },
        ...{ isFiltered: () => false, counts: () => list.page()?.counts, plans: () => [], types: () => [] },
        ...{ typeName: () => '', now: () => new Date() },
      }
      return (
        <CaseDeskView desk={desk} textLabel="姓名" textHint="" rowsOf={(of) => <input aria-label={`意见 ${of}`} />}>
          <button type="button" onClick={() => void list.refresh()}>
            再看一次
          </button>
        </CaseDeskView>
      )
    })
    await screen.findByRole('tab', { name: /待审查\s*1/ })
    const typed = screen.getByLabelText<HTMLInputElement>('意见 pending')
    typed.focus()
    fireEvent.input(typed, { target: { value: '材料齐全' } })
    pending = 7
    fireEvent.click(screen.getByRole('button', { name: '再看一次' }))
    await screen.findByRole('tab', { name: /待审查\s*7/ })
    expect(screen.getByLabelText('意见 pending')).toBe(typed)
    expect(document.activeElement).toBe(typed)
    expect(typed.value).toBe('材料齐全')
    database.close()
  })
})
