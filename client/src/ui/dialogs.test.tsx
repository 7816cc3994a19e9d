import { screen, waitFor } from '@solidjs/testing-library'
import { createSignal, Show } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { AlertDialog } from './alert-dialog.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { show } from './testing/show.tsx'

describe('a dialog', () => {
  it('[CLIENT-66] takes the focus, closes on Escape, and gives the focus back', async () => {
    const [isOpen, setOpen] = createSignal(false)
    const user = show(() => (
      <>
        <Button onPress={() => setOpen(true)}>退回…</Button>
        <Dialog isOpen={isOpen()} onClose={() => setOpen(false)} title="退回这一条" about="申报人会看到原因。">
          <input aria-label="原因" />
        </Dialog>
      </>
    ))
    await user.click(screen.getByRole('button', { name: '退回…' }))
    const dialog = await screen.findByRole('dialog', { name: '退回这一条' })
    expect(dialog).toHaveAccessibleDescription('申报人会看到原因。')
    expect(dialog).toContainElement(document.activeElement as HTMLElement)
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    await waitFor(() => expect(screen.getByRole('button', { name: '退回…' })).toHaveFocus())
  })

  it('[CLIENT-539] leaves the focus where a key has put it between its end and its giving back', async () => {
    const [isOpen, setOpen] = createSignal(true)
    show(() => (
      <main>
        <h1 tabIndex={-1}>论文</h1>
        <input aria-label="查找" />
        <Dialog isOpen={isOpen()} onClose={() => setOpen(false)} title="键盘操作">
          <p>说明</p>
        </Dialog>
      </main>
    ))
    const dialog = await screen.findByRole('dialog')
    const givenBack = new Promise((resolve) => dialog.addEventListener('focusScope.autoFocusOnUnmount', resolve))
    setOpen(false)
    screen.getByLabelText('查找').focus()
    await givenBack
    expect(screen.getByLabelText('查找')).toHaveFocus()
  })
})

describe('a question before what cannot be taken back', () => {
  it('[CLIENT-66] begins on the harmless answer, and Escape is harmless too', async () => {
    const [isOpen, setOpen] = createSignal(false)
    const answers: string[] = []
    const answer = (what: string) => {
      answers.push(what)
      setOpen(false)
    }
    const user = show(() => (
      <>
        <Button onPress={() => setOpen(true)}>删除</Button>
        <AlertDialog
          isOpen={isOpen()}
          title="删除这一条？"
          body="3 份证明材料会一起移除。"
          confirm="删除这一条"
          isDangerous
          onConfirm={() => answer('deleted')}
          onCancel={() => answer('kept')}
        />
      </>
    ))
    await user.click(screen.getByRole('button', { name: '删除' }))
    const question = await screen.findByRole('alertdialog', { name: '删除这一条？' })
    expect(question).toHaveAccessibleDescription('3 份证明材料会一起移除。')
    await waitFor(() => expect(screen.getByRole('button', { name: '取消' })).toHaveFocus())
    await user.keyboard('{Escape}')
    expect(answers).toEqual(['kept'])
    await user.click(await screen.findByRole('button', { name: '删除' }))
    await user.click(await screen.findByRole('button', { name: '删除这一条' }))
    expect(answers).toEqual(['kept', 'deleted'])
  })

  it('[CLIENT-66] leaves the focus on the title when what opened it is gone', async () => {
    const [isOpen, setOpen] = createSignal(false)
    const [isThere, setThere] = createSignal(true)
    const user = show(() => (
      <main>
        <h1 tabIndex={-1}>论文</h1>
        <Show when={isThere()}>
          <Button onPress={() => setOpen(true)}>删除</Button>
        </Show>
        <AlertDialog
          isOpen={isOpen()}
          title="删除？"
          body="不能恢复。"
          confirm="删除这一条"
          onConfirm={() => {
            setThere(false)
            setOpen(false)
          }}
          onCancel={() => setOpen(false)}
        />
      </main>
    ))
    await user.click(screen.getByRole('button', { name: '删除' }))
    await user.click(await screen.findByRole('button', { name: '删除这一条' }))
    await waitFor(() => expect(screen.getByRole('heading', { name: '论文' })).toHaveFocus())
  })
})

describe('a button', () => {
  it('[CLIENT-67] asks once while it is busy, and keeps the focus', async () => {
    const [isBusy, setBusy] = createSignal(false)
    let asked = 0
    const user = show(() => (
      <Button
        isBusy={isBusy()}
        onPress={() => {
          asked += 1
          setBusy(true)
        }}
      >
        提交
      </Button>
    ))
    await user.dblClick(screen.getByRole('button', { name: '提交' }))
    expect(asked).toBe(1)
    expect(screen.getByRole('button', { name: '提交' })).toHaveFocus()
  })

  it('[CLIENT-67] says why it cannot be used', async () => {
    let asked = 0
    const user = show(() => (
      <Button
        whyNot="还有 2 个必填项没有填写"
        onPress={() => {
          asked += 1
        }}
      >
        提交
      </Button>
    ))
    const button = screen.getByRole('button', { name: '提交' })
    expect(button).toHaveAccessibleDescription('还有 2 个必填项没有填写')
    await user.click(button)
    expect(asked).toBe(0)
  })
})
