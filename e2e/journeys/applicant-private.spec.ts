/** An applicant keeps an entry to herself, offline too; HR sees nothing of it until she sends it, and then all of it. */
import { ArchiveScreen } from '../screens/archive-screen.ts'
import { expect, test } from '../stage/test.ts'

test('[CLIENT-48] applicant-private: an entry kept to oneself is invisible to HR until it is sent, and is then there with its file', async ({
  person,
}) => {
  const { page } = await person('luqinghe')
  const archive = new ArchiveScreen(page)
  await archive.openSection('academicPost', '学术技术兼职情况')
  await page.getByRole('button', { name: '新增（仅自己可见）' }).click()
  await archive.fill({ 开始时间: '202103', 单位或组织: '越城区河湖保护协会', 所任职务: '顾问' })
  await expect(page.getByText('仅您本人的账号可以打开，单位人员看不到。').first()).toBeVisible()
  await page.locator('input[type="file"][multiple]').setInputFiles({
    name: '聘书.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n% 聘书\n%%EOF\n'),
  })
  await expect(page.getByText('已存服务器').first()).toBeVisible()

  const hr = await person('zhoumin')
  await hr.page.goto('/review/luqinghe')
  await hr.page.getByRole('heading', { level: 1 }).waitFor()
  await expect(hr.page.getByText(/水|环境/).first()).toBeVisible()
  await expect(hr.page.getByText('越城区河湖保护协会')).toHaveCount(0)

  const before = page.url()
  await page.getByRole('button', { name: '公开给单位并提交审核' }).click()
  await expect(page.getByText('待审核', { exact: true }).first()).toBeVisible()
  expect(page.url()).not.toBe(before)
  await expect(archive.field('单位或组织')).toHaveValue('越城区河湖保护协会')
  await expect(hr.page.getByText('越城区河湖保护协会').first()).toBeVisible()

  // The address from before leads to where the entry is now.
  await page.goto(before)
  await expect(archive.field('单位或组织')).toHaveValue('越城区河湖保护协会')
})

test('[CLIENT-168] applicant-private: sent on one device and made private on another that was away, the page explains, and nothing that either wrote is lost', async ({
  person,
}) => {
  const [desk, laptop] = [await person('luqinghe'), await person('luqinghe')]
  const [a, b] = [new ArchiveScreen(desk.page), new ArchiveScreen(laptop.page)]
  await a.openSection('academicPost', '学术技术兼职情况')
  await a.add({ 开始时间: '202103', 单位或组织: '越城区河湖保护协会', 所任职务: '顾问' })
  await desk.page.locator('input[type="file"][multiple]').setInputFiles({
    name: '聘书.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n% 聘书\n%%EOF\n'),
  })
  await expect(desk.page.getByRole('listitem').filter({ hasText: '聘书.pdf' })).toContainText('已入单位')
  await laptop.page.goto(new URL(desk.page.url()).pathname)
  await b.untilOfflineReady()
  await expect(b.field('单位或组织')).toHaveValue('越城区河湖保护协会')
  await expect(laptop.page.getByRole('button', { name: '聘书.pdf', exact: true })).toBeVisible()

  // Away from the office, the laptop takes it out of the employer's sight; the desk has it mended and sent meanwhile.
  await laptop.context.setOffline(true)
  await laptop.page.getByRole('button', { name: '设为仅自己可见' }).click()
  await expect(laptop.page.getByText('仅您本人的账号可以打开，单位人员看不到。').first()).toBeVisible()
  await b.fill({ 单位或组织: '越城区河湖保护协会（筹）' })
  await a.fill({ 所任职务: '首席顾问' })
  await desk.page.getByRole('button', { name: '提交审核' }).click()
  await expect(desk.page.getByText('待审核', { exact: true }).first()).toBeVisible()
  await laptop.context.setOffline(false)

  for (const { page } of [laptop, desk]) {
    await expect(page.getByText('单位已收到提交的那一版')).toBeVisible()
    await expect(page.getByRole('region', { name: '另一版本' })).toContainText('首席顾问')
    await expect(page.getByLabel('单位或组织')).toHaveValue('越城区河湖保护协会（筹）')
    await expect(page.getByRole('button', { name: '聘书.pdf', exact: true })).toBeVisible()
  }
  await laptop.page.getByRole('region', { name: '另一版本' }).getByRole('button', { name: '采用' }).click()
  await expect(a.field('所任职务')).toHaveValue('首席顾问')

  // The employer still has what was sent, until it is taken back.
  const hr = await person('zhoumin')
  await hr.page.goto('/review/luqinghe')
  await expect(hr.page.getByText('越城区河湖保护协会').first()).toBeVisible()
  await laptop.page.getByRole('button', { name: '撤回已提交的那一版' }).click()
  await expect(laptop.page.getByText('单位已收到提交的那一版')).toHaveCount(0)
  // What she was reading stays before the reviewer's eyes; it waits no longer, and is gone when she comes back.
  const list = hr.page.getByRole('navigation', { name: '条目' })
  await expect(list.getByText('越城区河湖保护协会')).toHaveCount(0)
  await hr.page.reload()
  await expect(list.getByRole('button').first()).toBeVisible()
  await expect(hr.page.getByText('越城区河湖保护协会')).toHaveCount(0)
})
