/** Between preview and receipt: an approval taken back that the page has not heard of, a second press, an answer that got lost, and a second device. */
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { reviewOf } from '@yejibu/shared/review/review'
import { ApplicationScreen } from '../screens/application-screen.ts'
import { fillFiling } from '../stage/filled-filing.ts'
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { reviewSeenBy } from '../stage/honest-submission.ts'
import { expect, test } from '../stage/test.ts'

test('[CLIENT-364] submit-once: what changed since the preview is named, and whatever happens to the answer there is one submission, on every device', async ({
  person,
  relay,
}) => {
  const { page } = await person('xumingchuan')
  const screen = new ApplicationScreen(page)
  const id = await screen.start('绍兴市生态环境专业工程师')
  await screen.choose('基本信息')
  await page.getByRole('radio', { name: '正常申报', exact: true }).check()
  await page.getByLabel('监测与分析').check()
  await screen.choosePoint('越城区')
  await page.getByLabel('本人述职').fill('任现职以来，主要从事地表水环境质量监测与评价工作。')
  await fillFiling(relay.url, 'xumingchuan', id)
  await screen.choose('提取业绩')
  const place = page
    .locator('[id^="pull-"]')
    .filter({ has: page.getByRole('checkbox', { name: /曹娥江/ }) })
    .first()
  const item = ((await place.getAttribute('id')) ?? '').slice('pull-'.length) as ItemId
  await place.getByRole('checkbox').check()
  await screen.choose('预览与提交')
  await expect(page.getByText('内容齐全，可以提交。')).toBeVisible()

  // The page hears nothing of it: no fact comes until it has asked to submit.
  let hasAsked = false
  await page.route('**/api/feed**', (route) => (hasAsked ? route.continue() : route.abort()))
  await page.route('**/api/commands/submit-application', (route) => {
    hasAsked = true
    return route.continue()
  })
  await page.reload()
  await expect(page.getByText('内容齐全，可以提交。')).toBeVisible()
  const hr = await HandMadeClient.signIn(relay.url, 'zhoumin')
  const { digest } = reviewOf(await reviewSeenBy(hr, 'xumingchuan'), item).approved ?? {}
  const revoked = await hr.command('revoke-approval', { archive: 'xumingchuan', item, digest, reason: '原件另有不同' })
  expect(revoked.refusal).toBeUndefined()
  await page.getByRole('button', { name: '提交申报' }).click()
  await page.getByRole('button', { name: '确认提交' }).click()
  await expect(page.getByText('提交没有被接受')).toBeVisible()
  const problem = page.getByRole('main').getByRole('listitem').filter({ hasText: '未经所在单位审核通过' })
  await problem.getByRole('link').click()
  await page.locator(`[id="pull-${item}"]`).getByRole('checkbox').uncheck()

  const other = await person('xumingchuan')
  await other.page.goto(`/application/${id}/preview`)
  await expect(other.page.getByText('内容齐全，可以提交。')).toBeVisible()
  await screen.choose('预览与提交')
  await expect(page.getByText('内容齐全，可以提交。')).toBeVisible()
  // The relay takes it, and its answer never arrives.
  await page.unrouteAll()
  let asked = 0
  await page.route('**/api/commands/submit-application', async (route) => {
    asked += 1
    if (asked > 1) return route.continue()
    await route.fetch()
    return route.abort()
  })
  await page.getByRole('button', { name: '提交申报' }).click()
  await page.getByRole('button', { name: '确认提交' }).dblclick()
  await page.getByRole('heading', { name: '已提交' }).waitFor()
  await other.page.getByRole('heading', { name: '已提交' }).waitFor()
  await expect(other.page.getByRole('button', { name: '提交申报' })).toHaveCount(0)
  // What was sent once more is the same submission, and nobody is told otherwise.
  await expect.poll(() => asked).toBeGreaterThan(1)
  await expect(page.getByText('提交没有被接受')).toHaveCount(0)
  const receipt = await page.locator('.frozen__number').first().textContent()
  await expect(other.page.locator('.frozen__number').first()).toHaveText(receipt ?? '')
  const own = await HandMadeClient.signIn(relay.url, 'xumingchuan')
  const submitted = (await own.facts()).filter(
    ({ stream, kind }) => stream === `application/${id}` && kind === 'application-submitted',
  )
  expect(submitted).toHaveLength(1)
})
