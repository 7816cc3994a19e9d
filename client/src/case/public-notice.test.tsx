import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router'
import { cleanup, render, screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { noticeContentOf } from '@yejibu/shared/case/notice-content'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { submissionFor } from '@yejibu/shared/testing/case-history'
import { PROBLEM_MEDIA_TYPE } from '@yejibu/shared/wire/problem'
import { describe, expect, it } from 'vitest'
import { isPublicPath } from '../doors.ts'
import { LanguageProvider } from '../language/language.tsx'
import { createApi } from '../platform/api.ts'
import { ToastProvider } from '../ui/toasts.tsx'
import { ObjectionAnswerView } from './objection-answer-page.tsx'
import { PublicNoticeView } from './public-notice-page.tsx'

const PLAN = shaoxingEcology2022Mid({ open: '2022-05-01T00:00:00+08:00', close: '2022-06-01T00:00:00+08:00' })
const RUNNING = {
  state: 'running',
  about: 'application',
  names: { type: '正常申报', category: '监测与分析' },
  content: noticeContentOf(submissionFor(PLAN)),
  digest: 'd'.repeat(64),
  startedOn: '2022-05-10',
  workingDays: 5,
  lastDay: '2022-05-17',
  method: '在单位公告栏张贴',
  witnessedOn: ['2022-05-10'],
}
const json = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : PROBLEM_MEDIA_TYPE },
  })
const refusal = (kind: string, status: number) => json({ type: 'x', status, refusal: { kind } }, status)

function show(at: string, answer: (method: string, path: string) => Response) {
  const sent: Record<string, unknown>[] = []
  const api = createApi({
    fetch: async (input, init) => {
      if (init?.body) sent.push(JSON.parse(String(init.body)))
      return answer(init?.method ?? 'GET', String(input))
    },
  })
  const history = createMemoryHistory()
  history.set({ value: at })
  render(() => (
    <LanguageProvider initially="zh">
      <ToastProvider>
        <MemoryRouter history={history}>
          <Route path="/notice/:code" component={() => <PublicNoticeView api={api} />} />
          <Route path="/notice/:code/objection/:receipt" component={() => <ObjectionAnswerView api={api} />} />
        </MemoryRouter>
      </ToastProvider>
    </LanguageProvider>
  ))
  return { sent, user: userEvent.setup() }
}

describe('a public notice', () => {
  it('[CLIENT-352] is read by anybody, in words and not in codes, and holds no number of a person', async () => {
    expect(isPublicPath('/notice/abc')).toBe(true)
    show('/notice/abc', () => json(RUNNING))
    expect(await screen.findByText('2022-05-10 至 2022-05-17，5 个工作日')).toBeInTheDocument()
    expect(screen.getByText('正常申报')).toBeInTheDocument()
    expect(screen.getByText('许明川')).toBeInTheDocument()
    expect(screen.getAllByText(/曹娥江流域总磷通量估算/).length).toBeGreaterThan(0)
    for (const secret of ['330683198803071539', '13800000005', '1988-03-07']) {
      expect(document.body.textContent).not.toContain(secret)
    }
  })

  it('[CLIENT-352] of a result names person and employer alone; one that ended says when and nothing else', async () => {
    const content = { ...RUNNING.content, person: { fullName: '许明川' }, entries: [], birthYear: '' }
    show('/notice/abc', () => json({ ...RUNNING, about: 'result', content, witnessedOn: [] }))
    expect(await screen.findByRole('heading', { level: 1, name: '评审结果公示' })).toBeInTheDocument()
    expect(screen.getByText('监测与分析')).toBeInTheDocument()
    show('/notice/old', () => json({ state: 'ended', startedOn: '2022-05-10', closedOn: '2022-05-18' }))
    expect(await screen.findByText(/于 2022-05-18 结束/)).toBeInTheDocument()
  })

  it('[CLIENT-352] a code that is none, and a server that is away, say what to do', async () => {
    show('/notice/none', () => refusal('not-found', 404))
    expect(await screen.findByText('没有这份公示')).toBeInTheDocument()
    cleanup()
    let isAway = true
    const { user } = show('/notice/abc', () => {
      if (isAway) throw new TypeError('away')
      return json(RUNNING)
    })
    const retry = await screen.findByRole('button', { name: '重试' })
    isAway = false
    await user.click(retry)
    expect(await screen.findByText('在单位公告栏张贴')).toBeInTheDocument()
  })
})

