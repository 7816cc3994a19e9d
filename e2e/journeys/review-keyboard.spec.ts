/** A reviewer works through an archive without a mouse: originals seen, a note, an approval, a return with a reason. */
import { tabTo } from '../screens/keyboard.ts'
import { expect, test } from '../stage/test.ts'

test('[CLIENT-58] [REV-12] [REV-4] review-keyboard: originals, notes and rulings by keys alone, and their owner reads who did what', async ({
  person,
}) => {
  const { page } = await person('zhoumin')
  await page.goto('/review')
  const lu = page.getByRole('link', { name: '陆青禾', exact: true })
  await lu.waitFor()
  await tabTo(page, lu)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /陆青禾/ }).waitFor()
  await expect(page.getByRole('heading', { level: 2, name: '便携式非甲烷总烃仪现场比对方法研究' })).toBeVisible()

  // The original lies beside the screen: this file agrees with it. Then the next file, which nobody has seen yet.
  await page.keyboard.press('o')
  await expect(page.getByText(/^周敏 · /).first()).toBeVisible()
  await page.keyboard.press('e')
  await expect(page.getByRole('button', { name: '主要完成人证明.pdf', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(page.getByRole('button', { name: '核对无误：主要完成人证明.pdf' })).toBeVisible()

  await page.keyboard.press('c')
  await page.keyboard.type('原件在人事档案室。')
  await tabTo(page, page.getByRole('button', { name: '添加备注' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('原件在人事档案室。')).toBeVisible()

  await page.keyboard.press('r')
  await expect(page.getByRole('textbox', { name: /理由/ })).toBeFocused()
  await page.keyboard.type('请补主要完成人证明的盖章页。')
  await tabTo(page, page.getByRole('button', { name: '确认退回' }))
  await page.keyboard.press('Enter')
  const second = page.getByRole('heading', { level: 2, name: '绍兴市重点行业废气排放口监督监测项目' })
  await expect(second).toBeFocused()
  await page.keyboard.press('a')
  await expect(page.getByText('全部审核完毕')).toBeVisible()

  const owner = await person('luqinghe')
  await owner.page.goto('/archive/researchProject')
  await owner.page.getByRole('link', { name: '便携式非甲烷总烃仪现场比对方法研究' }).first().click()
  await expect(owner.page.getByText('请补主要完成人证明的盖章页。').first()).toBeVisible()
  await expect(owner.page.getByText(/原件已核对：周敏/)).toBeVisible()
  await expect(owner.page.getByText('原件在人事档案室。')).toHaveCount(0)
})

test('[CLIENT-58] [CLIENT-56] [REV-9] review-keyboard: queue, person, files, all but one, the next person, an approval taken back, and no mouse', async ({
  person,
}) => {
  const { page } = await person('zhoumin')
  await page.goto('/review')
  await page.getByRole('link', { name: '陆青禾', exact: true }).waitFor()
  await page.keyboard.press('j')
  await expect(page.locator('[data-queue-row]').first()).toBeFocused()
  while (
    !(await page.getByRole('link', { name: '陆青禾', exact: true }).evaluate((e) => e === document.activeElement))
  ) {
    await page.keyboard.press('j')
  }
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /陆青禾/ }).waitFor()
  await expect(page.getByText('还有 2 条待审核')).toBeVisible()
  await page.keyboard.press('j')
  await expect(page.getByRole('heading', { level: 2, name: '绍兴市重点行业废气排放口监督监测项目' })).toBeFocused()
  await page.keyboard.press('k')
  await expect(page.getByRole('heading', { level: 2, name: '便携式非甲烷总烃仪现场比对方法研究' })).toBeFocused()
  await page.keyboard.press('e')
  await expect(page.getByRole('button', { name: '主要完成人证明.pdf', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await page.keyboard.press('o')
  await expect(page.getByText(/^周敏 · /).first()).toBeVisible()

  // All at once, but for the one that goes back.
  await tabTo(page, page.getByRole('button', { name: '全部通过' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('checkbox', { name: '便携式非甲烷总烃仪现场比对方法研究' }))
  await page.keyboard.press('Space')
  await tabTo(page, page.getByRole('button', { name: '确认通过 1 条' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('还有 1 条待审核')).toBeVisible()
  await page.keyboard.press('r')
  await expect(page.getByRole('textbox', { name: /理由/ })).toBeFocused()
  await page.keyboard.type('请补盖章页。')
  await tabTo(page, page.getByRole('button', { name: '确认退回' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('全部审核完毕')).toBeVisible()

  // The next person: one entry is not passed.
  await tabTo(page, page.getByRole('link', { name: '返回业绩档案审核' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  const next = page.getByRole('link', { name: '许明川', exact: true })
  await next.waitFor()
  await tabTo(page, next)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /许明川/ }).waitFor()
  await page.getByRole('button', { name: '不通过' }).waitFor()
  const waiting = page.getByText(/^还有 \d+ 条待审核$/)
  const before = Number(/\d+/.exec((await waiting.textContent()) ?? '')?.[0])
  await page.keyboard.press('x')
  await expect(page.getByRole('textbox', { name: /理由/ })).toBeFocused()
  await page.keyboard.type('经核实，与其他条目重复。')
  await tabTo(page, page.getByRole('button', { name: '确认不通过' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(before === 1 ? '全部审核完毕' : `还有 ${before - 1} 条待审核`)).toBeVisible()

  // An approval is taken back, with its reason, and the history keeps both.
  const revoke = page.getByRole('button', { name: '撤销核定' })
  const heading = page.locator('.review-head h2')
  for (let entry = 0; entry < 60 && !(await revoke.isVisible()); entry++) {
    const shown = await heading.textContent()
    await page.keyboard.press('j')
    await expect(heading).not.toHaveText(shown ?? '')
  }
  await tabTo(page, revoke)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await tabTo(page, dialog.getByLabel('理由'))
  await page.keyboard.type('原件与扫描件不一致。')
  await tabTo(page, dialog.getByRole('button', { name: '确认撤销' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(/撤销核定 · 周敏/).first()).toBeVisible()
  await tabTo(page, page.getByText(/^办理记录/))
  await page.keyboard.press('Enter')
  await expect(page.getByText('单位撤销核定')).toBeVisible()
  await expect(page.locator('.history').getByText('单位核定', { exact: true })).toBeVisible()
})

test('[CLIENT-124] review-keyboard: keys that were switched off rule nothing, after a reload too', async ({
  person,
}) => {
  const { page } = await person('wangxiao')
  await page.goto('/review/luqinghe')
  await page.getByRole('button', { name: '通过', exact: true }).waitFor()
  await page.keyboard.press('?')
  const box = page.getByRole('checkbox', { name: '启用单键快捷键' })
  await tabTo(page, box)
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await page.reload()
  await page.getByRole('button', { name: '通过', exact: true }).waitFor()
  await page.keyboard.press('a')
  await page.keyboard.press('r')
  await expect(page.getByText('还有 2 条待审核')).toBeVisible()
  await expect(page.getByRole('textbox', { name: /理由/ })).toHaveCount(0)
})

test('[REV-2] review-keyboard: nobody opens her own archive for review', async ({ person }) => {
  const { page } = await person('zhoumin')
  await page.goto('/review/zhoumin')
  await expect(page.getByText('不能审核本人的业绩档案。请由本单位其他人事人员审核。')).toBeVisible()
  await expect(page.getByRole('button', { name: '通过', exact: true })).toHaveCount(0)
})
