/** Text that breaks other programs, put past the product's own client into an archive: every page shows it as text, a sheet computes nothing. */
import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import { addItem, readItems } from '@yejibu/shared/archive/archive-doc'
import { revisionOf } from '@yejibu/shared/archive/revision'
import { fromCell } from '@yejibu/shared/archive/transfer/sheet-text'
import { canonicalText } from '@yejibu/shared/kernel/canonical'
import type { AccountId, ItemId } from '@yejibu/shared/kernel/ids'
import readExcelFile from 'read-excel-file/node'
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { expect, type Person, test } from '../stage/test.ts'

const WORD = 'a'.repeat(19_000)
const HUGE = 'b'.repeat(100_000)
const pdfOf = (at: number) => new TextEncoder().encode(`%PDF-1.4\n% ${at}\n%%EOF\n`)

/** Title, journal and abstract of an entry, and the name of its file. */
const ENTRIES: readonly (readonly [string, string, string, string])[] = [
  [
    '<script>alert(1)</script>',
    '"\'`><img src=x onerror=alert(2)>',
    '</textarea><svg onload=alert(3)>',
    '<img src=x onerror=alert(4)>.pdf',
  ],
  ['=HYPERLINK("http://example.invalid","点这里")', '@SUM(1+1)*cmd|"/C calc"!A0', '\t+1+1', '=1+1.pdf'],
  ['水质\u202e卷宗\u2067fdp', '\u200b\u200d零\u2060宽\ufeff', 'null', '报告\u202efdp.exe'],
  ['{{constructor.constructor("alert(5)")()}}', '$\u007balert(6)} %s {{ n }}', 'undefined', '../../{{ title }}.pdf'],
  ['👩‍👩‍👧‍👦🏳️‍🌈𠮷', '\ud83d半个\ude00', '中\u0000文\u001b[31m', '__proto__'],
  [`太长${HUGE}`, `太长刊${HUGE}`, `太长文${HUGE}`, 'null'],
  [`长题${WORD}`, `长刊${WORD}`, `长文${WORD}`, `${'长'.repeat(3_000)}.pdf`],
]
const idOf = (at: number) => `hostile-paper-${at}` as ItemId

/** Writes the entries as a client made by hand can, and sends them for review. */
async function plant(url: string): Promise<void> {
  const hand = await HandMadeClient.signIn(url, 'xumingchuan')
  const socket = await hand.open('archive/xumingchuan')
  await socket.until(() => socket.synced)
  let sent = 0
  for (const [at, [title, journal, abstract, name]] of ENTRIES.entries()) {
    const file = pdfOf(at)
    const sha256 = createHash('sha256').update(file).digest('hex')
    await hand.putFile('xumingchuan', sha256, file)
    sent = socket.write((doc) =>
      addItem(doc, {
        id: idOf(at),
        part: 'paper',
        salt: 'c'.repeat(64),
        order: `9${at}`,
        fields: { title, journal, abstract, publishYm: '202105', isRepresentative: 'no', rank: '1' },
        evidence: [{ sha256, bytes: file.length, type: 'application/pdf', kind: 'evidence', name }],
      }),
    )
  }
  await socket.until(() => socket.durable >= sent)
  for (const item of readItems(socket.doc).filter(({ id }) => id.startsWith('hostile-paper'))) {
    const revision = revisionOf(item, 'xumingchuan' as AccountId)
    const answer = await hand.command('send-revision', { archive: 'xumingchuan', item: item.id, revision })
    // What is longer than anything that is sent for review stays a draft, which the employer reads as well.
    const isHuge = item.fields.title?.includes(HUGE)
    expect(answer.status, JSON.stringify(answer.refusal)).toBe(isHuge ? 400 : 200)
  }
  socket.close()
}

