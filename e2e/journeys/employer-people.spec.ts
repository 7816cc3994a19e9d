/** People of an employer: a clerk is removed, a professional changes her employer, an account is issued. */
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { expect, test } from '../stage/test.ts'

test('[ACC-13] a removed clerk loses her queue and her sockets, and her rulings stay', async ({ relay, person }) => {
  const { page: clerk } = await person('wangxiao')
  await expect(clerk.getByRole('heading', { level: 1, name: '业绩档案审核' })).toBeVisible()
  const { page: lead } = await person('zhoumin')
  await lead.getByRole('link', { name: '本单位人员' }).click()
  await lead.getByRole('button', { name: '取消经办人 王晓' }).click()
  await lead.getByRole('alertdialog').getByRole('button', { name: '取消经办人' }).click()
  await expect(lead.getByRole('button', { name: '取消经办人 王晓' })).toHaveCount(0)

  await clerk.reload()
  await clerk.getByRole('link', { name: '重新登录' }).click()
  await clerk.getByRole('button', { name: '王晓' }).click()
  await expect(clerk.getByRole('link', { name: '我的业绩档案' })).toBeVisible()
  await expect(clerk.getByRole('link', { name: '业绩档案审核' })).toHaveCount(0)

  // What she ruled on before stands with her name and the employer's.
  const facts = await (await HandMadeClient.signIn(relay.url, 'zhoumin')).facts()
  const hers = facts.filter((fact) => fact.actor === 'wangxiao' && fact.kind.startsWith('revision-'))
  const { page: again } = await person('zhoumin')
  await again.getByRole('link', { name: '本单位人员' }).click()
  await again.getByRole('textbox', { name: '用户名' }).fill('wangxiao')
  await again.getByRole('button', { name: '添加', exact: true }).click()
  await again.getByRole('alertdialog').getByRole('button', { name: '添加' }).click()
  await expect(again.getByRole('button', { name: '取消经办人 王晓' })).toBeVisible()
  const after = await (await HandMadeClient.signIn(relay.url, 'zhoumin')).facts()
  for (const fact of hers) expect(after).toContainEqual(fact)
})

test('[ACC-14] who leaves her employer keeps her approvals, and the employer reads her archive no more', async ({
  relay,
  person,
}) => {
  const { page } = await person('xumingchuan')
  await page.getByRole('button', { name: '许明川的菜单' }).click()
  await page.getByRole('menuitem', { name: '我的单位' }).click()
  await page.getByRole('button', { name: '离开本单位' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '离开', exact: true }).click()
  await expect(page.getByText('还没有加入用人单位')).toBeVisible()

  const hr = await HandMadeClient.signIn(relay.url, 'zhoumin')
  const seen = (await hr.facts()).filter((fact) => fact.stream === 'archive/xumingchuan')
  expect(seen).toEqual([])
  const xu = await HandMadeClient.signIn(relay.url, 'xumingchuan')
  const own = (await xu.facts()).filter((fact) => fact.kind === 'revision-approved')
  expect(own.length).toBeGreaterThan(0)
  expect(JSON.stringify(own[0]?.data)).toContain('绍兴市越州生态环境监测中心')

  // Asking to come back is answered by the lead.
  await page.getByRole('searchbox', { name: '查找单位' }).fill('越州')
  await page.getByRole('button', { name: '查找', exact: true }).click()
  await page.getByRole('button', { name: /申请加入 绍兴市越州/ }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '申请加入' }).click()
  const { page: lead } = await person('zhoumin')
  await lead.getByRole('link', { name: '本单位人员' }).click()
  await lead.getByRole('button', { name: '不同意 许明川' }).click()
  await lead.getByLabel('原因').fill('请先办理调入手续。')
  await lead.getByRole('button', { name: '不同意', exact: true }).last().click()
  await page.reload()
  await expect(page.getByText('请先办理调入手续。')).toBeVisible()
  await page.getByRole('button', { name: /再次申请/ }).click()
  await lead.reload()
  await lead.getByRole('button', { name: '同意 许明川', exact: true }).click()
  await expect(lead.getByRole('row', { name: /许明川/ })).toBeVisible()
})

test('[RELAY-53] the operator issues an account, and its password is shown once', async ({
  person,
  browser,
  relay,
}) => {
  const { page } = await person('zhouhang')
  await page.getByRole('link', { name: '账号' }).click()
  await page.getByLabel('姓名').fill('陈一')
  await page.getByRole('textbox', { name: '用户名' }).fill('chenyi')
  await page.getByRole('button', { name: '开通', exact: true }).click()
  const password = await page.getByRole('dialog').locator('output').textContent()
  await page.getByRole('button', { name: '已告知，关闭' }).click()
  await expect(page.getByRole('row', { name: /陈一/ })).toBeVisible()
  expect(await page.content()).not.toContain(password)
  const context = await browser.newContext({ baseURL: relay.url })
  const answer = await context.request.post('/api/session', {
    data: { username: 'chenyi', password },
    headers: { origin: relay.url },
  })
  expect(answer.status()).toBe(200)
  await context.close()
})
