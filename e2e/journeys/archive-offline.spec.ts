/** A newcomer keeps her archive with the relay gone: edits, reloads, sends; when it is back, everything goes out by itself. */
import { ArchiveScreen } from '../screens/archive-screen.ts'
import { expect, test } from '../stage/test.ts'

test('[CLIENT-5] [CLIENT-11] archive-offline: what is written and sent with the relay stopped survives a reload and arrives when it is back', async ({
  relay,
  person,
}) => {
  const { page } = await person('shenzhiyuan')
  const archive = new ArchiveScreen(page)
  await archive.open()
  await archive.untilOfflineReady()

  await relay.stop()
  await archive.openSection('academicPost', '学术技术兼职情况')
  await archive.add({ 开始时间: '202103', 单位或组织: '绍兴市环境科学学会', 所任职务: '理事' })
  await expect(page.getByText('本机').first()).toBeVisible()
  await expect(page.getByText('离线').first()).toBeVisible()

  await page.reload()
  await expect(archive.field('单位或组织')).toHaveValue('绍兴市环境科学学会')
  await page.getByRole('button', { name: '提交审核' }).click()
  await expect(page.getByText('待发').first()).toBeVisible()
  await page.reload()
  await expect(page.getByText('待发').first()).toBeVisible()

  await relay.start()
  await expect(page.getByText('已入单位').first()).toBeVisible()
  await expect(page.getByText('待审核', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('待发')).toHaveCount(0)

  const hr = await person('zhoumin')
  await hr.page.goto('/review')
  await hr.page
    .getByRole('link', { name: /沈知远/ })
    .first()
    .click()
  await expect(hr.page.getByText('绍兴市环境科学学会').first()).toBeVisible()
})
