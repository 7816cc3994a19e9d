/** Rulings made without the relay wait as 待登记, and what moved on meanwhile is refused with the difference. */
import { expect, test } from '../stage/test.ts'

test('[CLIENT-54] review-offline: with the relay stopped rulings wait through a reload and are registered when it is back', async ({
  relay,
  person,
}) => {
  const { page } = await person('zhoumin')
  await page.goto('/review/luqinghe')
  await page.getByRole('button', { name: '通过', exact: true }).waitFor()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await page.reload()
  await page.getByRole('button', { name: '通过', exact: true }).waitFor()

  await relay.stop()
  await page.keyboard.press('o')
  await page.keyboard.press('a')
  await expect(page.getByText('待登记：通过').first()).toBeVisible()
  await page.reload()
  await expect(page.getByText('待登记：通过').first()).toBeVisible()
  await expect(page.getByText('还有 1 条待审核')).toBeVisible()

  await relay.start()
  await expect(page.getByText('待登记：通过')).toHaveCount(0)
  await page.getByRole('button', { name: /便携式非甲烷总烃仪现场比对方法研究/ }).click()
  await expect(page.getByText(/核定 · 周敏/).first()).toBeVisible()
  await expect(page.getByText('原件已核对').first()).toBeVisible()
})

test('[REV-3] [CLIENT-55] review-offline: a ruling on what its owner took back and changed is refused on arrival, with the difference', async ({
  person,
}) => {
  const hr = await person('zhoumin')
  await hr.page.goto('/review/luqinghe')
  await hr.page.getByRole('button', { name: '通过', exact: true }).waitFor()
  await hr.context.setOffline(true)
  await hr.page.keyboard.press('a')
  await expect(hr.page.getByText('待登记：通过').first()).toBeVisible()

  const lu = await person('luqinghe')
  await lu.page.goto('/archive/researchProject')
  await lu.page.getByRole('link', { name: '便携式非甲烷总烃仪现场比对方法研究' }).first().click()
  await lu.page.getByRole('button', { name: '撤回' }).click()
  await lu.page.getByLabel('本人排名').fill('3')
  await lu.page.getByLabel('本人排名').blur()
  await expect(lu.page.getByText('已入单位').first()).toBeVisible()

  await hr.context.setOffline(false)
  await hr.page.getByRole('button', { name: /便携式非甲烷总烃仪现场比对方法研究/ }).click()
  await expect(hr.page.getByText('“通过”没有被接受').first()).toBeVisible()
  await expect(hr.page.getByText('您审核的内容与当前内容的差别')).toBeVisible()
  await expect(hr.page.locator('.difference')).toContainText('本人排名')
})
