/** 本机与同步: offline it names what has not reached the office, by the entry, after a reload too; back online it says when the office had it. */
import { ArchiveScreen } from '../screens/archive-screen.ts'
import { expect, test } from '../stage/test.ts'

test('[CLIENT-180] storage-page: what waits is named offline, after a reload too, and is gone when the office has acknowledged it', async ({
  relay,
  person,
}) => {
  const { page } = await person('shenzhiyuan')
  const archive = new ArchiveScreen(page)
  await archive.openSection('honor', '荣誉称号')
  await archive.untilOfflineReady()
  const waiting = page.getByRole('region', { name: '还没有到单位服务器的内容' })
  await page.goto('/storage')
  await expect(waiting).toContainText('全部内容都已到单位服务器')
  await expect(page.getByRole('region', { name: '单位服务器的确认' })).toContainText('最后一次确认')

  await archive.openSection('honor', '荣誉称号')
  await relay.stop()
  await archive.add({ 荣誉称号名称: '省级先进工作者' })
  await expect(page.getByText('本机').first()).toBeVisible()
  await page.goto('/storage')
  await expect(waiting).toContainText('当前没有连上单位服务器')
  await expect(waiting.getByRole('link', { name: '省级先进工作者' })).toBeVisible()
  await page.reload()
  await expect(waiting).toContainText('处修改等待同步')
  await waiting.getByRole('link', { name: '省级先进工作者' }).click()
  await expect(archive.field('荣誉称号名称')).toHaveValue('省级先进工作者')

  await page.goto('/storage')
  await relay.start()
  await expect(waiting).toContainText('全部内容都已到单位服务器')
  await expect(page.getByRole('row', { name: /我的业绩档案.*全部已到单位/ })).toBeVisible()
})
