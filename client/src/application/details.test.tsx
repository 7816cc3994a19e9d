/** What a plan asks in words, the sum of appointment, and how a filing is shown. */
import { cleanup, screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { frozenFiling } from '@yejibu/shared/application/filing'
import { refuse } from '@yejibu/shared/kernel/result'
import { huzhou2020Mid } from '@yejibu/shared/plan/plans/huzhou-2020-mid'
import { jinhuaConstruction2023Mid } from '@yejibu/shared/plan/plans/jinhua-construction-2023'
import { describe, expect, it } from 'vitest'
import { OWNER, renderPage } from '../archive/testing/archive-stage.tsx'
import { checkDraft } from './check-draft.ts'
import { DraftForm } from './draft-form.tsx'
import { FilingContent } from './filing-content.tsx'
import { TenureSum } from './tenure-sum.tsx'
import { ASKING, draftStage, fill, WINDOW } from './testing/draft-stage.tsx'

const NO_FILES = { get: () => Promise.resolve(refuse({ kind: 'unreachable' } as const)) }
const profile = { currentTitleName: '助理工程师', titleAppointedYm: '201912' }

describe('the details of an application', () => {
  it('[CLIENT-241] asks a question of whom it concerns, and calls an empty answer wrong only after submitting was tried', async () => {
    const { props, draft, goTo } = draftStage(undefined, undefined, ASKING)
    fill(draft)
    renderPage(() => <DraftForm {...props} />)
    const user = userEvent.setup()
    expect(screen.queryByRole('textbox', { name: '标志性业绩' })).toBeNull()
    await user.click(screen.getByRole('radio', { name: '标志性业绩直接申报' }))
    const field = () => screen.getByRole('textbox', { name: '标志性业绩' })
    expect(field()).toBeValid()
    goTo('preview')
    await user.click(screen.getByRole('button', { name: '提交申报' }))
    goTo('info')
    expect(field()).toBeInvalid()
    await user.type(field(), '首座自动站')
    expect(field()).toHaveFocus()
    expect(field()).toBeValid()
    expect(draft.value().filing.answers).toEqual({ landmarkText: '首座自动站' })
  })

  it('[CLIENT-241] asks yes-no questions as such, and says when an answer does not pass', async () => {
    const plan = huzhou2020Mid({ ...WINDOW, asks: ['details'] })
    const question = plan.questions?.find(({ kind }) => kind === 'yes-no')
    if (!question) throw new Error('the Huzhou plan has a yes-no question')
    const { props } = draftStage(undefined, undefined, plan)
    renderPage(() => <DraftForm {...props} />)
    const user = userEvent.setup()
    const group = screen.getByRole('radiogroup', { name: question.label })
    await user.click(within(group).getByRole('radio', { name: '否' }))
    expect(group).toHaveAttribute('aria-invalid', 'true')
    await user.click(within(group).getByRole('radio', { name: '是' }))
    expect(group).not.toHaveAttribute('aria-invalid')
  })

  it('[CLIENT-242] [APP-80] shows the months of appointment as a sum, to the boundary', () => {
    const plan = jinhuaConstruction2023Mid(WINDOW)
    const shown = (appointed: string, title = '助理工程师') => {
      const candidate = {
        type: 'normal',
        profile: { ...profile, currentTitleName: title, titleAppointedYm: appointed },
        pulled: [],
      }
      renderPage(() => <TenureSum plan={plan} candidate={candidate} />)
      const text = document.body.textContent ?? ''
      cleanup()
      return text
    }
    expect(shown('201912')).toContain('2019年12月 至 2023年12月：4 年 0 个月，共 48 个月')
    expect(shown('201912')).toContain('48 ≥ 48，符合')
    expect(shown('202001')).toContain('47 < 48，还差 1 个月')
    expect(shown('201512', '工程师')).toContain('不是本计划要求的助理工程师')
    expect(shown('201512', '工程师')).toContain('0 < 48')
  })
})

describe('a filing as it is shown', () => {
  it('[CLIENT-246] says the score line by line, the answers in words and the files by slot', () => {
    const { props, draft, goTo } = draftStage(undefined, undefined, ASKING)
    fill(draft)
    goTo('preview')
    draft.setField('type', 'selfEval')
    draft.claim({ indicator: 'E1', row: 'other', item: 'education-1' as never, rank: null })
    draft.claim({ indicator: 'E9', row: 'report', item: 'paper-1' as never, rank: null })
    draft.attach(
      { slot: 'experience', sha256: 'a'.repeat(64), bytes: 2048, type: 'application/pdf', name: '经历.pdf' },
      new Date(0),
    )
    const check = checkDraft(draft.value(), {
      ...props,
      employer: null,
      isShown: () => true,
    })
    expect(check.frozen).toEqual(frozenFiling(ASKING, check.candidate, draft.value().filing, check.score))
    renderPage(() => (
      <FilingContent
        plan={ASKING}
        filing={check.frozen}
        owner={OWNER}
        files={NO_FILES}
        titleOf={(item) => `《${item}》`}
        title={(text) => <h3>{text}</h3>}
      />
    ))
    expect(screen.getByRole('heading', { name: '自评分' })).toBeInTheDocument()
    expect(screen.getByText('示例评分表（非官方）')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '经历.pdf（2 KB）' })).toBeInTheDocument()
    expect(screen.getAllByText('未完成')).toHaveLength(2)
  })
})
