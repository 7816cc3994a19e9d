import { PHOTO } from '@yejibu/shared/plan/plans/notice-parts'
import { expect, test } from 'vitest'
import { isBlockingPhoto, judgePhoto } from './judge-photo.ts'

const segment = (marker: number, data: readonly number[]) => [
  0xff,
  marker,
  (data.length + 2) >> 8,
  (data.length + 2) & 255,
  ...data,
]
const text = (value: string) => [...value].map((letter) => letter.charCodeAt(0))
const exif = (orientation: number) =>
  segment(0xe1, [
    ...text('Exif\0\0MM'),
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ])
const frame = (width: number, height: number) =>
  segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1])

/** A JPEG's segments with as many bytes of a scan as asked. */
function jpeg(width: number, height: number, bytes: number, ...before: readonly (readonly number[])[]): File {
  const head = [0xff, 0xd8, ...before.flat(), ...frame(width, height), ...segment(0xda, [1, 1, 0, 0, 63, 0])]
  const all = new Uint8Array(bytes)
  all.set(head)
  all.set([0xff, 0xd9], bytes - 2)
  return new File([all], '照片.jpg', { type: 'image/jpeg' })
}
const codes = async (file: File) => (await judgePhoto(file, PHOTO, null)).problems.map(({ code }) => code)

test('[CLIENT-222] a good photo is taken without what the camera wrote into it', async () => {
  const judged = await judgePhoto(jpeg(295, 413, 40_000, exif(1)), PHOTO, null)
  expect([judged.problems, isBlockingPhoto(judged)]).toEqual([[], false])
  expect(judged.file.size).toBe(40_000 - exif(1).length)
  expect(new TextDecoder('latin1').decode(await judged.file.arrayBuffer())).not.toContain('Exif')
})

test('[CLIENT-222] each thing that is wrong is told by its code, by the bytes without the camera’s notes', async () => {
  expect(await codes(jpeg(215, 301, 40_000))).toEqual(['V-PHOTO-PX'])
  expect(await codes(jpeg(900, 1000, 2_000_000))).toEqual(['V-PHOTO-SIZE', 'V-PHOTO-RATIO'])
  expect(await codes(jpeg(295, 413, 30_720 + exif(1).length, exif(1)))).toEqual(['V-PHOTO-SIZE'])
  const png = new File([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, ...new Uint8Array(40_000)])], 'a.jpg')
  expect(await codes(png)).toEqual(['V-PHOTO-FMT'])
})

test('[CLIENT-222] a picture that a camera held sideways is not taken as it is', async () => {
  const judged = await judgePhoto(jpeg(295, 413, 40_000, exif(6)), PHOTO, null)
  expect([judged.problems, judged.isTurned, isBlockingPhoto(judged)]).toEqual([[], true, true])
})
