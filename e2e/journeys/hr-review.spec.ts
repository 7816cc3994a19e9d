/** Two people of HR review together, live, item by item. */
import { tabTo } from '../screens/keyboard.ts'
import { expect, test } from '../stage/test.ts'

test('[REV-2] [REV-4] [REV-46] [CLIENT-170] [CLIENT-171] hr-review: live, with presence, a reason for no that points at fields, and the answer at the applicant’s', async ({
  person,
}) => {
  const [zhou, wang, lu] = [await person('zhoumin'), await person('wangxiao'), await person('luqinghe')]
  await zhou.page.goto('/review')
  await zhou.page.getByRole('heading', { level: 1, name: '业绩档案审核' }).waitFor()
  await zhou.page
    .getByRole('link', { name: /陆青禾/ })
    .first()
    .click()
  await zhou.page.getByRole('heading', { level: 1, name: /陆青禾/ }).waitFor()

  await wang.page.goto('/review/luqinghe')
  await expect(zhou.page.getByText('王晓').first()).toBeVisible()
  await expect(wang.page.getByText('周敏').first()).toBeVisible()

  // Live: what the applicant changes while it is being reviewed shows, and the version she sent stays before the reviewer.
  const title = '便携式非甲烷总烃仪现场比对方法研究'
  await expect(zhou.page.getByRole('heading', { name: title })).toBeVisible()
  await lu.page.goto('/archive/researchProject')
  await lu.page.getByRole('link', { name: title }).first().click()
  await lu.page.getByLabel('本人排名').fill('3')
  await lu.page.getByLabel('本人排名').blur()
  await expect(zhou.page.getByText('本人刚刚修改了此条').first()).toBeVisible()

  // One field she points at where she reads it, by a click; the files in the list beside the reason, by keys.
  await zhou.page.getByRole('button', { name: '指出问题：本人排名' }).click()
  await zhou.page.getByRole('button', { name: '退回', exact: true }).click()
  await tabTo(zhou.page, zhou.page.getByRole('checkbox', { name: '证明材料' }))
  await zhou.page.keyboard.press('Space')
  await zhou.page.getByRole('button', { name: '确认退回' }).click()
  await expect(zhou.page.getByText('请填写理由').first()).toBeVisible()
  await zhou.page.getByLabel('理由').fill('扫描件不清晰，请重新上传盖章页。')
  await zhou.page.getByRole('button', { name: '确认退回' }).click()

  await lu.page.goto('/archive')
  await expect(lu.page.getByText('扫描件不清晰，请重新上传盖章页。').first()).toBeVisible()

  // The reason stands beside what it is about, until that was changed and sent again.
  await lu.page.goto('/archive/researchProject')
  await lu.page.getByRole('link', { name: title }).first().click()
  const remark = lu.page.getByText('退回：扫描件不清晰，请重新上传盖章页。')
  await expect(remark).toHaveCount(2)
  await expect(lu.page.getByLabel('本人排名')).toHaveAccessibleDescription(/退回：扫描件不清晰/)
  await lu.page.getByLabel('本人排名').fill('4')
  await lu.page.getByLabel('本人排名').blur()
  await lu.page.getByRole('button', { name: '提交审核' }).click()
  await expect(lu.page.getByText('待审核', { exact: true }).first()).toBeVisible()
  await expect(remark).toHaveCount(1)
  await expect(lu.page.getByLabel('本人排名')).not.toHaveAccessibleDescription(/退回/)
  await lu.page.getByText(/^办理记录/).click()
  await expect(lu.page.getByText('所指：本人排名、证明材料')).toBeVisible()

  // The one after it is approved; her colleague sees both without reloading.
  await zhou.page.getByRole('button', { name: '通过', exact: true }).click()
  await expect(wang.page.getByText('已退回').first()).toBeVisible()
})
