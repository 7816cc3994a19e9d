/** Somebody who has submitted prints her papers; anybody checks the code that stands on them. */
import { readFile } from 'node:fs/promises'
import { expect, test } from '../stage/test.ts'

test('[FORM-20] [FORM-22] print-forms: from the submission to a paper in the hand, and its code at the public check', async ({
  person,
  browser,
  relay,
}) => {
  const { page } = await person('qianrulan')
  await page.goto('/application')
  await page.locator('a[href^="/application/qianrulan."]').first().click()
  const papers = page.getByRole('list', { name: '可打印的表格' })
  await expect(papers.getByText('预览件')).toBeVisible()

  await page.getByRole('button', { name: '预览 评审表' }).click()
  const dialog = page.getByRole('dialog', { name: '评审表' })
  await expect(dialog.locator('object[type="application/pdf"]')).toBeVisible()
  const coming = page.waitForEvent('download')
  await dialog.getByRole('link', { name: '下载' }).click()
  const download = await coming
  expect(download.suggestedFilename()).toBe('评审表.pdf')
  const bytes = await readFile(await download.path())
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  await page.keyboard.press('Escape')

  const cover = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载 资料袋封面' }).click()
  expect((await cover).suggestedFilename()).toBe('资料袋封面.pdf')

  // The clerk at the counter has no account.
  const context = await browser.newContext({ baseURL: relay.url })
  const counter = await context.newPage()
  await counter.goto('/check')
  await counter.getByRole('textbox', { name: '核验码' }).fill(`7-${'0'.repeat(32)}`)
  await counter.getByRole('button', { name: '核验' }).click()
  await expect(counter.getByText('台账中没有这一位置')).toBeVisible()
  const { seq, hash } = await newestFact(page)
  await counter.getByRole('textbox', { name: '核验码' }).fill(`${seq}-${hash.slice(0, 32)}`)
  await counter.getByRole('button', { name: '核验' }).click()
  await expect(counter.getByText('台账中有这一位置')).toBeVisible()
  await expect(counter.getByText('钱如兰')).toHaveCount(0)
  await context.close()
})

/** The last fact of her application: what is printed as a code. */
async function newestFact(page: import('@playwright/test').Page): Promise<{ seq: number; hash: string }> {
  const answer = await page.request.get('/api/feed')
  const { facts } = (await answer.json()) as { facts: { seq: number; hash: string; stream: string }[] }
  const own = facts.filter(({ stream }) => stream.startsWith('application/qianrulan.')).at(-1)
  if (!own) throw new Error('she has submitted')
  return own
}
