import 'fake-indexeddb/auto'
import { screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { isShownTo } from '@yejibu/shared/case/visible-facts'
import type { Fact } from '@yejibu/shared/kernel/fact'
import type { AccountId, ApplicationId } from '@yejibu/shared/kernel/ids'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { zhejiangEcology2022Senior } from '@yejibu/shared/plan/plans/zhejiang-ecology-2022-senior'
import { CaseHistory, OWNER, officerAt, orgFor } from '@yejibu/shared/testing/case-history'
import { walkTo } from '@yejibu/shared/testing/case-walk'
import { PROBLEM_MEDIA_TYPE } from '@yejibu/shared/wire/problem'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../archive/testing/archive-stage.tsx'
import { createApi } from '../platform/api.ts'
import { openAccountDatabase } from '../platform/database.ts'
import { CoursePanel } from './course-panel.tsx'
import { orderNumber } from './payment/order-number.ts'

const PLAN = shaoxingEcology2022Mid({ open: '2022-05-01T00:00:00+08:00', close: '2022-06-01T00:00:00+08:00' })
const SENIOR = zhejiangEcology2022Senior({ open: '2022-05-01T00:00:00+08:00', close: '2022-06-01T00:00:00+08:00' })
const CHAIN = PLAN.chains[0]?.code ?? ''
const FIRST = PLAN.chains[0]?.stages[1] ?? 'DEPT_C'
const APPLICATION = 'xumingchuan.aaaaaaaa' as ApplicationId
const history = () => new CaseHistory(PLAN, { review: 18_000 }).submitted()
let databases = 0

const json = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : PROBLEM_MEDIA_TYPE },
  })

/** The relay as its owner meets it: her case with the offices' names, and what it was asked. */
function show(of: CaseHistory, answer: (path: string, body: string) => Response = () => json({ facts: [] })) {
  const asked: { path: string; body: Record<string, unknown> }[] = []
  const facts = of.facts
    .filter((fact) => isShownTo('owner', OWNER, fact))
    .map(
      (fact, n) =>
        ({
          ...fact,
          seq: n + 1,
          n: n + 1,
          stream: `application/${APPLICATION}`,
          id: `f${n}`,
          v: 1,
          hash: 'ab'.repeat(32),
        }) as Fact,
    )
  const api = createApi({
    fetch: async (input, init) => {
      const path = String(input)
      if (path.startsWith('/api/cases/')) {
        const orgs = { [orgFor('FEE')]: '绍兴市职改办', [orgFor(FIRST)]: '柯桥生态环境分局' }
        return json({ reader: 'owner', state: of.case.state.kind, stage: null, facts: [], names: {}, orgs })
      }
      const body = String(init?.body ?? '')
      asked.push({ path, body: body === '' ? {} : JSON.parse(body) })
      return answer(path, body)
    },
  })
  databases += 1
  renderPage(() => (
    <CoursePanel
      application={APPLICATION}
      account={OWNER.accountId}
      facts={facts}
      plan={of.plan}
      api={api}
      database={openAccountDatabase(`course-${databases}` as AccountId)}
      refresh={() => Promise.resolve()}
      isAway={false}
      now={() => of.now}
    />
  ))
  return { asked, user: userEvent.setup() }
}

