import { PHOTO } from '@yejibu/shared/plan/plans/notice-parts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Crop, firstCrop, mostZoom, moved, ratioFor, type Size, zoomedTo, zoomOf } from './crop.ts'

const picture = fc.record({ width: fc.integer({ min: 230, max: 8000 }), height: fc.integer({ min: 320, max: 8000 }) })
const step = fc.oneof(
  fc.record({ right: fc.double({ min: -3, max: 3, noNaN: true }), down: fc.double({ min: -3, max: 3, noNaN: true }) }),
  fc.record({ zoom: fc.double({ min: -1, max: 99, noNaN: true }) }),
)

function isSound(crop: Crop, { width, height }: Size): boolean {
  const slack = 1e-6
  return (
    Math.abs(crop.width / crop.height - ratioFor(PHOTO)) < slack &&
    crop.x >= -slack &&
    crop.y >= -slack &&
    crop.x + crop.width <= width + slack &&
    crop.y + crop.height <= height + slack &&
    crop.width > PHOTO.minWidthExclusive &&
    crop.height > PHOTO.minHeightExclusive
  )
}

test('[CLIENT-220] however it is moved and zoomed, the part has the ratio and the pixels of a photo and lies in the picture', () => {
  fc.assert(
    fc.property(picture, fc.array(step, { maxLength: 30 }), (size, steps) => {
      let crop = firstCrop(size, PHOTO)
      if (!crop) return false
      for (const one of steps) {
        crop = 'zoom' in one ? zoomedTo(crop, size, PHOTO, one.zoom) : moved(crop, size, one.right, one.down)
        if (!isSound(crop, size)) return false
      }
      return true
    }),
  )
})

test('[CLIENT-220] zooming keeps what is in the middle, and goes from the largest part to the smallest', () => {
  const size = { width: 3000, height: 4000 }
  const first = firstCrop(size, PHOTO)
  if (!first) throw new Error('large enough')
  const near = zoomedTo(first, size, PHOTO, 2)
  expect([near.x + near.width / 2, near.width]).toEqual([first.x + first.width / 2, first.width / 2])
  expect(zoomOf(zoomedTo(near, size, PHOTO, 999), size)).toBeCloseTo(mostZoom(size, PHOTO))
  expect(zoomOf(zoomedTo(near, size, PHOTO, 0), size)).toBe(1)
})

test('[CLIENT-220] a picture with too few pixels has no photo in it', () => {
  expect(firstCrop({ width: 215, height: 4000 }, PHOTO)).toBeNull()
  expect(firstCrop({ width: 4000, height: 300 }, PHOTO)).toBeNull()
})
