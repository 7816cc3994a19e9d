/** Every page, as the person who works on it: axe finds nothing in either theme, at 360 and 1440 pixels, and the keyboard reaches everything. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { focusProblems, LOOKS, violationsIn } from '../stage/accessibility.ts'
import { expect, test } from '../stage/test.ts'

/** A route of `client/src/routes.tsx` and how the person gets there. */
interface Stop {
  readonly route: string
  readonly go: (page: Page) => Promise<unknown>
}

const at = (route: string, path = route): Stop => ({ route, go: (page) => page.goto(path) })

const PUBLIC: readonly Stop[] = [
  at('/sign-in'),
  at('/sign'),
  at('/check/:code?', '/check'),
  at('/notice/:code', '/notice/absent'),
  at('/notice/:code/objection/:receipt', '/notice/absent/objection/absent'),
  at('/first-run/:token', '/first-run/0123456789abcdef'),
  at('/register'),
  at('/register/person'),
]
const ARCHIVE: readonly Stop[] = [
  at('/archive'),
  at('/archive/profile'),
  at('/archive/:section', '/archive/paper'),
  {
    route: '/archive/:section/:item',
    async go(page) {
      await page.goto('/archive/paper')
      await page.locator('a[href^="/archive/paper/"]').first().click()
    },
  },
]
const TRANSFER: readonly Stop[] = [at('/archive/import'), at('/archive/export')]
/** A step of a draft, which is begun where there is none. */
function stepOfDraft(name: string): Stop {
  return {
    route: '/application/:id/:step?',
    async go(page) {
      await page.goto('/application')
      const begun = page.getByRole('link', { name: '继续填报' })
      await begun
        .or(page.getByRole('button', { name: '马上申报' }))
        .first()
        .click()
      await page.getByRole('link', { name }).click()
      await page.getByRole('heading', { level: 1, name }).waitFor()
    },
  }
}
const BEGUN: Stop = {
  route: '/application/:id/:step?',
  async go(page) {
    await page.goto('/application')
    await page.getByRole('button', { name: '马上申报' }).first().click()
    await page.waitForURL(/\/application\/.+/)
  },
}
const FIRST_STEPS: readonly Stop[] = [BEGUN, ...['证件照', '承诺书'].map(stepOfDraft)]
const MIDDLE_STEPS: readonly Stop[] = ['基本信息', '自评', '提取业绩'].map(stepOfDraft)
const LAST_STEPS: readonly Stop[] = ['附件', '预览与提交'].map(stepOfDraft)
const APPLICATION: readonly Stop[] = [
  at('/application'),
  at('/messages'),
  at('/diary'),
  at('/settings'),
  at('/storage'),
  at('*', '/nowhere'),
]
const REVIEW: readonly Stop[] = [
  at('/review'),
  at('/review/:archive', '/review/luqinghe'),
  {
    route: '/review/:archive',
    async go(page) {
      await page.goto('/review/luqinghe')
      await page.getByRole('button', { name: '指出问题：证明材料' }).click()
      await page.getByRole('button', { name: '退回', exact: true }).click()
      await page.getByRole('checkbox', { name: '证明材料' }).waitFor()
    },
  },
]
const CASES: readonly Stop[] = [
  at('/cases'),
  {
    route: '/cases/:id',
    async go(page) {
      await page.goto('/cases')
      await page.locator('a[href^="/cases/"]').first().click()
      await page.getByRole('heading', { level: 2 }).first().waitFor()
    },
  },
]
const EMPLOYER: readonly Stop[] = [
  at('/members'),
  at('/employer'),
  at('/employer/:org/authorisation', '/employer/yuezhou/authorisation'),
]
const PLANS: readonly Stop[] = [
  at('/plans'),
  {
    route: '/plans/:office/:id',
    async go(page) {
      await page.goto('/plans')
      await page
        .getByRole('button', { name: /^复制为/ })
        .first()
        .click()
      await page.waitForURL(/\/plans\/.+\/.+/)
    },
  },
]
/** The papers of a submission, and those of an employer's people. */
const SUBMITTED: readonly Stop[] = [
  {
    route: '/application/:id/:step?',
    async go(page) {
      await page.goto('/application')
      await page.locator('a[href^="/application/qianrulan."]').first().click()
      await page.getByRole('list', { name: '可打印的表格' }).waitFor()
    },
  },
  at('/receipts/:application/:order', '/receipts/qianrulan.aaaaaaaa/absent'),
]
const PAPERS: readonly Stop[] = [at('/papers')]
const STATISTICS: readonly Stop[] = [at('/statistics')]
/** What an officer and an expert meet before anything has reached them. */
const OFFICE: readonly Stop[] = [
  at('/office/cases'),
  at('/office/cases/:application', '/office/cases/qianrulan.aaaaaaaa'),
  at('/office/settings'),
  at('/office/meetings'),
]
const PANEL: readonly Stop[] = [at('/panel'), at('/panel/:application', '/panel/qianrulan.aaaaaaaa')]
const OPERATIONS: readonly Stop[] = [
  at('/'),
  at('/operations/orgs'),
  at('/operations/accounts'),
  at('/operations/health'),
]

