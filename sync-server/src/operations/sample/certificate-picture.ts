/** A certificate-like scan: cream paper, a border, a round red seal with a star, grey lines for text and a number in digits. */
import type { Picture } from './jpeg.ts'

type Colour = readonly [number, number, number]

const PAPER: Colour = [250, 246, 232]
const BORDER: Colour = [168, 132, 60]
const INK: Colour = [92, 92, 100]
const SEAL: Colour = [204, 38, 38]

/** Digits as 3 × 5 points, one row per three bits from the top. */
const DIGITS = [0x7b6f, 0x2c97, 0x73e7, 0x73cf, 0x5bc9, 0x79cf, 0x79ef, 0x7249, 0x7bef, 0x7bcf]

const WIDTH = 480
const HEIGHT = 336

/** @param seed decides the number and the lengths of the lines; at least 24 bytes */
export function certificatePicture(seed: Uint8Array): Picture {
  const rgb = new Uint8Array(WIDTH * HEIGHT * 3)
  const fill = (left: number, top: number, width: number, height: number, [red, green, blue]: Colour) => {
    for (let y = top; y < top + height; y++) {
      for (let at = 3 * (y * WIDTH + left); at < 3 * (y * WIDTH + left + width); at += 3) {
        rgb[at] = red
        rgb[at + 1] = green
        rgb[at + 2] = blue
      }
    }
  }
  const frame = (inset: number, thick: number) => {
    fill(inset, inset, WIDTH - 2 * inset, thick, BORDER)
    fill(inset, HEIGHT - inset - thick, WIDTH - 2 * inset, thick, BORDER)
    fill(inset, inset, thick, HEIGHT - 2 * inset, BORDER)
    fill(WIDTH - inset - thick, inset, thick, HEIGHT - 2 * inset, BORDER)
  }
  fill(0, 0, WIDTH, HEIGHT, PAPER)
  frame(12, 6)
  frame(22, 2)
  fill(120, 52, 240, 20, SEAL)
  for (let line = 0; line < 6; line++) fill(64, 104 + line * 22, (180 + ((seed[line] ?? 0) * 160) / 255) | 0, 7, INK)
  const number = Array.from(seed.subarray(8, 18), (byte) => byte % 10)
  number.forEach((digit, at) => {
    for (let point = 0; point < 15; point++) {
      if (((DIGITS[digit] ?? 0) >> (14 - point)) & 1)
        fill(64 + at * 16 + (point % 3) * 4, 268 + Math.floor(point / 3) * 4, 4, 4, INK)
    }
  })
  drawSeal(rgb, 376, 250, 46)
  return { width: WIDTH, height: HEIGHT, rgb }
}

function drawSeal(rgb: Uint8Array, centreX: number, centreY: number, radius: number): void {
  for (let y = -radius; y <= radius; y++) {
    for (let x = -radius; x <= radius; x++) {
      const distance = x * x + y * y
      const isRing = distance <= radius * radius && distance >= (radius - 4) * (radius - 4)
      if (isRing || isInStar(x, -y, radius * 0.5)) rgb.set(SEAL, 3 * ((centreY + y) * WIDTH + centreX + x))
    }
  }
}

/** Inside a five-pointed star: on the inner side of at least four of its five lines. */
function isInStar(x: number, y: number, radius: number): boolean {
  let inside = 0
  for (let point = 0; point < 5; point++) {
    const angle = (point * 2 * Math.PI) / 5 + Math.PI / 2
    if (x * Math.cos(angle) + y * Math.sin(angle) <= radius * 0.309017) inside++
  }
  return inside >= 4
}
