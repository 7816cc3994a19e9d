import 'fake-indexeddb/auto'
import { cleanup, screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import type { RecordedCaseFact } from '@yejibu/shared/case/case-facts'
import type { ApplicationId, OrgId } from '@yejibu/shared/kernel/ids'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { CaseHistory, OWNER, officerAt, orgFor } from '@yejibu/shared/testing/case-history'
import { walkTo } from '@yejibu/shared/testing/case-walk'
import { PROBLEM_MEDIA_TYPE } from '@yejibu/shared/wire/problem'
import { createSignal } from 'solid-js'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { renderPage } from '../../archive/testing/archive-stage.tsx'
import { createApi } from '../../platform/api.ts'
import { createOwnSteps } from '../create-own-step.ts'
import { PaymentsCard } from '../office/payments-card.tsx'
import { FeeCard } from './fee-card.tsx'
import { Receipt } from './receipt-page.tsx'

const PLAN = shaoxingEcology2022Mid({ open: '2022-05-01T00:00:00+08:00', close: '2022-06-01T00:00:00+08:00' })
const CHAIN = PLAN.chains[0]?.code ?? ''
const APPLICATION = 'xumingchuan.aaaaaaaa' as ApplicationId
const ORDER = '1234567890123456'
const CODE = 'weixin://wxpay/bizpayurl?pr=Ab1Cd2Ef'
const OFFICE = officerAt('FEE')
const due = () => walkTo(new CaseHistory(PLAN, { review: 18_000 }).submitted(), CHAIN, 'fee-due')

const json = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : PROBLEM_MEDIA_TYPE },
  })

afterEach(() => cleanup())

/** The relay with its provider: what was ordered is looked after as `money` says. */
function show(of: CaseHistory, provider: { isThere: boolean; money: 'none' | 'came'; isDown?: boolean }) {
  const asked: string[] = []
  const [kase, setKase] = createSignal(of.case)
  const refresh = async () => {
    setKase(of.case)
  }
  const api = createApi({
    fetch: async (input, init) => {
      const path = String(input)
      asked.push(path)
      if (path === '/api/payments') return json({ isOnline: provider.isThere })
      if (path === '/api/commands/start-payment') {
        const { order, channel } = JSON.parse(String(init?.body))
        of.does(OWNER, { kind: 'start-payment', order, channel })
        return json({ facts: [] })
      }
      if (provider.isDown) return json({ type: 'x', status: 500, refusal: { kind: 'unexpected', reference: 'r' } }, 500)
      const order = path.split('/')[4] ?? ''
      if (!path.endsWith('/look')) return json({ code: CODE, fen: 18_000, order })
      if (provider.money === 'none') return json({ state: 'started' })
      const paidAt = of.now.toISOString()
      of.does('relay', { kind: 'confirm-payment', order, fen: 18_000, channel: 'online', receipt: '4200001', paidAt })
      return json({ state: 'paid' })
    },
  })
  const steps = createOwnSteps({
    api,
    facts: { refresh },
    application: APPLICATION,
    randomBytes: () => crypto.getRandomValues(new Uint8Array(20)),
  })
  renderPage(() => (
    <FeeCard
      kase={kase()}
      nameOf={() => '绍兴市职改办'}
      steps={steps}
      now={() => of.now}
      application={APPLICATION}
      api={api}
      refresh={refresh}
    />
  ))
  return { asked, user: userEvent.setup({ delay: null }) }
}

const PAY = { name: '网上缴费（微信支付）' }

describe('paying online', () => {
  it('[CLIENT-388] is not offered where the office has no provider', async () => {
    const { asked } = show(due(), { isThere: false, money: 'none' })
    await vi.waitFor(() => expect(asked).toEqual(['/api/payments']))
    expect(screen.getByRole('button', { name: '登记窗口缴费' })).toBeInTheDocument()
    expect(screen.queryByRole('button', PAY)).toBeNull()
  })

  it('[CLIENT-388] gives the code to scan, says that no money came yet, and shows the payment as soon as it did', async () => {
    const provider = { isThere: true, money: 'none' as 'none' | 'came' }
    const { user, asked } = show(due(), provider)
    await user.click(await screen.findByRole('button', PAY))
    expect(await screen.findByRole('img', { name: '微信支付二维码' })).toBeInTheDocument()
    expect(screen.getByText(/支付 180.00 元/)).toBeInTheDocument()
    const look = screen.getByRole('button', { name: '我已支付，查询结果' })
    await user.click(look)
    expect(await screen.findByText(/还没有收到这笔款/)).toBeInTheDocument()
    provider.money = 'came'
    await user.click(look)
    expect(await screen.findByRole('heading', { name: '缴费记录' })).toBeInTheDocument()
    expect(screen.queryByRole('heading', { name: '待缴费' })).toBeNull()
    expect(screen.getByRole('link', { name: /查看缴费单号 \d{16} 的回执/ }).getAttribute('href')).toMatch(
      /^\/receipts\/xumingchuan\.aaaaaaaa\/\d{16}$/,
    )
    // One number, however often she looked.
    expect(asked.filter((path) => path.endsWith('start-payment'))).toHaveLength(1)
  })

  it('[CLIENT-388] asks by itself while the code is in sight, and lets an old code go', async () => {
    vi.useFakeTimers({
      toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'],
      shouldAdvanceTime: true,
    })
    onTestFinished(() => void vi.useRealTimers())
    const { user, asked } = show(due(), { isThere: true, money: 'none' })
    await user.click(await screen.findByRole('button', PAY))
    await screen.findByRole('img', { name: '微信支付二维码' })
    const looks = () => asked.filter((path) => path.endsWith('/look')).length
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    // The relay answers thirty in ten minutes: there is room for her own.
    expect(looks()).toBeGreaterThanOrEqual(19)
    expect(looks()).toBeLessThanOrEqual(21)
    await vi.advanceTimersByTimeAsync(2 * 3_600_000)
    expect(await screen.findByText(/二维码已过期/)).toBeInTheDocument()
    const before = looks()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(looks()).toBe(before)
    await user.click(screen.getByRole('button', { name: '重新获取二维码' }))
    expect(await screen.findByRole('img', { name: '微信支付二维码' })).toBeInTheDocument()
    expect(new Set(asked.filter((path) => path.includes(APPLICATION) && !path.endsWith('/look'))).size).toBe(2)
  })

  it('[CLIENT-388] says when the provider does not answer, and goes on with the number it has', async () => {
    const provider = { isThere: true, money: 'none' as const, isDown: true }
    const { user, asked } = show(due(), provider)
    await user.click(await screen.findByRole('button', PAY))
    expect(await screen.findByText(/支付平台暂时没有应答/)).toBeInTheDocument()
    provider.isDown = false
    await user.click(screen.getByRole('button', { name: '继续网上缴费（微信支付）' }))
    expect(await screen.findByRole('img', { name: '微信支付二维码' })).toBeInTheDocument()
    expect(asked.filter((path) => path.endsWith('start-payment'))).toHaveLength(1)
  })
})

