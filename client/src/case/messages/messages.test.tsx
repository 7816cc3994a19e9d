import 'fake-indexeddb/auto'
import { cleanup, screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { MESSAGE_KINDS, type Messages } from '@yejibu/shared/wire/messages'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../archive/testing/archive-stage.tsx'
import { createApi } from '../../platform/api.ts'
import { openAccountDatabase } from '../../platform/database.ts'
import { DiaryView } from './diary-page.tsx'
import { BellLink } from './message-bell.tsx'
import { MessagesView, pathOf } from './messages-page.tsx'

const AT = '2022-05-10T08:00:00.000Z'
const message = (seq: number, isRead: boolean) =>
  ({ seq, kind: seq === 9 ? 'returned' : 'fee-due', subject: 'xumingchuan.app1', at: AT, isRead }) as const
const json = (value: unknown) =>
  new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } })
let databases = 0

/** A relay that remembers how far she has read, and can be away. */
function relay() {
  databases += 1
  const of = { isAway: false, read: 5, sent: [] as unknown[] }
  const said = (): Messages => {
    const messages = [9, 7, 5].map((seq) => message(seq, seq <= of.read))
    return { messages, unread: messages.filter(({ isRead }) => !isRead).length }
  }
  const api = createApi({
    fetch: async (input, init) => {
      if (of.isAway) throw new TypeError('away')
      const path = String(input)
      const body = init?.body ? JSON.parse(String(init.body)) : null
      if (body) of.sent.push([path, body])
      if (path === '/api/messages/contact') return json(body ?? { email: null })
      if (path === '/api/messages/read') of.read = body.seq
      if (path === '/api/diary') return json({ entries: DIARY })
      return json(said())
    },
  })
  return { of, api, database: openAccountDatabase(`messages-${databases}` as AccountId) }
}

const DIARY = [
  { name: '周敏', org: '越州中心', role: 'hr-lead', what: 'archive', subject: 'a', firstAt: AT, lastAt: AT, times: 3 },
  {
    name: '何静',
    org: '绍兴市职改办',
    role: 'committee-office',
    what: 'export',
    subject: 'b',
    firstAt: AT,
    lastAt: AT,
    times: 1,
  },
  { name: '专家甲', org: '', role: 'expert', what: 'case', subject: 'c', firstAt: AT, lastAt: AT, times: 1 },
]

describe('messages', () => {
  it('[CLIENT-355] are counted at the bell and marked as read on the page, and the bell follows', async () => {
    const { of, api, database } = relay()
    renderPage(() => (
      <>
        <BellLink api={api} database={database} />
        <MessagesView api={api} database={database} account="xumingchuan" />
      </>
    ))
    const user = userEvent.setup()
    expect(await screen.findByRole('link', { name: '通知，2 条未读' })).toHaveAttribute('href', '/messages')
    const list = await screen.findByRole('list', { name: '通知列表' })
    const [first] = within(list).getAllByRole('link')
    expect(first).toHaveTextContent('您的申报材料被退回')
    expect(first).toHaveAttribute('href', '/application/xumingchuan.app1')
    await user.click(await screen.findByRole('button', { name: '全部标为已读' }))
    expect(await screen.findByRole('link', { name: '通知' })).toBeInTheDocument()
    expect(of.sent).toEqual([['/api/messages/read', { seq: 9 }]])
  })

  it('[CLIENT-541] keep the focus on the one that it is on when they are read', async () => {
    const { api, database } = relay()
    renderPage(() => <MessagesView api={api} database={database} account="xumingchuan" />)
    const list = await screen.findByRole('list', { name: '通知列表' })
    const [, second] = within(list).getAllByRole('link')
    second?.focus()
    screen.getByRole('button', { name: '全部标为已读' }).click()
    await expect.poll(() => within(list).queryByText('未读')).toBeNull()
    expect(second).toHaveFocus()
  })

  it('[CLIENT-355] are there offline as they were read last', async () => {
    const { of, api, database } = relay()
    renderPage(() => <MessagesView api={api} database={database} account="xumingchuan" />)
    await screen.findByRole('list', { name: '通知列表' })
    cleanup()
    of.isAway = true
    renderPage(() => <MessagesView api={api} database={database} account="xumingchuan" />)
    expect(await screen.findByText(/下面是 .* 读到的通知/)).toBeInTheDocument()
    expect(await screen.findByRole('list', { name: '通知列表' })).toBeInTheDocument()
  })

  it('[CLIENT-355] lead to one’s own application, to the desk for somebody else’s, and to the employer', () => {
    const leads = MESSAGE_KINDS.map((kind) => pathOf({ ...message(1, false), kind }, 'zhoumin'))
    expect(new Set(leads)).toEqual(new Set(['/cases/xumingchuan.app1', '/employer']))
    expect(pathOf({ ...message(1, false), kind: 'voided' }, 'xumingchuan')).toBe('/application/xumingchuan.app1')
  })

  it('[CLIENT-356] go to an e-mail address that is one, and to none when it is emptied', async () => {
    const { of, api, database } = relay()
    renderPage(() => <MessagesView api={api} database={database} account="xumingchuan" />)
    const user = userEvent.setup()
    const field = await screen.findByRole('textbox', { name: /邮箱/ })
    await user.type(field, 'xu@')
    await user.click(screen.getByRole('button', { name: '保存邮箱' }))
    expect(screen.getByText(/邮箱格式不对/)).toBeInTheDocument()
    expect(of.sent).toEqual([])
    await user.type(field, 'example.cn')
    await user.click(screen.getByRole('button', { name: '保存邮箱' }))
    expect(await screen.findByText('邮箱已保存。')).toBeInTheDocument()
    await user.clear(field)
    await user.click(screen.getByRole('button', { name: '保存邮箱' }))
    expect(await screen.findByText('不再发邮件。')).toBeInTheDocument()
    expect(of.sent).toEqual([
      ['/api/messages/contact', { email: 'xu@example.cn' }],
      ['/api/messages/contact', { email: null }],
    ])
  })
})

describe('the diary', () => {
  it('[CLIENT-357] says who looked at what, when and in which role, and is narrowed by what and by whom', async () => {
    const { of, api, database } = relay()
    renderPage(() => <DiaryView api={api} database={database} />)
    const user = userEvent.setup()
    const table = await screen.findByRole('table', { name: '查看记录' })
    expect(within(table).getByText('越州中心 · 单位人事负责人')).toBeInTheDocument()
    expect(within(table).getByText('3 次')).toBeInTheDocument()
    await user.selectOptions(screen.getByRole('combobox', { name: '看了什么' }), 'export')
    expect(await screen.findByText('何静')).toBeInTheDocument()
    expect(screen.queryByText('周敏')).toBeNull()
    await user.selectOptions(screen.getByRole('combobox', { name: '单位' }), '评审专家')
    expect(screen.getByText('没有符合条件的记录')).toBeInTheDocument()
    cleanup()
    of.isAway = true
    renderPage(() => <DiaryView api={api} database={database} />)
    expect(await screen.findByText(/下面是 .* 读到的记录/)).toBeInTheDocument()
    expect(screen.getByText('周敏')).toBeInTheDocument()
  })
})
