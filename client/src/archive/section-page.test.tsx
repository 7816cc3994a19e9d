import 'fake-indexeddb/auto'
import { screen, waitFor, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { describe, expect, it } from 'vitest'
import { SectionView } from './section-page.tsx'
import { type ArchiveStage, archiveStage, OWNER, renderPage } from './testing/archive-stage.tsx'

const LIST = '获得荣誉称号情况'

function honor(stage: ArchiveStage, name: string, grantYm: string): ItemId {
  return stage.view.addItem('honor', { name, grantor: '绍兴市生态环境局', level: 'city', grantYm })
}

function page(names: readonly string[]): ArchiveStage {
  const stage = archiveStage()
  // The newest first, as the names say.
  for (const [at, name] of names.entries()) honor(stage, name, `20${20 - at}05`)
  renderPage(() => <SectionView archive={stage.archive} section={sectionByKey('honor')} />)
  return stage
}

const titles = () =>
  within(screen.getByRole('list', { name: LIST }))
    .getAllByRole('link')
    .map((link) => link.textContent)

describe('the order of a section', () => {
  it('[CLIENT-160] Alt and an arrow move the entry that has the keyboard, say where it stands, and keep the keyboard on it', async () => {
    page(['甲', '乙', '丙'])
    const user = userEvent.setup()
    await user.keyboard('j')
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(titles()).toEqual(['乙', '甲', '丙'])
    expect(screen.getByRole('link', { name: '甲' })).toHaveFocus()
    expect(screen.getByRole('status')).toHaveTextContent('“甲”已移到第 2 条，共 3 条。')
    await user.keyboard('{Alt>}{ArrowDown}{ArrowDown}{/Alt}')
    expect(titles()).toEqual(['乙', '丙', '甲'])
    expect(screen.getByRole('status')).toHaveTextContent('“甲”已在第 3 条，共 3 条，不能再移。')
    await user.keyboard('{Control>}z{/Control}')
    expect(titles()).toEqual(['乙', '甲', '丙'])
    await user.keyboard('{Control>}z{/Control}')
    expect(titles()).toEqual(['甲', '乙', '丙'])
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    expect(titles()).toEqual(['乙', '甲', '丙'])
  })

  it('[CLIENT-160] the menu moves too, and what was moved goes back to its date when asked', async () => {
    page(['甲', '乙', '丙'])
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: '更多操作：丙' }))
    await user.click(await screen.findByRole('menuitem', { name: '移到最前' }))
    await waitFor(() => expect(titles()).toEqual(['丙', '甲', '乙']))
    await user.click(screen.getByRole('button', { name: '恢复按时间排列' }))
    expect(titles()).toEqual(['甲', '乙', '丙'])
    expect(screen.queryByRole('button', { name: '恢复按时间排列' })).not.toBeInTheDocument()
  })

  it('[CLIENT-160] private entries take part: one list, two documents, one undo', async () => {
    const stage = archiveStage()
    honor(stage, '甲', '202005')
    stage.view.addItem('honor', { name: '乙', grantYm: '201905' }, { isPrivate: true })
    honor(stage, '丙', '201805')
    renderPage(() => <SectionView archive={stage.archive} section={sectionByKey('honor')} />)
    const user = userEvent.setup()
    await user.keyboard('jj')
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(titles()).toEqual(['乙', '甲', '丙'])
    await user.keyboard('{Control>}z{/Control}')
    expect(titles()).toEqual(['甲', '乙', '丙'])
  })

  it('[CLIENT-161] Delete deletes and goes on to the next; Ctrl+Z brings it back; d opens a copy', async () => {
    const stage = page(['甲', '乙', '丙'])
    const user = userEvent.setup()
    await user.keyboard('jj')
    await user.keyboard('{Delete}')
    expect(titles()).toEqual(['甲', '丙'])
    expect(screen.getByRole('link', { name: '丙' })).toHaveFocus()
    await user.keyboard('{Control>}z{/Control}')
    expect(titles()).toEqual(['甲', '乙', '丙'])
    screen.getByRole('link', { name: '乙' }).focus()
    await user.keyboard('d')
    expect(stage.view.itemsIn('honor').filter(({ fields }) => fields.name === '乙')).toHaveLength(2)
  })

  it('[CLIENT-541] the keyboard stays on an entry that is edited meanwhile, on another device or in another tab', () => {
    const stage = page(['甲', '乙', '丙'])
    const before = screen.getByRole('link', { name: '乙' })
    before.focus()
    const id = stage.view.itemsIn('honor').find(({ fields }) => fields.name === '乙')?.id
    if (!id) throw new Error('no entry')
    stage.view.setField(id, 'name', '乙（更正）')
    expect(titles()).toEqual(['甲', '乙（更正）', '丙'])
    expect(before).toHaveFocus()
    expect(before).toHaveTextContent('乙（更正）')
  })
})

describe('sending a section', () => {
  it('[CLIENT-162] everything ready of this section goes out; what stays is named with the reason', async () => {
    const stage = archiveStage()
    const ready = stage.view.addItem('assessment', { year: '2021', result: 'qualified', assessor: '越州监测中心' })
    stage.view.addItem('assessment', { year: '2020' })
    stage.view.addItem('academicPost', { beginYm: '202001', organization: '学会', post: '理事' })
    renderPage(() => <SectionView archive={stage.archive} section={sectionByKey('assessment')} />)
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: '本栏全部提交' }))
    const dialog = await screen.findByRole('dialog', { name: '提交“考核情况”' })
    const left = within(dialog).getByRole('link', { name: '2020' })
    expect(left.parentElement).toHaveTextContent('还有 1 处需要处理')
    await user.click(within(dialog).getByRole('button', { name: '提交这 1 条' }))
    await waitFor(() => expect(stage.outbox.entries().map(({ subject }) => subject)).toEqual([`${OWNER}/${ready}`]))
  })
})
