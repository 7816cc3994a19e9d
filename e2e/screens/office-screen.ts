/** A submission at a department's or committee's office, as its officer finds her way: from the list to the case, and to the step that is hers. */
import { expect, type Locator, type Page } from '@playwright/test'

export type Tab = '待审查' | '审查通过' | '全部'

export class OfficeScreen {
  readonly page: Page
  private readonly applicant: string

  constructor(page: Page, applicant: string) {
    this.page = page
    this.applicant = applicant
  }

  private get desk(): Locator {
    return this.page.getByRole('complementary', { name: '这一条' })
  }

  /** The one before which the case came last. */
  private get meeting(): Locator {
    return this.page.getByRole('region', { name: /^评审会议/ }).last()
  }

  async open(tab: Tab = '待审查'): Promise<void> {
    await this.page.goto('/office/cases')
    await this.page.getByRole('tab', { name: new RegExp(tab) }).click()
    await this.page.getByRole('link', { name: this.applicant, exact: true }).click()
    await this.page.getByRole('heading', { level: 1, name: `${this.applicant}的申报` }).waitFor()
  }

  /** By the check list, with an opinion. */
  async pass(): Promise<void> {
    await this.checkAnd('审查通过')
  }

  /** From the list, all that passed here together, where the plan asks for it with the letter that entrusts them to a committee. */
  async recommend({ isEntrusted = false } = {}): Promise<void> {
    await this.page.goto('/office/cases')
    await this.page.getByRole('tab', { name: /审查通过/ }).click()
    if (isEntrusted) await this.issueMandate()
    await this.page.getByRole('checkbox', { name: '全选可推荐的 1 人' }).check()
    await this.page.getByRole('button', { name: '审核推荐' }).click()
    await expect(this.page.getByRole('alertdialog').getByRole('list', { name: '名单' })).toContainText(this.applicant)
    await this.confirm('审核推荐')
    await expect(this.page.getByRole('table', { name: '办理结果' })).toContainText('已报送')
  }

  /** 评审委托书: to the committee that the plan names, dated today. */
  private async issueMandate(): Promise<void> {
    await this.page.getByRole('checkbox', { name: '全选可推荐的 1 人' }).check()
    await this.page.getByRole('button', { name: '开具评审委托书' }).click()
    const letter = this.page.getByRole('dialog')
    await letter.getByLabel('文号').fill('浙环委〔2026〕3号')
    await letter.getByLabel('委托事由').fill('本单位未设相应评审委员会，经审查材料齐全。')
    await letter.getByLabel('经办人').fill('方静')
    await letter.getByRole('button', { name: '开具评审委托书' }).click()
    await expect(this.page.getByRole('table', { name: '办理结果' })).toContainText('已列入评审委托书')
  }

  async determine(): Promise<void> {
    await expect(this.desk.getByRole('button', { name: '审查通过', exact: true })).toHaveCount(0)
    await this.checkAnd('评定通过')
  }

  private async checkAnd(verdict: '审查通过' | '评定通过'): Promise<void> {
    await this.desk.getByRole('button', { name: '全部符合' }).click()
    await this.desk.getByRole('button', { name: '用常用意见' }).click()
    await this.take(verdict)
  }

  async postList(): Promise<void> {
    await this.desk.getByLabel('公示方式').fill('本局网站公示栏')
    await this.take('公示复审名单')
    await expect(this.page.getByText(/公示到 .* 结束/).first()).toBeVisible()
  }

  /** @param due in yuan, as the page says it */
  async confirmPayment(due: string, on: string): Promise<void> {
    await expect(this.page.getByText(new RegExp(`应缴 ${due} 元`))).toBeVisible()
    await this.desk.getByRole('radio', { name: '窗口缴费' }).check()
    await this.desk.getByLabel('收据号').fill('财 0042317')
    await this.desk.getByLabel('到账日期').fill(on)
    await this.take('确认到账')
    await expect(this.page.getByRole('table', { name: '缴费记录' })).toContainText(due)
  }

  async receiveForm(copies: string): Promise<void> {
    await this.desk.getByLabel('份数').fill(copies)
    for (const seal of await this.desk.getByRole('checkbox').all()) await seal.check()
    await this.take('收到评审表')
  }

  async interview(on: string): Promise<void> {
    await this.desk.getByLabel('面试日期').fill(on)
    await this.desk.getByLabel('地点').fill('市民中心 3 号楼 302 室')
    await this.take('通知面试')
    await this.desk.getByRole('radio', { name: '好', exact: true }).check()
    await this.desk.getByLabel('评语').fill('回答清楚，能说明本人承担的部分。')
    await this.take('登记面试结果')
  }

  /** On the page of meetings: the roster of one, with one expert on the panel. */
  async putOnRoster(meeting: string, expert: { readonly username: string; readonly name: string }): Promise<void> {
    await this.desk.getByRole('link', { name: /花名册与评审会议/ }).click()
    await this.page.getByLabel('会议编号').fill(meeting)
    await this.page.getByLabel('应到评委人数').fill('3')
    await this.page.getByLabel('评委', { exact: true }).fill(expert.username)
    await this.page.getByRole('button', { name: '加入' }).click()
    await expect(this.page.getByText(expert.name)).toBeVisible()
    await this.page.getByRole('button', { name: '编入花名册' }).click()
    await this.confirm('编入花名册')
    await expect(this.page.getByRole('table', { name: '会议', exact: true })).toContainText(this.applicant)
  }

  /** From the page of meetings. */
  async recordVote(expertSaid: RegExp): Promise<void> {
    await this.page
      .getByRole('table', { name: '会议', exact: true })
      .getByRole('link', { name: this.applicant })
      .click()
    await expect(this.meeting.getByText(expertSaid)).toBeVisible()
    for (const [label, n] of [
      ['实到人数', '3'],
      ['赞成', '2'],
      ['反对', '1'],
      ['弃权', '0'],
    ] as const) {
      await this.desk.getByLabel(label).fill(n)
    }
    await this.take('登记表决结果')
    await expect(this.meeting.getByText('表决：应到 3，实到 3，赞成 2，反对 1，弃权 0。')).toBeVisible()
  }

  async submitUpward(): Promise<void> {
    await this.page.goto('/office/meetings')
    await this.page.getByRole('button', { name: '通过的按花名册顺序提交上级' }).click()
    await this.confirm('提交上级评委会')
    await expect(this.page.getByRole('table', { name: '办理结果' })).toContainText(this.applicant)
  }

  async postResult(): Promise<void> {
    await this.desk.getByLabel('公示方式').fill('本部门网站公示栏')
    await this.take('公示评审结果')
    await expect(this.page.getByText(/公示到 .* 结束/).first()).toBeVisible()
  }

  async announce(): Promise<void> {
    await this.take('公布结果')
    await this.isAnnounced()
  }

  async isAnnounced(): Promise<void> {
    await expect(this.page.locator('.page-header').getByText('已公布')).toBeVisible()
  }

  async issueCertificate(number: string): Promise<void> {
    await this.desk.getByLabel('证书编号').fill(number)
    await this.take('发证')
    await expect(this.page.locator('.page-header').getByText('已发证')).toBeVisible()
  }

  private async take(name: string): Promise<void> {
    await this.desk.getByRole('button', { name, exact: true }).click()
    await this.confirm(name)
  }

  private async confirm(name: string): Promise<void> {
    await this.page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click()
    await expect(this.page.getByRole('alertdialog')).toBeHidden()
  }
}
