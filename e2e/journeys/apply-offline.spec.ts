/** All steps of an application with the relay gone, and a draft made again of what was submitted: what a person does is never lost on the way. */
import { encodeJpeg } from '../../sync-server/src/operations/sample/jpeg.ts'
import { portraitPicture } from '../../sync-server/src/operations/sample/portrait-picture.ts'
import { seedBytes } from '../../sync-server/src/operations/sample/seed.ts'
import { ApplicationScreen } from '../screens/application-screen.ts'
import { ArchiveScreen } from '../screens/archive-screen.ts'
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { honestSubmission } from '../stage/honest-submission.ts'
import { signByHand } from '../stage/sign-by-hand.ts'
import { expect, test } from '../stage/test.ts'

const STATEMENT = '任现职以来，主要从事地表水环境质量监测与评价工作。'

test('[CLIENT-240] [CLIENT-79] apply-offline: all six steps with the relay stopped, submitted when it is back', async ({
  person,
  relay,
}) => {
  const { page } = await person('xumingchuan')
  await new ArchiveScreen(page).open()
  await new ArchiveScreen(page).untilOfflineReady()
  await page.goto('/application')
  await expect(page.getByRole('button', { name: '马上申报' }).first()).toBeVisible()

  await relay.stop()
  await page.getByRole('button', { name: '马上申报' }).first().click()
  await page.getByRole('heading', { level: 2, name: '填报任务' }).waitFor()
  await page.getByRole('link', { name: '证件照' }).click()
  const buffer = Buffer.from(encodeJpeg(portraitPicture(seedBytes('portrait/offline'))))
  await page.locator('input[type=file]').first().setInputFiles({ name: '证件照.jpg', mimeType: 'image/jpeg', buffer })
  await expect(page.getByRole('img', { name: '本人证件照' })).toBeVisible()

  await page.getByRole('link', { name: '下一步：承诺书' }).click()
  await page.getByLabel('在本屏签名').check()
  await signByHand(page)
  await page.getByRole('button', { name: '签署', exact: true }).click()
  await expect(page.getByRole('button', { name: '重新签署' })).toBeVisible()

  await page.getByRole('link', { name: '下一步：基本信息' }).click()
  await page.getByLabel('正常申报').check()
  await page.getByLabel('监测与分析').check()
  await page.getByLabel('受理点').fill('越城')
  await page.getByRole('option', { name: /越城区/ }).click()
  await page.getByLabel('本人述职').fill(STATEMENT)

  await page.getByRole('navigation', { name: '填报任务' }).getByRole('link', { name: '提取业绩' }).click()
  await page
    .getByRole('checkbox', { name: /曹娥江/, disabled: false })
    .first()
    .check()
  await page.getByRole('link', { name: '下一步：附件' }).click()
  const slots = new ApplicationScreen(page).requiredSlots
  await expect(slots.first()).toBeVisible()
  const count = await slots.count()
  for (let nth = 0; nth < count; nth++) {
    const file = { name: `扫描${nth}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n${nth}\n%%EOF`) }
    await slots.nth(nth).locator('input[type=file]').first().setInputFiles(file)
    await expect(slots.nth(nth).getByText(file.name)).toBeVisible()
  }
  // The photo, the signature and the files are on this device alone: they go first, and nothing is submitted without them.
  await expect(page.getByText('草稿已保存在本机')).toBeVisible()
  await page.reload()
  await page.getByRole('navigation', { name: '填报任务' }).getByRole('link', { name: '预览与提交' }).click()
  await page.getByRole('heading', { level: 1, name: '预览与提交' }).waitFor()
  // All of it is on the device after the page was opened anew: what each step was given stands in the preview.
  await expect(page.getByText(STATEMENT)).toBeVisible()
  await expect(page.getByRole('img', { name: '证件照' })).toBeVisible()
  await expect(page.getByText('《专业技术资格申报材料真实性保证书》已签署')).toBeVisible()
  await expect(page.getByText(/北海街道马臻路/).first()).toBeVisible()
  await expect(page.getByText(/曹娥江/).first()).toBeVisible()
  for (let nth = 0; nth < count; nth++) await expect(page.getByText(`扫描${nth}.pdf`)).toBeVisible()
  await expect(page.getByText('内容齐全，可以提交。')).toHaveCount(0)

  await relay.start()
  await expect(page.getByText('内容齐全，可以提交。')).toBeVisible()
  await page.getByRole('button', { name: '提交申报' }).click()
  await page.getByRole('button', { name: '确认提交' }).click()
  await page.getByRole('heading', { name: '已提交' }).waitFor()
  await expect(page.getByText(STATEMENT).first()).toBeVisible()
  for (let nth = 0; nth < count; nth++) {
    await expect(page.getByRole('button', { name: `扫描${nth}.pdf` })).toBeVisible()
  }
})

test('[CLIENT-251] apply-offline: what a script submitted and its owner took back becomes a draft again', async ({
  person,
  relay,
}) => {
  const xu = await HandMadeClient.signIn(relay.url, 'xumingchuan')
  const honest = await honestSubmission(xu, 'xumingchuan')
  expect((await xu.command('submit-application', { ...honest })).status).toBe(200)

  const { page } = await person('xumingchuan')
  await page.goto('/application')
  const records = page.getByRole('region', { name: /年度$/ })
  await records.getByRole('button', { name: '撤回' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '撤回', exact: true }).click()
  await expect(records.getByText('填报中（已撤回）')).toBeVisible()
  await records.getByRole('link').click()
  await page.getByRole('button', { name: '用提交的内容生成草稿' }).click()
  await page.getByRole('link', { name: '基本信息' }).click()
  await expect(page.getByLabel('本人述职')).toHaveValue(honest.form.statement)
  await page.getByLabel('本人述职').fill('改过以后再次提交的述职。')
  await page.getByRole('navigation', { name: '填报任务' }).getByRole('link', { name: '预览与提交' }).click()
  await expect(page.getByText('内容齐全，可以提交。')).toBeVisible()
  await page.getByRole('button', { name: '提交申报' }).click()
  await page.getByRole('button', { name: '确认提交' }).click()
  await page.getByRole('heading', { name: '已提交' }).waitFor()
  await expect(page.getByText('改过以后再次提交的述职。').first()).toBeVisible()
})
