/**
 * The client with an archive of 2,000 entries, as built, in a real browser and without a network: how long from the shell to a page that answers,
 * how long a key takes in a field and in the search, and what the first load weighs.
 *
 * A key's time is that of the whole task it causes, from the browser handing it over until the page is free again. Beside the times that
 * a person waits stands the processor's time of the page's own thread, which other programs on a busy machine do not change.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { addItems, readItems } from '@yejibu/shared/archive/archive-doc'
import { SECTION_KEYS } from '@yejibu/shared/archive/section'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import { sha256Hex } from '@yejibu/shared/kernel/canonical'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { browserOptions } from '../stage/browser.ts'
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { startRelay } from '../stage/relay.ts'

const ITEMS = 2000
const OWNER = 'shenzhiyuan'
const DIST = process.env.YEJIBU_E2E_CLIENT ?? fileURLToPath(new URL('../../client/dist', import.meta.url))

/** Milliseconds that fixed work takes in this browser now: what tells a slow machine from a slow client. */
let baseline = Number.NaN

const relay = await startRelay()
const browser = await chromium.launch(browserOptions())
try {
  await fill()
  const context = await browser.newContext({
    baseURL: relay.url,
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
  })
  // tsx wraps named functions in a call of its own, which the page does not know.
  await context.addInitScript('globalThis.__name = (value) => value')
  const page = await context.newPage()
  baseline = await machineSpeed(page)
  figure('baseline: the same fixed work of JSON and sorting in this browser', baseline, 'ms')
  figure('first load of JavaScript, gzip', await firstLoad(page), 'KB', '≤ 120')
  await page.getByRole('button', { name: '沈知远' }).click()
  await keep(page)
  await context.setOffline(true)
  const opened = await openings(context)
  figure('2,000 entries offline: shell → interactive, median of 5', opened.interactive, 'ms', '≤ 300')
  figure('2,000 entries offline: start of the page → shell', opened.shell, 'ms')
  figure('2,000 entries offline: longest task once interactive', opened.longest, 'ms')
  figure("2,000 entries offline: the page's thread until all is still", opened.work, 'ms')
  const last = await context.newPage()
  await last.goto('/archive')
  const search = last.getByRole('searchbox').first()
  await search.waitFor()
  await search.focus()
  // The table of sounds is fetched with the first focus, and read in slices.
  await last.waitForTimeout(3000)
  const searching = await workOf(last)
  const found = await keys(last, ['sz', '2017', 'jcbg', '水质'])
  figure("search among 2,000: the page's thread for a key", (await searching()) / found.length, 'ms')
  figure('search among 2,000: a key, p95', at(found, 0.95), 'ms', '≤ 16')
  figure('search among 2,000: a key, slowest', at(found, 1), 'ms')
  await last.goto('/archive/paper')
  await last.locator('a[href^="/archive/paper/"]').first().click()
  const field = last.getByLabel('论文题目', { exact: false }).first()
  await field.waitFor()
  await last.waitForTimeout(1000)
  await field.click()
  const typing = await workOf(last)
  const typed = await keys(last, ['abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz'])
  figure("typing in a field among 2,000: the page's thread for a key", (await typing()) / typed.length, 'ms')
  figure('typing in a field among 2,000: a key, p95', at(typed, 0.95), 'ms', '≤ 16')
  figure('typing in a field among 2,000: a key, slowest', at(typed, 1), 'ms')
  await context.close()
} finally {
  await browser.close()
  await relay.dispose()
}

function figure(what: string, value: number, unit: string, reach?: string): void {
  const rounded = (number: number) => Math.round(number * 10) / 10
  const toBaseline = unit === 'ms' && value !== baseline ? { ratio: rounded(value / baseline) } : {}
  console.log(JSON.stringify({ what, value: rounded(value), unit, ...toBaseline, ...(reach && { reach }) }))
}

/** The median of nine runs of work that no change of the client makes faster or slower. */
async function machineSpeed(page: Page): Promise<number> {
  await page.goto('about:blank')
  const runs = await page.evaluate(() => {
    const rows = Array.from({ length: 2000 }, (_, i) => ({ id: `${(i * 7919) % 2000}`, text: '水质监测'.repeat(20) }))
    return Array.from({ length: 9 }, () => {
      const from = performance.now()
      for (let i = 0; i < 4; i++) {
        const copy: typeof rows = JSON.parse(JSON.stringify(rows))
        copy.sort((a, b) => (a.id < b.id ? -1 : 1))
      }
      return performance.now() - from
    })
  })
  return at(runs, 0.5)
}

/** @param share 0.95 for the value that 95 of 100 stay under */
function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** The owner's archive as her other device sends it: every section, every field filled. */
async function fill(): Promise<void> {
  const client = await HandMadeClient.signIn(relay.url, OWNER)
  const socket = await client.open(`archive/${OWNER}`)
  await socket.until(() => socket.synced)
  const before = readItems(socket.doc).length
  let sent = 0
  for (let from = before; from < ITEMS; from += 200) {
    const items = Array.from({ length: Math.min(200, ITEMS - from) }, (_, i) => entry(from + i))
    sent = socket.write((doc) => addItems(doc, items))
  }
  await socket.until(() => socket.durable >= sent)
  socket.close()
}

