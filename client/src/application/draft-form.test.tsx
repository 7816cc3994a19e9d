import { screen, waitFor, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { createSignal } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../archive/testing/archive-stage.tsx'
import { DraftForm } from './draft-form.tsx'
import { APPLICATION, draftStage, fill, PLAN } from './testing/draft-stage.tsx'
import { problemResponse } from './testing/problem-response.ts'

const submitButton = () => screen.getByRole('button', { name: '提交申报' })

describe('filling in an application', () => {
  it('[CLIENT-77] says everything that is missing once submitting was tried, each leading to its place', async () => {
    const { props, goTo } = draftStage()
    renderPage(() => <DraftForm {...props} />)
    const user = userEvent.setup()
    expect(screen.getByRole('textbox', { name: '本人述职' })).toBeValid()
    goTo('preview')
    await user.click(submitButton())
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(screen.getByRole('heading', { name: '还有 4 处需要处理' })).toHaveFocus()
    expect(screen.getByText('请填写本人述职。')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: '申报类别' })).toHaveAttribute(
      'href',
      `/application/${APPLICATION}/info#apply-category`,
    )
    goTo('info')
    expect(screen.getByRole('textbox', { name: '本人述职' })).toBeInvalid()
    expect(screen.getAllByText('请填写本人述职。').length).toBeGreaterThan(1)
  })

  it('[CLIENT-370] who may not apply is told on the task list, before she has filled in any step', () => {
    const { props, goTo } = draftStage()
    goTo(null)
    renderPage(() => <DraftForm {...props} bans={[{ from: 2020, until: 2022 }]} />)
    expect(screen.getByText('因弄虚作假，2023年前不得申报高一级资格。')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: '申报资格' })).toHaveAttribute('href', '/application')
  })

  it('[CLIENT-371] says whom the application goes to: employer, point with address and telephone, stations by name; the preview too', () => {
    const { props, draft, goTo } = draftStage(({ history, profile }) => {
      const { fields } = profile.content
      const settled = history.revision('profile', 'profile', {
        ...fields,
        competentDeptName: '绍兴市柯桥区住房和城乡建设局',
      })
      history.send(settled).approve(settled)
    })
    fill(draft)
    renderPage(() => <DraftForm {...props} />)
    for (const step of ['info', 'preview'] as const) {
      goTo(step)
      const panel = within(screen.getByRole('region', { name: '申报交给谁' }))
      expect(panel.getByText(/^提交后先到绍兴市越州生态环境监测中心/)).toBeInTheDocument()
      expect(panel.getByText('越城区北海街道马臻路45号')).toBeInTheDocument()
      expect(panel.getByText('88307199')).toBeInTheDocument()
      expect(
        panel.getByText(/^绍兴市越州生态环境监测中心 → 市级主管部门 → 市人社 → 中评委办公室 → /),
      ).toBeInTheDocument()
    }
    goTo('info')
    expect(screen.getByText(/一般选择：柯桥区 绍兴市柯桥区人力资源和社会保障局$/)).toBeInTheDocument()
  })

  it('[CLIENT-77] a transfer asks for its tick, and a tick of another type can be taken away', async () => {
    const { props, draft, goTo } = draftStage()
    fill(draft)
    renderPage(() => <DraftForm {...props} />)
    const user = userEvent.setup()
    await user.click(screen.getByRole('radio', { name: '转评' }))
    goTo('preview')
    await user.click(submitButton())
    goTo('info')
    expect(screen.getAllByText('请在相应选择项打钩。').length).toBeGreaterThan(0)
    await user.click(screen.getByRole('checkbox', { name: '转评（必选）' }))
    expect(screen.queryByText('请在相应选择项打钩。')).toBeNull()
    await user.click(screen.getByRole('radio', { name: '正常申报' }))
    await user.click(screen.getByRole('checkbox', { name: '取消“转评”' }))
    expect(draft.value().form.ticks).toEqual([])
  })

  it('[CLIENT-77] counts the statement as the rule does, and says how much it is too long', async () => {
    const { props, draft } = draftStage()
    fill(draft)
    renderPage(() => <DraftForm {...props} />)
    draft.setStatement(`${'测\n'.repeat(1000)}𠮷`)
    expect((await screen.findAllByText('本人述职限1000字以内，当前1001字。')).length).toBeGreaterThan(0)
    draft.setStatement('测\n'.repeat(1000))
    await waitFor(() => expect(screen.queryByText(/本人述职限1000字以内/)).toBeNull())
  })

  it('[CLIENT-77] asks once more, puts the command into the outbox, and locks the draft until it is answered', async () => {
    const { props, draft, outbox, ready, goTo } = draftStage()
    fill(draft)
    goTo('pulls')
    renderPage(() => <DraftForm {...props} />)
    const user = userEvent.setup()
    await user.click(screen.getByRole('checkbox', { name: '曹娥江流域总磷通量估算' }))
    goTo('preview')
    await user.click(submitButton())
    const dialog = await screen.findByRole('alertdialog')
    expect(outbox.entries()).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: '确认提交' }))
    await waitFor(() => expect(outbox.count()).toBe(1))
    expect(outbox.entries()[0]).toMatchObject({
      kind: 'submit-application',
      subject: APPLICATION,
      body: { application: APPLICATION, plan: PLAN.id, planVersion: 1, form: draft.value().form },
    })
    const body = outbox.entries()[0]?.body as { pulls: { item: string }[] }
    expect(body.pulls.map(({ item }) => item)).toEqual(
      expect.arrayContaining(['profile', ready.paper.item, ...ready.background.map(({ item }) => item)]),
    )
    expect(await screen.findByText('提交的操作已记下，正在等待单位服务器确认')).toBeInTheDocument()
    await waitFor(() => expect(submitButton()).toBeDisabled())
    goTo('info')
    expect(screen.getByRole('textbox', { name: '本人述职' })).toHaveAttribute('readonly')
    goTo('pulls')
    expect(screen.getByRole('checkbox', { name: '曹娥江流域总磷通量估算' })).toBeDisabled()
  })

  it('[CLIENT-79] a refused submission says what to do, and the draft can be changed again', async () => {
    const { props, draft, goTo } = draftStage(undefined, () => problemResponse('plan-not-open'))
    fill(draft)
    goTo('preview')
    renderPage(() => <DraftForm {...props} />)
    const user = userEvent.setup()
    await user.click(submitButton())
    await user.click(await screen.findByRole('button', { name: '确认提交' }))
    expect(await screen.findByText(/单位服务器收到时不在申报时间内/)).toBeInTheDocument()
    await waitFor(() => expect(submitButton()).toBeEnabled())
    await user.click(screen.getByRole('button', { name: '知道了' }))
    await waitFor(() => expect(screen.queryByText('提交没有被接受')).toBeNull())
  })

  it('[CLIENT-77] under a newer version of the plan it goes on with one press', async () => {
    const { props, draft } = draftStage()
    fill(draft)
    const [latest] = createSignal({ ...PLAN, version: 2 })
    renderPage(() => <DraftForm {...props} latest={latest()} />)
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: '按新版本继续' }))
    expect(draft.value().planVersion).toBe(2)
    await waitFor(() => expect(screen.queryByText('申报计划已有新的版本')).toBeNull())
  })
})

