/** A plan made on the page alone: 何静 copies last year's, changes it, previews and publishes it; an applicant begins under it. No code knows it. */
import type { Page } from '@playwright/test'
import { expect, test } from '../stage/test.ts'

const TITLE = '2023年度绍兴市海绵城市专业工程师评审申报计划'

async function prepare(page: Page): Promise<void> {
  await page.goto('/plans')
  await page.getByRole('button', { name: '复制为2023年度' }).click()
  const part = (name: string) =>
    page.getByRole('navigation', { name: '计划的各部分' }).getByRole('button', { name }).click()
  const title = page.getByRole('textbox', { name: '计划名称' })
  await expect(title).toHaveValue('2023年度绍兴市生态环境专业工程师专业技术职务任职资格评审申报计划')
  await title.fill(TITLE)

  await part('申报时间')
  // A window that is open whenever this is run.
  const at = (days: number) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T08:30`
  await page.getByLabel('申报开始时间').fill(at(-2))
  await page.getByLabel('申报截止时间').fill(at(20))

  await part('问题与推荐人')
  await page.getByRole('button', { name: '添加问题' }).click()
  await page.getByRole('textbox', { name: '问题', exact: true }).fill('参与海绵城市建设的项目名称')

  await part('附件')
  await page.getByRole('button', { name: '添加附件' }).click()
  await page.getByRole('textbox', { name: '附件名称' }).fill('海绵城市项目验收单')

  await part('自评')
  await page.locator('summary', { hasText: '业绩与能力' }).click()
  await page.locator('summary', { hasText: '执业能力' }).click()
  await page.getByRole('button', { name: '添加评分行' }).click()
  await page.getByRole('row').last().getByRole('textbox').first().fill('海绵城市培训证书')
  await page.getByRole('textbox', { name: '“海绵城市培训证书”的分值' }).fill('4')
}

test('[PLAN-11] [CLIENT-274] [CLIENT-275] office-plan: last year’s plan is copied, changed, previewed, published and applied under', async ({
  person,
}) => {
  const { page } = await person('hejing')
  await prepare(page)

  await page.getByRole('button', { name: '预览' }).click()
  const preview = page.getByRole('dialog')
  await expect(preview.getByRole('heading', { name: TITLE })).toBeVisible()
  for (const added of ['参与海绵城市建设的项目名称', '海绵城市项目验收单']) {
    await expect(preview.getByText(added)).toBeVisible()
  }
  await preview.getByRole('button', { name: '关闭' }).last().click()

  await page.getByRole('button', { name: '发布…' }).click()
  await page.getByRole('button', { name: '核对无误，发布' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '确认发布' }).click()
  await expect(page.getByText('与已发布的第 1 版一致')).toBeVisible()

  const xu = (await person('xumingchuan')).page
  await xu.goto('/application')
  const card = xu.getByRole('region', { name: TITLE })
  await card.getByText('申报须知与条件（请先阅读）').click()
  await expect(card.getByText(/还缺：2022 年继续教育 \S+ 学时/)).toBeVisible()
  await card.getByRole('button', { name: '马上申报' }).click()
  await expect(xu.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
  await xu.getByRole('link', { name: '基本信息' }).click()
  await xu.getByLabel('正常申报').check()
  await expect(xu.getByText('参与海绵城市建设的项目名称').first()).toBeVisible()

  // The next version shows what it changes, and the published one stays.
  await page.getByRole('navigation', { name: '计划的各部分' }).getByRole('button', { name: '问题与推荐人' }).click()
  await page.locator('summary', { hasText: '参与海绵城市建设的项目名称' }).click()
  await page.getByRole('textbox', { name: '填写说明' }).fill('写全称。')
  await expect(page.getByText('第 1 版之后有未发布的修改')).toBeVisible()
  await page.getByRole('button', { name: '发布…' }).click()
  const dialog = page.getByRole('dialog', { name: '发布第 2 版' })
  await expect(dialog.getByText('问题 › 参与海绵城市建设的项目名称 › 填写说明')).toBeVisible()
  await expect(dialog.getByText('写全称。')).toBeVisible()
})

test('[CLIENT-271] office-plan: a plan is prepared without the relay and is on the colleague’s screen afterwards', async ({
  person,
}) => {
  const { page, context } = await person('hejing')
  await page.goto('/plans')
  await page.getByRole('button', { name: '复制为2023年度' }).click()
  await expect(page.getByText('已保存到单位服务器')).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await context.setOffline(true)
  const title = page.getByRole('textbox', { name: '计划名称' })
  await title.fill('断网时写的计划')
  await expect(page.getByText('已保存在本机，联网后送到单位服务器')).toBeVisible()
  await page.reload()
  await expect(title).toHaveValue('断网时写的计划')
  await context.setOffline(false)
  await expect(page.getByText('已保存到单位服务器')).toBeVisible()

  const other = await person('hejing')
  await other.page.goto(new URL(page.url()).pathname)
  await expect(other.page.getByRole('textbox', { name: '计划名称' })).toHaveValue('断网时写的计划')
})
