import { screen } from '@solidjs/testing-library'
import { describe, expect, it } from 'vitest'
import { Button } from './button.tsx'
import { show } from './testing/show.tsx'
import { useToasts } from './toasts.tsx'

function Deleter(props: { readonly onUndo: () => void }) {
  const toasts = useToasts()
  return (
    <>
      <Button onPress={() => toasts.offerUndo('已删除 1 条', props.onUndo)}>删除</Button>
      <Button onPress={() => toasts.announce('已保存在本机')}>保存</Button>
    </>
  )
}

describe('notices', () => {
  it('[CLIENT-68] offer the way back once, and are read out', async () => {
    let undone = 0
    const user = show(() => (
      <Deleter
        onUndo={() => {
          undone += 1
        }}
      />
    ))
    await user.click(screen.getByRole('button', { name: '删除' }))
    expect(screen.getByRole('status')).toHaveTextContent('已删除 1 条')
    await user.click(screen.getByRole('button', { name: '撤销' }))
    expect(undone).toBe(1)
    expect(screen.queryByRole('button', { name: '撤销' })).not.toBeInTheDocument()
  })

  it('[CLIENT-68] are read out again when the same thing happens again', async () => {
    const user = show(() => <Deleter onUndo={() => undefined} />)
    await user.click(screen.getByRole('button', { name: '保存' }))
    const first = screen.getByRole('status').textContent
    await user.click(screen.getByRole('button', { name: '保存' }))
    expect(screen.getByRole('status').textContent).not.toBe(first)
    expect(screen.getByRole('status')).toHaveTextContent(/^已保存在本机/)
  })
})
