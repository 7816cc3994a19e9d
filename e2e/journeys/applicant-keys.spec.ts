/** The archive with the keyboard alone: find, open, add, write, take back, send. */
import { ArchiveScreen } from '../screens/archive-screen.ts'
import { expect, test } from '../stage/test.ts'

test('[CLIENT-45] [CLIENT-47] applicant-keys: an entry is found by its sounds, another added, written and sent, without a mouse', async ({
  person,
}) => {
  const { page } = await person('xumingchuan')
  const archive = new ArchiveScreen(page)
  await archive.open()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: '键盘操作' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('sx')
  await expect(page.getByText(/找到 \d+ 条/)).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/archive\/\w+\/\w+/)

  await archive.openSection('academicPost', '学术技术兼职情况')
  await page.keyboard.press('n')
  await expect(page).toHaveURL(/\/archive\/academicPost\/\w+/)
  await archive.field('开始时间').focus()
  await page.keyboard.type('202103')
  await archive.field('单位或组织').focus()
  await page.keyboard.type('绍兴市环境科学学会')
  await archive.field('所任职务').focus()
  await page.keyboard.type('理事')
  await page.keyboard.press('Control+z')
  await expect(archive.field('所任职务')).toHaveValue('')
  await page.keyboard.press('Control+Shift+z')
  await expect(archive.field('所任职务')).toHaveValue('理事')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('待审核', { exact: true }).first()).toBeVisible()
})
