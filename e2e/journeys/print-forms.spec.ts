/** Somebody who has submitted prints her papers; anybody checks the code that stands on them. Who prepares an application prints what must be sealed first. */
import { readFile } from 'node:fs/promises'
import { pdfPages, solid } from '../../sync-server/src/forms/testing/pdf-text.ts'
import { ApplicationScreen } from '../screens/application-screen.ts'
import { LOOKS, violationsIn } from '../stage/accessibility.ts'
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
  // A browser that shows no PDF is told so, and only then.
  const shows = await page.evaluate(() => navigator.pdfViewerEnabled)
  await expect(dialog.getByText('本浏览器不能直接显示PDF')).toBeVisible({ visible: !shows })
  await expect(dialog.locator('object[type="application/pdf"]')).toHaveCount(shows ? 1 : 0)
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

test('[CLIENT-536] print-forms: from the slot of a draft to the paper, by the keyboard, and its scan back into the slot', async ({
  person,
}) => {
  const { page, context } = await person('xumingchuan')
  const screen = new ApplicationScreen(page)
  const application = await screen.start('绍兴市生态环境专业工程师')
  await screen.choose('基本信息')
  await page.getByLabel('标志性业绩直接申报').check()
  await screen.choose('附件')
  const print = screen.slot('专家举荐表').getByRole('button', { name: '打印本表，签章后上传：专家举荐表' })

  await context.setOffline(true)
  await print.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: '专家举荐表（申报前打印）' })
  await expect(dialog.getByText('连不上单位服务器。')).toBeVisible()
  await context.setOffline(false)
  await dialog.getByRole('button', { name: '重新生成' }).focus()
  await page.keyboard.press('Enter')
  const save = dialog.getByRole('link', { name: '下载' })
  await expect(save).toBeFocused()
  await dialog.getByText(/^申报还有 \d+ 处没有填妥，不影响打印$/).click()
  await expect(dialog.getByRole('listitem').filter({ hasText: '请先在线签署' }).first()).toBeVisible()
  await expect(dialog.getByRole('listitem').filter({ hasText: '请上传“专家举荐表”' })).toHaveCount(0)

  expect(await violationsIn(page, LOOKS)).toEqual([])
  await save.focus()
  const coming = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const download = await coming
  expect(download.suggestedFilename()).toBe('专家举荐表（申报前打印）.pdf')
  const words = solid((await pdfPages(await readFile(await download.path()))).join(''))
  for (const part of ['举荐专业技术职务任职资格专家意见表', '许明川', '申报前打印·未提交·无核验码']) {
    expect(words).toContain(part)
  }
  expect(words).not.toMatch(/\d+-[0-9a-f]{32}/)
  await page.keyboard.press('Escape')
  await expect(print).toBeFocused()
  expect(await violationsIn(page, LOOKS)).toEqual([])

  await screen.upload('专家举荐表')
  const papers = await page.request.get(`/api/forms/application/${application}`)
  expect(papers.status()).toBe(404)
})

/** The last fact of her application: what is printed as a code. */
async function newestFact(page: import('@playwright/test').Page): Promise<{ seq: number; hash: string }> {
  const answer = await page.request.get('/api/feed')
  const { facts } = (await answer.json()) as { facts: { seq: number; hash: string; stream: string }[] }
  const own = facts.filter(({ stream }) => stream.startsWith('application/qianrulan.')).at(-1)
  if (!own) throw new Error('she has submitted')
  return own
}
