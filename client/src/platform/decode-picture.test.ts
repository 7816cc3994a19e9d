// @vitest-environment node
import { MOST_PIXELS } from '@yejibu/shared/archive/picture-size'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { decodePicture } from './decode-picture.ts'

/** The beginning of a PNG that says how large it is. */
function png(width: number, height: number): Blob {
  const view = new DataView(new ArrayBuffer(24))
  view.setUint32(0, 0x89504e47)
  view.setUint32(4, 0x0d0a1a0a)
  view.setUint32(12, 0x49484452)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return new Blob([view])
}

const decoded: Blob[] = []
beforeEach(() => {
  decoded.length = 0
  // Only browsers have it.
  vi.stubGlobal('createImageBitmap', (file: Blob) => {
    decoded.push(file)
    return Promise.resolve('a bitmap')
  })
})
afterEach(() => vi.unstubAllGlobals())

it('[CLIENT-471] a picture is decoded after its header was looked at, and one that claims too much is not', async () => {
  const largest = png(10_000, MOST_PIXELS / 10_000)
  expect(await decodePicture(largest)).toBe('a bitmap')
  expect(decoded).toEqual([largest])
  for (const bomb of [png(10_001, MOST_PIXELS / 10_000), png(60_000, 60_000), png(2 ** 32 - 1, 2 ** 32 - 1)])
    expect(await decodePicture(bomb)).toBe(null)
  expect(decoded).toEqual([largest])
})
