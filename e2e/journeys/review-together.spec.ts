/** Two of HR share the desk, approve many at once but not all, and take back an approval that a submission carries. */
import { tabTo } from '../screens/keyboard.ts'
import { expect, test } from '../stage/test.ts'

test('[REV-14] [CLIENT-56] review-together: who reviews, who is where, and one ruling for each ticked entry', async ({
  person,
}) => {
  const [zhou, wang] = [await person('zhoumin'), await person('wangxiao')]
  await wang.page.goto('/review/luqinghe')
  await wang.page.getByRole('button', { name: '通过', exact: true }).waitFor()
  await zhou.page.goto('/review/luqinghe')
  await zhou.page.getByRole('combobox', { name: '审核人', exact: true }).selectOption({ label: '王晓' })
  await expect(wang.page.getByRole('combobox', { name: '审核人', exact: true })).toHaveValue('wangxiao')
  await zhou.page.keyboard.press('Escape')
  await expect(wang.page.getByText(/周敏正在核第 1 条/)).toBeVisible()

  await tabTo(wang.page, wang.page.getByRole('button', { name: '全部通过' }))
  await wang.page.keyboard.press('Enter')
  const without = wang.page.getByRole('checkbox', { name: '绍兴市重点行业废气排放口监督监测项目' })
  await tabTo(wang.page, without)
  await wang.page.keyboard.press('Space')
  await tabTo(wang.page, wang.page.getByRole('button', { name: '确认通过 1 条' }))
  await wang.page.keyboard.press('Enter')
  await expect(wang.page.getByText('还有 1 条待审核')).toBeVisible()
  // Her colleague sees it without a reload, and who it was.
  await expect(zhou.page.getByText(/核定 · 王晓/).first()).toBeVisible()
  await expect(zhou.page.getByText('还有 1 条待审核')).toBeVisible()
})

test('[REV-9] [APP-13] [CLIENT-125] review-together: an approval taken back names the submission it is in, and the submission says so in red', async ({
  person,
}) => {
  const hr = await person('zhoumin')
  await hr.page.goto('/review/qianrulan')
  await hr.page.getByRole('button', { name: '个人基本信息' }).click()
  await hr.page.getByRole('button', { name: '撤销核定' }).click()
  const dialog = hr.page.getByRole('dialog')
  await expect(dialog.getByText('已有 1 份已提交的申报选用了此条')).toBeVisible()
  await dialog.getByLabel('理由').fill('学历证书原件与扫描件不一致。')
  await dialog.getByRole('button', { name: '确认撤销' }).click()
  await expect(hr.page.getByText(/撤销核定 · 周敏/).first()).toBeVisible()

  const owner = await person('qianrulan')
  await owner.page.goto('/application')
  await owner.page
    .getByRole('link', { name: /查看|中级/ })
    .first()
    .click()
  await expect(owner.page.getByText('有 1 项已提交的内容被撤销核定')).toBeVisible()
  await expect(owner.page.getByText(/周敏 于 .*学历证书原件与扫描件不一致。/)).toBeVisible()
})
