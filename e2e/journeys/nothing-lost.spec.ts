/** Nothing is lost without a word: a slip of the hand, a browser that stops storing, two tabs, a wiped browser, a shared computer. */
import type { Page } from '@playwright/test'
import { addItems, readItems } from '@yejibu/shared/archive/archive-doc'
import { sha256Hex } from '@yejibu/shared/kernel/canonical'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { ArchiveScreen } from '../screens/archive-screen.ts'
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { expect, test } from '../stage/test.ts'

const OWNER = 'shenzhiyuan'

/** Her other device brings so many honours. */
async function bringHonours(url: string, count: number): Promise<void> {
  const client = await HandMadeClient.signIn(url, OWNER)
  const socket = await client.open(`archive/${OWNER}`)
  await socket.until(() => socket.synced)
  const items = Array.from({ length: count }, (_, i) => ({
    id: `honour-${i}` as ItemId,
    part: 'honor' as const,
    salt: sha256Hex(`honour ${i}`),
    order: String(i).padStart(4, '0'),
    fields: { name: `荣誉${i}` },
  }))
  const sent = socket.write((doc) => addItems(doc, items))
  await socket.until(() => socket.durable >= sent)
  socket.close()
}

/** The office's copy of what she has there. */
async function titlesAtTheOffice(url: string): Promise<readonly (string | null)[]> {
  const client = await HandMadeClient.signIn(url, OWNER)
  const socket = await client.open(`archive/${OWNER}`)
  await socket.until(() => socket.synced)
  socket.close()
  return readItems(socket.doc).map(({ fields }) => fields.name ?? null)
}

const entries = (page: Page) => page.locator('a[href^="/archive/honor/"]')

test('[CLIENT-49] nothing-lost: deleting more than a fifth of the archive asks first with the number, and each deletion comes back', async ({
  relay,
  person,
}) => {
  await bringHonours(relay.url, 6)
  const { page } = await person(OWNER)
  await new ArchiveScreen(page).openSection('honor', '荣誉称号')
  await expect(entries(page)).toHaveCount(6)
  const remove = async (title: string) => {
    await page.getByRole('link', { name: new RegExp(title) }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.getByRole('button', { name: '删除', exact: true }).click()
  }
  await remove('荣誉1')
  await expect(entries(page)).toHaveCount(5)
  await remove('荣誉2')
  await expect(entries(page)).toHaveCount(4)
  await remove('荣誉3')
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('共 3 条')
  await question.getByRole('button', { name: '取消' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '荣誉3' })).toBeVisible()
  await page.getByRole('button', { name: '删除', exact: true }).click()
  await question.getByRole('button', { name: '删除这 1 条' }).click()
  await expect(entries(page)).toHaveCount(3)
  for (const left of [4, 5, 6]) {
    await page.getByRole('button', { name: '撤销' }).last().click()
    await expect(entries(page)).toHaveCount(left)
  }
})

test('[CLIENT-181] nothing-lost: when the browser stops storing, a red bar says so within 5 s, nothing is called saved, and what was typed is stored later', async ({
  person,
}) => {
  const { page, context } = await person(OWNER)
  const archive = new ArchiveScreen(page)
  await context.addInitScript(() => {
    const broken = { is: false }
    Object.assign(globalThis, { breakTheStore: (is: boolean) => Object.assign(broken, { is }) })
    for (const name of ['add', 'put'] as const) {
      const real = IDBObjectStore.prototype[name]
      IDBObjectStore.prototype[name] = function (...args) {
        if (broken.is) throw new DOMException('the disk is gone', 'UnknownError')
        return real.apply(this, args)
      }
    }
  })
  await archive.openSection('honor', '荣誉称号')
  await archive.add({ 荣誉称号名称: '先进个人' })
  await expect(page.getByText('已入单位').first()).toBeVisible()
  await context.setOffline(true)
  await page.evaluate('breakTheStore(true)')
  const bar = page.getByRole('alert').filter({ hasText: '浏览器' })
  await expect(bar.first()).toBeVisible({ timeout: 5000 })
  await archive.fill({ 授予单位: '绍兴市生态环境局' })
  await expect(page.getByText('未能保存').first()).toBeVisible()
  await expect(page.getByText('本机', { exact: true })).toHaveCount(0)
  await page.evaluate('breakTheStore(false)')
  await expect(bar).toHaveCount(0, { timeout: 60_000 })
  await expect(page.getByText('本机', { exact: true }).first()).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('已入单位').first()).toBeVisible()
  await page.reload()
  await expect(archive.field('授予单位')).toHaveValue('绍兴市生态环境局')
})

