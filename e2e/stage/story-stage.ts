/** The stage of one story: a real office made for it, and people who each sit at a browser of their own and sign in with their password. */
import { rm } from 'node:fs/promises'
import { type Browser, type BrowserContext, test as base, type Page } from '@playwright/test'
import { dayInShanghai } from '@yejibu/shared/kernel/working-days'
import type { SeatedPerson, Story } from './chains.ts'
import { type Relay, startRelay } from './relay.ts'
import { PASSWORD, storyOffice } from './story-office.ts'

const DAY = 86_400_000
/** So that what a page does not offer is told as that, and not as a journey that took too long. */
const PATIENCE = 60_000

interface Seat {
  readonly page: Page
  signedInOn: number
}

export class StoryStage {
  readonly story: Story
  /** The application that was submitted. */
  readonly application: string
  private readonly browser: Browser
  private readonly relay: Relay
  private readonly seats = new Map<string, Seat>()
  private readonly contexts: BrowserContext[] = []
  private ahead = 0

  private constructor(story: Story, application: string, browser: Browser, relay: Relay) {
    this.story = story
    this.application = application
    this.browser = browser
    this.relay = relay
  }

  static async open(story: Story, browser: Browser): Promise<StoryStage> {
    const { folder, application } = await storyOffice(story)
    const relay = await startRelay(folder, [])
    await rm(folder, { recursive: true, force: true })
    return new StoryStage(story, application, browser, relay)
  }

  /** Today by the relay's clock. */
  get today(): string {
    return dayInShanghai(new Date(Date.now() + this.ahead * DAY))
  }

  /** Her browser, signed in: by her password the first time, and again where the page says that the days gone by have ended her session. */
  async at({ username, name }: SeatedPerson): Promise<Page> {
    const known = this.seats.get(username)
    const seat = known ?? { page: await this.stranger(), signedInOn: -1 }
    this.seats.set(username, seat)
    if (seat.signedInOn === this.ahead) return seat.page
    if (known) {
      await seat.page.reload()
      await seat.page.getByRole('link', { name: '重新登录' }).click()
    } else await seat.page.goto('/sign-in')
    await seat.page.getByLabel('用户名').fill(username)
    await seat.page.getByLabel(/^密码/).fill(PASSWORD)
    await seat.page.getByRole('button', { name: '登录', exact: true }).click()
    await seat.page.waitForURL((url) => url.pathname !== '/sign-in')
    await seat.page.getByText(name).first().waitFor()
    seat.signedInOn = this.ahead
    return seat.page
  }

  /** A browser in which nobody has signed in. It keeps no offline copy of the pages: a dozen of them would cost half the journey, and nobody here is offline. */
  async stranger(): Promise<Page> {
    const context = await this.browser.newContext({ baseURL: this.relay.url, serviceWorkers: 'block' })
    context.setDefaultTimeout(PATIENCE)
    this.contexts.push(context)
    return context.newPage()
  }

  /** The relay is off meanwhile. */
  async daysGoBy(days: number): Promise<void> {
    this.ahead += days
    await this.relay.stop()
    await this.relay.start(this.ahead)
  }

  async close(): Promise<void> {
    for (const context of this.contexts) await context.close()
    await this.relay.dispose()
  }
}

interface StoryFixtures {
  readonly stageFor: (story: Story) => Promise<StoryStage>
}

export const test = base.extend<StoryFixtures>({
  stageFor: async ({ browser }, use) => {
    const open: StoryStage[] = []
    await use(async (story) => {
      const stage = await StoryStage.open(story, browser)
      open.push(stage)
      return stage
    })
    for (const stage of open) await stage.close()
  },
})

export { expect } from '@playwright/test'
