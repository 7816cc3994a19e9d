/** 委托评审 at the pages of those who have the word: no letter, no committee; the department writes it, prints it, and everybody on the way reads it. */
import type { Page } from '@playwright/test'
import { LOOKS, violationsIn } from '../stage/accessibility.ts'
import { ENTRUSTED, officeWithMandate } from '../stage/reported-case.ts'
import { expect, testIn } from '../stage/test.ts'

const test = testIn(officeWithMandate)

const NUMBER = '绍市环委〔2022〕3号'
const desk = (page: Page) => page.getByRole('complementary', { name: '这一条' })
const open = (page: Page) => page.goto(`/office/cases/${ENTRUSTED}`)

async function take(page: Page, name: string): Promise<void> {
  await desk(page).getByRole('button', { name, exact: true }).click()
  await page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click()
  await expect(page.getByRole('alertdialog')).toBeHidden()
}
async function pass(page: Page): Promise<void> {
  await open(page)
  await desk(page).getByRole('button', { name: '全部符合' }).click()
  await desk(page).getByRole('button', { name: '用常用意见' }).click()
  await take(page, '审查通过')
}

test('[CLIENT-426] [CLIENT-427] mandate: the HR bureau cannot send it on before the department has written its letter, and then prints what it wrote', async ({
  person,
}) => {
  // The department passes and recommends; the letter it still owes is told to it.
  const { page: department } = await person('sunli')
  await pass(department)
  await expect(department.getByText('还没有评审委托书。须由绍兴市生态环境局开具')).toBeVisible()
  await desk(department).getByRole('button', { name: '审核推荐', exact: true }).click()
  const sure = department.getByRole('dialog', { name: '审核推荐到下一环节？' })
  await sure.getByRole('button', { name: '审核推荐' }).click()
  await expect(sure).toBeHidden()

  // The HR bureau may not go past it, and reads why.
  const { page: bureau } = await person('chenyan')
  await pass(bureau)
  await expect(desk(bureau).getByRole('paragraph').filter({ hasText: '还没有评审委托书，须由' })).toBeVisible()
  await expect(desk(bureau).getByRole('button', { name: '审核推荐', exact: true })).toBeDisabled()

  // The department writes it, though the case has gone on.
  await open(department)
  await expect(desk(department).getByLabel('受委托评审委员会')).not.toHaveValue('')
  await desk(department).getByLabel('文号').fill(NUMBER)
  await desk(department).getByLabel('经办人').fill('孙立')
  await desk(department).getByRole('button', { name: '开具评审委托书' }).click()
  await expect(desk(department).getByText('请填写 2–500 字。')).toBeVisible()
  await desk(department).getByRole('button', { name: '用常用事由' }).click()
  await take(department, '开具评审委托书')
  const letter = department.getByRole('region', { name: '评审委托书' })
  await expect(letter).toContainText(NUMBER)
  expect(await violationsIn(department, LOOKS)).toEqual([])

  // What it wrote is what it prints.
  await department.goto('/papers')
  await department.getByLabel('申报计划').selectOption({ label: '2022年度委托评审工作计划' })
  const printed = department.getByRole('listitem').filter({ hasText: '评审委托书' })
  await expect(printed).toContainText('1人')

  await open(bureau)
  await expect(bureau.getByRole('region', { name: '评审委托书' })).toContainText(NUMBER)
  await take(bureau, '审核推荐')
  const { page: applicant } = await person('qianrulan')
  await applicant.goto(`/application/${ENTRUSTED}`)
  await expect(applicant.getByText(`开具评审委托书，文号 ${NUMBER}`)).toBeVisible()
})

test('[CLIENT-428] mandate: one letter for those who passed, from the list, by the keyboard', async ({ person }) => {
  const { page } = await person('sunli')
  await pass(page)
  await page.goto('/office/cases')
  await page.getByRole('tab', { name: /审查通过/ }).click()
  await page.getByRole('checkbox', { name: /全选可推荐的/ }).check()
  await page.getByRole('button', { name: '开具评审委托书' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: '为 1 人开具评审委托书' })
  await expect(dialog.getByRole('list', { name: '名单' })).toContainText('钱如兰')
  await dialog.getByLabel('文号').fill(NUMBER)
  await dialog.getByLabel('委托事由').fill('经审查，材料齐全。')
  await dialog.getByLabel('经办人').fill('孙立')
  await dialog.getByRole('button', { name: '开具评审委托书' }).press('Enter')
  await expect(page.getByRole('table', { name: '办理结果' })).toContainText('已列入评审委托书')
})
