/** What a page is held to for people who see little, or use no mouse: axe's rules in every look, and a focus that is seen and never lost. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** The rules that look at colours; no other one depends on the theme. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

export interface Look {
  readonly theme: 'light' | 'dark'
  /** Pixels. */
  readonly width: number
}

export const LOOKS: readonly Look[] = (['light', 'dark'] as const).flatMap((theme) =>
  [1440, 360].map((width) => ({ theme, width })),
)

/** A page is at rest when nothing moves: colours in the middle of a transition have no contrast that counts. */
async function rest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)))
  })
}

/** @returns axe's violations in each of the looks, with the place where it is, and whether the page is wider than the screen */
export async function violationsIn(page: Page, looks: readonly Look[]): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const { theme, width } of looks) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 900 })
    // The page hears of the theme by an event, which a busy machine brings late.
    await page.locator(`html[data-theme=${theme}]`).waitFor()
    await rest(page)
    const axe = new AxeBuilder({ page })
    const { violations } = await (theme === 'dark' ? axe.withRules(COLOUR_RULES) : axe).analyze()
    for (const { id, nodes } of violations) {
      for (const node of nodes) found.add(`${theme} ${width}: ${id} at ${node.target.join(' ')}`)
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (overflow > 0) found.add(`${theme} ${width}: wider than the screen by ${overflow} px`)
  }
  return [...found]
}

/** Goes through the page with Tab until it comes round. @returns where the focus was lost, could not be seen, or turned in a circle */
export async function focusProblems(page: Page, most = 80): Promise<readonly string[]> {
  const problems: string[] = []
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    getSelection()?.removeAllRanges()
  })
  const seen: string[] = []
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab')
    await rest(page)
    const at = await page.evaluate(stopOf)
    if (at === null) {
      if (i === 0) continue
      break
    }
    if (seen[0] === at.name && i > 1) break
    seen.push(at.name)
    if (!at.isSeen) problems.push(`focus cannot be seen at ${at.name}`)
    if (!at.isInSight) problems.push(`focus is outside of what is shown at ${at.name}`)
  }
  if (seen.length === 0) problems.push('nothing can be reached')
  return problems
}

/** Runs in the page. Null when the focus is on the page itself. */
function stopOf(): { readonly name: string; readonly isSeen: boolean; readonly isInSight: boolean } | null {
  const at = document.activeElement
  if (!at || at === document.body || at === document.documentElement) return null
  // A document inside the page, such as a PDF, and the browser's own parts of a date field show their own focus.
  const isEmbedded = ['OBJECT', 'IFRAME', 'EMBED'].includes(at.tagName) || !at.matches(':focus')
  const marks = [
    at,
    at.parentElement,
    at.parentElement?.parentElement,
    at.nextElementSibling,
    ...at.querySelectorAll('*'),
  ]
  // A ring may be drawn by a pseudo-element that covers the whole row.
  const isMarked = (element: Element | null | undefined): boolean =>
    element != null &&
    [null, '::before', '::after'].some((part) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, part)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'
    })
  const box = at.getBoundingClientRect()
  const label = at.getAttribute('aria-label') ?? at.textContent?.trim().slice(0, 20) ?? ''
  const name = `${at.tagName.toLowerCase()}${at.id ? `#${at.id}` : ''}.${at.className} “${label}” @${Math.round(box.x + scrollX)},${Math.round(box.y + scrollY)}`
  return {
    name,
    isSeen: isEmbedded || marks.some(isMarked),
    isInSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  }
}
