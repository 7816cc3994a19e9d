import 'fake-indexeddb/auto'
import { screen, waitFor, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { SECTIONS, sectionByKey } from '@yejibu/shared/archive/sections'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { ReviewHistory } from '@yejibu/shared/testing/review-history'
import { describe, expect, it } from 'vitest'
import { Overview } from './archive-page.tsx'
import { SectionView } from './section-page.tsx'
import { type ArchiveStage, archiveStage, OWNER, renderPage } from './testing/archive-stage.tsx'
import { Timeline } from './timeline.tsx'

const HONOR = { name: '先进个人', grantor: '绍兴市生态环境局', level: 'municipal', grantYm: '202201' }
const SCAN = { bytes: 2048, type: 'image/png', kind: 'evidence', name: '证书.png' } as const

function honor(stage: ArchiveStage, name: string, fill: string): ItemId {
  const id = stage.view.addItem('honor', { ...HONOR, name })
  stage.view.addEvidence(id, { ...SCAN, sha256: fill.repeat(64) })
  return id
}

function send(stage: ArchiveStage, history: ReviewHistory, id: ItemId) {
  const revision = stage.view.revision(id)
  if (!revision) throw new Error('the entry has a revision')
  const named = { item: id, part: 'honor', ...revision } as const
  history.send(named)
  return named
}

describe('the overview of the archive', () => {
  it('[CLIENT-38] tells a newcomer what to do first, and shows all sections, the mandatory ones first', () => {
    const stage = archiveStage()
    renderPage(() => <Overview archive={stage.archive} />)
    expect(screen.getByRole('heading', { level: 1, name: '我的业绩档案' })).toBeInTheDocument()
    expect(screen.getByRole('link', { name: '填写基本信息' })).toHaveAttribute('href', '/archive/profile')
    const rows = within(screen.getByRole('list', { name: '档案栏目' })).getAllByRole('link')
    const mandatory = ['教育经历', '工作经历', '考核情况']
    const others = SECTIONS.map(({ label }) => label.zh).filter((name) => !mandatory.includes(name))
    expect(rows.map((row) => row.textContent)).toEqual([...mandatory, ...others])
    expect(screen.queryByRole('button', { name: '全部提交审核' })).toBeNull()
  })

  it('[CLIENT-38] counts by standing, and puts what came back first among what waits', () => {
    const stage = archiveStage()
    const history = new ReviewHistory(OWNER)
    const [returned, approved] = [honor(stage, '先进个人', 'a'), honor(stage, '技术能手', 'b')]
    history.returned(send(stage, history, returned))
    history.approve(send(stage, history, approved))
    stage.setReview(history.review())
    renderPage(() => <Overview archive={stage.archive} />)
    const row = screen.getByRole('link', { name: '获得荣誉称号情况' }).closest('li')
    expect(row).toHaveTextContent(/2 条.*已退回1.*已核定1/)
    const waiting = screen.getByRole('region', { name: '待办理' })
    const [first] = within(waiting).getAllByRole('listitem')
    expect(first).toHaveTextContent('先进个人')
    expect(first).toHaveTextContent('已退回：扫描件不清晰')
    expect(waiting).toHaveTextContent(/教育经历.*申报必有/)
  })

  it('[CLIENT-35] sends everything that is ready in one go and lists what stays', async () => {
    const stage = archiveStage()
    const ready = honor(stage, '先进个人', 'a')
    stage.view.addItem('honor', { name: '还没写完' })
    renderPage(() => <Overview archive={stage.archive} />)
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: '全部提交审核' }))
    const dialog = await screen.findByRole('dialog', { name: '全部提交审核' })
    expect(within(dialog).getByRole('link', { name: '还没写完' })).toBeInTheDocument()
    await user.click(within(dialog).getByRole('button', { name: '提交这 1 条' }))
    await waitFor(() => expect(stage.outbox.entries().map(({ subject }) => subject)).toEqual([`${OWNER}/${ready}`]))
  })

  it('[CLIENT-492] says that nothing is complete yet instead of offering to send nothing', async () => {
    const stage = archiveStage()
    stage.view.addItem('honor', { name: '还没写完' })
    renderPage(() => <Overview archive={stage.archive} />)
    await userEvent.setup().click(screen.getByRole('button', { name: '全部提交审核' }))
    const dialog = await screen.findByRole('dialog', { name: '全部提交审核' })
    expect(dialog).toHaveTextContent('还没有填写完整的条目')
    expect(within(dialog).getByRole('button', { name: '没有可提交的条目' })).toBeDisabled()
    expect(dialog).not.toHaveTextContent(/0 条/)
  })

  it('[CLIENT-38] finds entries by their titles, whatever their width', async () => {
    const stage = archiveStage()
    honor(stage, 'ＡＢＣ技术能手', 'a')
    honor(stage, '先进个人', 'b')
    renderPage(() => <Overview archive={stage.archive} />)
    await userEvent.setup().type(screen.getByRole('searchbox'), 'abc')
    expect(screen.getByText('找到 1 条')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'ＡＢＣ技术能手' })).toBeInTheDocument()
  })
})

