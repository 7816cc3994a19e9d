/**
 * Who evaluates herself, a tenth or half a point below the plan's threshold and exactly at it (domain §4.4, §4.6, V-SELF): below it the page names her points
 * and the plan's rule and nothing can be submitted; at it she has her receipt. What is not about the score another device of hers has filled.
 */
import type { Page } from '@playwright/test'
import { ASKS } from '@yejibu/shared/plan/plan'
import { jinhuaConstruction2023Mid } from '@yejibu/shared/plan/plans/jinhua-construction-2023'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { inTenths } from '@yejibu/shared/testing/usual-applicants'
import { ApplicationScreen, scan } from '../screens/application-screen.ts'
import { haveApproved } from '../stage/approved-entries.ts'
import { fillFiling } from '../stage/filled-filing.ts'
import { openNow, publishByOffice } from '../stage/published-plan.ts'
import { expect, test } from '../stage/test.ts'

const WHO = 'xumingchuan'
const STATEMENT = '任现职以来，主要从事地表水环境质量监测与评价工作。'

async function claim(page: Page, indicator: string, row: string): Promise<void> {
  const card = page.getByRole('group', { name: indicator, exact: true })
  await card.getByLabel('依据的业绩').selectOption({ index: 1 })
  await card.getByLabel('得分项', { exact: true }).selectOption(row)
  await card.getByRole('button', { name: /^添加得分项/ }).click()
}

async function enter(screen: ApplicationScreen, points: string): Promise<void> {
  await screen.choose('自评')
  await screen.page.getByRole('group', { name: '职业道德及其他' }).getByRole('textbox').fill(points)
}

/** Told on the step and again at the attempt to submit, which asks nothing of the relay. */
async function fallsShort(screen: ApplicationScreen, total: string, threshold: number, left: string): Promise<void> {
  await expect(screen.page.locator('.score-total')).toHaveText(`自评分${total}达标分 ${threshold}还差 ${left} 分`)
  await screen.submitInVain()
  const line = screen.problem(`自评分须达到${threshold}分方可申报，当前${total}分。`)
  await expect(line.getByRole('link', { name: '自评' })).toBeVisible()
  await expect(screen.page.getByRole('heading', { name: '还有 1 处需要处理' })).toBeVisible()
}

test('[CLIENT-360] apply-self-evaluation: Shaoxing, 79.9 of 80 points are refused by the plan’s own rule, 80 have a receipt', async ({
  person,
  relay,
}) => {
  await publishByOffice(relay.url, inTenths(shaoxingEcology2022Mid({ ...openNow(), asks: ASKS })))
  const { page } = await person(WHO)
  const screen = new ApplicationScreen(page)
  const id = await screen.start('绍兴市生态环境专业工程师')
  await fillFiling(relay.url, WHO, id)
  await screen.choose('基本信息')
  await page.getByLabel('自评申报').check()
  await page.getByLabel('监测与分析').check()
  await screen.choosePoint('越城区')
  await page.getByLabel('本人述职').fill(STATEMENT)
  await screen.choose('提取业绩')
  await screen.pullAll()
  await screen.choose('附件')
  await screen.upload('直接推荐专业技术职务任职资格审核表')

  await screen.choose('自评')
  await page.getByRole('button', { name: '全部采用' }).click()
  for (const control of ['职业道德', '年度考核', '继续教育', '专业理论'])
    await page.getByLabel(control, { exact: true }).check()
  await expect(page.locator('.score-total__number')).toHaveText('77')
  await enter(screen, '2.9')
  await fallsShort(screen, '79.9', 80, '0.1')
  await enter(screen, '3')
  await expect(page.locator('.score-total')).toHaveText('自评分80达标分 80已达到 80 分')
  await screen.submit()
  await expect(screen.receipt('申报类型')).toHaveText('自评申报')
  await expect(page.getByText('80 分', { exact: true })).toBeVisible()
})

test('[CLIENT-360] [CLIENT-247] apply-self-evaluation: Jinhua, 116 and 116.5 of 117 points are refused, 117 have a receipt', async ({
  person,
  relay,
}) => {
  await publishByOffice(relay.url, jinhuaConstruction2023Mid({ ...openNow(), asks: ASKS }))
  await haveApproved(relay.url, WHO, 'zhoumin', {
    entries: [['assessment-2022', 'assessment', { year: '2022', result: 'qualified' }]],
  })
  const { page } = await person(WHO)
  const screen = new ApplicationScreen(page)
  const id = await screen.start('金华市建设工程技术人员工程师')
  await fillFiling(relay.url, WHO, id)
  await screen.choose('基本信息')
  await page.getByLabel('自评分申报').check()
  await page.getByLabel('施工与监理类').check()
  await screen.answer('是否已完成信用核查', '是')
  await page.getByRole('textbox', { name: '自评表申报专业' }).fill('环境监测')
  await page.getByLabel('本人述职').fill(STATEMENT)
  await screen.choose('提取业绩')
  await screen.pullAll()
  await screen.choose('附件')
  await screen.upload('2023年建设工程专业技术职务任职资格自评表与推荐表')

  await screen.choose('自评')
  await page.getByRole('button', { name: '全部采用' }).click()
  for (const control of ['思想道德', '年度考核', '继续教育', '专业理论'])
    await page.getByLabel(control, { exact: true }).check()
  await page.getByRole('radio', { name: /^4项以上/ }).check()
  await claim(page, '执业资格', 'second')
  await claim(page, '工作业绩', 'simple-core')
  for (const [nth, name] of ['沈国栋', '吴雅琴'].entries()) {
    await page.getByRole('button', { name: '添加推荐人' }).click()
    const one = page.getByRole('group', { name: `第 ${nth + 1} 位推荐人` })
    await one.getByRole('textbox', { name: '姓名' }).fill(name)
    await one.getByRole('textbox', { name: '职称' }).fill('高级工程师')
    await one.getByRole('textbox', { name: '专业' }).fill('环境监测')
    await one.getByLabel('在职').check()
    await one
      .locator('input[type=file]')
      .first()
      .setInputFiles(scan(`${name}职称证书`))
    await expect(one.getByText('已入单位')).toBeVisible()
  }
  await expect(page.locator('.score-total__number')).toHaveText('114')
  await enter(screen, '2')
  await fallsShort(screen, '116', 117, '1')
  await enter(screen, '2.5')
  await fallsShort(screen, '116.5', 117, '0.5')
  await enter(screen, '3')
  await expect(page.locator('.score-total')).toHaveText('自评分117达标分 117已达到 117 分')
  await screen.submit()
  await expect(screen.receipt('申报类型')).toHaveText('自评分申报')
  await expect(page.getByText('117 分', { exact: true })).toBeVisible()
  for (const name of ['沈国栋', '吴雅琴']) await expect(page.getByText(name).first()).toBeVisible()
})
