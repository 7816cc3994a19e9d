/**
 * Whether a picture may be given to the PDF writer, which unpacks a PNG whole, whatever its header says, and ends its thread, with everybody's forms,
 * when one is broken. Runs in that thread.
 */
import { inflateSync } from 'node:zlib'
import { isPng, type Pixels, picturePixels, tooManyPixels } from '@yejibu/shared/archive/picture-size'

/** Of a PNG: two pages of A4 at 300 dots an inch. A JPEG goes into the form as it is. */
const MOST_UNPACKED_PIXELS = 16_000_000

export function isPrintable(bytes: Uint8Array): boolean {
  const pixels = picturePixels(bytes)
  if (pixels === null || pixels.width * pixels.height === 0) return false
  if (!isPng(bytes)) return tooManyPixels(bytes) === null
  if (tooManyPixels(bytes, MOST_UNPACKED_PIXELS)) return false
  const [bits = 0, colour = 0, packing, filtering, interlacing = 0] = bytes.subarray(24, 29)
  const channels = CHANNELS[colour]
  if (channels === undefined || !BITS.has(bits) || packing !== 0 || filtering !== 0 || interlacing > 1) return false
  const rows = rowsOf(pixels, bits * channels, interlacing === 1)
  const packed = packedPixels(bytes)
  return packed !== null && isUnpackedTo(packed, rows)
}

/** Values of a pixel by the type of its colours: grey, red-green-blue, of a palette, with alpha. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const BITS: ReadonlySet<number> = new Set([1, 2, 4, 8, 16])

/** First column, first row, and the steps between, of the seven passes of an interlaced picture. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

interface Rows {
  readonly count: number
  /** Bytes, the first of which says how the row was filtered. */
  readonly length: number
}

function rowsOf({ width, height }: Pixels, bitsPerPixel: number, isInterlaced: boolean): readonly Rows[] {
  const passes = isInterlaced ? PASSES : ([[0, 0, 1, 1]] as const)
  return passes
    .map(([x, y, right, down]) => ({ across: Math.ceil((width - x) / right), count: Math.ceil((height - y) / down) }))
    .filter(({ across, count }) => across > 0 && count > 0)
    .map(({ across, count }) => ({ count, length: 1 + Math.ceil((across * bitsPerPixel) / 8) }))
}

/** Null when the file ends before its picture does. */
function packedPixels(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Uint8Array[] = []
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const kind = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1')
    if (at + 12 + length > bytes.length) return null
    if (kind === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length))
    if (kind === 'IEND') return Buffer.concat(parts)
    at += 12 + length
  }
  return null
}

/** Exactly these rows, each filtered in one of the five ways there are. */
function isUnpackedTo(packed: Uint8Array, rows: readonly Rows[]): boolean {
  const whole = rows.reduce((sum, { count, length }) => sum + count * length, 0)
  let unpacked: Uint8Array
  try {
    unpacked = inflateSync(packed, { maxOutputLength: whole })
  } catch {
    return false
  }
  if (unpacked.length !== whole) return false
  let at = 0
  for (const { count, length } of rows) {
    for (let row = 0; row < count; row++, at += length) if ((unpacked[at] ?? 255) > 4) return false
  }
  return true
}
