/** An application is filled in, submitted and frozen; what happens to the archive afterwards changes nothing (`[APP-10]`). */
import { ArchiveScreen } from '../screens/archive-screen.ts'
import { fillFiling } from '../stage/filled-filing.ts'
import { expect, test } from '../stage/test.ts'

test('[APP-8] [APP-10] submit-frozen: from 马上申报 to the receipt, and an edit of the archive leaves it as it was', async ({
  person,
  relay,
}) => {
  const xu = await person('xumingchuan')
  const { page } = xu
  await page.goto('/application')
  await page.getByRole('button', { name: '马上申报' }).first().click()
  await page.getByRole('heading', { level: 2, name: '填报任务' }).waitFor()
  const application = new URL(page.url()).pathname
  await page.getByRole('link', { name: '预览与提交' }).click()
  await page.getByRole('button', { name: '提交申报' }).click()
  await expect(page.getByText('请填写本人述职').first()).toBeVisible()

  // Each problem leads to its place in the step that mends it.
  await page.getByRole('link', { name: '申报类型' }).click()
  await expect(page.getByLabel('正常申报')).toBeFocused()
  await page.getByLabel('正常申报').check()
  await page.getByLabel('监测与分析').check()
  await page.getByLabel('受理点').click()
  await page.getByRole('option', { name: /越城区/ }).click()
  const statement = '任现职以来，主要从事地表水环境质量监测与评价工作。'
  await page.getByLabel('本人述职').fill(statement)
  await fillFiling(relay.url, 'xumingchuan', application.split('/')[2] ?? '')

  await page.getByRole('link', { name: '回到填报任务' }).click()
  await page.getByRole('link', { name: '提取业绩' }).click()
  const title = '曹娥江'
  const pulled = page.getByRole('checkbox', { name: new RegExp(title), disabled: false }).first()
  await pulled.check()
  const name = (await pulled.getAttribute('aria-label')) ?? title
  await page.getByRole('link', { name: '下一步：附件' }).click()
  await expect(page.getByRole('region', { name: '聘任证书' }).getByText('聘任证书.pdf')).toBeVisible()
  await page.getByRole('link', { name: '下一步：预览与提交' }).click()
  await expect(page.getByText('内容齐全，可以提交。')).toBeVisible()
  await page.getByRole('button', { name: '提交申报' }).click()
  await page.getByRole('button', { name: '确认提交' }).click()
  await page.getByRole('heading', { name: '已提交' }).waitFor()
  await expect(page.getByText('回执').first()).toBeVisible()
  await expect(page.getByText(statement).first()).toBeVisible()
  await expect(page.getByText(name).first()).toBeVisible()

  const archive = new ArchiveScreen(page)
  await archive.openSection('engineeringProject', '主持参与工程技术项目情况')
  await page
    .getByRole('link', { name: new RegExp(title) })
    .first()
    .click()
  await archive.fill({ 项目名称: '改了名字的项目' })
  await expect(page.getByText('核定后有修改').first()).toBeVisible()

  await page.goto(application)
  await page.getByRole('heading', { name: '已提交' }).waitFor()
  await expect(page.getByText('改了名字的项目')).toHaveCount(0)
  await expect(page.getByText(statement).first()).toBeVisible()
  await expect(page.getByRole('button', { name: '提交申报' })).toHaveCount(0)
})
