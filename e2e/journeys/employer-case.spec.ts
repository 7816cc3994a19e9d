/**
 * The employer's half of a case: a submission is opened, one line returned, submitted again, passed, publicised by the calendar
 * until the relay's clock lets it end, and reported.
 */

import type { Page } from '@playwright/test'
import type { Submission } from '@yejibu/shared/application/submission'
import { linesOf } from '@yejibu/shared/case/lines'
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { expect, test } from '../stage/test.ts'

interface Detail {
  readonly facts: readonly {
    readonly kind: string
    readonly data: { readonly digest: string; readonly submission: Submission }
  }[]
}

/** A colleague finds every line right but one. */
async function colleagueChecks(url: string, application: string, except: string): Promise<void> {
  const clerk = await HandMadeClient.signIn(url, 'wangxiao')
  const { facts } = (await clerk.request('GET', `/api/cases/${application}`)).body as Detail
  const filed = facts.find(({ kind }) => kind === 'application-submitted')
  if (!filed) throw new Error('nothing was submitted')
  const lines = Object.keys(linesOf(filed.data.submission)).filter((line) => line !== except)
  const checks = lines.map((line) => ({ line, verdict: 'right', remark: null }))
  const answer = await clerk.command('check-lines', { application, digest: filed.data.digest, checks })
  expect(answer.status).toBe(200)
}

async function beginReview(page: Page): Promise<void> {
  await page.getByRole('button', { name: '开始审查' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '开始审查' }).click()
  await expect(page.getByRole('button', { name: '审查不通过' })).toBeVisible()
}

/** What is open stays open, and says that the sign-in has run out; from there it is one press and her name. */
async function signInAgain(page: Page, name: string, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('link', { name: '重新登录' }).click()
  await page.getByRole('button', { name }).click()
  await page.waitForURL((url) => url.pathname === address)
}

test('[CLIENT-300] [CLIENT-302] [CLIENT-304] [CLIENT-306] a submission goes from the first reading to the report', async ({
  person,
  relay,
}) => {
  const zhou = (await person('zhoumin')).page
  await zhou.goto('/cases')
  await expect(zhou.getByRole('tab', { name: /待审查/ })).toContainText('1')
  await zhou.getByRole('link', { name: '钱如兰' }).click()
  await zhou.getByRole('heading', { level: 1, name: '钱如兰的申报' }).waitFor()
  const address = new URL(zhou.url()).pathname
  const application = address.split('/')[2] ?? ''
  await beginReview(zhou)
  await colleagueChecks(relay.url, application, 'form')

  // One line is wrong: it goes back with what is wrong beside it.
  await zhou.reload()
  await zhou.getByRole('button', { name: /申报信息与述职/ }).click()
  await zhou.getByRole('button', { name: '错', exact: true }).click()
  await zhou.getByLabel('错在哪里').fill('述职没有写明本人承担的部分，请补充。')
  await zhou.getByRole('button', { name: '记为“错”' }).click()
  await expect(zhou.getByText(/已审 37 \/ 37 条，错 1 条/)).toBeVisible()
  await zhou.getByRole('button', { name: '退回修改' }).click()
  await zhou.getByRole('alertdialog').getByLabel('理由').fill('请按标注修改述职。')
  await zhou.getByRole('alertdialog').getByRole('button', { name: '退回修改' }).click()
  await expect(zhou.getByText('已退回修改。').first()).toBeVisible()

  const qian = (await person('qianrulan')).page
  await qian.goto(`/application/${application}`)
  await expect(qian.getByText('理由：请按标注修改述职。')).toBeVisible()
  await expect(qian.getByText('述职没有写明本人承担的部分，请补充。')).toBeVisible()
  await qian.getByRole('link', { name: /去修改/ }).click()
  await qian.getByLabel('本人述职').fill('任现职以来，独立承担土壤与地下水有机污染物分析，编写方法三项。')
  await qian.goto(`/application/${application}/preview`)
  await qian.getByRole('button', { name: '提交申报' }).click()
  await qian.getByRole('button', { name: '确认提交' }).click()
  await qian.getByRole('heading', { name: '已提交' }).waitFor()

  // The second round shows what changed, and asks for nothing else.
  await zhou.goto('/cases')
  await expect(zhou.getByText('第 2 次提交')).toBeVisible()
  await zhou.getByRole('link', { name: '钱如兰' }).click()
  await beginReview(zhou)
  await expect(zhou.getByText('与上次提交相比，有 1 项变化')).toBeVisible()
  await zhou.getByLabel('只看有变化的').check()
  await expect(zhou.getByRole('navigation', { name: '审查内容' }).getByRole('button')).toHaveCount(1)
  await zhou.getByRole('button', { name: '对', exact: true }).click()
  await expect(zhou.getByText(/已审 37 \/ 37 条，错 0 条/)).toBeVisible()
  await zhou.getByRole('button', { name: '审查通过' }).click()
  await zhou.getByRole('button', { name: '用常用意见' }).click()
  await zhou.getByRole('alertdialog').getByRole('button', { name: '审查通过' }).click()

  const preview = zhou.getByRole('region', { name: '公示内容' })
  await expect(preview).toContainText('钱如兰')
  await expect(preview).toContainText('1989 年')
  expect(await preview.textContent()).not.toMatch(/\d{17}[\dXx]|1[3-9]\d{9}|1989.?11/)
  await zhou.getByLabel('公示方式').fill('在单位公告栏张贴，同时在单位内网公布')
  await zhou.getByRole('button', { name: '开始公示' }).click()
  await zhou.getByRole('alertdialog').getByRole('button', { name: '开始公示' }).click()
  await zhou.getByRole('heading', { name: '正在公示' }).waitFor()
  await expect(zhou.getByText(/公示到 .+ 结束，不能缩短/).first()).toBeVisible()
  await expect(zhou.getByRole('button', { name: '登记结果并结束公示' })).toHaveCount(0)

  // Three weeks later by the relay's clock, which both pages go by: they stayed open, and their sessions ended with so much time.
  await relay.stop()
  await relay.start(21)
  await signInAgain(zhou, '周敏', address)
  await zhou.getByRole('button', { name: '填“公示期间未收到异议。”' }).click()
  await zhou.getByRole('button', { name: '登记结果并结束公示' }).click()
  await zhou.getByRole('alertdialog').getByRole('button', { name: '登记结果并结束公示' }).click()
  await zhou.getByRole('heading', { name: '上报', exact: true }).waitFor()
  await expect(zhou.getByText(/公示 2\d{3}-.+：公示期间未收到异议。/)).toBeVisible()
  await zhou.getByLabel('上报路径').selectOption('A-MUNI')
  await expect(zhou.getByRole('region', { name: '上报后依次经过' })).toContainText('绍兴市生态环境局')
  await zhou.getByRole('button', { name: '公示无异议，同意推荐。' }).click()
  await zhou.getByRole('button', { name: '上报', exact: true }).click()
  const question = zhou.getByRole('alertdialog', { name: '上报给绍兴市生态环境局？' })
  await question.getByRole('button', { name: '上报', exact: true }).click()
  await expect(zhou.getByText('已上报。').first()).toBeVisible()

  // The applicant's open page reads on once she is signed in again.
  await signInAgain(qian, '钱如兰', `/application/${application}`)
  await expect(qian.getByText('公示无异议，同意推荐。')).toBeVisible()
})
