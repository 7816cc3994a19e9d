/** Writes three characters' worth of strokes into the signature field that is on the page, with the mouse or with a finger. */
import type { Page } from '@playwright/test'

type Point = { readonly x: number; readonly y: number }
type Draw = (from: Point, to: Point) => Promise<void>

export async function signByHand(page: Page): Promise<void> {
  await write(page, async (from, to) => {
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 6 })
    await page.mouse.up()
  })
}

/** On a phone: touches, which the page could also take for scrolling. */
export async function signByFinger(page: Page): Promise<void> {
  const screen = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Point[]) =>
    screen.send('Input.dispatchTouchEvent', { type, touchPoints })
  await write(page, async (from, to) => {
    await touch('touchStart', from)
    for (const part of [1, 2, 3, 4, 5, 6]) {
      await touch('touchMove', {
        x: from.x + ((to.x - from.x) * part) / 6,
        y: from.y + ((to.y - from.y) * part) / 6,
      })
    }
    await touch('touchEnd')
  })
  await screen.detach()
}

async function write(page: Page, draw: Draw): Promise<void> {
  const pad = page.getByRole('img', { name: /^签名区/ })
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('the field is on the page')
  const at = (x: number, y: number): Point => ({ x: box.x + box.width * x, y: box.y + box.height * y })
  for (const character of [0.2, 0.5, 0.8]) {
    for (const [fromX, fromY, toX, toY] of [
      [-0.1, 0.3, 0.1, 0.3],
      [0, 0.15, 0, 0.85],
      [-0.1, 0.8, 0.1, 0.7],
    ] as const) {
      await draw(at(character + fromX, fromY), at(character + toX, toY))
    }
  }
}
