/** A section with the keyboard alone: put in order, copied, deleted, taken back, and sent as a whole; then the same by hand. */
import type { Page } from '@playwright/test'
import { ArchiveScreen } from '../screens/archive-screen.ts'
import { expect, test } from '../stage/test.ts'

const LIST = '学术技术兼职情况'

async function addByKeys(page: Page, archive: ArchiveScreen, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.keyboard.press('n')
  await expect(page).toHaveURL(/\/archive\/academicPost\/\w+/)
  for (const [label, value] of Object.entries(fields)) {
    await archive.field(label).focus()
    await page.keyboard.type(value)
  }
  await archive.openSection('academicPost', LIST)
}

test('[CLIENT-160] [CLIENT-161] [CLIENT-162] applicant-order-keys: a section is put in order, copied, mended and sent without a mouse; by hand, too', async ({
  person,
}) => {
  const { page } = await person('xumingchuan')
  const archive = new ArchiveScreen(page)
  const titles = () => page.getByRole('list', { name: LIST }).locator('[data-row]')
  await archive.openSection('academicPost', LIST)
  // A post that goes on has no end to stand by: what was begun last stands first.
  for (const name of ['丙学会', '乙学会', '甲学会']) {
    await addByKeys(page, archive, { 开始时间: '202105', 单位或组织: name, 所任职务: '理事' })
  }
  const mine = () => titles().filter({ hasText: '学会' }).allTextContents()
  const row = (name: string) => titles().filter({ hasText: name })
  const order = async () =>
    (await mine()).filter((title) => /[甲乙丙]学会/.test(title)).map((title) => title.slice(0, 1))
  await expect.poll(order).toEqual(['甲', '乙', '丙'])

  // To the row by keys, then up past its neighbour; the keyboard stays on it, and the place is said.
  await page.keyboard.press('j')
  await expect(titles().first()).toBeFocused()
  while (!(await row('丙').evaluate((element) => element === document.activeElement))) await page.keyboard.press('j')
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(order).toEqual(['甲', '丙', '乙'])
  await expect(row('丙')).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: /“丙学会.*”已移到第 \d+ 条/ })).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect.poll(order).toEqual(['甲', '乙', '丙'])
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(order).toEqual(['甲', '丙', '乙'])

  // The order is there after a reload: it is in the document.
  await page.reload()
  await expect.poll(order).toEqual(['甲', '丙', '乙'])

  // Delete and take back, copy and come back, all by keys.
  await row('丙').focus()
  await page.keyboard.press('Delete')
  await expect.poll(order).toEqual(['甲', '乙'])
  await page.keyboard.press('Control+z')
  await expect.poll(order).toEqual(['甲', '丙', '乙'])
  await row('丙').focus()
  await page.keyboard.press('d')
  await expect(page).toHaveURL(/\/archive\/academicPost\/\w+/)
  await expect(archive.field('单位或组织')).toHaveValue('丙学会')
  await archive.openSection('academicPost', LIST)
  await expect(row('丙')).toHaveCount(2)
  await row('丙').first().focus()
  await page.keyboard.press('Delete')
  await expect(row('丙')).toHaveCount(1)

  // By hand: the handle of the last of the three onto the first.
  const line = (name: string) =>
    page.getByRole('listitem').filter({ has: page.locator('[data-row]', { hasText: name }) })
  await line('乙').hover()
  const goal = await line('甲').boundingBox()
  const from = await line('乙').locator('.item-list__grip').boundingBox()
  if (!goal || !from) throw new Error('both rows are in sight')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(goal.x + 10, goal.y + goal.height / 2, { steps: 5 })
  await page.mouse.move(goal.x + 10, goal.y + 4, { steps: 3 })
  await page.mouse.up()
  await expect.poll(async () => (await order())[0]).toBe('乙')

  await page.getByRole('button', { name: '本栏全部提交' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: `提交“${LIST}”` })
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: /^提交这 \d+ 条$/ }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('list', { name: LIST }).getByText('待审核', { exact: true })).toHaveCount(3)
})
