/** V-CAL on the pages of a notice: told before it begins, confirmed with the start, told while it runs, and never a reason to end it. */
import 'fake-indexeddb/auto'
import { screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { noticeTerms, startNotice } from '@yejibu/shared/case/publicity'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { CaseHistory, submissionFor } from '@yejibu/shared/testing/case-history'
import { MID } from '@yejibu/shared/testing/case-rows'
import { createRoot } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../archive/testing/archive-stage.tsx'
import { createApi } from '../platform/api.ts'
import { openAccountDatabase } from '../platform/database.ts'
import { CalendarWarning } from './calendar-warning.tsx'
import { createOpenCase } from './create-open-case.ts'
import { StartNotice } from './start-notice.tsx'

const SENTENCE = '2027年节假日安排尚未发布，按周末推算，请人工确认。'
const UNREACHED = new Date('2026-12-28T12:00:00+08:00')
const REACHED = new Date('2026-09-22T12:00:00+08:00')
let databases = 0

function starting(now: Date) {
  databases += 1
  const database = openAccountDatabase(`calendar-${databases}` as AccountId)
  const submission = new CaseHistory(MID).submitted().case.filed?.submission ?? submissionFor(MID)
  const api = createApi({ fetch: () => Promise.reject(new TypeError('away')) })
  const open = createRoot(() =>
    createOpenCase({ api, database, application: submission.application, randomBytes: () => new Uint8Array(20) }),
  )
  renderPage(() => <StartNotice open={open} submission={submission} plan={MID} isLead now={now} />)
  return userEvent.setup()
}

describe('a notice that reaches into a year whose holidays are not published', () => {
  it('[CLIENT-417] says so before it begins, with its last day by weekends, and asks for it to be confirmed', async () => {
    const user = starting(UNREACHED)
    expect(screen.getByText(SENTENCE)).toBeInTheDocument()
    expect(screen.getByText(/^推算末日为 2027-01-04，仅供安排工作。/)).toBeInTheDocument()
    expect(screen.queryByText(/起可以登记公示结果/)).toBeNull()
    await user.type(screen.getByRole('textbox', { name: '公示方式' }), '在单位公告栏张贴')
    await user.click(screen.getByRole('button', { name: '开始公示' }))
    const dialog = await screen.findByRole('alertdialog')
    expect(within(dialog).getByText(new RegExp(`^${SENTENCE}内容从今天起公开`))).toBeInTheDocument()
  })

  it('[CLIENT-417] where the calendar reaches there is nothing to confirm but the notice', async () => {
    const user = starting(REACHED)
    expect(screen.getByText('2026-10-01 起可以登记公示结果。')).toBeInTheDocument()
    expect(screen.queryByText(/按周末推算/)).toBeNull()
    await user.type(screen.getByRole('textbox', { name: '公示方式' }), '在单位公告栏张贴')
    await user.click(screen.getByRole('button', { name: '开始公示' }))
    const dialog = await screen.findByRole('alertdialog')
    expect(within(dialog).getByText(/^内容从今天起公开/)).toBeInTheDocument()
  })

  it.each([
    [UNREACHED, SENTENCE],
    [REACHED, null],
  ])('[CLIENT-417] is told while it runs, %s', (now, sentence) => {
    const notice = startNotice(noticeTerms('content', '公告栏', 5, { countStartDay: false, now }))
    renderPage(() => <CalendarWarning terms={notice} />)
    if (sentence === null) expect(screen.queryByText(/尚未发布/)).toBeNull()
    else expect(screen.getByText(sentence)).toBeInTheDocument()
  })
})