describe('choosing what to pull', () => {
  it('[CLIENT-74] background is chosen from the start, achievements are not', () => {
    const { props, goTo } = draftStage()
    goTo('pulls')
    renderPage(() => <DraftForm {...props} />)
    expect(screen.getByRole('checkbox', { name: '浙江工业大学' })).toBeChecked()
    expect(screen.getByRole('checkbox', { name: '2019合格' })).toBeChecked()
    expect(screen.getByRole('checkbox', { name: '曹娥江流域总磷通量估算' })).not.toBeChecked()
  })

  it('[CLIENT-78] what is older than the present title is behind the switch and needs a note', async () => {
    const { props, draft, goTo } = draftStage(({ history }) => {
      const older = history.revision('paper-0', 'paper', { title: '早年的论文', publishYm: '201506' })
      history.send(older).approve(older)
    })
    fill(draft)
    goTo('pulls')
    renderPage(() => <DraftForm {...props} />)
    const user = userEvent.setup()
    expect(screen.queryByRole('checkbox', { name: '早年的论文' })).toBeNull()
    await user.click(screen.getByRole('switch', { name: '显示任现职以前的业绩' }))
    await user.click(screen.getByRole('checkbox', { name: '早年的论文' }))
    const row = screen.getByRole('checkbox', { name: '早年的论文' }).closest('li')
    if (!row) throw new Error('the entry has a row')
    expect(row).toHaveTextContent('任现职以前')
    expect(within(row).getByText('该业绩不是任现职以来取得的，请说明。')).toBeInTheDocument()
    const note = within(row).getByRole('textbox', { name: '说明' })
    await user.type(note, '方法沿用至今')
    expect(note).toHaveFocus()
    expect(draft.pulls()).toContainEqual(expect.objectContaining({ item: 'paper-0', note: '方法沿用至今' }))
    expect(screen.queryByText('该业绩不是任现职以来取得的，请说明。')).toBeNull()
    // Chosen, it stays in sight though the switch is turned off.
    await user.click(screen.getByRole('switch', { name: '显示任现职以前的业绩' }))
    expect(screen.getByRole('checkbox', { name: '早年的论文' })).toBeChecked()
  })

  it('[CLIENT-75] a revoked approval is told at its row, and the row can be dropped', async () => {
    const { props, draft, ready, goTo } = draftStage(({ history, paper }) => {
      history.revoke(paper)
    })
    fill(draft)
    goTo('pulls')
    draft.pull({ item: ready.paper.item, digest: ready.paper.digest, note: null })
    const { item, content } = ready.paper
    const entry = { id: item, ...content, evidence: [], salt: '', order: '', otherVersions: [] }
    renderPage(() => <DraftForm {...props} archive={{ items: [entry], digest: () => null }} />)
    const user = userEvent.setup()
    expect(screen.getByText('单位已撤销对这一版的核定，请取消选择。')).toBeInTheDocument()
    await user.click(screen.getByRole('checkbox', { name: '曹娥江流域总磷通量估算' }))
    expect(draft.pulls().some(({ item }) => item === ready.paper.item)).toBe(false)
  })

  it('[CLIENT-76] shows the hours by year against the rule as entries are dropped', async () => {
    const { props, draft, goTo } = draftStage()
    goTo('pulls')
    fill(draft)
    renderPage(() => <DraftForm {...props} />)
    const row = () => screen.getByRole('row', { name: /^2019 90/ })
    expect(row()).toHaveTextContent('201990')
    const hours = draft.pulls().find(({ item }) => item === 'hours-s-2019')
    if (!hours) throw new Error('hours are pulled from the start')
    draft.drop(hours.item)
    expect(await screen.findByText('2019年度继续教育学时18，未满90学时。')).toBeInTheDocument()
    expect(screen.getByRole('cell', { name: '18，未满 90' })).toBeInTheDocument()
  })
})
