/** Finding one's way by the Tab key alone, as somebody without a mouse does. */
import type { Locator, Page } from '@playwright/test'

/** More stops than any page has between two things that belong together. */
const MOST_STOPS = 80

/** Presses Tab until the control has the focus. @throws when it is not reached */
export async function tabTo(page: Page, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`not reached by ${key}: ${control}`)
}
