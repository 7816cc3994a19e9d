import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router'
import { render, screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import { PROBLEM_MEDIA_TYPE } from '@yejibu/shared/wire/problem'
import type { JSX } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { LanguageProvider } from '../language/language.tsx'
import { createApi } from '../platform/api.ts'
import { BatchPanel } from './batch-panel.tsx'
import { CheckView } from './check-page.tsx'
import { PapersPanel } from './papers-panel.tsx'

function show(ui: () => JSX.Element, at = '/', language: 'zh' | 'en' = 'zh') {
  const history = createMemoryHistory()
  history.set({ value: at })
  render(() => (
    <LanguageProvider initially={language}>
      <MemoryRouter history={history}>
        <Route path="/check/:code?" component={ui} />
        <Route path="/" component={ui} />
      </MemoryRouter>
    </LanguageProvider>
  ))
  return userEvent.setup()
}

const json = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : PROBLEM_MEDIA_TYPE },
  })
const text = (zh: string) => ({ zh, en: zh })

const OFFERS = {
  offers: [
    { kind: 'evaluation', number: 2, title: text('评审表'), purpose: text('报送评审委员会'), state: 'preview' },
    { kind: 'bag-cover', number: 15, title: text('资料袋封面'), purpose: text('贴在材料袋正面'), state: 'final' },
    {
      kind: 'direct-abc',
      number: 12,
      title: text('直接ABC类申报审批表'),
      purpose: text('打印本单位自制表'),
      state: 'own',
    },
  ],
}

/** What the relay would answer, and what it was asked. */
function relay(answers: (method: string, path: string) => Response) {
  const asked: string[] = []
  const api = createApi({
    fetch: async (input, init) => {
      const path = String(input)
      asked.push(`${init?.method ?? 'GET'} ${path}`)
      return answers(init?.method ?? 'GET', path)
    },
  })
  return { api, asked }
}

describe('the papers of an application', () => {
  const application = 'xumingchuan.app0000001' as ApplicationId

  it("[FORM-20] are listed with what each is for; a preview says so, and so does a sheet of the employer's own", async () => {
    const { api } = relay(() => json(OFFERS))
    show(() => <PapersPanel application={application} api={api} />)
    const list = await screen.findByRole('list', { name: '可打印的表格' })
    const [evaluation, cover, abc] = within(list).getAllByRole('listitem')
    if (!evaluation || !cover || !abc) throw new Error('three forms are listed')
    expect(evaluation).toHaveTextContent('预览件')
    expect(within(cover).getByRole('button', { name: '下载 资料袋封面' })).toBeInTheDocument()
    expect(abc).toHaveTextContent('自制表')
    expect(within(abc).getByRole('button', { name: '下载 直接ABC类申报审批表' })).toBeInTheDocument()
    expect(screen.getByText(/标为“预览件”时不能报送/)).toBeInTheDocument()
  })

  it('[FORM-20] without the relay it says what to do, and reads again when asked', async () => {
    let isAway = true
    const { api } = relay(() => {
      if (isAway) throw new TypeError('away')
      return json(OFFERS)
    })
    const user = show(() => <PapersPanel application={application} api={api} />)
    expect(await screen.findByText(/连不上单位服务器/)).toBeInTheDocument()
    isAway = false
    await user.click(screen.getByRole('button', { name: '重新读取' }))
    expect(await screen.findByText('资料袋封面')).toBeInTheDocument()
  })

  it('[FORM-20] a preview is fetched when it is asked for, and a form that could not be made says why', async () => {
    const { api, asked } = relay((_method, path) =>
      path.endsWith('.pdf') ? json({ type: 'x', status: 404, refusal: { kind: 'not-found' } }, 404) : json(OFFERS),
    )
    const user = show(() => <PapersPanel application={application} api={api} />)
    await user.click(await screen.findByRole('button', { name: '预览 评审表' }))
    expect(await screen.findByText(/没有可以打印的表格/)).toBeInTheDocument()
    expect(asked.at(-1)).toBe(`GET /api/forms/application/${application}/evaluation.pdf`)
  })
})

describe('all evaluation forms of a list', () => {
  const batch = (state: string, done: number) => ({
    id: 'batch1',
    plan: 'plan-1',
    org: 'office',
    state,
    people: 500,
    done,
    askedAt: '2022-06-01T00:00:00.000Z',
    bytes: null,
  })

  it('[FORM-21] are asked for, shown with how many are done, and can be cancelled', async () => {
    let batches: unknown[] = []
    const { api } = relay((method) => {
      if (method === 'POST') batches = [batch('running', 120)]
      if (method === 'DELETE') batches = [batch('cancelled', 120)]
      return method === 'GET' ? json({ batches }) : json(batches[0])
    })
    const user = show(() => <BatchPanel api={api} plan="plan-1" org="office" people={500} />)
    await user.click(await screen.findByRole('button', { name: '生成全部评审表（500人）' }))
    expect(await screen.findByRole('progressbar')).toHaveAttribute('aria-valuenow', '120')
    await user.click(screen.getByRole('button', { name: '取消生成' }))
    expect(await screen.findByRole('button', { name: '生成全部评审表（500人）' })).toBeInTheDocument()
  })

  it.each([
    ['zh', 'archive-elsewhere', 409, /那台服务器上.*请在这里重新生成/],
    ['zh', 'archive-on-its-way', 409, /请过几分钟再下载/],
    ['zh', 'archive-store-refuses', 503, /文件没有丢失。请过几分钟再下载/],
    ['en', 'archive-elsewhere', 409, /Make it again here/],
    ['en', 'archive-on-its-way', 409, /Download it in a few minutes/],
    ['en', 'archive-store-refuses', 503, /the file is not lost/],
  ] as const)(
    '[RELAY-375] that the relay cannot hand out here say what to do (%s, %s)',
    async (language, kind, status, sentence) => {
      const { api } = relay((_method, path) =>
        path.endsWith('/file')
          ? json({ type: 'x', status, refusal: { kind } }, status)
          : json({ batches: [batch('ready', 500)] }),
      )
      const user = show(() => <BatchPanel api={api} plan="plan-1" org="office" people={500} />, '/', language)
      await user.click(await screen.findByRole('button', { name: /下载压缩包|Download the file/ }))
      expect(await screen.findByText(sentence)).toBeInTheDocument()
      expect(screen.getByRole('button', { name: /生成全部评审表|Make all evaluation forms/ })).toBeInTheDocument()
    },
  )
})

describe('the check of a printed form', () => {
  const CODE = `42-${'a'.repeat(32)}`

  it('[FORM-22] says whether the ledger has the place, when it was, and for which plan', async () => {
    const { api } = relay(() => json({ isInLedger: true, at: '2022-05-10T08:00:00.000Z', plan: '某计划' }))
    show(() => <CheckView api={api} />, `/check/${CODE}`)
    expect(await screen.findByText('台账中有这一位置')).toBeInTheDocument()
    expect(screen.getByText('所属计划：某计划')).toBeInTheDocument()
  })

  it('[FORM-22] takes a code as people type it, and says what to do when there is no such place', async () => {
    const { api, asked } = relay(() => json({ isInLedger: false, at: null, plan: null }))
    const user = show(() => <CheckView api={api} />, '/check')
    await user.type(screen.getByRole('textbox', { name: '核验码' }), ` ４２-${'A'.repeat(32)} `)
    await user.click(screen.getByRole('button', { name: '核验' }))
    expect(await screen.findByText('台账中没有这一位置')).toBeInTheDocument()
    expect(asked).toEqual([`GET /api/check/${CODE}`])
  })
})
