import { expect, test } from 'vitest'
import { jpegPixels } from '../archive/picture-size.ts'
import { jpegOrientation, withoutMetadata } from './jpeg-metadata.ts'
import { cornersOf } from './photo-corners.ts'

const segment = (marker: number, data: readonly number[]) => [
  0xff,
  marker,
  (data.length + 2) >> 8,
  (data.length + 2) & 255,
  ...data,
]
const text = (value: string) => [...value].map((letter) => letter.charCodeAt(0))
/** One directory with the orientation, in either byte order. */
const exif = (orientation: number, isLittle: boolean) => {
  const two = (n: number) => (isLittle ? [n & 255, n >> 8] : [n >> 8, n & 255])
  const four = (n: number) => (isLittle ? [n, 0, 0, 0] : [0, 0, 0, n])
  const entry = [...two(0x0112), ...two(3), ...four(1), ...two(orientation), 0, 0]
  return segment(0xe1, [
    ...text('Exif\0\0'),
    ...text(isLittle ? 'II' : 'MM'),
    ...two(42),
    ...four(8),
    ...two(1),
    ...entry,
    ...four(0),
    ...text('30.0N 120.6E'),
  ])
}
const frame = segment(0xc0, [8, 1, 0x2c, 0, 0xd8, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1])
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 1, 2, 0xff, 0, 3, 0xff, 0xd9]
const jfif = segment(0xe0, text('JFIF\0'))
const jpeg = (...segments: readonly (readonly number[])[]) => Uint8Array.from([0xff, 0xd8, ...segments.flat(), ...scan])

test('[APP-61] where and when a photo was taken is left out, and its picture stays byte for byte', () => {
  const camera = jpeg(jfif, exif(1, false), segment(0xfe, text('comment')), segment(0xed, text('IPTC')), frame)
  expect([...withoutMetadata(camera)]).toEqual([...jpeg(jfif, frame)])
  expect(jpegPixels(withoutMetadata(camera))).toEqual({ width: 216, height: 300 })
})

test('[APP-61] a photo without any, a broken one and another kind of file are left as they are', () => {
  for (const bytes of [
    jpeg(jfif, frame),
    Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0xff]),
    Uint8Array.from(text('PNG')),
  ]) {
    expect([...withoutMetadata(bytes)]).toEqual([...bytes])
    expect(jpegOrientation(bytes)).toBe(1)
  }
})

test.each([1, 3, 6, 8])('[APP-61] which way the camera was held is read in both byte orders: %d', (orientation) => {
  for (const isLittle of [true, false])
    expect(jpegOrientation(jpeg(exif(orientation, isLittle), frame))).toBe(orientation)
})

test('[APP-17] the background is what stands in the upper corners', () => {
  const portrait = (corner: readonly number[]) => {
    const rgba = new Uint8ClampedArray(100 * 140 * 4).fill(40)
    for (let y = 0; y < 40; y++) for (let x = 0; x < 100; x++) rgba.set(corner, (y * 100 + x) * 4)
    return cornersOf({ width: 100, height: 140, rgba })
  }
  expect(portrait([250, 250, 250, 255])).toEqual({ luminance: 250, chroma: 0 })
  expect(portrait([60, 120, 220, 255]).chroma).toBe(160)
})