describe('an objection', () => {
  const open = async (answer: (method: string) => Response) => {
    const { sent, user } = show('/notice/abc', (method) => (method === 'GET' ? json(RUNNING) : answer(method)))
    await user.click(await screen.findByRole('radio', { name: '匿名' }))
    await user.selectOptions(screen.getByRole('combobox', { name: '针对' }), '0')
    const send = async () => {
      await user.click(await screen.findByRole('button', { name: '提出异议' }))
      const dialog = await screen.findByRole('alertdialog')
      await user.click(within(dialog).getByRole('button', { name: '提出异议' }))
    }
    return { sent, user, send }
  }

  it('[CLIENT-353] is raised about an entry, anonymously, after one more question, and answered with an address to keep', async () => {
    const { sent, user, send } = await open(() => json({ isRecorded: true }))
    await user.click(screen.getByRole('button', { name: '提出异议' }))
    expect(screen.getByText('请用 2–500 字写明异议内容。')).toBeInTheDocument()
    expect(sent).toEqual([])
    await user.type(screen.getByRole('textbox', { name: /异议内容/ }), '署名次序与刊物不符。')
    await send()
    expect(await screen.findByText('异议已登记')).toBeInTheDocument()
    expect(sent).toMatchObject([{ objector: 'anonymous', entry: 0, text: '署名次序与刊物不符。' }])
    const id = String(sent[0]?.id)
    expect(id).toMatch(/^[a-z0-9]{20,}$/i)
    const link = await screen.findByRole('link', { name: '查看处理情况' })
    expect(link).toHaveAttribute('href', `/notice/abc/objection/${id}`)
  })

  it('[CLIENT-353] sent again after a lost answer is the same objection; changed it is another', async () => {
    let tries = 0
    const { sent, user, send } = await open(() => {
      tries += 1
      if (tries < 3) throw new TypeError('away')
      return json({ isRecorded: true })
    })
    await user.type(screen.getByRole('textbox', { name: /异议内容/ }), '获奖名单中没有此人。')
    await send()
    expect(await screen.findByText(/异议没有送达/)).toBeInTheDocument()
    await send()
    await screen.findByText(/异议没有送达/)
    await user.type(await screen.findByRole('textbox', { name: /异议内容/ }), '请核查。')
    await send()
    expect(await screen.findByText('异议已登记')).toBeInTheDocument()
    const ids = sent.map(({ id }) => id)
    expect(ids[0]).toBe(ids[1])
    expect(ids[2]).not.toBe(ids[0])
  })

  it('[CLIENT-353] by name needs a name', async () => {
    const { sent, user } = await open(() => json({ isRecorded: true }))
    await user.click(screen.getByRole('radio', { name: '署名' }))
    await user.type(screen.getByRole('textbox', { name: /异议内容/ }), '业绩与事实不符。')
    await user.click(screen.getByRole('button', { name: '提出异议' }))
    expect(screen.getByText(/请填写姓名/)).toBeInTheDocument()
    expect(sent).toEqual([])
  })

  it('[CLIENT-354] what came of it is read by its address alone', async () => {
    const raisedAt = '2022-05-11T02:00:00.000Z'
    const said = { state: 'dismissed', raisedAt, answeredAt: '2022-05-16T02:00:00.000Z', answer: '经核查，署名属实。' }
    show('/notice/abc/objection/r', () => json(said))
    expect(await screen.findByText('异议不成立')).toBeInTheDocument()
    expect(screen.getByText('经核查，署名属实。')).toBeInTheDocument()
    show('/notice/abc/objection/x', () => refusal('not-found', 404))
    expect(await screen.findByText('没有这件异议')).toBeInTheDocument()
  })
})
