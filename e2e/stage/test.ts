/**
 * The stage of every journey: one relay for the test, and people who each sit at a browser of their own.
 *
 *     test('…', async ({ relay, person }) => { const xu = await person('xumingchuan') … })
 */
import { rm } from 'node:fs/promises'
import { type BrowserContext, test as base, type Page } from '@playwright/test'
import { type Relay, sampleTemplate, startRelay } from './relay.ts'

export interface Person {
  readonly page: Page
  readonly context: BrowserContext
}

interface TestFixtures {
  readonly relay: Relay
  /** Opens a browser for the person and signs in by the button with her name. Called again, it is another device of hers. */
  readonly person: (username: string) => Promise<Person>
}

interface WorkerFixtures {
  readonly template: string
}

type Template = [
  (nothing: object, use: (folder: string) => Promise<void>) => Promise<void>,
  { scope: 'worker'; timeout: number },
]

function templateOf(makeOffice: () => Promise<string>): Template {
  return [
    // biome-ignore lint/correctness/noEmptyPattern: the fixture's first argument must be a pattern
    async ({}, use) => {
      const folder = await makeOffice()
      await use(folder)
      await rm(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ]
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  template: templateOf(sampleTemplate),
  relay: async ({ template }, use) => {
    const relay = await startRelay(template)
    await use(relay)
    await relay.dispose()
  },
  person: async ({ browser, relay }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (username) => {
      const context = await browser.newContext({ baseURL: relay.url })
      contexts.push(context)
      const page = await context.newPage()
      await page.goto('/sign-in')
      await page.getByRole('button', { name: NAMES[username] ?? username }).click()
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForURL((url) => url.pathname !== '/sign-in')
      return { page, context }
    })
    for (const context of contexts) await context.close()
  },
})

/** As `test`, in offices made for these journeys. @param makeOffice makes the data folder that every relay of them begins with */
export function testIn(makeOffice: () => Promise<string>) {
  return test.extend<object, WorkerFixtures>({ template: templateOf(makeOffice) })
}

export { expect } from '@playwright/test'

const NAMES: Record<string, string> = {
  zhoumin: '周敏',
  wangxiao: '王晓',
  shenzhiyuan: '沈知远',
  luqinghe: '陆青禾',
  xumingchuan: '许明川',
  qianrulan: '钱如兰',
  sunli: '孙立',
  chenyan: '陈妍',
  zhouhang: '周航',
  hejing: '何静',
}