async function tour(page: Page, stops: readonly Stop[]): Promise<void> {
  for (const { route, go } of stops) {
    await test.step(route, async () => {
      await page.setViewportSize({ width: 1440, height: 900 })
      await go(page)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await expect(page.locator('.skeleton')).toHaveCount(0)
      expect.soft(await violationsIn(page, LOOKS), route).toEqual([])
      await page.setViewportSize({ width: 1440, height: 900 })
      expect.soft(await focusProblems(page), `keyboard on ${route}`).toEqual([])
      await page.evaluate(() => localStorage.setItem('yejibu.language', 'en'))
      await page.reload()
      await page.locator('html[lang=en] h1').first().waitFor()
      await expect(page.locator('.skeleton')).toHaveCount(0)
      expect.soft(await violationsIn(page, [{ theme: 'light', width: 360 }]), `${route} in English`).toEqual([])
      await page.evaluate(() => localStorage.setItem('yejibu.language', 'zh'))
    })
  }
}

const TOURS = [
  ['the applicant’s archive', 'xumingchuan', ARCHIVE],
  ['import and export', 'xumingchuan', TRANSFER],
  ['the applicant’s application', 'xumingchuan', APPLICATION],
  ['the first steps of an application', 'xumingchuan', FIRST_STEPS],
  ['the middle steps of an application', 'xumingchuan', MIDDLE_STEPS],
  ['the last steps of an application', 'xumingchuan', LAST_STEPS],
  ['the reviewer', 'zhoumin', REVIEW],
  ['the employer’s cases', 'zhoumin', CASES],
  ['the employer', 'zhoumin', EMPLOYER],
  ['the papers of a submission', 'qianrulan', SUBMITTED],
  ['the papers of an employer', 'zhoumin', PAPERS],
  ['the statistics of an employer', 'zhoumin', STATISTICS],
  ['the statistics of an office', 'hejing', STATISTICS],
  ['the committee office', 'hejing', PLANS],
  ['the offices of the chain', 'hejing', OFFICE],
  ['an expert', 'luqinghe', PANEL],
  ['the operator', 'zhouhang', OPERATIONS],
] as const

test('[CLIENT-150] the pages before signing in', async ({ browser, relay }) => {
  const context = await browser.newContext({ baseURL: relay.url })
  await tour(await context.newPage(), PUBLIC)
  await context.close()
})

for (const [name, username, stops] of TOURS) {
  test(`[CLIENT-150] the pages of ${name}`, async ({ person }) => {
    await tour((await person(username)).page, stops)
  })
}

test('[CLIENT-150] no page is left out', () => {
  const source = readFileSync(new URL('../../client/src/routes.tsx', import.meta.url), 'utf8')
  const routes = [...source.matchAll(/\{ path: '([^']+)'/g)]
    .map((match) => match[1] ?? '')
    .filter((path) => path !== '/gallery')
  const visited = new Set([PUBLIC, ...TOURS.map(([, , stops]) => stops)].flat().map(({ route }) => route))
  expect([...visited].sort()).toEqual(routes.sort())
})
