/** An application is taken back before the employer opened it, changed and submitted again; both submissions stay (domain §5.2 #9). */
import { fillFiling } from '../stage/filled-filing.ts'
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { expect, test } from '../stage/test.ts'

test('[RELAY-90] [CLIENT-224] takes back, changes, submits again: nothing of the first submission is lost', async ({
  person,
  relay,
}) => {
  const { page } = await person('xumingchuan')
  await page.goto('/application')
  await page.getByRole('button', { name: '马上申报' }).first().click()
  await page.getByRole('heading', { level: 2, name: '填报任务' }).waitFor()
  const application = new URL(page.url()).pathname
  await page.getByRole('link', { name: '基本信息' }).click()
  await page.getByLabel('正常申报').check()
  await page.getByLabel('监测与分析').check()
  await page.getByLabel('受理点').click()
  await page.getByRole('option', { name: /越城区/ }).click()
  await page.getByLabel('本人述职').fill('第一次提交的述职。')
  await fillFiling(relay.url, 'xumingchuan', application.split('/')[2] ?? '')
  const submit = async () => {
    await page.goto(`${application}/preview`)
    await expect(page.getByText('内容齐全，可以提交。')).toBeVisible()
    await page.getByRole('button', { name: '提交申报' }).click()
    await page.getByRole('button', { name: '确认提交' }).click()
    await page.getByRole('heading', { name: '已提交' }).waitFor()
  }
  await submit()

  await page.goto('/application')
  const records = page.getByRole('region', { name: /年度$/ })
  await expect(records.getByText('待单位审查', { exact: true })).toBeVisible()
  await records.getByRole('button', { name: '撤回' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '撤回', exact: true }).click()
  await expect(records.getByText('填报中（已撤回）')).toBeVisible()
  await expect(records.getByRole('button', { name: '撤回' })).toHaveCount(0)

  await records.getByRole('link').click()
  await page.getByRole('link', { name: '基本信息' }).click()
  await page.getByLabel('本人述职').fill('改过以后再次提交的述职。')
  await submit()
  await expect(page.getByText('改过以后再次提交的述职。').first()).toBeVisible()
  await page.goto('/application')
  await expect(records.getByText('第 2 次提交')).toBeVisible()

  const xu = await HandMadeClient.signIn(relay.url, 'xumingchuan')
  const stream = `application/${application.split('/')[2]}`
  const facts = (await xu.facts()).filter((fact) => fact.stream === stream)
  expect(facts.map(({ kind }) => kind)).toEqual([
    'application-submitted',
    'submission-taken-back',
    'application-resubmitted',
  ])
  expect(JSON.stringify(facts[0]?.data)).toContain('第一次提交的述职。')
  expect(JSON.stringify(facts[2]?.data)).toContain('改过以后再次提交的述职。')
})