const receipt = (of: CaseHistory, order = ORDER) =>
  renderPage(() => (
    <Receipt
      open={{
        kase: () => of.case,
        facts: () => of.facts as readonly RecordedCaseFact[],
        trouble: () => null,
        refresh: () => Promise.resolve(),
        orgName: (org) => (org === orgFor('FEE') ? '绍兴市职改办' : undefined),
      }}
      order={order}
      back="/application"
    />
  ))
const paid = () => {
  const of = due()
  const paidAt = of.now.toISOString()
  const command = {
    kind: 'confirm-payment',
    order: ORDER,
    fen: 18_000,
    channel: 'counter',
    receipt: '收据-001',
    paidAt,
  }
  return of.does(OFFICE, command as Parameters<CaseHistory['does']>[1])
}

describe('a receipt', () => {
  it('[CLIENT-389] says who paid what to whom, for what and when; there is none for what was not paid', () => {
    const of = paid()
    receipt(of)
    const table = screen.getByRole('table')
    const row = (name: string) => within(table).getByRole('rowheader', { name }).closest('tr')?.lastElementChild
    expect(row('缴费人')).toHaveTextContent('许明川')
    expect(row('收费单位')).toHaveTextContent('绍兴市职改办')
    expect(row('金额（人民币）')).toHaveTextContent('180.00 元')
    expect(row('缴费项目')?.textContent).toContain('180.00 元')
    expect(row('缴费单号')).toHaveTextContent('1234 5678 9012 3456')
    expect(row('收据号（交易号）')).toHaveTextContent('收据-001')
    expect(row('状态')).toHaveTextContent('已缴')
    cleanup()
    receipt(of, 'toString')
    expect(screen.getByText('没有这张回执')).toBeInTheDocument()
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('[CLIENT-389] of money given back says so, with the reason, in the list and on paper', () => {
    const of = paid().does(OFFICE, { kind: 'refund-payment', order: ORDER, reason: '重复缴费，原路退回' })
    receipt(of)
    expect(screen.getByRole('rowheader', { name: '退款原因' }).closest('tr')).toHaveTextContent('重复缴费，原路退回')
    cleanup()
    show(of, { isThere: false, money: 'none' })
    expect(screen.getByText(/退款。原因：重复缴费，原路退回/)).toBeInTheDocument()
  })
})

it('[CLIENT-390] an office downloads what it collected under a plan, and is told when that failed', async () => {
  const saved: Blob[] = []
  const [make, drop] = [URL.createObjectURL, URL.revokeObjectURL]
  URL.createObjectURL = (blob: Blob) => {
    saved.push(blob)
    return 'blob:saved'
  }
  URL.revokeObjectURL = () => undefined
  onTestFinished(() => void Object.assign(URL, { createObjectURL: make, revokeObjectURL: drop }))
  let isAway = true
  const asked: string[] = []
  const api = createApi({
    fetch: async (input) => {
      asked.push(String(input))
      if (isAway) throw new TypeError('away')
      return new Response('订单号,金额', { headers: { 'content-type': 'text/csv; charset=utf-8' } })
    },
  })
  renderPage(() => <PaymentsCard office={'office-fee' as OrgId} plan={PLAN} api={api} />)
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: '下载缴费记录' }))
  expect(await screen.findByText(/没有下载成功/)).toBeInTheDocument()
  isAway = false
  await user.click(screen.getByRole('button', { name: '下载缴费记录' }))
  expect(await screen.findByText('缴费记录已保存到下载文件夹。')).toBeInTheDocument()
  expect(asked.at(-1)).toBe(`/api/office/office-fee/payments/${PLAN.id}`)
  expect(saved.map(({ type }) => type)).toEqual(['text/csv; charset=utf-8'])
})
