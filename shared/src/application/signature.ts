/**
 * Whether a picture of a signature can be read (seed 3: 签名须清晰可辨), measured on its pixels: the same for a signature drawn on this screen, on a
 * phone, or photographed from paper. It cannot know whose name it is; HR sees it beside the name.
 */

export interface Pixmap {
  readonly width: number
  readonly height: number
  /** Four bytes per pixel, red, green, blue, alpha, row by row. */
  readonly rgba: Uint8ClampedArray
}

export interface InkMeasure {
  readonly width: number
  readonly height: number
  /** Pixels that are ink. */
  readonly ink: number
  /** The box around all ink; null when there is none. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null
}

export type SignatureProblem = 'empty' | 'too-small' | 'too-flat' | 'too-thin' | 'too-dark'

/** Luminance 0–255 below which a pixel is ink, whatever colour the pen has. */
const INK_BELOW = 150

/** What was transparent is paper. */
export function inkIn({ width, height, rgba }: Pixmap): InkMeasure {
  let [ink, left, top, right, bottom] = [0, width, height, -1, -1]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!isInk(rgba, (y * width + x) * 4)) continue
      ink++
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      bottom = y
    }
  }
  const box = ink === 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 }
  return { width, height, ink, box }
}

/** In the order in which a person mends them; a good one has none. */
export function signatureProblems({ width, height, ink, box }: InkMeasure): readonly SignatureProblem[] {
  if (!box || ink < 30) return ['empty']
  const problems: SignatureProblem[] = []
  if (box.width < width * 0.2 || box.height < height * 0.25) problems.push('too-small')
  // A stroke drawn across is no name: several characters stand higher than a line is thick.
  if (box.height * 12 < box.width || box.width * 4 < box.height) problems.push('too-flat')
  const share = ink / (box.width * box.height)
  if (share < 0.01) problems.push('too-thin')
  if (share > 0.5) problems.push('too-dark')
  return problems
}

function isInk(rgba: Uint8ClampedArray, at: number): boolean {
  const alpha = (rgba[at + 3] ?? 0) / 255
  const luminance = 0.299 * (rgba[at] ?? 0) + 0.587 * (rgba[at + 1] ?? 0) + 0.114 * (rgba[at + 2] ?? 0)
  return luminance * alpha + 255 * (1 - alpha) < INK_BELOW
}
