/**
 * How large a picture is when it is decoded, by its header alone: a file of a few kilobytes may claim a picture that no machine has room for. Nothing
 * decodes a picture before its size was looked at here.
 */

export interface Pixels {
  readonly width: number
  readonly height: number
}

/** As a browser keeps it decoded that is 400 MB; an A3 sheet at 600 dots an inch has 70 million. */
export const MOST_PIXELS = 100_000_000

/** Of a PNG or a JPEG; null of anything else, and where the header is broken. */
export function picturePixels(bytes: Uint8Array): Pixels | null {
  return isPng(bytes) ? pngPixels(bytes) : jpegPixels(bytes)
}

/** The picture's size where it is over `most`; null for what may be decoded, and for what is no picture. */
export function tooManyPixels(bytes: Uint8Array, most: number = MOST_PIXELS): Pixels | null {
  const pixels = picturePixels(bytes)
  return pixels !== null && pixels.width * pixels.height > most ? pixels : null
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const IHDR = [0x49, 0x48, 0x44, 0x52]

export function isPng(bytes: Uint8Array): boolean {
  return PNG.every((byte, at) => bytes[at] === byte)
}

/** The first chunk is the header, or it is no PNG that anything opens. */
function pngPixels(bytes: Uint8Array): Pixels | null {
  if (bytes.length < 24 || !IHDR.every((byte, at) => bytes[12 + at] === byte)) return null
  const side = (at: number) => sixteen(bytes, at) * 65_536 + sixteen(bytes, at + 2)
  return { width: side(16), height: side(20) }
}

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff
}

/**
 * Width and height as the frame header says them; null when there is none or the file is broken. An orientation in EXIF is not looked
 * at: a photo that the product made carries no EXIF.
 */
export function jpegPixels(bytes: Uint8Array): Pixels | null {
  if (!isJpeg(bytes)) return null
  let at = 2
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    // Fill bytes and markers without a length.
    if (marker === 0xff) at += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else if (isFrame(marker)) return { height: sixteen(bytes, at + 5), width: sixteen(bytes, at + 7) }
    else if (marker === 0xd9 || marker === 0xda) return null
    else {
      const length = sixteen(bytes, at + 2)
      if (length < 2) return null
      at += 2 + length
    }
  }
  return null
}

/** SOF0 … SOF15 without the tables DHT, JPG and DAC that share their numbers. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function sixteen(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
}
