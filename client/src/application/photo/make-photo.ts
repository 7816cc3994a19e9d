/**
 * A photo out of a picture: the chosen part, on white, as a JPEG between the plan's sizes. Decoding and encoding are the browser's own and happen
 * beside the page; a fresh JPEG carries nothing of what a camera wrote.
 */
import type { Plan } from '@yejibu/shared/plan/plan'
import { decodePicture } from '../../platform/decode-picture.ts'
import type { Crop, Size } from './crop.ts'

/** Longest side that is kept of a picture, in pixels: four times what a photo needs. */
const LONGEST_PX = 2400

export interface Picture extends Size {
  readonly canvas: HTMLCanvasElement
}

/** Turned as the camera held it. @returns null when the browser cannot read it as a picture */
export async function readPicture(file: Blob): Promise<Picture | null> {
  try {
    const bitmap = await decodePicture(file)
    if (!bitmap) return null
    const scale = Math.min(1, LONGEST_PX / Math.max(bitmap.width, bitmap.height))
    const picture = paperOf(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale))
    picture?.paper.drawImage(bitmap, 0, 0, picture.canvas.width, picture.canvas.height)
    bitmap.close()
    return picture && sized(picture.canvas)
  } catch {
    return null
  }
}

/** A quarter to the right. */
export function turned(picture: Picture): Picture {
  const made = paperOf(picture.height, picture.width)
  if (!made) return picture
  made.paper.translate(picture.height, 0)
  made.paper.rotate(Math.PI / 2)
  made.paper.drawImage(picture.canvas, 0, 0)
  return sized(made.canvas)
}

/** @returns null when no size of file fits the rule, which a picture of one colour may bring about */
export async function makePhoto(picture: Picture, crop: Crop, rule: Plan['photo'], name: string): Promise<File | null> {
  const blob = await fitting(rule, (width, quality) => encoded(picture, crop, width, quality))
  return blob && new File([blob], photoName(name), { type: 'image/jpeg' })
}

export function photoName(name: string): string {
  return `${name.replace(/\.[^.]*$/, '') || '证件照'}.jpg`
}

/** Widths and qualities in the order of the bytes they give. */
const TRIES: readonly (readonly [width: number, quality: number])[] = [
  [300, 0.5],
  [300, 0.75],
  [413, 0.75],
  [413, 0.92],
  [600, 0.92],
  [600, 0.98],
  [900, 0.98],
  [1200, 1],
  [1500, 1],
]
const FIRST_TRY = 3

/** Begins with a photo of two inches at 300 dpi and goes on to more or to less until the bytes fit. */
export async function fitting<Encoded extends { readonly size: number }>(
  rule: Pick<Plan['photo'], 'minBytesExclusive' | 'maxBytesExclusive'>,
  encode: (width: number, quality: number) => Promise<Encoded | null>,
): Promise<Encoded | null> {
  let direction = 0
  for (let i = FIRST_TRY; i >= 0 && i < TRIES.length; i += direction) {
    const [width, quality] = TRIES[i] ?? [413, 0.92]
    const made = await encode(width, quality)
    if (!made) return null
    const wanted = made.size <= rule.minBytesExclusive ? 1 : made.size >= rule.maxBytesExclusive ? -1 : 0
    if (wanted === 0) return made
    // Less was too little and more is too much: nothing in between.
    if (direction !== 0 && wanted !== direction) return null
    direction = wanted
  }
  return null
}

function encoded({ canvas }: Picture, crop: Crop, width: number, quality: number): Promise<Blob | null> {
  const made = paperOf(width, Math.round((width * crop.height) / crop.width))
  if (!made) return Promise.resolve(null)
  made.paper.imageSmoothingQuality = 'high'
  made.paper.drawImage(canvas, crop.x, crop.y, crop.width, crop.height, 0, 0, made.canvas.width, made.canvas.height)
  return new Promise((resolve) => made.canvas.toBlob(resolve, 'image/jpeg', quality))
}

/** What is transparent is white. */
function paperOf(width: number, height: number) {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, width)
  canvas.height = Math.max(1, height)
  const paper = canvas.getContext('2d')
  if (!paper) return null
  paper.fillStyle = '#fff'
  paper.fillRect(0, 0, canvas.width, canvas.height)
  return { canvas, paper }
}

function sized(canvas: HTMLCanvasElement): Picture {
  return { canvas, width: canvas.width, height: canvas.height }
}
