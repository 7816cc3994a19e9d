/**
 * Which part of a picture becomes the photo. The part always has the photo's ratio and lies wholly inside the picture: moving and zooming stop at the
 * picture's edges and at the fewest pixels that a photo needs.
 */
import type { Plan } from '@yejibu/shared/plan/plan'

export interface Size {
  readonly width: number
  readonly height: number
}

/** In the picture's own pixels. */
export interface Crop extends Size {
  readonly x: number
  readonly y: number
}

/** 1 inch and 2 inches are both 5 to 7. */
const USUAL_RATIO = 5 / 7

export function ratioFor(rule: Plan['photo']): number {
  return Math.min(rule.maxRatio, Math.max(rule.minRatio, USUAL_RATIO))
}

/** The largest part in the middle, a little nearer to the top, where heads are; null when the picture has too few pixels for any. */
export function firstCrop(picture: Size, rule: Plan['photo']): Crop | null {
  const ratio = ratioFor(rule)
  const width = Math.min(picture.width, picture.height * ratio)
  if (width < leastWidth(rule)) return null
  return { width, height: width / ratio, x: (picture.width - width) / 2, y: (picture.height - width / ratio) / 4 }
}

/** By parts of the crop's own size: 0.1 to the right shows what lies a tenth of it further right. */
export function moved(crop: Crop, picture: Size, right: number, down: number): Crop {
  return inside({ ...crop, x: crop.x + right * crop.width, y: crop.y + down * crop.height }, picture)
}

/** @param zoom 1 is the largest part; what is in the middle stays there */
export function zoomedTo(crop: Crop, picture: Size, rule: Plan['photo'], zoom: number): Crop {
  const ratio = crop.width / crop.height
  const width = largestWidth(picture, ratio) / Math.min(mostZoom(picture, rule), Math.max(1, zoom))
  const height = width / ratio
  const x = crop.x + (crop.width - width) / 2
  const y = crop.y + (crop.height - height) / 2
  return inside({ width, height, x, y }, picture)
}

export function zoomOf(crop: Crop, picture: Size): number {
  return largestWidth(picture, crop.width / crop.height) / crop.width
}

/** At least 1. */
export function mostZoom(picture: Size, rule: Plan['photo']): number {
  return Math.max(1, largestWidth(picture, ratioFor(rule)) / leastWidth(rule))
}

function inside(crop: Crop, picture: Size): Crop {
  return {
    ...crop,
    x: Math.min(Math.max(0, crop.x), picture.width - crop.width),
    y: Math.min(Math.max(0, crop.y), picture.height - crop.height),
  }
}

function largestWidth(picture: Size, ratio: number): number {
  return Math.min(picture.width, picture.height * ratio)
}

/** Enlarging gives no detail: below the rule's pixels there is no photo in it. */
function leastWidth(rule: Plan['photo']): number {
  return Math.max(rule.minWidthExclusive + 1, (rule.minHeightExclusive + 1) * ratioFor(rule))
}
