import { PHOTO } from '@yejibu/shared/plan/plans/notice-parts'
import { expect, test } from 'vitest'
import { fitting, photoName } from './make-photo.ts'

/** An encoder whose files grow with the pixels and the quality. */
const encoder = (perPixel: number) => async (width: number, quality: number) => ({
  width,
  size: Math.round(width * width * 1.4 * quality * perPixel),
})

test.each([0.02, 0.15, 0.4, 1, 4, 9])(
  '[CLIENT-221] the photo fits between the plan’s sizes at %d bytes a pixel',
  async (perPixel) => {
    const made = await fitting(PHOTO, encoder(perPixel))
    expect(made?.size).toBeGreaterThan(PHOTO.minBytesExclusive)
    expect(made?.size).toBeLessThan(PHOTO.maxBytesExclusive)
    expect(made?.width).toBeGreaterThan(PHOTO.minWidthExclusive)
  },
)

test('[CLIENT-221] where nothing fits, nothing is made', async () => {
  expect(await fitting(PHOTO, encoder(0.001))).toBeNull()
  expect(await fitting(PHOTO, encoder(99))).toBeNull()
  expect(await fitting({ minBytesExclusive: 50_000, maxBytesExclusive: 50_002 }, encoder(0.3))).toBeNull()
  expect(await fitting(PHOTO, async () => null)).toBeNull()
})

test('[CLIENT-221] it is called what the picture was called, as a JPEG', () => {
  expect(['IMG_1.HEIC', '许明川.png', 'a.b.jpeg', '.png', ''].map(photoName)).toEqual([
    'IMG_1.jpg',
    '许明川.jpg',
    'a.b.jpg',
    '证件照.jpg',
    '证件照.jpg',
  ])
})
