/** The operator enters a year of holidays from the notice's text, and corrects it; whoever waits for a notice's last day reads the corrected one. */
import { expect, test } from '../stage/test.ts'

/** The next year stands entered in the stage's office already, so what is pasted corrects it. */
const YEAR = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear() + 1

/** Made up, in the words of the State Council's notices. @param last day of the spring festival in February */
const notice = (last: number) => `国务院办公厅关于${YEAR}年部分节假日安排的通知（虚构）
一、元旦：1月1日放假1天，不调休。
二、春节：2月6日至${last}日放假，共${last - 5}天。
三、清明节：4月4日至5日放假，共2天。
四、劳动节：5月1日至5日放假，共5天。
五、端午节：6月9日放假1天。
六、中秋节：9月15日放假1天。
七、国庆节：10月1日至7日放假，共7天。`

test('[CLIENT-511] the operator pastes a notice, sees the year as a list, publishes it, and corrects it by the next', async ({
  person,
}) => {
  const { page } = await person('zhouhang')
  await page.getByRole('link', { name: '运行状况' }).click()
  const content = page.getByLabel('放假通知的内容')
  const preview = page.getByRole('region', { name: `${YEAR} 年安排预览` })
  const publish = async (last: number, number: string) => {
    await content.fill(notice(last))
    await expect(preview.getByText(`${YEAR}-02-06 至 ${YEAR}-02-${last}`)).toBeVisible()
    await page.getByLabel('通知文号').fill(number)
    await page.getByLabel('出处').fill('来文登记 1 号')
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await expect(page.getByRole('list', { name: '已录入的年份' }).getByText(number)).toBeVisible()
    await expect(content).toHaveValue('')
  }
  await publish(13, '国办发明电〔虚构〕1号')
  await publish(14, '国办发明电〔虚构〕2号')
  const entered = page.getByRole('list', { name: '已录入的年份' }).getByRole('listitem')
  await expect(entered.filter({ hasText: '虚构〕1号' })).toContainText('已更正')
  // What nobody can read stays where it was pasted, with what to do.
  await content.fill('放假的事另行通知。')
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await expect(page.getByText(/没有读出放假安排/)).toBeVisible()
  await expect(content).toHaveValue('放假的事另行通知。')
})
