/** 收费与办理机构: what an office charges under the plan and, at the committee's own office, which office does which stage. */
import { expect, type Page } from '@playwright/test'

export class SettingsScreen {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<void> {
    await this.page.goto('/office/settings')
    await this.page.getByRole('heading', { name: '收费设定' }).waitFor()
  }

  /** @param fees yuan by the fee's name */
  async setFees(fees: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, yuan] of Object.entries(fees)) {
      await this.page
        .getByRole('radiogroup', { name: `${name}怎样收` })
        .getByRole('radio', { name: '收费', exact: true })
        .check()
      await this.page.getByLabel(`${name}（元）`).fill(yuan)
    }
    await this.page.getByRole('button', { name: '保存' }).first().click()
    await expect(this.page.getByText('已保存，从现在起办理的按新设定。').first()).toBeVisible()
  }

  async setSeats(seats: readonly (readonly [stage: string, office: string])[]): Promise<void> {
    for (const [stage, office] of seats) {
      await this.page.getByLabel('环节', { exact: true }).selectOption(stage)
      await this.page.getByLabel('机构', { exact: true }).selectOption({ label: office })
      await this.page.getByRole('button', { name: '增加一项' }).click()
    }
    await expect(this.page.getByRole('table', { name: '各环节的办理机构' }).getByRole('row')).toHaveCount(
      seats.length + 1,
    )
    await this.page.getByRole('button', { name: '保存' }).last().click()
    await expect(this.page.getByText('已保存，从现在起办理的按新设定。').first()).toBeVisible()
  }
}
