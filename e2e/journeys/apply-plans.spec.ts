/** One application of each family of plans, from 马上申报 to the receipt: mid-level review, senior by self-evaluation, a determination (初定). */
import { ASKS } from '@yejibu/shared/plan/plan'
import { jinhuaConstruction2023MidDetermination } from '@yejibu/shared/plan/plans/jinhua-construction-2023'
import { zhejiangEcology2022Senior } from '@yejibu/shared/plan/plans/zhejiang-ecology-2022-senior'
import { encodeJpeg } from '../../sync-server/src/operations/sample/jpeg.ts'
import { portraitPicture } from '../../sync-server/src/operations/sample/portrait-picture.ts'
import { seedBytes } from '../../sync-server/src/operations/sample/seed.ts'
import { ApplicationScreen } from '../screens/application-screen.ts'
import { fillFiling } from '../stage/filled-filing.ts'
import { openNow, publishPlan } from '../stage/published-plan.ts'
import { signByHand } from '../stage/sign-by-hand.ts'
import { expect, test } from '../stage/test.ts'

const STATEMENT = '任现职以来，主要从事地表水环境质量监测与评价工作。'

test('[CLIENT-240] [CLIENT-244] apply-plans: Shaoxing, mid-level, all six steps by hand', async ({ person }) => {
  const { page } = await person('xumingchuan')
  const screen = new ApplicationScreen(page)
  await screen.start('2022年度绍兴市生态环境专业工程师')
  await page.getByRole('link', { name: '证件照' }).click()
  const buffer = Buffer.from(encodeJpeg(portraitPicture(seedBytes('portrait/journey'))))
  await page.locator('input[type=file]').first().setInputFiles({ name: '证件照.jpg', mimeType: 'image/jpeg', buffer })
  await expect(page.getByRole('img', { name: '本人证件照' })).toBeVisible()

  await page.getByRole('link', { name: '下一步：承诺书' }).click()
  await page.getByLabel('在本屏签名').check()
  await signByHand(page)
  await page.getByRole('button', { name: '签署', exact: true }).click()
  await expect(page.getByRole('button', { name: '重新签署' })).toBeVisible()

  // By keys: the first control of each question, the arrows within it.
  await page.getByRole('link', { name: '下一步：基本信息' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: '基本信息' }).waitFor()
  await page.getByLabel('正常申报').press('Space')
  await page.getByLabel('监测与分析').press('Space')
  await page.getByLabel('受理点').fill('越城')
  await page.getByRole('option', { name: /越城区/ }).click()
  await expect(page.getByText('88307199')).toBeVisible()
  await page.getByLabel('本人述职').fill(STATEMENT)
  await page.reload()
  await expect(page.getByLabel('本人述职')).toHaveValue(STATEMENT)

  await screen.choose('提取业绩')
  await page
    .getByRole('checkbox', { name: /曹娥江/, disabled: false })
    .first()
    .check()

  await page.getByRole('link', { name: '下一步：附件' }).click()
  await page.getByRole('heading', { level: 1, name: '附件' }).waitFor()
  const slots = screen.requiredSlots
  const count = await slots.count()
  for (let nth = 0; nth < count; nth++) {
    const file = { name: `扫描${nth}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n${nth}\n%%EOF`) }
    await slots.nth(nth).locator('input[type=file]').first().setInputFiles(file)
    await expect(slots.nth(nth).getByText('已入单位')).toBeVisible()
  }
  await screen.submit()
  await expect(page.getByRole('button', { name: /扫描0.pdf/ })).toBeVisible()
  await expect(page.getByRole('img', { name: '证件照' })).toBeVisible()
})

test('[CLIENT-243] apply-plans: Zhejiang, senior, by a self-evaluation that reaches 80', async ({ person, relay }) => {
  await publishPlan(relay, zhejiangEcology2022Senior({ ...openNow(), asks: ASKS }))
  const { page } = await person('xumingchuan')
  const screen = new ApplicationScreen(page)
  const application = await screen.start('高级工程师')
  await page.getByRole('link', { name: '基本信息' }).click()
  await page.getByLabel('自评申报').check()
  await page.getByLabel('监测与分析').check()
  await page.getByLabel('受理点').fill('市本级')
  await page.getByRole('option', { name: /市本级/ }).click()
  await page.getByLabel('本人述职').fill(STATEMENT)
  await fillFiling(relay.url, 'xumingchuan', application, 'selfEval')
  await screen.choose('提取业绩')
  const open = page.locator('.pull-row > input:not(:disabled):not(:checked)')
  for (let left = await open.count(); left > 0; left--) {
    await open.first().check()
    await expect(open).toHaveCount(left - 1)
  }
  await screen.choose('自评')
  await expect(page.getByText('示例评分表（非官方）')).toBeVisible()
  await page.getByRole('button', { name: '全部采用' }).click()
  for (const control of ['职业道德', '年度考核', '继续教育', '专业理论']) await page.getByLabel(control).check()
  const total = page.locator('.score-total')
  await expect(total).toBeInViewport()
  await expect(total).toContainText('还差')
  const projects = page.getByRole('group', { name: '工程、咨询、监测' })
  await projects.getByLabel('依据的业绩').selectOption({ index: 1 })
  await projects.getByLabel('得分项').selectOption('provincial')
  await projects.getByLabel('本人名次').fill('1')
  await projects.getByRole('button', { name: /^添加得分项/ }).click()
  await expect(total).toContainText('已达到 80 分')
  await screen.submit()
  await expect(page.getByRole('heading', { name: '自评分' })).toBeVisible()
  await expect(page.getByText(/省部级以上重大项目：8 分/)).toBeVisible()
})

test('[CLIENT-240] apply-plans: Jinhua, a mid-level determination, which has no self-evaluation and no acceptance point', async ({
  person,
  relay,
}) => {
  // The sample's assessments end in 2021.
  await publishPlan(relay, { ...jinhuaConstruction2023MidDetermination({ ...openNow(), asks: ASKS }), year: 2022 })
  const { page } = await person('xumingchuan')
  const screen = new ApplicationScreen(page)
  const application = await screen.start('初定')
  await expect(page.getByRole('link', { name: '自评' })).toHaveCount(0)
  await page.getByRole('link', { name: '基本信息' }).click()
  await page.getByLabel('正常申报').check()
  const category = page.getByRole('radiogroup', { name: '申报类别' })
  if ((await category.count()) > 0) await category.getByRole('radio').first().check()
  await page.getByRole('radiogroup', { name: '是否已完成信用核查' }).getByLabel('是').check()
  await page.getByLabel('本人述职').fill(STATEMENT)
  await expect(page.getByLabel('受理点')).toHaveCount(0)
  await fillFiling(relay.url, 'xumingchuan', application)
  await screen.choose('附件')
  await expect(page.getByRole('region', { name: '总结' }).getByText('总结.pdf')).toBeVisible()
  await screen.submit()
})
