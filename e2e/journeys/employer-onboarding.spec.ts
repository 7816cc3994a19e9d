/** An employer comes into the office (domain §2.3): registered, sealed, judged, bound; and its first professional joins it. */
import { sealedLetter } from '../stage/sealed-letter.ts'
import { expect, test } from '../stage/test.ts'

const NAME = '绍兴市鉴湖生态环境研究院'

test('[ACC-9] an employer registers, is refused with a reason, is approved, binds, and a professional joins it', async ({
  relay,
  browser,
  person,
}) => {
  const context = await browser.newContext({ baseURL: relay.url })
  const lead = await context.newPage()
  await lead.goto('/sign-in')
  await lead.getByRole('link', { name: '用人单位注册' }).click()
  await lead.getByLabel('单位全称').fill(NAME)
  // A code whose check differs is asked about, not refused (V-ORG-1).
  await lead.getByLabel('统一社会信用代码').fill('12330600mb1234567a')
  await lead.getByLabel('单位性质').selectOption('institution')
  await lead.getByLabel('所在地区').fill('浙江省绍兴市越城区')
  await lead.getByLabel('主管部门').fill('绍兴市生态环境局')
  await lead.getByLabel('联系人').fill('金瑞')
  await lead.getByLabel('联系电话').fill('0575-88000000')
  await lead.getByLabel('姓名').fill('金瑞')
  await lead.getByLabel('用户名').fill('jinrui')
  await lead.getByRole('textbox', { name: /^密码/ }).fill('jianhu-yanjiu-yuan')
  await lead.getByLabel('再次输入密码').fill('jianhu-yanjiu-yuan')
  await lead.getByRole('button', { name: '提交注册' }).click()
  await expect(lead.getByText('确认无误的，请勾选后再提交')).toBeVisible()
  await lead.getByLabel('已与单位证照核对，代码无误').check()
  await lead.getByRole('button', { name: '提交注册' }).click()

  await expect(lead.getByText('待上传委托证明')).toBeVisible()
  await lead.getByRole('link', { name: '打开打印页' }).click()
  await expect(lead.getByRole('cell', { name: NAME })).toBeVisible()
  await expect(lead.getByRole('cell', { name: '12330600MB1234567A' })).toBeVisible()
  await lead.getByRole('link', { name: '返回我的单位' }).click()

  const upload = async (name: string, buffer: Buffer) => {
    const chooser = lead.waitForEvent('filechooser')
    await lead.getByRole('button', { name: /选择文件/ }).click()
    await (await chooser).setFiles({ name, mimeType: 'application/pdf', buffer })
  }
  await upload('委托证明.pdf', Buffer.from('no PDF at all'))
  await expect(lead.getByText('用人单位委托证明须为PDF扫描件。')).toBeVisible()
  await upload('委托证明.pdf', sealedLetter('first'))
  await expect(lead.getByText('审核中', { exact: true })).toBeVisible()

  const { page: operator } = await person('zhouhang')
  await operator.getByRole('button', { name: `不通过${NAME}` }).click()
  await operator.getByLabel('原因').fill('公章不清晰，请重新扫描。')
  await operator.getByRole('button', { name: '不通过', exact: true }).last().click()
  await expect(operator.getByText('没有待审核的单位')).toBeVisible()

  await lead.reload()
  await expect(lead.getByText('公章不清晰，请重新扫描。')).toBeVisible()
  await upload('委托证明.pdf', sealedLetter('second'))
  await expect(lead.getByText('审核中', { exact: true })).toBeVisible()
  await operator.reload()
  await operator.getByRole('button', { name: `通过${NAME}`, exact: true }).click()
  await operator.getByRole('alertdialog').getByRole('button', { name: '通过' }).click()
  await expect(operator.getByText('审核通过，待绑定')).toBeVisible()

  await lead.reload()
  await lead.getByRole('button', { name: `绑定“${NAME}”` }).click()
  await lead.getByRole('link', { name: '本单位人员' }).click()
  await expect(lead.getByText('没有待办理的申请')).toBeVisible()

  // A professional opens her own account, asks to join, and the lead agrees.
  const own = await browser.newContext({ baseURL: relay.url })
  const her = await own.newPage()
  await her.goto('/register/person')
  await her.getByLabel('姓名').fill('苏荷')
  await her.getByLabel('用户名').fill('suhe')
  await her.getByRole('textbox', { name: /^密码/ }).fill('suhe-de-mima-1')
  await her.getByLabel('再次输入密码').fill('suhe-de-mima-1')
  await her.getByRole('button', { name: '注册并登录' }).click()
  await her.getByRole('searchbox', { name: '查找单位' }).fill('鉴湖')
  await her.getByRole('button', { name: '查找', exact: true }).click()
  await her.getByRole('button', { name: `申请加入 ${NAME}` }).click()
  await her.getByRole('alertdialog').getByRole('button', { name: '申请加入' }).click()
  await expect(her.getByText('等待单位同意')).toBeVisible()

  await lead.reload()
  await lead.getByRole('button', { name: '同意 苏荷', exact: true }).click()
  await expect(lead.getByRole('row', { name: /苏荷/ })).toBeVisible()
  await her.reload()
  await expect(her.getByText('该单位人事部门可以查看您的业绩档案')).toBeVisible()
  await expect(her.getByRole('link', { name: '我的业绩档案' })).toBeVisible()
  await context.close()
  await own.close()
})
