/** 初定 at the pages of those who have the word: the employer's lead reports, the HR bureau determines and gives out the certificate; no meeting, no fee. */
import type { Page } from '@playwright/test'
import { CHECKS } from '@yejibu/shared/case/case-rules'
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { DETERMINED, officeWithDetermination } from '../stage/reported-case.ts'
import { expect, testIn } from '../stage/test.ts'

const test = testIn(officeWithDetermination)

const desk = (page: Page) => page.getByRole('complementary', { name: '这一条' })

async function take(page: Page, name: string): Promise<void> {
  await desk(page).getByRole('button', { name, exact: true }).click()
  await page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click()
  await expect(page.getByRole('alertdialog')).toBeHidden()
}

interface Detail {
  readonly facts: readonly { readonly seq: number; readonly hash: string; readonly data: { readonly digest: string } }[]
}

test('[CLIENT-403] 初定: the employer reports, the HR bureau determines without a meeting, and the certificate is checked by its code', async ({
  relay,
  person,
}) => {
  // The employer's lead: the only way of this plan is named with its offices.
  const { page: lead } = await person('zhoumin')
  await lead.goto(`/cases/${DETERMINED}`)
  const route = lead.getByRole('region', { name: '上报后依次经过' })
  await expect(route.getByRole('listitem')).toHaveText([/市级主管部门/, /市人社/, /公布结果/, /发证/])
  await lead.getByRole('button', { name: '公示无异议，同意推荐。' }).click()
  await lead.getByRole('button', { name: '上报', exact: true }).click()
  await lead.getByRole('alertdialog').getByRole('button', { name: '上报', exact: true }).click()
  await expect(lead.getByText('已上报。').first()).toBeVisible()

  // The department above passes it on.
  const department = await HandMadeClient.signIn(relay.url, 'sunli')
  const read = async (client: HandMadeClient) =>
    (await client.request('GET', `/api/cases/${DETERMINED}`)).body as Detail
  const seen = { application: DETERMINED, digest: (await read(department)).facts[0]?.data.digest, stage: 'DEPT_M' }
  const checklist = Object.fromEntries(CHECKS.map((check) => [check, 'met']))
  const passed = await department.command('pass-stage', { ...seen, checklist, opinion: '符合条件，同意。' })
  expect(passed.status).toBe(200)
  expect((await department.command('recommend-case', seen)).status).toBe(200)

  // The bureau has the word: it is offered 评定通过 and not 审查通过.
  const { page } = await person('chenyan')
  await page.getByRole('link', { name: '钱如兰' }).click()
  await expect(desk(page).getByRole('button', { name: '评定通过', exact: true })).toBeVisible()
  await expect(desk(page).getByRole('button', { name: '审查通过', exact: true })).toHaveCount(0)
  await desk(page).getByRole('button', { name: '评定通过', exact: true }).click()
  await desk(page).getByRole('button', { name: '全部符合' }).click()
  await desk(page).getByRole('button', { name: '用常用意见' }).click()
  await take(page, '评定通过')
  await desk(page).getByLabel('证书编号').fill('Z330600202600001')
  await take(page, '发证')
  await expect(page.getByRole('banner').or(page.locator('.page-header')).getByText('已发证')).toBeVisible()

  const last = (await read(await HandMadeClient.signIn(relay.url, 'chenyan'))).facts.at(-1)
  await page.goto(`/check/${last?.seq}-${last?.hash.slice(0, 32)}`)
  await expect(page.getByText('证书编号 Z330600202600001，现行有效。')).toBeVisible()
})
