/**
 * Two pictures that an application of the sample carries: an identity photo on white, of nobody, and a signature. Both are drawn from
 * their seed, with the grain of a camera, because a photo as smooth as a drawing is smaller than any plan takes.
 */
import type { Picture } from './jpeg.ts'

type Colour = readonly [number, number, number]

const WHITE: Colour = [244, 245, 246]
const HAIR: Colour = [38, 34, 34]
const SKIN: Colour = [226, 188, 160]
const SHIRT: Colour = [250, 250, 252]
const COATS: readonly Colour[] = [
  [44, 56, 84],
  [62, 62, 68],
  [70, 44, 52],
  [40, 70, 66],
]
const WIDTH = 600
const HEIGHT = 800
const SCALE = WIDTH / 360

/** @param seed decides the coat and the grain; at least 24 bytes */
export function portraitPicture(seed: Uint8Array): Picture {
  const coat = COATS[(seed[0] ?? 0) % COATS.length] ?? WHITE
  return painted(WIDTH, HEIGHT, seed, 9, (column, row) => {
    const [x, y] = [column / SCALE, row / SCALE]
    if (inOval(x, y, 180, 214, 74, 96) && y > 168) return SKIN
    if (inOval(x, y, 180, 190, 88, 104) && y < 250) return HAIR
    if (Math.abs(x - 180) < 30 && y > 280 && y < 350) return SKIN
    if (Math.abs(x - 180) < (y - 330) * 0.45 && y > 330 && y < 430) return SHIRT
    return inOval(x, y, 180, 500, 160, 164) ? coat : WHITE
  })
}

/** @param seed decides the strokes */
export function signaturePicture(seed: Uint8Array): Picture {
  const width = 420
  const height = 160
  const lines = Array.from({ length: 5 }, (_, stroke) => {
    const from = 40 + stroke * 68
    const lift = ((seed[stroke] ?? 0) % 60) - 30
    return (x: number) => 80 + lift * Math.sin((x - from) / 14) + (stroke % 2 === 0 ? 1 : -1) * (x - from - 30) * 0.8
  })
  return painted(width, height, seed, 0, (x, y) => {
    const stroke = Math.floor((x - 40) / 68)
    const line = lines[stroke]
    return line && Math.abs(y - line(x)) < 3.5 ? [20, 22, 40] : [255, 255, 255]
  })
}

function painted(
  width: number,
  height: number,
  seed: Uint8Array,
  grain: number,
  colourAt: (x: number, y: number) => Colour,
): Picture {
  const rgb = new Uint8Array(width * height * 3)
  let state = ((seed[20] ?? 1) << 16) | ((seed[21] ?? 2) << 8) | (seed[22] ?? 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = colourAt(x, y)
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
      const change = grain === 0 ? 0 : ((state >> 16) % (2 * grain + 1)) - grain
      rgb.set(
        colour.map((part) => Math.max(0, Math.min(255, part + change))),
        3 * (y * width + x),
      )
    }
  }
  return { width, height, rgb }
}

function inOval(x: number, y: number, centreX: number, centreY: number, radiusX: number, radiusY: number): boolean {
  return ((x - centreX) / radiusX) ** 2 + ((y - centreY) / radiusY) ** 2 <= 1
}
