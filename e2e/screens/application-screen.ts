/** An application as its owner finds her way in it: from the plan's card over its steps to the receipt. */
import { expect, type Page } from '@playwright/test'

export class ApplicationScreen {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** @param plan part of its title; @returns the application's id */
  async start(plan: string): Promise<string> {
    await this.page.goto('/application')
    const card = this.page.getByRole('region', { name: plan })
    await card.getByRole('button', { name: '马上申报' }).click()
    await this.page.getByRole('heading', { level: 2, name: '填报任务' }).waitFor()
    return new URL(this.page.url()).pathname.split('/')[2] ?? ''
  }

  /** From the list of tasks or from another step. */
  async choose(step: string): Promise<void> {
    const steps = this.page.getByRole('navigation', { name: '填报任务' })
    const inList = this.page.getByRole('list').getByRole('link', { name: step })
    await steps
      .or(this.page.getByRole('heading', { level: 2, name: '填报任务' }))
      .first()
      .waitFor()
    await ((await steps.count()) > 0 ? steps.getByRole('link', { name: step }) : inList).first().click()
    await this.page.getByRole('heading', { level: 1, name: step }).waitFor()
  }

  async choosePoint(point: string): Promise<void> {
    await this.page.getByLabel('受理点').fill(point)
    await this.page.getByRole('option', { name: new RegExp(point) }).click()
  }

  async submit(): Promise<void> {
    await this.choose('预览与提交')
    await expect(this.page.getByText('内容齐全，可以提交。')).toBeVisible()
    await this.page.getByRole('button', { name: '提交申报' }).click()
    await this.page.getByRole('button', { name: '确认提交' }).click()
    await this.page.getByRole('heading', { name: '已提交' }).waitFor()
    await expect(this.page.getByText('回执').first()).toBeVisible()
  }
}
