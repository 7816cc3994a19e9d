/** One application from the day its employer reported it to the certificate, by each office at her own page: Shaoxing mid-level, a unit of the city. */
import type { Page } from '@playwright/test'
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { passDays, REPORTED, reportedOffice } from '../stage/reported-case.ts'
import { expect, testIn } from '../stage/test.ts'

const test = testIn(reportedOffice)

const open = (page: Page) => page.goto(`/office/cases/${REPORTED}`)
const desk = (page: Page) => page.getByRole('complementary', { name: '这一条' })
/** Asked once more, then done: the button's name is in the question too. */
async function confirm(page: Page, name: string): Promise<void> {
  await page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click()
  await expect(page.getByRole('alertdialog')).toBeHidden()
}
async function take(page: Page, name: string): Promise<void> {
  await desk(page).getByRole('button', { name, exact: true }).click()
  await confirm(page, name)
}

/** With the check list, then on to the next from the list of those who passed. */
async function passAndRecommend(page: Page): Promise<void> {
  await page.getByRole('link', { name: '钱如兰' }).click()
  await desk(page).getByRole('button', { name: '审查通过', exact: true }).click()
  await expect(page.getByText('请逐项核对')).toBeVisible()
  await desk(page).getByRole('button', { name: '全部符合' }).click()
  await desk(page).getByRole('button', { name: '用常用意见' }).click()
  await take(page, '审查通过')
  await page.goto('/office/cases')
  await page.getByRole('tab', { name: /审查通过/ }).click()
  await page.getByRole('checkbox', { name: '全选可推荐的 1 人' }).check()
  await page.getByRole('button', { name: '审核推荐' }).click()
  await expect(page.getByRole('alertdialog').getByRole('list', { name: '名单' })).toContainText('钱如兰')
  await confirm(page, '审核推荐')
  await expect(page.getByRole('table', { name: '办理结果' })).toContainText('已报送')
}

test('[CLIENT-325] office-chain: department, HR bureau and committee office take one application to the certificate', async ({
  relay,
  person,
}) => {
  for (const who of ['sunli', 'chenyan', 'hejing']) await passAndRecommend((await person(who)).page)

  // The office's fee of 180 yuan is paid at the counter; the applicant exports her form.
  const { page } = await person('hejing')
  await open(page)
  await desk(page).getByRole('radio', { name: '窗口缴费' }).check()
  await desk(page).getByLabel('收据号').fill('绍财 0042317')
  await desk(page)
    .getByLabel('到账日期')
    .fill(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10))
  await take(page, '确认到账')
  await expect(page.getByRole('table', { name: '缴费记录' })).toContainText('180.00')
  const applicant = await HandMadeClient.signIn(relay.url, 'qianrulan')
  const { body } = await applicant.request('GET', `/api/cases/${REPORTED}`)
  const [submitted] = (body as { facts: { data: { digest: string } }[] }).facts
  expect(
    (await applicant.command('export-form', { application: REPORTED, digest: submitted?.data.digest })).status,
  ).toBe(200)

  await open(page)
  await desk(page).getByLabel('份数').fill('4')
  for (const seal of await desk(page).getByRole('checkbox').all()) await seal.check()
  await take(page, '收到评审表')
  await desk(page)
    .getByRole('link', { name: /花名册与评审会议/ })
    .click()

  // The roster with a panel of one, who gives a view on a page of her own.
  await page.getByLabel('会议编号').fill('2026-1')
  await page.getByLabel('应到评委人数').fill('3')
  await page.getByLabel('评委', { exact: true }).fill('luqinghe')
  await page.getByRole('button', { name: '加入' }).click()
  await expect(page.getByText('陆青禾')).toBeVisible()
  await page.getByRole('button', { name: '编入花名册' }).click()
  await confirm(page, '编入花名册')
  await expect(page.getByRole('table', { name: '会议' })).toContainText('钱如兰')

  const expert = await person('luqinghe')
  await expert.page.goto('/panel')
  await expert.page.getByRole('link', { name: '钱如兰' }).click()
  await desk(expert.page).getByRole('radio', { name: '重点推荐' }).check()
  await desk(expert.page).getByRole('radio', { name: '符合', exact: true }).check()
  await desk(expert.page).getByLabel('评语').fill('业绩突出，同意推荐。')
  await take(expert.page, '提交意见')
  await expect(expert.page.getByText('您的意见：重点推荐，符合。')).toBeVisible()

  await open(page)
  await expect(page.getByText(/陆青禾：重点推荐，符合/)).toBeVisible()
  for (const [label, n] of [
    ['实到人数', '3'],
    ['赞成', '2'],
    ['反对', '1'],
    ['弃权', '0'],
  ] as const) {
    await desk(page).getByLabel(label).fill(n)
  }
  await take(page, '登记表决结果')
  await desk(page).getByLabel('公示方式').fill('绍兴市生态环境局网站')
  await take(page, '公示评审结果')
  await expect(page.getByText(/公示到 .* 结束/).first()).toBeVisible()

  await relay.stop()
  await passDays(relay.data, 20)
  await relay.start()
  await open(page)
  await desk(page).getByLabel('证书编号').fill('Z330600202600417')
  await take(page, '发证')
  await expect(page.getByRole('banner').or(page.locator('.page-header')).getByText('已发证')).toBeVisible()
})
