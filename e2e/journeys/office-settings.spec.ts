/** The committee's office sets what it charges and who does what; saving the one leaves what stands unsaved of the other. */
import { SettingsScreen } from '../screens/settings-screen.ts'
import { expect, test } from '../stage/test.ts'

test('[CLIENT-529] office-settings: saving the fees keeps the seats that are not saved yet', async ({ person }) => {
  const { page } = await person('hejing')
  const screen = new SettingsScreen(page)
  await screen.open()
  const seats = page.getByRole('table', { name: '各环节的办理机构' })
  const before = await seats.getByRole('row').count()
  await page.getByLabel('环节', { exact: true }).selectOption({ label: '县级主管部门' })
  await page.getByLabel('机构', { exact: true }).selectOption({ index: 1 })
  await page.getByRole('button', { name: '增加一项' }).click()
  await expect(seats.getByRole('row')).toHaveCount(before + 1)
  await page.getByLabel('环节', { exact: true }).selectOption({ label: '县人社' })
  const again = page.waitForResponse(
    (answer) => answer.url().includes('/settings/') && answer.request().method() === 'GET',
  )
  await screen.setFees({ 中级评审费: '180' })
  await again
  await expect(seats.getByRole('row')).toHaveCount(before + 1)
  await expect(page.getByLabel('环节', { exact: true }).locator('option:checked')).toHaveText('县人社')
})
