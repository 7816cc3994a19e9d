/** The same person on two devices, both without the relay, both editing: they converge, and nothing either wrote is gone. */
import { ArchiveScreen } from '../screens/archive-screen.ts'
import { expect, test } from '../stage/test.ts'

test('[ARC-5] two-devices: both see one value, and the other one beside it as 另一版本, until it is taken back', async ({
  relay,
  person,
}) => {
  const [desk, phone] = [await person('shenzhiyuan'), await person('shenzhiyuan')]
  const [a, b] = [new ArchiveScreen(desk.page), new ArchiveScreen(phone.page)]
  await a.openSection('honor', '荣誉称号')
  await a.untilOfflineReady()
  await a.add({ 荣誉称号名称: '先进个人', 授予单位: '绍兴市生态环境局' })
  await expect(desk.page.getByText('已入单位').first()).toBeVisible()
  const item = new URL(desk.page.url()).pathname
  await phone.page.goto(item)
  await b.untilOfflineReady()
  await expect(b.field('荣誉称号名称')).toHaveValue('先进个人')

  await relay.stop()
  await a.fill({ 荣誉称号名称: '先进个人（台式机）' })
  await b.fill({ 荣誉称号名称: '先进个人（手机）', 授予单位: '越州区人民政府' })
  await expect(desk.page.getByText('本机').first()).toBeVisible()
  await expect(phone.page.getByText('本机').first()).toBeVisible()
  await relay.start()

  const other = (page: typeof desk.page) => page.getByRole('region', { name: '另一版本' })
  await expect(other(desk.page)).toBeVisible()
  await expect(other(phone.page)).toBeVisible()
  const kept = await a.field('荣誉称号名称').inputValue()
  await expect(b.field('荣誉称号名称')).toHaveValue(kept)
  await expect(a.field('授予单位')).toHaveValue('越州区人民政府')
  const lost = kept.includes('台式机') ? '先进个人（手机）' : '先进个人（台式机）'
  await expect(other(desk.page)).toContainText(lost)

  await other(phone.page).getByRole('button', { name: '采用' }).click()
  await expect(a.field('荣誉称号名称')).toHaveValue(lost)
  await expect(other(desk.page)).toHaveCount(0)
})
