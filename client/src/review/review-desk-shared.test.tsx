import 'fake-indexeddb/auto'
import { cleanup, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { readDesk } from '@yejibu/shared/review/desk-doc'
import { afterEach, describe, expect, it } from 'vitest'
import { closeDesks, onDesk } from './testing/on-desk.tsx'
import { AWARD, PAPER } from './testing/reviewed-archive.ts'

afterEach(closeDesks)

const button = (name: string) => screen.getByRole('button', { name })

describe('the desk that reviewers share', () => {
  it('[CLIENT-201] gives single entries to a colleague, shows whose they are, and lists only hers when asked', async () => {
    const user = userEvent.setup()
    const { desk, room } = onDesk()
    await user.click(button('曹娥江水质评价'))
    await user.selectOptions(screen.getByRole('combobox', { name: '本条审核人' }), '王晓')
    expect(readDesk(desk).assigned.get(PAPER)).toMatchObject({ to: 'wangxiao', by: 'zhoumin' })
    expect(button('曹娥江水质评价')).toHaveTextContent('王晓核')
    await user.selectOptions(screen.getByRole('combobox', { name: '审核人' }), '周敏')
    await user.click(button('我的（3）'))
    expect(screen.queryByRole('button', { name: '曹娥江水质评价' })).not.toBeInTheDocument()
    expect(room.left().map(({ id }) => id)).toEqual([AWARD])
    expect(room.shown()?.item).toBe(AWARD)
    await user.keyboard('m')
    expect(button('曹娥江水质评价')).toBeInTheDocument()
    await user.click(button('曹娥江水质评价'))
    await user.selectOptions(screen.getByRole('combobox', { name: '本条审核人' }), '同整份档案（周敏）')
    expect(readDesk(desk).assigned.size).toBe(0)
  })

  it('[CLIENT-203] offers the employer’s phrases first; the lead lays them down, a clerk only uses them', async () => {
    const user = userEvent.setup()
    const { handbook } = onDesk()
    await user.keyboard('r')
    await user.click(button('编辑常用语'))
    await user.click(screen.getByRole('radio', { name: '本单位全体审核人员' }))
    const field = screen.getByRole('textbox', { name: /^常用语/ })
    await user.clear(field)
    await user.type(field, '请补盖单位章。')
    await user.click(button('保存'))
    expect(handbook.getMap('phrases').get('returned')).toEqual(['请补盖单位章。'])
    await user.click(await screen.findByRole('button', { name: '请补盖单位章。' }))
    expect(screen.getByRole('textbox', { name: /^理由/ })).toHaveValue('请补盖单位章。')
    cleanup()
    onDesk({ role: 'hr-clerk' })
    await user.keyboard('r')
    await user.click(button('编辑常用语'))
    expect(screen.queryByRole('radio', { name: '本单位全体审核人员' })).not.toBeInTheDocument()
  })
})
