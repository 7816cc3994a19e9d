/** This year's application begins with last year's: what was written is there, the pledge and the files of the year are not. */
import type { PlanId } from '@yejibu/shared/kernel/ids'
import { ASKS } from '@yejibu/shared/plan/plan'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { honestSubmission } from '../stage/honest-submission.ts'
import { openNow, publishPlan } from '../stage/published-plan.ts'
import { expect, test } from '../stage/test.ts'

const TITLE = '2023年度绍兴市生态环境专业工程师职务任职资格评审工作计划'

test('[CLIENT-254] copy-draft: a new draft begins with what was submitted under another year’s plan', async ({
  person,
  relay,
}) => {
  const xu = await HandMadeClient.signIn(relay.url, 'xumingchuan')
  const honest = await honestSubmission(xu, 'xumingchuan')
  expect((await xu.command('submit-application', { ...honest })).status).toBe(200)
  const next = shaoxingEcology2022Mid({ ...openNow(), asks: ASKS })
  await publishPlan(relay, { ...next, id: 'sx-eco-2023-mid' as PlanId, title: TITLE, year: 2023 })

  const { page } = await person('xumingchuan')
  await page.goto('/application')
  const card = page.getByRole('region', { name: TITLE })
  await card.getByRole('button', { name: /2022年度/ }).click()
  await page.getByRole('heading', { level: 2, name: '填报任务' }).waitFor()
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
  await page.getByRole('link', { name: '基本信息' }).click()
  await expect(page.getByLabel('本人述职')).toHaveValue(honest.form.statement)
  await expect(page.getByLabel('正常申报')).toBeChecked()
  const steps = page.getByRole('navigation', { name: '填报任务' })
  await steps.getByRole('link', { name: '证件照' }).click()
  await expect(page.getByRole('img', { name: '本人证件照' })).toBeVisible()
  await steps.getByRole('link', { name: '承诺书' }).click()
  await expect(page.getByText(/^签署于/)).toHaveCount(0)
  await expect(page.getByRole('button', { name: '签署', exact: true })).toBeVisible()
})