/** What came to life on the page: an open window, a script or an attribute that was stopped, a request to the strings' addresses. */
function listen({ page }: Person): readonly string[] {
  const alive: string[] = []
  page.on('dialog', (dialog) => {
    alive.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => alive.push(`error ${error.message}`))
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) alive.push(message.text())
  })
  page.on('request', (request) => {
    if (/example\.invalid|\/x$/.test(request.url())) alive.push(`request ${request.url()}`)
  })
  return alive
}

async function fits(page: Page): Promise<void> {
  expect(await page.locator('img[src="x"], svg[onload], main script').count()).toBe(0)
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    const tooWide = await page.evaluate(() => {
      if (document.documentElement.scrollWidth <= innerWidth) return []
      const over = [...document.querySelectorAll('body *')].filter(
        (one) => one.getBoundingClientRect().right > innerWidth,
      )
      return over.map((one) => `${one.localName}.${one.className}`).slice(0, 12)
    })
    expect(tooWide, `${new URL(page.url()).pathname} at ${width} px`).toEqual([])
  }
}

/** Which of the texts do not stand on the page, as text or in a field, in the spelling that the document gives them. */
async function missing(page: Page, texts: readonly string[]): Promise<readonly string[]> {
  const shown = await page.evaluate(() =>
    [
      document.body.textContent,
      ...Array.from(
        document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea'),
        ({ value }) => value,
      ),
    ].join('\n'),
  )
  return texts.filter((text) => !shown.includes(canonicalText(text))).map((text) => text.slice(0, 40))
}

test('[CLIENT-186] hostile-text: what breaks other programs is text in the archive, at the review desk and in a sheet', async ({
  relay,
  person,
}, info) => {
  await plant(relay.url)
  const titles = ENTRIES.map(([title]) => title)
  const { page, ...rest } = await person('xumingchuan')
  const hers = listen({ page, ...rest })
  await page.goto('/archive')
  await page.getByRole('searchbox').fill('alert')
  await expect(page.getByRole('link', { name: '<script>alert(1)</script>' })).toBeVisible()
  await page.getByRole('searchbox').fill('长')
  await expect(page.locator('[data-found]').filter({ hasText: '太长' })).toBeVisible()
  await fits(page)
  await page.goto('/archive/paper')
  await expect.poll(() => missing(page, titles)).toEqual([])
  await fits(page)
  for (const [at, texts] of ENTRIES.entries()) {
    await page.goto(`/archive/paper/${idOf(at)}`)
    await expect.poll(() => missing(page, texts)).toEqual([])
    await fits(page)
  }

  await page.goto('/archive/export')
  await page.getByLabel('栏目', { exact: true }).selectOption('paper')
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出Excel' }).click()
  const sheet = info.outputPath('papers.xlsx')
  await (await coming).saveAs(sheet)
  await expect(page.getByText(/超出单元格上限/).first()).toBeVisible()
  expect(hers).toEqual([])

  const [first] = await readExcelFile(sheet, { trim: false })
  const rows = first?.data ?? []
  for (const cell of rows.slice(2).flat()) expect(String(cell ?? '')).not.toMatch(/^\s*[=+\-@\t\r\n]/)
  for (const texts of ENTRIES) {
    if (texts[0].includes(HUGE)) continue
    const [title, journal, abstract] = texts.map(canonicalText)
    const row = rows.find(([cell]) => fromCell(String(cell)) === title)
    expect(row?.map((cell) => fromCell(String(cell)))).toEqual(expect.arrayContaining([title, journal, abstract]))
  }

  const hr = await person('zhoumin')
  const theirs = listen(hr)
  await hr.page.goto('/review/xumingchuan')
  await expect.poll(() => missing(hr.page, titles)).toEqual([])
  for (const texts of ENTRIES) {
    const [title] = texts.map(canonicalText)
    const entry = hr.page.locator('.review-entry').filter({ hasText: title?.slice(0, 60) ?? '' })
    await entry.first().click()
    await expect.poll(() => missing(hr.page, texts)).toEqual([])
    await fits(hr.page)
  }
  expect(theirs).toEqual([])
})
