/** An employer's lead names another and hands over; a registrant hears of the operator's word wherever she is. */
import { createHash } from 'node:crypto'
import { HandMadeClient, newId } from '../stage/hand-made-client.ts'
import { sealedLetter } from '../stage/sealed-letter.ts'
import { expect, test } from '../stage/test.ts'

test('[ACC-32] [CLIENT-206] employer-leads: found by name, a clerk is made head of HR, and the first head resigns', async ({
  person,
}) => {
  const { page } = await person('zhoumin')
  await page.goto('/members')
  await page.getByRole('searchbox', { name: '查找人员' }).fill('王晓')
  await expect(page.getByRole('row', { name: /陆青禾/ })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /卸任负责人/ })).toHaveCount(0)
  await page.getByRole('button', { name: '设为负责人 王晓' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '设为负责人' }).click()
  await expect(page.getByRole('row', { name: /王晓/ }).first()).toContainText('人事负责人')
  await page.getByRole('searchbox', { name: '查找人员' }).fill('')
  await page.getByRole('button', { name: '卸任负责人 周敏' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '卸任负责人' }).click()
  await expect(page.getByText(/登录已过期|重新登录/).first()).toBeVisible()

  const wang = await person('wangxiao')
  await wang.page.goto('/members')
  await expect(wang.page.getByRole('row', { name: /王晓/ }).first()).toContainText('人事负责人')
  await expect(wang.page.getByRole('row', { name: /周敏.*人事负责人/ })).toHaveCount(0)
  await expect(wang.page.getByRole('button', { name: /卸任负责人/ })).toHaveCount(0)
})

test('[CLIENT-205] employer-leads: approved or refused, the registrant is told on the page where she is', async ({
  person,
  relay,
}) => {
  const [shen, operator] = [
    await HandMadeClient.signIn(relay.url, 'shenzhiyuan'),
    await HandMadeClient.signIn(relay.url, 'zhouhang'),
  ]
  const org = newId()
  const particulars = {
    name: '绍兴市鉴湖生态环境研究院',
    creditCode: '12330600MB12345679',
    nature: 'institution',
    region: '浙江省绍兴市越城区',
    department: '绍兴市生态环境局',
    contact: '金瑞',
    phone: '0575-88000000',
  }
  const send = async (text: string) => {
    const letter = sealedLetter(text)
    await fetch(`${relay.url}/api/registrations/${org}/authorisation`, {
      method: 'PUT',
      headers: { cookie: shen.cookie, origin: relay.url },
      body: new Uint8Array(letter),
    })
    const sha256 = createHash('sha256').update(letter).digest('hex')
    expect((await shen.command('send-authorisation', { org, sha256 })).status).toBe(200)
    return { org, sha256 }
  }
  expect((await shen.command('register-employer', { org, particulars })).status).toBe(200)
  const first = await send('1')
  const { page } = await person('shenzhiyuan')
  await page.goto('/settings')
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect((await operator.command('refuse-employer', { ...first, reason: '公章不清晰' })).status).toBe(200)
  await expect(page.getByText('“绍兴市鉴湖生态环境研究院”的注册没有通过：公章不清晰')).toBeVisible()
  const second = await send('2')
  expect((await operator.command('approve-employer', second)).status).toBe(200)
  await expect(page.getByText('“绍兴市鉴湖生态环境研究院”的注册已审核通过，请绑定单位。')).toBeVisible()
  await page.getByRole('link', { name: '去办理' }).click()
  await page.getByRole('button', { name: '绑定“绍兴市鉴湖生态环境研究院”' }).click()
  await expect(page.getByText('已绑定', { exact: true })).toBeVisible()
})
