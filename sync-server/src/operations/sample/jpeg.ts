/**
 * A small baseline JPEG encoder (ITU-T T.81): 8-bit YCbCr, no subsampling, the quantisation and Huffman tables of the standard's
 * Annex K, the luminance ones for all three components. Enough to make the sample's scans from a script; the same pixels give the
 * same bytes everywhere, because all arithmetic before rounding is far from a half.
 */

export interface Picture {
  readonly width: number
  readonly height: number
  /** Three bytes per pixel, red, green, blue, row by row. */
  readonly rgb: Uint8Array
}

const ZIGZAG = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47,
  55, 62, 63,
]
/** Table K.1, row by row. */
const QUANTA = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
  87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103, 99,
]
/** Table K.3: how many codes of each length, then the symbols. */
const DC_COUNTS = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]
const DC_SYMBOLS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
/** Table K.5. */
const AC_COUNTS = [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125]
const AC_SYMBOLS = [
  ...Buffer.from(
    '01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a' +
      '434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8' +
      'a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa',
    'hex',
  ),
]

type Codes = ReadonlyMap<number, { readonly code: number; readonly length: number }>

const DC = codesOf(DC_COUNTS, DC_SYMBOLS)
const AC = codesOf(AC_COUNTS, AC_SYMBOLS)
const COSINES = Float64Array.from({ length: 64 }, (_, at) => {
  const u = at >> 3
  return (u === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * (at & 7) + 1) * u * Math.PI) / 16)
})

export function encodeJpeg(picture: Picture): Uint8Array {
  const { width, height } = picture
  const quanta = ZIGZAG.map((at) => QUANTA[at] ?? 1)
  const bytes: number[] = [0xff, 0xd8]
  bytes.push(0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0', 'latin1'), 1, 1, 1, 0, 96, 0, 96, 0, 0)
  bytes.push(0xff, 0xdb, 0, 67, 0, ...quanta)
  bytes.push(0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3)
  for (const component of [1, 2, 3]) bytes.push(component, 0x11, 0)
  bytes.push(0xff, 0xc4, 0, 19 + DC_SYMBOLS.length, 0x00, ...DC_COUNTS, ...DC_SYMBOLS)
  bytes.push(0xff, 0xc4, 0, 19 + AC_SYMBOLS.length, 0x10, ...AC_COUNTS, ...AC_SYMBOLS)
  bytes.push(0xff, 0xda, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0)
  writeScan(picture, bytes)
  bytes.push(0xff, 0xd9)
  return Uint8Array.from(bytes)
}

function writeScan(picture: Picture, bytes: number[]): void {
  let pending = 0
  let bits = 0
  const write = (value: number, length: number) => {
    pending = (pending << length) | (value & ((1 << length) - 1))
    bits += length
    while (bits >= 8) {
      bits -= 8
      const byte = (pending >> bits) & 255
      bytes.push(byte)
      if (byte === 255) bytes.push(0)
    }
    pending &= (1 << bits) - 1
  }
  const before = [0, 0, 0]
  for (let y = 0; y < picture.height; y += 8) {
    for (let x = 0; x < picture.width; x += 8) {
      // Paper is mostly blank: a block of one colour has a mean and no frequencies to look for.
      const single = colourOfBlock(picture, x, y)
      for (const component of [0, 1, 2]) {
        const values = single
          ? [Math.round((8 * channel(...single, component)) / (QUANTA[0] ?? 1))]
          : quantised(blockAt(picture, x, y, component))
        writeBlock(values, before[component] ?? 0, write)
        before[component] = values[0] ?? 0
      }
    }
  }
  if (bits > 0) write(0x7f, 8 - bits)
}

/**
 * @param values in zigzag order; zeros at the end may be left out
 * @param dcBefore the mean of the component's block before, which this one's is counted from
 */
function writeBlock(values: readonly number[], dcBefore: number, write: (value: number, length: number) => void): void {
  const put = (codes: Codes, symbol: number) => {
    const entry = codes.get(symbol)
    if (!entry) throw new RangeError(`no Huffman code for ${symbol}`)
    write(entry.code, entry.length)
  }
  const magnitude = (value: number, size: number) => write(value < 0 ? value + (1 << size) - 1 : value, size)
  const step = (values[0] ?? 0) - dcBefore
  put(DC, sizeOf(step))
  magnitude(step, sizeOf(step))
  let zeros = 0
  for (const value of values.slice(1)) {
    if (value === 0) {
      zeros++
      continue
    }
    for (; zeros > 15; zeros -= 16) put(AC, 0xf0)
    put(AC, (zeros << 4) | sizeOf(value))
    magnitude(value, sizeOf(value))
    zeros = 0
  }
  if (zeros > 0 || values.length < 64) put(AC, 0)
}

function quantised(rows: Float64Array): readonly number[] {
  return ZIGZAG.map((at) => Math.round(frequency(rows, at) / (QUANTA[at] ?? 1)))
}

/** One coefficient of the cosine transform whose rows were already transformed by `blockAt`. */
function frequency(rows: Float64Array, at: number): number {
  const v = at >> 3
  const u = at & 7
  let sum = 0
  for (let y = 0; y < 8; y++) sum += (rows[y * 8 + u] ?? 0) * (COSINES[v * 8 + y] ?? 0)
  return sum
}

function blockAt(picture: Picture, left: number, top: number, component: number): Float64Array {
  const { width, height, rgb } = picture
  const rows = new Float64Array(64)
  const line = new Float64Array(8)
  for (let y = 0; y < 8; y++) {
    for (let x = 0; x < 8; x++) {
      const at = 3 * (Math.min(top + y, height - 1) * width + Math.min(left + x, width - 1))
      line[x] = channel(rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0, component)
    }
    for (let u = 0; u < 8; u++) {
      let sum = 0
      for (let x = 0; x < 8; x++) sum += (line[x] ?? 0) * (COSINES[u * 8 + x] ?? 0)
      rows[y * 8 + u] = sum
    }
  }
  return rows
}

/** The one colour of a block that lies wholly inside the picture, or null. */
function colourOfBlock({ width, height, rgb }: Picture, left: number, top: number): [number, number, number] | null {
  if (left + 8 > width || top + 8 > height) return null
  const start = 3 * (top * width + left)
  const colour: [number, number, number] = [rgb[start] ?? 0, rgb[start + 1] ?? 0, rgb[start + 2] ?? 0]
  for (let y = 0; y < 8; y++) {
    const line = start + 3 * y * width
    for (let at = 0; at < 24; at++) if (rgb[line + at] !== colour[at % 3]) return null
  }
  return colour
}

function channel(r: number, g: number, b: number, component: number): number {
  if (component === 0) return 0.299 * r + 0.587 * g + 0.114 * b - 128
  return component === 1 ? -0.168736 * r - 0.331264 * g + 0.5 * b : 0.5 * r - 0.418688 * g - 0.081312 * b
}

function sizeOf(value: number): number {
  return 32 - Math.clz32(Math.abs(value))
}

function codesOf(counts: readonly number[], symbols: readonly number[]): Codes {
  const codes = new Map<number, { code: number; length: number }>()
  let code = 0
  let next = 0
  counts.forEach((count, at) => {
    for (let i = 0; i < count; i++) codes.set(symbols[next++] ?? 0, { code: code++, length: at + 1 })
    code <<= 1
  })
  return codes
}
