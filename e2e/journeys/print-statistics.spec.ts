/** The statistics on paper: the light colours, whatever the theme of the screen, and nothing beyond the sheet. */
import { expect, test } from '../stage/test.ts'

/** An A4 sheet between its margins, in CSS pixels. */
const SHEET = { width: 672, height: 980 }

test('[CLIENT-431] statistics are printed in the light colours, and no column leaves the sheet', async ({ person }) => {
  const { page } = await person('zhoumin')
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/statistics')
  const track = page.locator('.bars__track').first()
  await track.waitFor()
  await page.locator('html[data-theme=dark]').waitFor()
  const colour = () => track.evaluate((bar) => getComputedStyle(bar).backgroundColor)
  const onScreen = await colour()
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  await page.setViewportSize(SHEET)
  expect(await colour()).not.toBe(onScreen)
  const [red = 0, green = 0, blue = 0] = ((await colour()).match(/\d+/g) ?? []).map(Number)
  expect(Math.min(red, green, blue)).toBeGreaterThan(220)
  const beyond = await page.evaluate(() => {
    const cards = [...document.querySelectorAll('.card')]
    return cards.flatMap((card) =>
      [...card.querySelectorAll('td, th')].filter(
        (cell) => cell.getBoundingClientRect().right > card.getBoundingClientRect().right + 1,
      ),
    ).length
  })
  expect(beyond).toBe(0)
})