describe('one section', () => {
  it('[CLIENT-45] n adds an entry and opens it; j and k move from row to row', async () => {
    const stage = archiveStage()
    honor(stage, '先进个人', 'a')
    honor(stage, '技术能手', 'b')
    const history = renderPage(() => <SectionView archive={stage.archive} section={sectionByKey('honor')} />)
    const user = userEvent.setup()
    const rows = within(screen.getByRole('list', { name: '获得荣誉称号情况' })).getAllByRole('link')
    await user.keyboard('j')
    expect(rows[0]).toHaveFocus()
    await user.keyboard('j')
    expect(rows[1]).toHaveFocus()
    await user.keyboard('k')
    expect(rows[0]).toHaveFocus()
    await user.keyboard('n')
    const added = stage.view.itemsIn('honor').find(({ fields }) => fields.name === null)
    await waitFor(() => expect(history.get()).toBe(`/archive/honor/${added?.id}`))
  })

  it('[CLIENT-45] deleting asks nothing and offers the way back', async () => {
    const stage = archiveStage()
    const id = honor(stage, '先进个人', 'a')
    renderPage(() => <SectionView archive={stage.archive} section={sectionByKey('honor')} />)
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: '删除：先进个人' }))
    expect(screen.getByText('还没有条目')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '撤销' }))
    expect(stage.view.item(id)?.fields.name).toBe('先进个人')
    expect(screen.getByRole('link', { name: '先进个人' })).toBeInTheDocument()
  })

  it('[CLIENT-45] a list of hundreds draws only what is in sight', () => {
    const stage = archiveStage()
    for (let n = 0; n < 260; n++) stage.view.addItem('honor', { ...HONOR, name: `荣誉${n}` })
    renderPage(() => <SectionView archive={stage.archive} section={sectionByKey('honor')} />)
    const list = screen.getByRole('list', { name: '获得荣誉称号情况' })
    expect(within(list).queryAllByRole('link').length).toBeLessThan(200)
    expect(list.style.height).toBe(`${260 * 68}px`)
  })
})

describe('the entries by year', () => {
  it('[CLIENT-544] a year that was folded away stays so when an entry is written, and the keyboard where it is', () => {
    const stage = archiveStage()
    const first = honor(stage, '先进个人', 'a')
    stage.view.setField(first, 'grantYm', '201805')
    const second = honor(stage, '技术能手', 'b')
    stage.view.setField(second, 'grantYm', '202005')
    renderPage(() => <Timeline archive={stage.archive} />)
    const folds = () => screen.getAllByRole('group')
    const before = folds()
    expect(before).toHaveLength(2)
    before[0]?.removeAttribute('open')
    const link = screen.getByRole('link', { name: '先进个人' })
    link.focus()
    stage.view.setField(second, 'name', '技术能手（省级）')
    expect(folds()).toEqual(before)
    expect(before[0]).not.toHaveAttribute('open')
    expect(before[0]).toHaveTextContent('技术能手（省级）')
    expect(link).toHaveFocus()
  })
})
