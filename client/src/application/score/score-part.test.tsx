import { screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { jinhuaConstruction2023Mid } from '@yejibu/shared/plan/plans/jinhua-construction-2023'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../archive/testing/archive-stage.tsx'
import { DraftForm } from '../draft-form.tsx'
import { ASKING, draftStage, fill, WINDOW } from '../testing/draft-stage.tsx'

const JINHUA = jinhuaConstruction2023Mid({ ...WINDOW, asks: ['details'] })

function evaluating(plan = ASKING) {
  const stage = draftStage(
    ({ history }) => {
      const patent = history.revision('patent-1', 'patent', { name: '一种采样器', patentType: 'invention' })
      const project = history.revision('project-1', 'engineeringProject', { name: '曹娥江自动站', endYm: '202006' })
      for (const one of [patent, project]) history.send(one).approve(one)
    },
    undefined,
    plan,
  )
  fill(stage.draft)
  stage.draft.setField('type', 'selfEval')
  for (const { approved } of Object.values(stage.props.review.items)) {
    if (approved && ['patent', 'engineeringProject'].includes(approved.part)) {
      stage.draft.pull({ item: approved.item, digest: approved.digest, note: '代表作' })
    }
  }
  stage.goTo('score')
  renderPage(() => <DraftForm {...stage.props} />)
  return { ...stage, user: userEvent.setup() }
}
const indicator = (name: string) => screen.getByRole('group', { name })
const total = () => document.querySelector('.score-total')?.textContent ?? ''

describe('the self-evaluation', () => {
  it('[CLIENT-243] proposes points with the entry behind each, and takes them over', async () => {
    const { user, draft } = evaluating()
    expect(screen.getByText('示例评分表（非官方）')).toBeInTheDocument()
    const patents = indicator('专利')
    expect(within(patents).getByText('一种采样器', { selector: '.claim__item' })).toBeInTheDocument()
    expect(total()).toContain('还差 80 分')
    await user.click(within(patents).getByRole('button', { name: '采用：发明，一种采样器' }))
    expect(within(patents).getByText('5 分', { selector: '.indicator__points' })).toBeInTheDocument()
    expect(total()).toContain('自评分5')
    expect(draft.value().filing.score?.claims).toEqual([
      { indicator: 'E8', row: 'invention', item: 'patent-1', rank: null },
    ])
    await user.click(within(patents).getByRole('button', { name: '移除：发明，一种采样器' }))
    expect(draft.value().filing.score).toBeNull()
  })

  it('[CLIENT-243] what the archive does not know she says herself: row and rank', async () => {
    const { user } = evaluating()
    const projects = indicator('工程、咨询、监测')
    await user.selectOptions(within(projects).getByRole('combobox', { name: '依据的业绩' }), '曹娥江自动站')
    await user.selectOptions(within(projects).getByRole('combobox', { name: '得分项' }), 'provincial')
    await user.type(within(projects).getByRole('textbox', { name: '本人名次' }), '2')
    await user.click(within(projects).getByRole('button', { name: '添加得分项：工程、咨询、监测' }))
    expect(within(projects).getByText('6 分', { selector: '.indicator__points' })).toBeInTheDocument()
    const row = within(projects).getByRole('combobox', { name: '“曹娥江自动站”的得分项' })
    await user.selectOptions(row, 'county')
    expect(within(projects).getByText('0 分', { selector: '.indicator__points' })).toBeInTheDocument()
    // The control one is in stays though the claim is another.
    expect(row).toBeInTheDocument()
  })

  it('[CLIENT-243] a claim whose entry is no longer pulled is told at its place', async () => {
    const { draft } = evaluating()
    draft.claim({ indicator: 'E8', row: 'invention', item: 'patent-1' as never, rank: null })
    draft.drop('patent-1' as never)
    expect(within(indicator('专利')).getByText(/没有提取或已撤销核定/)).toBeInTheDocument()
  })

  it('[CLIENT-243] a range takes a number inside its bounds; the threshold is met exactly', async () => {
    const { user, draft } = evaluating(JINHUA)
    const own = indicator('职业道德及其他')
    await user.type(within(own).getByRole('textbox', { name: '得分（0至5）' }), '5.1')
    expect(within(own).getByText(/请填写 0 至 5 之间的数/)).toBeInTheDocument()
    draft.setRange('C11', '5')
    await user.click(within(indicator('经历与能力')).getByRole('radio', { name: '4项以上，18 分' }))
    expect(total()).toContain('自评分23')
    expect(total()).toContain('达标分 117')
  })

  it('[CLIENT-247] asks for recommenders where the rule holds, and says what a complete one has', async () => {
    const { user, draft, goTo, props } = evaluating(JINHUA)
    expect(screen.getByText(/须由 2 名本专业或相近专业在职高级工程师推荐/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '添加推荐人' }))
    const one = screen.getByRole('group', { name: '第 1 位推荐人' })
    const name = within(one).getByRole('textbox', { name: '姓名' })
    await user.type(name, '徐工')
    expect(name).toHaveFocus()
    await user.click(within(one).getByRole('checkbox', { name: '在职' }))
    expect(draft.recommenders().map(([, r]) => r)).toEqual([
      { name: '徐工', employer: '', title: '', specialty: '', isInPost: true, certificate: null },
    ])
    draft.setField('type', 'normal')
    expect(screen.getByText(/所选申报类型不需要自评/)).toBeInTheDocument()
    goTo('preview')
    expect(props.draft.value().filing.recommenders).toHaveLength(1)
  })
})
