/** Writes three characters' worth of strokes into the signature field that is on the page. */
import type { Page } from '@playwright/test'

export async function signByHand(page: Page): Promise<void> {
  const pad = page.getByRole('img', { name: /^签名区/ })
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('the field is on the page')
  for (const at of [0.2, 0.5, 0.8]) {
    for (const [fromX, fromY, toX, toY] of [
      [-0.1, 0.3, 0.1, 0.3],
      [0, 0.15, 0, 0.85],
      [-0.1, 0.8, 0.1, 0.7],
    ] as const) {
      await page.mouse.move(box.x + box.width * (at + fromX), box.y + box.height * fromY)
      await page.mouse.down()
      await page.mouse.move(box.x + box.width * (at + toX), box.y + box.height * toY, { steps: 6 })
      await page.mouse.up()
    }
  }
}
