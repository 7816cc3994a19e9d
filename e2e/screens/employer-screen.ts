/** A submission at its employer, as the lead of HR finds her way from the list of submissions to the report. */
import { expect, type Page } from '@playwright/test'

export class EmployerScreen {
  readonly page: Page
  private readonly applicant: string

  constructor(page: Page, applicant: string) {
    this.page = page
    this.applicant = applicant
  }

  /** From the list; `tab` is under which it is found. */
  async open(tab: RegExp = /待审查/): Promise<void> {
    await this.page.goto('/cases')
    await this.page.getByRole('tab', { name: tab }).click()
    await this.page.getByRole('link', { name: this.applicant, exact: true }).click()
    await this.page.getByRole('heading', { level: 1, name: `${this.applicant}的申报` }).waitFor()
  }

  async beginReview(): Promise<void> {
    await this.page.getByRole('button', { name: '开始审查' }).click()
    await this.confirm('开始审查')
    await this.page.getByRole('button', { name: '审查不通过' }).waitFor()
  }

  /** 逐条逐项: each line is found right, and the page goes on to the next. */
  async findEachLineRight(): Promise<void> {
    const count = this.page.getByText(/已审 \d+ \/ \d+ 条/)
    const all = Number(/\/ (\d+) 条/.exec((await count.textContent()) ?? '')?.[1])
    for (let done = 1; done <= all; done++) {
      await this.page.getByRole('button', { name: '对', exact: true }).click()
      await expect(count).toContainText(`已审 ${done} / ${all} 条`)
    }
  }

  async pass(): Promise<void> {
    await this.page.getByRole('button', { name: '审查通过', exact: true }).click()
    await this.page.getByRole('button', { name: '用常用意见' }).click()
    await this.confirm('审查通过')
  }

  /** @returns the notice's public address */
  async startNotice(): Promise<string> {
    await this.page.getByRole('button', { name: '在单位公告栏张贴，同时在单位内网公布' }).click()
    await this.page.getByRole('button', { name: '开始公示' }).click()
    await this.confirm('开始公示')
    await this.page.getByRole('heading', { name: '正在公示' }).waitFor()
    return (await this.page.locator('.notice-address').textContent()) ?? ''
  }

  async closeNotice(): Promise<void> {
    await this.page.getByRole('button', { name: '填“公示期间未收到异议。”' }).click()
    await this.page.getByRole('button', { name: '登记结果并结束公示' }).click()
    await this.confirm('登记结果并结束公示')
    await this.page.getByRole('heading', { name: '上报', exact: true }).waitFor()
  }

  /** Where the plan has several ways, `way` is its words; `vacancies` where one of the institution's posts is taken. */
  async report(way: string | null, stops: readonly RegExp[], vacancies: string | null): Promise<void> {
    const ways = this.page.getByLabel('上报路径')
    await this.page.getByLabel('推荐意见').waitFor()
    if (way === null) await expect(ways).toHaveCount(0)
    else await this.choose(way)
    const route = this.page.getByRole('region', { name: '上报后依次经过' })
    await expect(route.getByRole('listitem')).toHaveText([...stops])
    if (vacancies !== null) await this.page.getByLabel('空缺岗位数').fill(vacancies)
    await this.page.getByRole('button', { name: '公示无异议，同意推荐。' }).click()
    await this.page.getByRole('button', { name: '上报', exact: true }).click()
    await this.confirm('上报')
    await expect(this.page.getByText('已上报。').first()).toBeVisible()
  }

  /** Few ways stand beside each other, more in a list that opens. */
  private async choose(way: string): Promise<void> {
    const ways = this.page.getByLabel('上报路径')
    const inSight = ways.getByRole('radio', { name: way, exact: true })
    if ((await inSight.count()) > 0) await inSight.check()
    else await ways.selectOption({ label: way })
  }

  private async confirm(name: string): Promise<void> {
    await this.page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click()
    await expect(this.page.getByRole('alertdialog')).toBeHidden()
  }
}
