import 'fake-indexeddb/auto'
import { cleanup, screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { orgIdSchema } from '@yejibu/shared/kernel/ids'
import { MID } from '@yejibu/shared/testing/case-rows'
import { type CaseRow, caseRowSchema } from '@yejibu/shared/wire/cases'
import { createSignal } from 'solid-js'
import { afterEach, describe, expect, it } from 'vitest'
import { openSignedIn } from '../account/testing/signed-in-page.tsx'
import { noteQueueNews } from '../sync/create-queue-news.ts'
import { RosterCard } from './office/roster-card.tsx'
import PanelPage from './panel/panel-page.tsx'

const AT = '2023-09-01T01:30:00.000Z'
const [FIRST, SECOND] = MID.categories
const row = (owner: string, name: string, category = FIRST?.code ?? ''): CaseRow =>
  caseRowSchema.parse({
    ...{ application: `${owner}.aaaaaaaa`, owner, name, category, employer: { id: 'yuezhou', name: '越州中心' } },
    ...{ plan: { id: MID.id, title: MID.title, year: MID.year }, type: MID.applicationTypes[0]?.code, round: 1 },
    ...{ state: 'awaiting-meeting', stage: 'MID_OFFICE', tab: 'pending', digest: 'a'.repeat(64), isHere: true },
    ...{ submittedAt: AT, movedAt: AT },
  })

afterEach(cleanup)

describe('rows of cases that are asked for again', () => {
  it('[CLIENT-541] an expert’s focus stays on the case that it is on when another one comes to the meeting', async () => {
    const rows = [row('luqinghe', '陆清和'), row('xumingchuan', '许明川')]
    const path = '/api/cases/panel'
    const { workplace, answer } = await openSignedIn(() => <PanelPage />, { [path]: { rows } })
    const link = await screen.findByRole('link', { name: '许明川' })
    link.focus()
    answer({ [path]: { rows: [row('fangyuan', '方圆'), ...rows] } })
    await noteQueueNews(workplace.database)
    await screen.findByText('方圆')
    expect(link).toHaveFocus()
    expect(link).toHaveAttribute('href', '/panel/xumingchuan.aaaaaaaa')
  })

  it('[CLIENT-543] a remark chosen by the keyboard leaves it there, wherever the row goes in the roster’s order', async () => {
    const [rows, setRows] = createSignal([row('luqinghe', '陆清和'), row('xumingchuan', '许明川')])
    await openSignedIn(
      () => (
        <RosterCard
          org={orgIdSchema.parse('yuezhou')}
          plan={MID}
          rows={rows()}
          isBusy={false}
          onAsk={async () => undefined}
        />
      ),
      {},
    )
    const names = () =>
      within(screen.getByRole('table'))
        .getAllByRole('rowheader')
        .map((one) => one.textContent)
    const last = names().at(-1) ?? ''
    const remark = screen.getByRole('combobox', { name: `${last}的备注` })
    remark.focus()
    await userEvent.setup().selectOptions(remark, '面试答辩')
    expect(names()[0]).toBe(last)
    expect(remark).toHaveFocus()
    expect(remark).toHaveDisplayValue('面试答辩')
    setRows((all) => [...all, row('fangyuan', '方圆', SECOND?.code)])
    expect(names()).toContain('方圆')
    expect(remark).toHaveFocus()
  })
})
