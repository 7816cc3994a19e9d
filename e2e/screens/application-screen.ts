/** An application as its owner finds her way in it: from the plan's card over its steps to the receipt. */
import { expect, type Locator, type Page } from '@playwright/test'

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

  /** A question with a choice of answers. */
  async answer(label: string, answer: string): Promise<void> {
    await this.page.getByRole('radiogroup', { name: label }).getByLabel(answer, { exact: true }).check()
  }

  /** On the step 提取业绩: the first entry about the river, which her usual application stands on. */
  async pullOne(): Promise<void> {
    await this.page
      .getByRole('checkbox', { name: /曹娥江/, disabled: false })
      .first()
      .check()
  }

  /** On the step 提取业绩: everything that can be pulled without a note. */
  async pullAll(): Promise<void> {
    const open = this.page.locator('.pull-row > input:not(:disabled):not(:checked)')
    await open.first().waitFor()
    for (let left = await open.count(); left > 0; left--) {
      await open.first().check()
      await expect(open).toHaveCount(left - 1)
    }
  }

  /** On the step 附件: the places that must have a file. */
  get requiredSlots(): Locator {
    const step = this.page.getByRole('region', { name: '附件', exact: true })
    return step.getByRole('region').filter({ hasText: '必传' })
  }

  slot(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true })
  }

  /** On the step 附件: a scan of her own, until the relay has it. */
  async upload(title: string): Promise<void> {
    await this.slot(title).locator('input[type=file]').first().setInputFiles(scan(title))
    await expect(this.slot(title).getByText('已入单位')).toBeVisible()
  }

  /** The places that stand in the way, each with its sentence, as the step 预览与提交 lists them. */
  problem(sentence: string): Locator {
    return this.page.getByRole('main').getByRole('listitem').filter({ hasText: sentence })
  }

  /** Pressed with something missing: nothing is asked of the relay, and what is missing is said. */
  async submitInVain(): Promise<void> {
    await this.choose('预览与提交')
    await this.page.getByRole('button', { name: '提交申报' }).click()
    await expect(this.page.getByRole('heading', { name: /^还有 \d+ 处需要处理$/ })).toBeFocused()
    await expect(this.page.getByRole('alertdialog')).toHaveCount(0)
  }

  async submit(): Promise<void> {
    await this.choose('预览与提交')
    await expect(this.page.getByText('内容齐全，可以提交。')).toBeVisible()
    await this.page.getByRole('button', { name: '提交申报' }).click()
    await this.page.getByRole('button', { name: '确认提交' }).click()
    await this.page.getByRole('heading', { name: '已提交' }).waitFor()
    await expect(this.page.getByText('回执').first()).toBeVisible()
  }

  /** What the receipt says under one of its headings. */
  receipt(term: string): Locator {
    const receipt = this.page.getByRole('region', { name: '已提交' })
    return receipt.getByText(term, { exact: true }).locator('xpath=following-sibling::dd[1]')
  }
}

/** Different for each title: the same file twice is pointed out. */
export function scan(title: string): { readonly name: string; readonly mimeType: string; readonly buffer: Buffer } {
  return { name: `${title}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n${title}\n%%EOF`) }
}
