/** What the review pages show before a name has come, and after the right to see it has gone. */
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { expect, test } from '../stage/test.ts'

test('[CLIENT-202] review-closed: a first visit to an archive’s address is never headed by the account’s id', async ({
  person,
}) => {
  const { page } = await person('zhoumin')
  await page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { headings: seen })
    new MutationObserver(() => {
      const text = document.querySelector('h1')?.textContent ?? ''
      if (seen.at(-1) !== text) seen.push(text)
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
  await page.goto('/review/luqinghe')
  await page.getByRole('heading', { level: 1, name: '陆青禾的业绩档案' }).waitFor()
  const headings = await page.evaluate((): string[] => Reflect.get(window, 'headings'))
  expect(headings.filter((text) => text.includes('luqinghe'))).toEqual([])
})

test('[CLIENT-204] [RELAY-50] review-closed: a clerk who is removed sees nobody’s archive any more, and is told why', async ({
  person,
  relay,
}) => {
  const { page } = await person('wangxiao')
  await page.goto('/review')
  await page.getByRole('link', { name: '陆青禾', exact: true }).waitFor()
  const reading = await page.context().newPage()
  await reading.goto('/review/luqinghe')
  await reading.getByRole('button', { name: '通过', exact: true }).waitFor()
  const lead = await HandMadeClient.signIn(relay.url, 'zhoumin')
  const body = { org: 'yuezhou', account: 'wangxiao', role: 'hr-clerk' }
  expect((await lead.command('remove-member', body)).status).toBe(200)
  for (const open of [reading, page]) {
    await expect(open.getByText(/您的审核权限已被取消|您现在不能查看这份档案/).first()).toBeVisible()
    await expect(open.getByText('陆青禾')).toHaveCount(0)
    await expect(open.getByText('便携式非甲烷总烃仪现场比对方法研究')).toHaveCount(0)
  }
  await page.reload()
  await expect(page.getByText('陆青禾')).toHaveCount(0)
})
