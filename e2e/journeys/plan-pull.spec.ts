/** What can be pulled into an application and what cannot, on the page (domain §3.7, G1–G6). */
import { expect, test } from '../stage/test.ts'

test('[APP-1] plan-pull: without an approved profile and the mandatory sections an application cannot start', async ({
  person,
}) => {
  const shen = await person('shenzhiyuan')
  await shen.page.goto('/application')
  await shen.page.getByRole('heading', { level: 1, name: '我的申报' }).waitFor()
  await expect(shen.page.getByText('2022年度绍兴市生态环境专业工程师').first()).toBeVisible()
  await expect(shen.page.getByRole('button', { name: '马上申报' }).first()).toBeDisabled()
  for (const missing of ['个人基本信息', '教育经历', '工作经历', '考核情况']) {
    await expect(shen.page.getByRole('link', { name: new RegExp(missing) }).first()).toBeVisible()
  }
})

test('[APP-3] [APP-4] plan-pull: unapproved items cannot be ticked, older ones only with a note', async ({
  person,
}) => {
  const xu = await person('xumingchuan')
  await xu.page.goto('/application')
  await xu.page.getByRole('button', { name: '马上申报' }).first().click()
  await xu.page.getByRole('link', { name: '提取业绩' }).click()
  await xu.page.getByRole('heading', { level: 1, name: '提取业绩' }).waitFor()
  await xu.page.getByRole('switch', { name: '显示任现职以前的业绩' }).waitFor()
  const before = await xu.page.getByRole('checkbox').count()
  await xu.page.getByRole('switch', { name: '显示任现职以前的业绩' }).click()
  await expect.poll(() => xu.page.getByRole('checkbox').count()).toBeGreaterThan(before)
  const older = xu.page.getByRole('listitem').filter({ hasText: '任现职以前' }).first()
  await older.getByRole('checkbox').check()
  await expect(older.getByLabel('说明')).toBeVisible()
  await expect(xu.page.getByText('该业绩不是任现职以来取得的，请说明。').first()).toBeVisible()
  await older.getByLabel('说明').fill('首次建成的自动站，任现职后推广到全流域。')
  await expect(xu.page.getByText('该业绩不是任现职以来取得的，请说明。')).toHaveCount(0)
  const unapproved = xu.page.getByRole('listitem').filter({ hasText: '未经所在单位审核通过' }).first()
  await expect(unapproved).toBeVisible()
  await expect(unapproved.getByRole('checkbox')).toBeDisabled()
})