function entry(number: number) {
  const part = SECTION_KEYS[number % SECTION_KEYS.length] ?? 'paper'
  const fields = sectionByKey(part).fields.map(({ name, type }) => {
    if (type.kind === 'text')
      return [name, `平原河网水质自动监测第${number}号成果${2000 + (number % 24)}`.slice(0, type.maxChars)]
    if (type.kind === 'prose')
      return [
        name,
        `本条目为第${number}条，记述监测断面布设、采样分析与数据审核的全过程。`.repeat(3).slice(0, type.maxChars),
      ]
    if (type.kind === 'choice') return [name, type.options[0]?.code ?? null]
    if (type.kind === 'month') return [name, `20${String(10 + (number % 14)).padStart(2, '0')}0${1 + (number % 9)}`]
    if (type.kind === 'year') return [name, String(2000 + (number % 24))]
    return [name, null]
  })
  return {
    id: `entry-${number}` as ItemId,
    part,
    salt: sha256Hex(`salt ${number}`),
    order: String(number).padStart(6, '0'),
    fields: Object.fromEntries(fields) as Record<string, string | null>,
  }
}

async function firstLoad(page: Page): Promise<number> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: '沈知远' }).waitFor()
  const scripts = await page.evaluate(() => [
    ...new Set(
      performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => path.endsWith('.js') && !path.includes('service-worker')),
    ),
  ])
  return scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(DIST, path))).length, 0) / 1000
}

/** Waits until this browser has the archive, the relay's word about all of it, and the pages. */
async function keep(page: Page): Promise<void> {
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  await page.goto('/archive')
  await page
    .getByText(String(Math.ceil(ITEMS / SECTION_KEYS.length)))
    .first()
    .waitFor()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  // What is noted of 2,000 entries in the background.
  await page.waitForTimeout(8000)
}

/** Starts a count of the processor's time of the page's own thread: scripts, layout and painting. @returns asks for it, in milliseconds */
async function workOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const read = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  }
  const before = await read()
  return async () => (await read()) - before
}

interface Opening {
  readonly shell: number
  readonly interactive: number
  readonly longest: number
  readonly work: number
}

async function openings(context: BrowserContext): Promise<Opening> {
  const runs: Opening[] = []
  for (let run = 0; run < 5; run++) {
    const page = await context.newPage()
    await page.addInitScript(watchOpening, Math.floor(ITEMS / SECTION_KEYS.length))
    const work = await workOf(page)
    await page.goto('/archive')
    await page.waitForFunction(() => performance.getEntriesByName('interactive').length > 0)
    await page.waitForTimeout(2000)
    const worked = await work()
    runs.push({
      work: worked,
      ...(await page.evaluate(() => {
        const [shell, interactive] = ['shell', 'interactive'].map(
          (name) => performance.getEntriesByName(name)[0]?.startTime ?? 0,
        )
        const after = performance.getEntriesByName('task').map((entry) => entry.duration)
        return { shell: shell ?? 0, interactive: (interactive ?? 0) - (shell ?? 0), longest: Math.max(0, ...after) }
      })),
    })
    await page.close()
  }
  const middle = (pick: (run: (typeof runs)[number]) => number): number => at(runs.map(pick), 0.5)
  return {
    interactive: middle((r) => r.interactive),
    shell: middle((r) => r.shell),
    longest: middle((r) => r.longest),
    work: middle((r) => r.work),
  }
}

/** Runs in the page from its first moment: marks the shell, and when the counts stand and the page is free for the next key. */
function watchOpening(count: number): void {
  let isReady = false
  const look = (): void => {
    if (document.querySelector('.frame__header') && performance.getEntriesByName('shell').length === 0)
      performance.mark('shell')
    const text = document.querySelector('main')?.textContent ?? ''
    if (isReady || !document.querySelector('input[type=search]') || !text.includes(String(count))) return
    isReady = true
    const channel = new MessageChannel()
    channel.port1.onmessage = () => performance.mark('interactive')
    requestAnimationFrame(() => channel.port2.postMessage(null))
  }
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
  new PerformanceObserver((list) => {
    if (!isReady) return
    for (const { startTime, duration } of list.getEntries()) performance.measure('task', { start: startTime, duration })
  }).observe({ type: 'longtask' })
}

/** Types each word into the focused field, which is emptied after it. @returns milliseconds for each key */
async function keys(page: Page, words: readonly string[]): Promise<readonly number[]> {
  await page.evaluate(() => {
    const field = document.activeElement
    addEventListener('keydown', () => performance.mark('key'), { capture: true })
    field?.addEventListener('input', () => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => {
        const down = performance.getEntriesByName('key').at(-1)
        if (down) performance.measure('typed', { start: down.startTime, end: performance.now() })
      }
      channel.port2.postMessage(null)
    })
  })
  for (const word of words) {
    for (const key of word) {
      // A character that no key has comes as the input method hands it over.
      if (key > '~') await page.keyboard.insertText(key)
      else await page.keyboard.press(key)
      await page.waitForTimeout(20)
    }
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Delete')
    await page.waitForTimeout(50)
  }
  return page.evaluate(() => performance.getEntriesByName('typed').map((entry) => entry.duration))
}
