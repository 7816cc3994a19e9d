/** The first hour of a real office: no sample people, one link for the operator, who signs in with the password she chose. */
import { test as base, expect } from '@playwright/test'
import { startRealOffice } from '../stage/relay.ts'

type Office = Awaited<ReturnType<typeof startRealOffice>>

const test = base.extend<{ office: Office }>({
  // biome-ignore lint/correctness/noEmptyPattern: the fixture's first argument must be a pattern
  office: async ({}, use) => {
    const office = await startRealOffice()
    await use(office)
    await office.dispose()
  },
})

test('[RELAY-25] [RELAY-27] real-office: the operator’s link works once, and nobody gets in without a password', async ({
  office,
  browser,
}) => {
  const page = await (await browser.newContext({ baseURL: office.url })).newPage()
  await page.goto('/sign-in')
  await expect(page.getByLabel('用户名')).toBeVisible()
  await expect(page.getByText('周敏')).toHaveCount(0)
  expect(
    (
      await page.request.post('/api/sample/session', { data: { username: 'zhoumin' }, headers: { origin: office.url } })
    ).status(),
  ).toBe(404)

  await page.goto(office.firstRunLink)
  await page.getByRole('heading', { level: 1, name: '首次设置' }).waitFor()
  await page.getByLabel('姓名').fill('周航')
  await page.getByLabel('用户名').fill('zhouhang')
  await page.getByLabel(/^密码/).fill('绍兴的河')
  await page.getByLabel('再次输入密码').fill('绍兴的河')
  await page.getByRole('button', { name: '创建管理员账号' }).click()
  await expect(page.getByText('密码至少10个字符，请加长。').first()).toBeVisible()
  await page.getByLabel(/^密码/).fill('绍兴的河水到夏天也是清的')
  await page.getByLabel('再次输入密码').fill('绍兴的河水到夏天也是清的')
  await page.getByRole('button', { name: '创建管理员账号' }).click()
  await expect(page.getByText('周航').first()).toBeVisible()

  const other = await (await browser.newContext({ baseURL: office.url })).newPage()
  await other.goto(office.firstRunLink)
  await expect(other.getByText('此链接已使用或已过期').first()).toBeVisible()
  await other.goto('/sign-in')
  await other.getByLabel('用户名').fill('zhouhang')
  await other.getByLabel(/^密码/).fill('绍兴的河水到夏天是浑的吗')
  await other.getByRole('button', { name: '登录', exact: true }).click()
  await expect(
    other
      .getByText('用户名或密码不对')
      .or(other.getByText(/密码不正确|不正确/))
      .first(),
  ).toBeVisible()
  await other.getByLabel(/^密码/).fill('绍兴的河水到夏天也是清的')
  await other.getByRole('button', { name: '登录', exact: true }).click()
  await expect(other.getByText('周航').first()).toBeVisible()
})
