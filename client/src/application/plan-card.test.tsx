import { screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import { NO_REVIEW } from '@yejibu/shared/review/review'
import { readyArchive } from '@yejibu/shared/testing/ready-archive'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../archive/testing/archive-stage.tsx'
import type { OwnApplication } from './own-applications.ts'
import { PlanCard, type PlanCardProps } from './plan-card.tsx'
import { NOW, PLAN } from './testing/draft-stage.tsx'

function card(change: Partial<PlanCardProps> = {}) {
  const started: string[] = []
  renderPage(() => (
    <PlanCard
      plan={PLAN}
      review={readyArchive().history.review()}
      now={NOW}
      own={undefined}
      isStarting={false}
      onStart={() => started.push(PLAN.id)}
      {...change}
    />
  ))
  return started
}
const start = () => screen.getByRole('button', { name: '马上申报' })

describe('a plan one can apply under', () => {
  it('[CLIENT-74] says what must be approved first and leads to each place', async () => {
    const started = card({ review: NO_REVIEW })
    expect(start()).toHaveAttribute('aria-disabled', 'true')
    expect(start()).toHaveAccessibleDescription(/个人基本信息、教育经历、工作经历、考核情况/)
    expect(screen.getByRole('link', { name: '个人基本信息' })).toHaveAttribute('href', '/archive/profile')
    expect(screen.getByRole('link', { name: '教育经历' })).toHaveAttribute('href', '/archive/education')
    await userEvent.setup().click(start())
    expect(started).toEqual([])
  })

  it('[CLIENT-74] starts when everything is there and the window is open', async () => {
    const started = card()
    expect(screen.getByText('开放中，剩 46 天')).toBeInTheDocument()
    await userEvent.setup().click(start())
    expect(started).toEqual([PLAN.id])
  })

  it('[RELAY-155] a ban is said before anything is started, with its years, and closes the way', async () => {
    const started = card({ ban: { from: 2021, until: 2023 } })
    expect(screen.getByText(/2021至2023年度不得申报，2024年度起可以申报。$/)).toBeInTheDocument()
    expect(start()).toHaveAccessibleDescription(/不得申报/)
    // Her applications stand on the same page as the plans.
    expect(screen.getByRole('link', { name: '申报资格' })).toHaveAttribute('href', '/application')
    await userEvent.setup().click(start())
    expect(started).toEqual([])
  })

  it('[CLIENT-72] outside the window it says so and starts nothing', () => {
    card({ now: new Date('2022-11-01T00:00:00+08:00') })
    expect(screen.getByText('已截止')).toBeInTheDocument()
    expect(start()).toHaveAccessibleDescription('申报时间已截止，逾期不再受理。')
  })

  it('[CLIENT-74] a draft is continued instead of started a second time', () => {
    const own: OwnApplication = {
      kind: 'draft',
      id: 'xumingchuan.aaaaaaaa' as ApplicationId,
      plan: PLAN.id,
      startedAt: '2022-09-10T00:00:00Z',
      asked: null,
      takenBack: null,
    }
    card({ own })
    expect(screen.getByRole('link', { name: '继续填报' })).toHaveAttribute('href', `/application/${own.id}`)
    expect(screen.queryByRole('button', { name: '马上申报' })).toBeNull()
  })
})
