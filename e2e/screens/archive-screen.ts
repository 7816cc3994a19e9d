/** The applicant's archive as a person finds her way in it: by headings, labels and button names. */
import type { Locator, Page } from '@playwright/test'

export class ArchiveScreen {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<void> {
    await this.page.goto('/archive')
    await this.page.getByRole('heading', { level: 1, name: '我的业绩档案' }).waitFor()
  }

  async openSection(section: string, label: string): Promise<void> {
    await this.page.goto(`/archive/${section}`)
    await this.page.getByRole('heading', { level: 1, name: label }).waitFor()
  }

  /** Adds an item to the section that is open and fills its text fields; leaves it open. */
  async add(fields: Readonly<Record<string, string>>): Promise<void> {
    await this.page.getByRole('button', { name: '新增条目' }).first().click()
    await this.fill(fields)
  }

  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(fields)) {
      await this.field(label).fill(value)
      await this.field(label).blur()
    }
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: false }).first()
  }

  /** Waits until this browser works without the relay: the service worker serves the page. */
  async untilOfflineReady(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await this.page.reload()
    await this.page.getByRole('heading', { level: 1 }).waitFor()
  }
}
