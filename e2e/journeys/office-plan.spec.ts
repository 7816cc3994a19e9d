/**
 * A plan made on the page alone: 何静 copies last year's, gives it a way of applying with a question, a slot and a row of points that no other has, previews
 * and publishes it; an applicant goes that way to her receipt. No code knows it.
 */
import type { Page } from '@playwright/test'
import { ApplicationScreen } from '../screens/application-screen.ts'
import { haveApproved } from '../stage/approved-entries.ts'
import { fillFiling } from '../stage/filled-filing.ts'
import { expect, test } from '../stage/test.ts'

const TITLE = '2023年度绍兴市海绵城市专业工程师评审申报计划'
const WAY = '海绵人才申报'
const QUESTION = '参与海绵城市建设的项目名称'
const ANSWER = '镜湖新区海绵城市示范区建设项目'
const SLOT = '海绵城市项目验收单'

async function prepare(page: Page): Promise<void> {
  await page.goto('/plans')
  await page.getByRole('button', { name: '复制为2023年度' }).click()
  const part = (name: string) =>
    page.getByRole('navigation', { name: '计划的各部分' }).getByRole('button', { name }).click()
  const title = page.getByRole('textbox', { name: '计划名称' })
  await expect(title).toHaveValue('2022年度绍兴市生态环境专业工程师专业技术职务任职资格评审申报计划')
  await changeYears(page)
  await expect(title).toHaveValue('2023年度绍兴市生态环境专业工程师专业技术职务任职资格评审申报计划')
  await title.fill(TITLE)

  await part('申报时间')
  // A window that is open whenever this is run.
  const at = (days: number) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T08:30`
  await page.getByLabel('申报开始时间').fill(at(-2))
  await page.getByLabel('申报截止时间').fill(at(20))

  await part('申报类型')
  await page.getByRole('button', { name: '添加申报类型' }).click()
  await page.getByRole('textbox', { name: '名称', exact: true }).fill(WAY)
  await page.getByRole('textbox', { name: '对应平台选项' }).fill('正常申报')

  await part('问题与推荐人')
  await page.getByRole('button', { name: '添加问题' }).click()
  await page.getByRole('textbox', { name: '问题', exact: true }).fill(QUESTION)

  await part('附件')
  await page.getByRole('button', { name: '添加附件' }).click()
  await page.getByRole('textbox', { name: '附件名称' }).fill(SLOT)
  await page.getByRole('radio', { name: '满足条件时必须上传' }).check()
  const condition = page.getByRole('group', { name: '何时必须上传' })
  await condition.getByRole('button', { name: '添加条件' }).click()
  await condition.getByRole('combobox', { name: '依据' }).selectOption({ label: '申报类型' })
  await condition.getByRole('checkbox', { name: WAY }).check()

  await part('自评')
  await page.locator('summary', { hasText: '业绩与能力' }).click()
  await page.locator('summary', { hasText: '执业能力' }).click()
  await page.getByRole('button', { name: '添加评分行' }).click()
  await page.getByRole('row').last().getByRole('textbox').first().fill('海绵城市培训证书')
  await page.getByRole('textbox', { name: '“海绵城市培训证书”的分值' }).fill('4')
}

/** The years in the texts go on by one, are taken back with one press and done again. */
async function changeYears(page: Page): Promise<void> {
  const offer = page.getByRole('button', { name: '逐处查看并更改…' })
  const all = page.getByRole('button', { name: /^更改所选的 \d+ 处$/ })
  await offer.click()
  await expect(page.getByText('2019年继续教育学时登记证明', { exact: true })).toBeVisible()
  await expect(page.getByText('2020年继续教育学时登记证明', { exact: true }).first()).toBeVisible()
  await all.click()
  await expect(offer).toBeHidden()
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByRole('textbox', { name: '计划名称' })).toHaveValue(/^2022年度/)
  await offer.click()
  await all.click()
  await expect(offer).toBeHidden()
}

test('[PLAN-11] [CLIENT-274] [CLIENT-275] [CLIENT-545] office-plan: last year’s plan is copied, changed, previewed, published and applied under', async ({
  person,
  relay,
}) => {
  const { page } = await person('hejing')
  await prepare(page)

  await page.getByRole('button', { name: '预览' }).click()
  const preview = page.getByRole('dialog')
  await expect(preview.getByRole('heading', { name: TITLE })).toBeVisible()
  for (const added of [WAY, QUESTION, SLOT]) await expect(preview.getByText(added).first()).toBeVisible()
  await preview.getByRole('button', { name: '关闭' }).last().click()

  await page.getByRole('button', { name: '发布…' }).click()
  await page.getByRole('button', { name: '核对无误，发布' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '确认发布' }).click()
  await expect(page.getByText('与已发布的第 1 版一致')).toBeVisible()

  const xu = (await person('xumingchuan')).page
  await xu.goto('/application')
  const card = xu.getByRole('region', { name: TITLE })
  await card.getByText('申报须知与条件（请先阅读）').click()
  await expect(card.getByText(/还缺：2022 年继续教育 \S+ 学时/)).toBeVisible()
  // What the new year asks for is approved meanwhile: the card hears of it.
  await haveApproved(relay.url, 'xumingchuan', 'zhoumin', {
    entries: [
      ['assessment-2022', 'assessment', { year: '2022', result: 'qualified' }],
      ['hours-2022', 'continuingEducation', { year: '2022', subject: 'specialty', hours: '72' }],
      ['public-hours-2022', 'continuingEducation', { year: '2022', subject: 'generalPublic', hours: '18' }],
    ],
  })
  await expect(card.getByText(/还缺：2022 年/)).toHaveCount(0)
  const screen = new ApplicationScreen(xu)
  const id = await screen.start(TITLE)
  await fillFiling(relay.url, 'xumingchuan', id)
  await screen.choose('基本信息')
  await xu.getByRole('radio', { name: WAY, exact: true }).check()
  await xu.getByLabel('监测与分析').check()
  await screen.choosePoint('越城区')
  await xu.getByLabel('本人述职').fill('任现职以来，主要从事海绵城市水环境监测工作。')
  await screen.choose('提取业绩')
  await screen.pullOne()
  await screen.submitInVain()
  await expect(screen.problem(QUESTION)).toBeVisible()
  await expect(screen.problem(`请上传“${SLOT}”。`)).toBeVisible()
  await screen.choose('基本信息')
  await xu.getByRole('textbox', { name: QUESTION }).fill(ANSWER)
  await screen.choose('附件')
  await screen.upload(SLOT)
  await screen.submit()
  await expect(screen.receipt('申报计划')).toHaveText(TITLE)
  await expect(screen.receipt('申报类型')).toHaveText(WAY)
  await expect(xu.getByText(ANSWER).first()).toBeVisible()
  await expect(xu.getByRole('button', { name: `${SLOT}.pdf` })).toBeVisible()

  // The next version shows what it changes, and the published one stays.
  await page.getByRole('navigation', { name: '计划的各部分' }).getByRole('button', { name: '问题与推荐人' }).click()
  await page.locator('summary', { hasText: QUESTION }).click()
  await page.getByRole('textbox', { name: '填写说明' }).fill('写全称。')
  await expect(page.getByText('第 1 版之后有未发布的修改')).toBeVisible()
  await page.getByRole('button', { name: '发布…' }).click()
  const dialog = page.getByRole('dialog', { name: '发布第 2 版' })
  await expect(dialog.getByText(`问题 › ${QUESTION} › 填写说明`)).toBeVisible()
  await expect(dialog.getByText('写全称。')).toBeVisible()
})

test('[CLIENT-271] office-plan: a plan is prepared without the relay and is on the colleague’s screen afterwards', async ({
  person,
}) => {
  const { page, context } = await person('hejing')
  await page.goto('/plans')
  await page.getByRole('button', { name: '复制为2023年度' }).click()
  await expect(page.getByText('已保存到单位服务器')).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await context.setOffline(true)
  const title = page.getByRole('textbox', { name: '计划名称' })
  await title.fill('断网时写的计划')
  await expect(page.getByText('已保存在本机，联网后送到单位服务器')).toBeVisible()
  await page.reload()
  await expect(title).toHaveValue('断网时写的计划')
  await context.setOffline(false)
  await expect(page.getByText('已保存到单位服务器')).toBeVisible()

  const other = await person('hejing')
  await other.page.goto(new URL(page.url()).pathname)
  await expect(other.page.getByRole('textbox', { name: '计划名称' })).toHaveValue('断网时写的计划')
})
