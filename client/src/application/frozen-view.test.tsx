import { screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { type ApplicationId, accountIdSchema } from '@yejibu/shared/kernel/ids'
import { refuse } from '@yejibu/shared/kernel/result'
import { NO_REVIEW, type Revocation, UNTOUCHED } from '@yejibu/shared/review/review'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../archive/testing/archive-stage.tsx'
import { FrozenView } from './frozen-view.tsx'
import { groupsOfFour } from './receipt.tsx'
import { PLAN } from './testing/draft-stage.tsx'
import { submissionFact } from './testing/submission-fact.ts'

const FACT = submissionFact('xumingchuan.aaaaaaaa' as ApplicationId)

const NO_FILES = { get: () => Promise.resolve(refuse({ kind: 'unreachable' } as const)) }
const NAMES = { of: (account: string | null) => (account === 'zhoumin' ? '周敏' : undefined) }

describe('a submitted application', () => {
  it('[CLIENT-79] shows the receipt, with the number shortened and whole on demand', async () => {
    renderPage(() => <FrozenView fact={FACT} plan={PLAN} review={NO_REVIEW} names={NAMES} files={NO_FILES} />)
    const user = userEvent.setup()
    expect(screen.getByRole('heading', { name: '已提交' })).toBeInTheDocument()
    expect(document.querySelector('time')).toHaveAttribute('datetime', FACT.at)
    expect(screen.getByText(groupsOfFour(FACT.data.digest.slice(0, 12)))).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '显示完整编号' }))
    expect(screen.getByText(groupsOfFour(FACT.data.digest))).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '提交申报' })).toBeNull()
  })

  it.each([
    ['by its name', PLAN, '正常申报'],
    ['by its code without the plan', undefined, 'normal'],
  ])('[CLIENT-416] says on the receipt which way was applied by, %s', (_, plan, way) => {
    renderPage(() => <FrozenView fact={FACT} plan={plan} review={NO_REVIEW} names={NAMES} files={NO_FILES} />)
    const term = within(screen.getByRole('region', { name: '已提交' })).getByText('申报类型')
    expect(term.nextElementSibling).toHaveTextContent(way)
  })

  it.each([
    [true, ['已提交', '申报进度', '提交的内容']],
    [false, ['申报进度', '已提交', '提交的内容']],
  ])('[CLIENT-422] begins with the receipt as long as nothing happened since: %s', (isNews, order) => {
    renderPage(() => (
      <FrozenView
        fact={FACT}
        plan={PLAN}
        review={NO_REVIEW}
        names={NAMES}
        files={NO_FILES}
        isNews={isNews}
        course={<h2>申报进度</h2>}
      />
    ))
    const titles = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
    expect(titles.filter((title) => order.includes(title ?? ''))).toEqual(order)
  })

  it('[CLIENT-79] shows what was frozen, in words where the plan is known and by its codes where it is not', async () => {
    renderPage(() => <FrozenView fact={FACT} plan={PLAN} review={NO_REVIEW} names={NAMES} files={NO_FILES} />)
    expect(within(screen.getByRole('region', { name: '提交的内容' })).getByText('正常申报')).toBeInTheDocument()
    expect(screen.getByText('后学历/学位取得时间不满2年')).toBeInTheDocument()
    expect(screen.getByText('任现职以来，主要从事地表水自动监测。')).toBeInTheDocument()
    expect(screen.getByText('曹娥江流域总磷通量估算')).toBeInTheDocument()
    expect(screen.getByText('2021合格')).toBeInTheDocument()
  })

  it('[CLIENT-79] opens everything for paper', async () => {
    renderPage(() => <FrozenView fact={FACT} plan={undefined} review={NO_REVIEW} names={NAMES} files={NO_FILES} />)
    expect(within(screen.getByRole('region', { name: '提交的内容' })).getByText('normal')).toBeInTheDocument()
    expect(screen.queryByText('202106')).toBeNull()
    expect(screen.queryAllByText(/核定于/)).toEqual([])
    globalThis.dispatchEvent(new Event('beforeprint'))
    expect((await screen.findAllByText(/绍兴市越州生态环境监测中心核定于/)).length).toBe(
      FACT.data.submission.pulls.length + 1,
    )
  })

  it('[APP-13] [CLIENT-125] carries a red flag for what was taken back since, with who, when and why', () => {
    const [pulled] = FACT.data.submission.pulls
    if (!pulled) throw new Error('the submission has pulls')
    const revocation: Revocation = {
      verdict: 'revoked',
      digest: pulled.digest,
      reason: '原件另有不同',
      employer: pulled.employer,
      by: accountIdSchema.parse('zhoumin'),
      at: '2022-09-20T02:00:00.000Z',
      fact: pulled.approval,
    }
    const review = { items: { [pulled.item]: { ...UNTOUCHED, revoked: { [pulled.approval]: revocation } } } }
    renderPage(() => <FrozenView fact={FACT} plan={PLAN} review={review} names={NAMES} files={NO_FILES} />)
    expect(screen.getByText('有 1 项已提交的内容被撤销核定')).toBeInTheDocument()
    expect(screen.getByText(/周敏 于 .*撤销核定，理由：原件另有不同/)).toBeInTheDocument()
  })
})