test('[CLIENT-182] nothing-lost: two tabs on one archive, both writing offline, show everything that either wrote', async ({
  relay,
  person,
}) => {
  const { page: one, context } = await person(OWNER)
  const a = new ArchiveScreen(one)
  await a.openSection('honor', '荣誉称号')
  await a.untilOfflineReady()
  await a.add({ 荣誉称号名称: '先进个人' })
  await expect(one.getByText('已入单位').first()).toBeVisible()
  const two = await context.newPage()
  const b = new ArchiveScreen(two)
  await two.goto(new URL(one.url()).pathname)
  await expect(b.field('荣誉称号名称')).toHaveValue('先进个人')
  await relay.stop()
  await a.fill({ 荣誉称号名称: '先进个人（省级）' })
  await b.fill({ 授予单位: '浙江省生态环境厅' })
  await b.openSection('honor', '荣誉称号')
  await b.add({ 荣誉称号名称: '劳动模范' })
  await expect(a.field('授予单位')).toHaveValue('浙江省生态环境厅')
  for (const page of [one, two]) {
    await page.goto('/archive/honor')
    await expect(entries(page)).toHaveCount(2)
  }
  await relay.start()
  await one.goto('/storage')
  await expect(one.getByText('全部内容都已到单位服务器')).toBeVisible()
  expect([...(await titlesAtTheOffice(relay.url))].sort()).toEqual(['先进个人（省级）', '劳动模范'].sort())
})

test('[CLIENT-183] nothing-lost: a browser that was wiped gets everything back that the office acknowledged', async ({
  relay,
  person,
}) => {
  await bringHonours(relay.url, 12)
  const first = await person(OWNER)
  const archive = new ArchiveScreen(first.page)
  await archive.openSection('honor', '荣誉称号')
  await archive.add({ 荣誉称号名称: '三八红旗手', 授予单位: '绍兴市妇女联合会' })
  await expect(first.page.getByText('已入单位').first()).toBeVisible()
  const path = new URL(first.page.url()).pathname
  await first.context.close()
  const { page } = await person(OWNER)
  await new ArchiveScreen(page).openSection('honor', '荣誉称号')
  await expect(entries(page)).toHaveCount(13)
  await page.goto(path)
  await expect(new ArchiveScreen(page).field('授予单位')).toHaveValue('绍兴市妇女联合会')
  await expect(page.getByText('已入单位').first()).toBeVisible()
})

test('[CLIENT-42] [CLIENT-18] nothing-lost: on a shared computer signing out and clearing names what is unsent, waits for a second yes, and leaves nothing', async ({
  relay,
  person,
}) => {
  const { page } = await person(OWNER)
  const archive = new ArchiveScreen(page)
  await archive.openSection('honor', '荣誉称号')
  await archive.untilOfflineReady()
  await relay.stop()
  await archive.add({ 荣誉称号名称: '未送出的荣誉' })
  await expect(page.getByText('本机').first()).toBeVisible()
  await page.goto('/settings')
  await page.getByRole('button', { name: '退出并清除本机内容' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('份档案或申报有未同步的修改')
  await expect(question.getByRole('button', { name: '退出并清除' })).toBeDisabled()
  await question.getByRole('button', { name: '先不退出' }).click()
  await page.goto('/archive/honor')
  await expect(entries(page)).toHaveCount(1)

  await page.goto('/settings')
  await page.getByRole('button', { name: '退出并清除本机内容' }).click()
  await question.getByRole('checkbox').check()
  await question.getByRole('button', { name: '退出并清除' }).click()
  await page.waitForURL((url) => url.pathname === '/sign-in')
  await expect
    .poll(() => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)))
    .not.toContainEqual(expect.stringContaining('yejibu/shenzhiyuan'))
  await relay.start()
  expect(await titlesAtTheOffice(relay.url)).toEqual([])
})
