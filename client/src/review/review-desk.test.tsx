import 'fake-indexeddb/auto'
import { cleanup, screen, waitFor, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { readDesk } from '@yejibu/shared/review/desk-doc'
import { afterEach, describe, expect, it } from 'vitest'
import { switchPageKeys } from './page-keys.ts'
import { closeDesks, onDesk } from './testing/on-desk.tsx'
import { AWARD, PAPER, PATENT, refusing, SCAN } from './testing/reviewed-archive.ts'

afterEach(closeDesks)

const button = (name: string) => screen.getByRole('button', { name })

describe('the reviewer’s desk', () => {
  it('[CLIENT-53] asks for a reason at its field and sends nothing without one', async () => {
    const user = userEvent.setup()
    const { outbox } = onDesk()
    await user.click(button('退回'))
    await user.click(button('确认退回'))
    expect(screen.getByText('请填写理由（2–500字）')).toBeInTheDocument()
    expect(screen.getByRole('textbox', { name: /理由/ })).toBeInvalid()
    await user.type(screen.getByRole('textbox', { name: /理由/ }), '缺')
    await user.click(button('确认退回'))
    expect(outbox.entries()).toHaveLength(0)
    await user.type(screen.getByRole('textbox', { name: /理由/ }), '盖章页')
    await user.click(button('确认退回'))
    await waitFor(() =>
      expect(outbox.entries()[0]?.body).toMatchObject({ item: AWARD, verdict: 'returned', reason: '缺盖章页' }),
    )
  })

  it('[CLIENT-53] a usual phrase is taken into the reason, and a rejection has phrases of its own', async () => {
    const user = userEvent.setup()
    const { outbox } = onDesk()
    await user.click(button('不通过'))
    await user.click(button('与其他条目重复填报。'))
    await user.click(button('确认不通过'))
    await waitFor(() =>
      expect(outbox.entries()[0]?.body).toMatchObject({ verdict: 'rejected', reason: '与其他条目重复填报。' }),
    )
  })

  it('[CLIENT-54] shows a ruling that waits as 待登记 at its entry, with the next entry before her', async () => {
    const user = userEvent.setup()
    onDesk()
    await user.click(button('通过'))
    await waitFor(() => expect(button('曹娥江水质评价')).toHaveAttribute('aria-current', 'true'))
    expect(button('监测技术比武')).toHaveTextContent('待登记：通过')
    expect(screen.getByText('还有 1 条待审核')).toBeInTheDocument()
  })

  it('[CLIENT-52] says that the owner has just edited, which version is shown, and what changed', async () => {
    const user = userEvent.setup()
    const { edit } = onDesk()
    await user.click(button('曹娥江水质评价'))
    edit(PAPER, 'journal', '另一刊物')
    expect(await screen.findByText('本人刚刚修改了此条')).toBeInTheDocument()
    expect(screen.getByText('另一刊物')).toBeInTheDocument()
    expect(button('送审版')).toHaveAttribute('aria-pressed', 'true')
    await user.click(button('当前版'))
    expect(button('当前版')).toHaveAttribute('aria-pressed', 'true')
    expect(screen.queryByText('本人刚刚修改了此条')).not.toBeInTheDocument()
  })

  it('[CLIENT-55] when the content moved on, compares both and asks again', async () => {
    const user = userEvent.setup()
    const { edit, room, outbox } = onDesk({
      answer: () => refusing({ kind: 'revision-moved-on', saw: '', current: null, sent: [] }),
    })
    await user.click(button('曹娥江水质评价'))
    await user.click(button('通过'))
    await waitFor(() => expect(outbox.refused()).toHaveLength(1))
    edit(PAPER, 'journal', '另一刊物')
    await user.click(button('曹娥江水质评价'))
    expect(screen.getByText('“通过”没有被接受')).toBeInTheDocument()
    expect(screen.getByText('您审核的内容与当前内容的差别')).toBeInTheDocument()
    const side = within(screen.getByRole('region', { name: '审核意见' }))
    await user.click(side.getByRole('button', { name: '查看当前版' }))
    await waitFor(() => expect(outbox.refused()).toHaveLength(0))
    expect(room.shown()?.version.which).toBe('current')
    expect(side.getByRole('button', { name: '通过' })).toBeEnabled()
  })

  it('[CLIENT-56] approves all but the exceptions, one command each', async () => {
    const user = userEvent.setup()
    const { outbox } = onDesk()
    await user.click(button('全部通过'))
    const dialog = within(screen.getByRole('dialog'))
    await user.click(dialog.getByRole('checkbox', { name: '监测技术比武' }))
    await user.click(dialog.getByRole('button', { name: '确认通过 1 条' }))
    await waitFor(() => expect(outbox.entries()).toHaveLength(1))
    expect(outbox.entries()[0]?.body).toMatchObject({ item: PAPER, verdict: 'approved' })
  })

  it('[CLIENT-57] the lead revokes an approval with a reason, the clerk is not offered to', async () => {
    const user = userEvent.setup()
    const { outbox, named } = onDesk()
    await user.click(button('便携采样装置'))
    await user.click(button('撤销核定'))
    const dialog = within(screen.getByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: '确认撤销' }))
    expect(dialog.getByText('请填写理由（2–500字）')).toBeInTheDocument()
    await user.type(dialog.getByRole('textbox', { name: /理由/ }), '证书系他人所有')
    await user.click(dialog.getByRole('button', { name: '确认撤销' }))
    await waitFor(() =>
      expect(outbox.entries()[0]).toMatchObject({
        kind: 'revoke-approval',
        body: { item: PATENT, digest: named(PATENT).digest, reason: '证书系他人所有' },
      }),
    )
    cleanup()
    onDesk({ role: 'hr-clerk' })
    await user.click(button('便携采样装置'))
    expect(screen.queryByRole('button', { name: '撤销核定' })).not.toBeInTheDocument()
  })

  it('[CLIENT-58] keys move and rule, and are silent while she writes or a dialog is open', async () => {
    const user = userEvent.setup()
    const { outbox, room } = onDesk()
    await user.keyboard('j')
    expect(room.shown()?.item).toBe(PAPER)
    await user.keyboard('k')
    expect(room.shown()?.item).toBe(AWARD)
    await user.keyboard('r')
    const reason = await screen.findByRole('textbox', { name: /理由/ })
    await waitFor(() => expect(reason).toHaveFocus())
    await user.keyboard('ajx')
    expect(reason).toHaveValue('ajx')
    await user.keyboard('{Escape}')
    await user.click(button('快捷键'))
    await user.keyboard('a')
    expect(outbox.entries()).toHaveLength(0)
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await user.keyboard('a')
    await waitFor(() => expect(outbox.entries()[0]?.body).toMatchObject({ item: AWARD, verdict: 'approved' }))
  })

  it('[CLIENT-123] the original seen is asked for by key, waits beside its file, and is shown with who and when', async () => {
    const user = userEvent.setup()
    const { outbox, history, named, tell } = onDesk()
    expect(screen.getByRole('button', { name: /^核对无误：/ })).toBeInTheDocument()
    await user.keyboard('o')
    await waitFor(() => expect(outbox.entries()[0]).toMatchObject({ kind: 'attest-evidence', body: { sha256: SCAN } }))
    expect(await screen.findByText('待登记：核对无误')).toBeInTheDocument()
    history.attest(named(AWARD), SCAN)
    tell()
    expect((await screen.findAllByText('原件已核对')).length).toBeGreaterThan(0)
  })

  it('[CLIENT-123] a refused attestation says why beside its file and holds back no ruling', async () => {
    const user = userEvent.setup()
    const { outbox } = onDesk({ answer: () => refusing({ kind: 'already-attested', by: 'wangxiao', at: '' }) })
    await user.keyboard('o')
    expect(await screen.findByText('已有同事核对过这份材料的原件。')).toBeInTheDocument()
    await user.click(button('通过'))
    await waitFor(() => expect(outbox.entries().map(({ kind }) => kind)).toEqual(['rule-on-revision']))
  })

  it('[CLIENT-120] what she has not read is marked until it comes before her, and marked again when sent anew', async () => {
    const user = userEvent.setup()
    const { history, named, edit, tell } = onDesk()
    expect(button('曹娥江水质评价')).toHaveTextContent('未读')
    expect(button('监测技术比武')).not.toHaveTextContent('未读')
    await user.keyboard('j')
    expect(button('曹娥江水质评价')).not.toHaveTextContent('未读')
    await user.keyboard('k')
    edit(PAPER, 'journal', '环境监测')
    history.send(named(PAPER))
    tell()
    await waitFor(() => expect(button('曹娥江水质评价')).toHaveTextContent('有新变化'))
  })

  it('[CLIENT-120] names a colleague as reviewer, never the owner, and says so to the others', async () => {
    const user = userEvent.setup()
    const { desk } = onDesk()
    await user.selectOptions(screen.getByRole('combobox', { name: '审核人' }), '王晓')
    expect(readDesk(desk).assignment).toMatchObject({ to: 'wangxiao', by: 'zhoumin' })
    await user.selectOptions(screen.getByRole('combobox', { name: '审核人' }), '未指定')
    expect(readDesk(desk).assignment).toBeNull()
  })

  it('[CLIENT-121] takes her own phrases once she keeps some', async () => {
    const user = userEvent.setup()
    onDesk()
    await user.keyboard('r')
    await user.click(button('编辑常用语'))
    const field = screen.getByRole('textbox', { name: '常用语' })
    await user.clear(field)
    await user.type(field, '请补骑缝章。')
    await user.click(button('保存'))
    await user.click(await screen.findByRole('button', { name: '请补骑缝章。' }))
    expect(screen.getByRole('textbox', { name: /理由/ })).toHaveValue('请补骑缝章。')
    expect(screen.queryByRole('button', { name: '扫描件不清晰，请重新扫描上传。' })).toBeNull()
  })

  it('[CLIENT-124] single keys are silent once switched off', async () => {
    const user = userEvent.setup()
    const { outbox } = onDesk()
    await user.keyboard('?')
    await user.click(screen.getByRole('checkbox', { name: '启用单键快捷键' }))
    await user.keyboard('{Escape}')
    try {
      await user.keyboard('axo')
      expect(outbox.entries()).toEqual([])
      expect(screen.queryByRole('textbox', { name: /理由/ })).toBeNull()
    } finally {
      switchPageKeys(true)
    }
  })

  it('[CLIENT-124] says so while a file’s viewer has the keyboard, and leads back to the entry', async () => {
    const user = userEvent.setup()
    onDesk()
    const viewer = document.createElement('iframe')
    viewer.tabIndex = 0
    document.body.append(viewer)
    viewer.focus()
    window.dispatchEvent(new Event('blur'))
    await user.click(await screen.findByRole('button', { name: '回到审核' }))
    await waitFor(() => expect(screen.getByRole('heading', { name: '监测技术比武' })).toHaveFocus())
    expect(screen.queryByRole('button', { name: '回到审核' })).toBeNull()
    viewer.remove()
  })

  it('[CLIENT-125] before an approval is taken back, says which submissions carry it', async () => {
    const user = userEvent.setup()
    onDesk({ role: 'hr-lead' })
    await user.click(button('便携采样装置'))
    await user.click(button('撤销核定'))
    expect(await within(screen.getByRole('dialog')).findByText('已提交的申报都没有选用此条。')).toBeInTheDocument()
  })
})
