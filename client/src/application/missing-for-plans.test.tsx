import 'fake-indexeddb/auto'
import { screen, within } from '@solidjs/testing-library'
import { NO_REVIEW } from '@yejibu/shared/review/review'
import { readyArchive } from '@yejibu/shared/testing/ready-archive'
import { createSignal } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { archiveStage, renderPage } from '../archive/testing/archive-stage.tsx'
import { PlanGaps, type PlanGapsProps } from './missing-for-plans.tsx'
import { NOW, PLAN } from './testing/draft-stage.tsx'

function show(given: Partial<PlanGapsProps> = {}) {
  const stage = archiveStage()
  stage.view.addItem('work', { employerName: '越州监测中心' })
  renderPage(() => <PlanGaps plans={[PLAN]} review={NO_REVIEW} now={NOW} view={stage.view} {...given} />)
}

describe('what is missing for a plan', () => {
  it('[CLIENT-166] names each part that lacks an approval, how far it is, and leads there', () => {
    show()
    const list = within(screen.getByRole('list', { name: PLAN.title }))
    const line = (name: string) => list.getAllByRole('link', { name })[0]
    expect(line('个人基本信息')).toHaveAttribute('href', '/archive/profile')
    expect(line('教育经历')?.parentElement).toHaveTextContent('还没有填写')
    expect(line('工作经历')?.parentElement).toHaveTextContent('已填写，还没有提交审核')
    expect(line('继续教育（培训情况）')).toHaveAttribute('href', '/archive/continuingEducation')
    expect(list.getByText(/2021年度继续教育学时0，未满90学时/)).toBeInTheDocument()
  })

  it('[CLIENT-491] puts what several rules ask of one section under one link', () => {
    show()
    const list = within(screen.getByRole('list', { name: PLAN.title }))
    const [link, ...more] = list.getAllByRole('link', { name: '继续教育（培训情况）' })
    expect(more).toEqual([])
    const lines = within(link?.parentElement ?? document.body).getAllByRole('listitem')
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.map((line) => line.textContent)).toContainEqual(expect.stringMatching(/2021年度继续教育学时0/))
  })

  it('[CLIENT-166] an archive with everything approved is complete and leads to the filing', () => {
    show({ review: readyArchive().history.review() })
    expect(screen.getByText('已齐备')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: '去申报' })).toHaveAttribute('href', '/application')
  })

  it('[CLIENT-544] a plan that was folded away stays so when something is approved', () => {
    const stage = archiveStage()
    const [review, setReview] = createSignal(NO_REVIEW)
    renderPage(() => <PlanGaps plans={[PLAN]} review={review()} now={NOW} view={stage.view} />)
    const fold = screen.getByRole('group')
    fold.removeAttribute('open')
    setReview(() => readyArchive().history.review())
    expect(screen.getByText('已齐备')).toBeInTheDocument()
    expect(screen.getByRole('group')).toBe(fold)
    expect(fold).not.toHaveAttribute('open')
  })

  it('[CLIENT-166] a plan that closed is not named', () => {
    show({ now: new Date('2022-11-01T00:00:00+08:00') })
    expect(screen.getByText('目前没有开放或即将开放的申报计划。')).toBeInTheDocument()
  })
})
