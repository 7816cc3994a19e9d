/** V-PHOTO-BG's measurement: what stands in the upper corners of a photo. The lower ones are shoulders. */
import type { PhotoMeasure } from './photo.ts'
import type { Pixmap } from './signature.ts'

/** Of each side, how much a corner is. */
const SHARE = 0.12

export function cornersOf({ width, height, rgba }: Pixmap): NonNullable<PhotoMeasure['corners']> {
  const [w, h] = [Math.max(1, Math.round(width * SHARE)), Math.max(1, Math.round(height * SHARE))]
  let [red, green, blue, count] = [0, 0, 0, 0]
  for (const from of [0, width - w]) {
    for (let y = 0; y < h; y++) {
      for (let x = from; x < from + w; x++) {
        const at = (y * width + x) * 4
        red += rgba[at] ?? 0
        green += rgba[at + 1] ?? 0
        blue += rgba[at + 2] ?? 0
        count++
      }
    }
  }
  const mean = [red, green, blue].map((sum) => sum / count)
  const [r = 0, g = 0, b = 0] = mean
  return { luminance: 0.299 * r + 0.587 * g + 0.114 * b, chroma: Math.max(...mean) - Math.min(...mean) }
}
