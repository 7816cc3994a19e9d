import 'fake-indexeddb/auto'
import { screen, waitFor, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { closeDesks, onDesk } from './testing/on-desk.tsx'
import { AWARD, PAPER } from './testing/reviewed-archive.ts'

afterEach(closeDesks)

const button = (name: string) => screen.getByRole('button', { name })
const places = () => within(screen.getByRole('group', { name: '指出有问题的栏目（可不选）' }))

describe('pointing at what a “no” is about', () => {
  it('[CLIENT-170] a flag beside a value and a box in the list are the same choice; the ruling carries them in the order of the form', async () => {
    const user = userEvent.setup()
    const { outbox } = onDesk()
    await user.click(button('指出问题：证明材料'))
    await user.click(button('指出问题：获奖时间'))
    await user.click(button('退回'))
    expect(places().getByRole('checkbox', { name: '获奖时间' })).toBeChecked()
    await user.click(places().getByRole('checkbox', { name: '获奖项目名称' }))
    expect(button('指出问题：获奖项目名称')).toHaveAttribute('aria-pressed', 'true')
    // What is empty has no flag, and can be what is wrong.
    await user.click(places().getByRole('checkbox', { name: '本人排名' }))
    await user.click(button('指出问题：获奖时间'))
    expect(places().getByRole('checkbox', { name: '获奖时间' })).not.toBeChecked()
    await user.type(screen.getByRole('textbox', { name: /理由/ }), '与证书不一致')
    await user.click(button('确认退回'))
    await waitFor(() =>
      expect(outbox.entries()[0]?.body).toMatchObject({
        item: AWARD,
        verdict: 'returned',
        fields: ['itemName', 'rank', 'evidence'],
      }),
    )
  })

  it('[CLIENT-170] belongs to the entry before her: an approval and the next entry go without', async () => {
    const user = userEvent.setup()
    const { outbox } = onDesk()
    await user.click(button('指出问题：获奖项目名称'))
    await user.click(button('通过'))
    await waitFor(() => expect(button('曹娥江水质评价')).toHaveAttribute('aria-current', 'true'))
    await waitFor(() => expect(outbox.entries()).toHaveLength(1))
    await user.click(button('不通过'))
    for (const box of places().getAllByRole('checkbox')) expect(box).not.toBeChecked()
    await user.type(screen.getByRole('textbox', { name: /理由/ }), '重复填报')
    await user.click(button('确认不通过'))
    await waitFor(() => expect(outbox.entries()[1]?.body).toMatchObject({ item: PAPER, verdict: 'rejected' }))
    for (const { body } of outbox.entries()) expect(body).not.toHaveProperty('fields')
  })

  it('[CLIENT-170] by keys: f leads to the flags, which are one stop for Tab, arrows move, Space points, r asks for the reason', async () => {
    const user = userEvent.setup()
    const { room } = onDesk()
    await user.click(button('曹娥江水质评价'))
    await user.keyboard('f')
    expect(button('指出问题：论文题目')).toHaveFocus()
    await user.keyboard('{ArrowDown}')
    const second = document.activeElement
    expect(second).toHaveAccessibleName(/^指出问题：/)
    expect(second).not.toHaveAccessibleName('指出问题：论文题目')
    await user.keyboard(' ')
    expect(second).toHaveAttribute('aria-pressed', 'true')
    expect(room.pointing.at()).toHaveLength(1)
    await user.keyboard('{ArrowUp}{ArrowUp}')
    expect(button('指出问题：论文题目')).toHaveFocus()
    await user.tab()
    expect(document.activeElement).not.toHaveAccessibleName(new RegExp(`^${second?.getAttribute('aria-label')}$`))
    await user.keyboard('r')
    expect(screen.getByRole('textbox', { name: /理由/ })).toHaveFocus()
    expect(places().getAllByRole('checkbox', { checked: true })).toHaveLength(1)
  })

  it('[CLIENT-170] nothing can be pointed at where nothing can be ruled on; what waits and what was said name the fields', async () => {
    const user = userEvent.setup()
    const { history, named, tell } = onDesk()
    await user.click(button('先进工作者'))
    expect(screen.queryByRole('button', { name: /^指出问题/ })).toBeNull()
    await user.click(button('监测技术比武'))
    await user.click(button('指出问题：获奖时间'))
    await user.click(button('退回'))
    await user.type(screen.getByRole('textbox', { name: /理由/ }), '与证书不一致')
    await user.click(button('确认退回'))
    await user.click(button('监测技术比武'))
    expect(await screen.findByText('所指：获奖时间')).toBeInTheDocument()
    history.returned(named(AWARD), ['awardYm', 'evidence'])
    tell()
    expect((await screen.findAllByText('所指：获奖时间、证明材料')).length).toBe(2)
  })
})
