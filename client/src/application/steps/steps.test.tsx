import { screen } from '@solidjs/testing-library'
import type { Plan } from '@yejibu/shared/plan/plan'
import { jinhuaConstruction2023Mid } from '@yejibu/shared/plan/plans/jinhua-construction-2023'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../archive/testing/archive-stage.tsx'
import { DraftForm } from '../draft-form.tsx'
import { APPLICATION, ASKING, draftStage, fill, WINDOW } from '../testing/draft-stage.tsx'
import { isStep, stepsFor } from './step.ts'

const stateOf = (name: string) => screen.getByRole('link', { name }).closest('li')?.querySelector('.badge')?.textContent

describe('the task list of an application', () => {
  it('[CLIENT-240] names the steps the plan asks for, each at its address', () => {
    const { props, goTo } = draftStage(undefined, undefined, ASKING)
    goTo(null)
    renderPage(() => <DraftForm {...props} />)
    const names = ['证件照', '承诺书', '基本信息', '自评', '提取业绩', '附件', '预览与提交']
    for (const name of names) expect(screen.getByRole('link', { name })).toBeInTheDocument()
    expect(screen.getByRole('link', { name: '附件' })).toHaveAttribute(
      'href',
      `/application/${APPLICATION}/attachments`,
    )
    expect(stepsFor(shaoxingEcology2022Mid(WINDOW))).toEqual(['info', 'pulls', 'preview'])
    expect(stepsFor(withoutScore(jinhuaConstruction2023Mid({ ...WINDOW, asks: ['details', 'photo'] })))).toEqual([
      'photo',
      'info',
      'pulls',
      'preview',
    ])
    expect(isStep('elsewhere')).toBe(false)
  })

  it('[CLIENT-240] says how each step stands as it is filled in', async () => {
    const { props, goTo, draft, ready } = draftStage(undefined, undefined, ASKING)
    goTo(null)
    renderPage(() => <DraftForm {...props} />)
    expect(['证件照', '基本信息', '自评', '提取业绩'].map(stateOf)).toEqual(['未开始', '未开始', '不需要', '未开始'])
    expect(stateOf('预览与提交')).toBe('待其他步骤完成')
    draft.setField('type', 'selfEval')
    expect(stateOf('基本信息')).toBe('进行中')
    expect(stateOf('自评')).toBe('未开始')
    fill(draft)
    expect(stateOf('基本信息')).toBe('已完成')
    expect(stateOf('自评')).toBe('不需要')
    draft.setStatement('字'.repeat(1001))
    expect(stateOf('基本信息')).toBe('还有 1 个问题')
    draft.pull({ item: ready.paper.item, digest: ready.paper.digest, note: null })
    expect(stateOf('提取业绩')).toBe('已完成')
  })

  it('[CLIENT-418] counts the steps that are needed, and nothing as done before anything was', () => {
    const { props, goTo, draft } = draftStage(undefined, undefined, ASKING)
    goTo(null)
    renderPage(() => <DraftForm {...props} />)
    expect(screen.getByText('已完成 0 / 5')).toBeInTheDocument()
    draft.setField('type', 'selfEval')
    expect(screen.getByText('已完成 0 / 6')).toBeInTheDocument()
    fill(draft)
    expect(screen.getByText('已完成 1 / 5')).toBeInTheDocument()
  })

  it('[CLIENT-419] begins the self-evaluation from the type that asks for it, and from no other', () => {
    const { props, goTo, draft } = draftStage(undefined, undefined, ASKING)
    goTo('info')
    renderPage(() => <DraftForm {...props} />)
    draft.setField('type', 'normal')
    expect(screen.queryByRole('link', { name: '开始自评' })).toBeNull()
    draft.setField('type', 'selfEval')
    expect(screen.getByRole('link', { name: '开始自评' })).toHaveAttribute('href', `/application/${APPLICATION}/score`)
  })

  it('[CLIENT-240] leads on to the next step that this type needs', () => {
    const { props, goTo, draft } = draftStage(undefined, undefined, ASKING)
    goTo('info')
    fill(draft)
    renderPage(() => <DraftForm {...props} />)
    expect(screen.getByRole('link', { name: '下一步：提取业绩' })).toHaveAttribute(
      'href',
      `/application/${APPLICATION}/pulls`,
    )
    draft.setField('type', 'selfEval')
    expect(screen.getByRole('link', { name: '下一步：自评' })).toBeInTheDocument()
  })
})

function withoutScore(plan: Plan): Plan {
  return { ...plan, selfEvaluation: null, recommenders: null }
}