describe('the course of an application', () => {
  it('[CLIENT-347] says where it stands, what comes next and who decided, with the office by its name', async () => {
    const of = walkTo(history(), CHAIN, 'stage-pending', FIRST)
    const digest = of.case.filed?.digest ?? ''
    of.does(officerAt(FIRST), { kind: 'return-from-stage', digest, stage: FIRST, reason: '缺少聘书，请补充。' })
    show(of)
    const stations = screen.getByRole('list', { name: '申报的各个环节' })
    const current = within(stations).getByText('退回待修改').closest('li')
    expect(current).toHaveAttribute('aria-current', 'step')
    expect(screen.getByText('下一步：').parentElement).toHaveTextContent(
      '退回修改：缺少聘书，请补充。请修改后再次提交。',
    )
    expect((await screen.findAllByText(/柯桥生态环境分局/)).length).toBeGreaterThan(1)
    expect(screen.getByText('缺少聘书，请补充。')).toBeInTheDocument()
  })

  it('[CLIENT-348] a fee is shown with sum, deadline and office, and gives a number to pay by', async () => {
    const of = walkTo(history(), CHAIN, 'fee-due')
    const { asked, user } = show(of)
    expect(screen.getByRole('heading', { name: '待缴费' })).toBeInTheDocument()
    expect(screen.getAllByText('180.00 元').length).toBe(2)
    expect(await screen.findByText('绍兴市职改办', { selector: 'dd' })).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '登记转账缴费' }))
    const command = asked.find(({ path }) => path === '/api/commands/start-payment')
    expect(command?.body).toMatchObject({ application: APPLICATION, channel: 'transfer' })
    expect(String(command?.body.order)).toMatch(/^\d{16}$/)
  })

  it('[CLIENT-348] what was registered is shown with its number; after the deadline nothing can be paid by oneself', () => {
    const of = walkTo(history(), CHAIN, 'fee-due')
    of.does(OWNER, { kind: 'start-payment', order: '1234567890123456', channel: 'counter' })
    of.later(40)
    show(of)
    expect(screen.getByText('1234 5678 9012 3456')).toBeInTheDocument()
    expect(screen.getByRole('heading', { name: '逾期未缴' })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /登记/ })).toBeNull()
  })

  it('[CLIENT-372] who is called to an interview is told to bring the copies that are missing, and nobody else is', () => {
    const handedIn = (copies: number) => {
      const of = new CaseHistory(SENIOR, { review: 18_000, midToSeniorFee: 8_000 }).submitted()
      const seals = SENIOR.evaluationForm.stamps
      return walkTo(of, 'B-MUNI', 'form-due').does(officerAt('FORM'), { kind: 'deliver-form', copies, seals })
    }
    const calling = { kind: 'call-to-interview', on: '2022-11-20', place: '市民中心三楼' } as const
    const sentence = '参加面试人员评审表须4份。已送 3 份，请补齐后送评审办。'
    show(handedIn(3))
    show(handedIn(4).does(officerAt('INTERVIEW'), calling))
    expect(screen.queryByText(sentence)).toBeNull()
    show(handedIn(3).does(officerAt('INTERVIEW'), calling))
    expect(screen.getByText(sentence)).toBeInTheDocument()
  })

  it('[CLIENT-349] the evaluation form is exported and noted once; a form that was not made is not noted', async () => {
    let isThere = false
    const of = walkTo(history(), CHAIN, 'form-due')
    const { asked, user } = show(of, (path) => {
      if (!path.endsWith('.pdf')) return json({ facts: [] })
      return isThere ? new Response('%PDF-') : json({ type: 'x', status: 404, refusal: { kind: 'not-found' } }, 404)
    })
    await user.click(screen.getByRole('button', { name: '导出评审表' }))
    expect(await screen.findByText(/评审表没有导出/)).toBeInTheDocument()
    expect(asked.some(({ path }) => path === '/api/commands/export-form')).toBe(false)
    isThere = true
    await user.click(screen.getByRole('button', { name: '导出评审表' }))
    expect(await screen.findByText('评审表已保存到下载文件夹。')).toBeInTheDocument()
    expect(asked.filter(({ path }) => path === '/api/commands/export-form')).toHaveLength(1)
  })

  it('[CLIENT-350] before the meeting it can be withdrawn after one more question, and a refusal is said', async () => {
    const of = walkTo(history(), CHAIN, 'stage-pending')
    const refusal = { kind: 'not-in-this-state', state: 'stage-returned' }
    const { asked, user } = show(of, () => json({ type: 'x', status: 409, refusal }, 409))
    await user.click(screen.getByRole('button', { name: '撤回申报，不再继续' }))
    const dialog = await screen.findByRole('alertdialog')
    expect(asked).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: '撤回，不再继续' }))
    expect(asked.at(-1)).toMatchObject({
      path: '/api/commands/withdraw-application',
      body: { digest: of.case.filed?.digest },
    })
    expect(await screen.findByText(/申报的进度刚刚有变/)).toBeInTheDocument()
  })

  it('[CLIENT-350] what the employer has not opened is taken back instead', async () => {
    const { user, asked } = show(history())
    await user.click(screen.getByRole('button', { name: '撤回' }))
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: '撤回' }))
    expect(asked.at(-1)?.path).toBe('/api/commands/take-back-submission')
  })

  it('[CLIENT-350] [CLIENT-351] once it is on the roster nothing is offered, though the roster is not hers to see', async () => {
    show(walkTo(history(), CHAIN, 'meeting-pending'))
    expect(await screen.findByText('等待评审结果。')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /撤回/ })).toBeNull()
  })

  it('[CLIENT-351] that it was voted down is told by the relay, and the station says that it ended there', async () => {
    const of = walkTo(history(), CHAIN, 'meeting-pending', undefined)
    const { state } = of.case
    if (state.kind !== 'meeting-pending') throw new Error('it lies before the meeting')
    const { seats } = state.meeting
    const vote = { seats, present: seats, for: 0, against: seats, abstain: 0 }
    of.does(officerAt(state.stage), { kind: 'record-vote', vote })
    show(of)
    expect(await screen.findByText(/本次评审未通过/)).toBeInTheDocument()
    const stations = screen.getByRole('list', { name: '申报的各个环节' })
    expect(within(stations).getByText('到此结束')).toBeInTheDocument()
  })

  it('[CLIENT-347] the result comes with the certificate’s number', () => {
    const of = walkTo(history(), CHAIN, 'certified')
    show(of)
    const { state } = of.case
    const number = state.kind === 'certified' ? state.number : ''
    expect(number).not.toBe('')
    expect(screen.getByRole('heading', { name: '评审结果' })).toBeInTheDocument()
    expect(screen.getAllByText(new RegExp(number)).length).toBeGreaterThan(1)
    const link = screen.getByRole('link', { name: '公开核验' }).getAttribute('href')
    expect(link).toMatch(/^\/check\/\d+-(ab){16}$/)
  })

  it('[CLIENT-348] a payment number is sixteen digits whatever chance gives', () => {
    expect(orderNumber(new Uint8Array(16).fill(255))).toBe('5555555555555555')
    expect(orderNumber(new Uint8Array(16))).toHaveLength(16)
  })
})
