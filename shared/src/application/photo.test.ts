import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isJpeg, jpegPixels } from '../archive/picture-size.ts'
import { PHOTO } from '../plan/plans/notice-parts.ts'
import { type PhotoMeasure, photoProblems } from './photo.ts'

const GOOD: PhotoMeasure = {
  name: '许明川.JPG',
  bytes: 60_000,
  isJpeg: true,
  pixels: { width: 295, height: 413 },
  corners: { luminance: 250, chroma: 3 },
}
const breaks = (change: Partial<PhotoMeasure>) => photoProblems(PHOTO, { ...GOOD, ...change }).map(({ code }) => code)

test.each<[string, Partial<PhotoMeasure>, string[]]>([
  ['a good one', {}, []],
  ['.jpeg', { name: 'a.jpeg' }, []],
  ['another ending', { name: 'a.png' }, ['V-PHOTO-FMT']],
  ['other bytes', { isJpeg: false }, ['V-PHOTO-FMT']],
  ['30K exactly', { bytes: 30_720 }, ['V-PHOTO-SIZE']],
  ['30K and one', { bytes: 30_721 }, []],
  ['1M less one', { bytes: 1_048_575 }, []],
  ['1M exactly', { bytes: 1_048_576 }, ['V-PHOTO-SIZE']],
  ['215 wide', { pixels: { width: 215, height: 301 } }, ['V-PHOTO-PX']],
  ['300 high', { pixels: { width: 216, height: 300 } }, ['V-PHOTO-PX']],
  ['216 × 301', { pixels: { width: 216, height: 301 } }, []],
  ['0.65 exactly', { pixels: { width: 650, height: 1000 } }, []],
  ['0.649', { pixels: { width: 649, height: 1000 } }, ['V-PHOTO-RATIO']],
  ['0.8 exactly', { pixels: { width: 800, height: 1000 } }, []],
  ['0.801', { pixels: { width: 801, height: 1000 } }, ['V-PHOTO-RATIO']],
  ['a grey background', { corners: { luminance: 219, chroma: 3 } }, ['V-PHOTO-BG']],
  ['a blue background', { corners: { luminance: 230, chroma: 60 } }, ['V-PHOTO-BG']],
  ['a background nobody looked at', { corners: null }, []],
])('[APP-17] %s', (_, change, codes) => {
  expect(breaks(change)).toEqual(codes)
})

test('[APP-17] the background only warns', () => {
  expect(photoProblems(PHOTO, { ...GOOD, corners: { luminance: 0, chroma: 0 } })[0]?.severity).toBe('warning')
})

test('[APP-17] a ratio is judged as whole numbers, whatever a division would make of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 17, max: 400 }), (k) => {
      expect(breaks({ pixels: { width: 13 * k, height: 20 * k } })).toEqual([])
      expect(breaks({ pixels: { width: 13 * k - 1, height: 20 * k } })).toContain('V-PHOTO-RATIO')
      expect(breaks({ pixels: { width: 16 * k, height: 20 * k } })).not.toContain('V-PHOTO-RATIO')
      expect(breaks({ pixels: { width: 16 * k + 1, height: 20 * k } })).toContain('V-PHOTO-RATIO')
    }),
  )
})

describe('the bytes of a JPEG', () => {
  const frame = (marker: number, width: number, height: number) => [
    0xff,
    marker,
    0,
    11,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    1,
    1,
    17,
    0,
  ]
  const segment = (marker: number, length: number) => [
    0xff,
    marker,
    length >> 8,
    length & 255,
    ...new Array<number>(length - 2).fill(0xc0),
  ]
  const START = [0xff, 0xd8]

  test('[APP-17] say width and height behind any number of other segments, baseline or progressive', () => {
    const dimension = fc.integer({ min: 1, max: 65_535 })
    const others = fc.array(fc.tuple(fc.constantFrom(0xe0, 0xe1, 0xdb, 0xc4, 0xfe), fc.integer({ min: 2, max: 600 })), {
      maxLength: 5,
    })
    fc.assert(
      fc.property(dimension, dimension, others, fc.constantFrom(0xc0, 0xc1, 0xc2), (width, height, segments, sof) => {
        const bytes = Uint8Array.from([
          ...START,
          ...segments.flatMap(([m, l]) => segment(m, l)),
          0xff,
          ...frame(sof, width, height),
        ])
        expect(jpegPixels(bytes)).toEqual({ width, height })
      }),
    )
  })

  test('[APP-17] say nothing when cut, without a frame, or of another kind, and never loop', () => {
    expect(jpegPixels(Uint8Array.from([...START, ...frame(0xc0, 300, 400)].slice(0, 8)))).toBeNull()
    expect(jpegPixels(Uint8Array.from([...START, 0xff, 0xda, 0, 4, 0, 0, ...frame(0xc0, 300, 400)]))).toBeNull()
    expect(jpegPixels(Uint8Array.from([...START, 0xff, 0xe0, 0, 0, ...frame(0xc0, 300, 400)]))).toBeNull()
    expect(isJpeg(Uint8Array.from([0x89, 0x50, 0x4e, 0x47]))).toBe(false)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        const pixels = jpegPixels(Uint8Array.from([...START, 0xff, ...noise]))
        expect(pixels === null || pixels.width <= 65_535).toBe(true)
      }),
    )
  })
})
