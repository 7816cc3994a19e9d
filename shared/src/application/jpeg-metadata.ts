/**
 * What a JPEG carries beside its picture: a camera writes there where and when it was taken, and which way it was held. All of it is left out of a
 * photo that is handed in; the picture's own bytes stay as they are.
 */
import { isJpeg } from '../archive/picture-size.ts'

interface Segment {
  readonly marker: number
  /** Of the marker. */
  readonly from: number
  readonly to: number
}

/** Without APP1…APP13, APP15 and comments: EXIF, GPS, XMP, thumbnails, colour profiles. APP0 and APP14 say how the colours are coded and stay. */
export function withoutMetadata(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const kept: Uint8Array[] = []
  let at = isJpeg(bytes) ? 2 : 0
  kept.push(bytes.subarray(0, at))
  for (const { marker, from, to } of segmentsOf(bytes)) {
    if (!isMetadata(marker)) kept.push(bytes.subarray(from, to))
    at = to
  }
  kept.push(bytes.subarray(at))
  const out = new Uint8Array(kept.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of kept) {
    out.set(part, offset)
    offset += part.length
  }
  return out
}

/** EXIF's orientation 1–8: anything but 1 is shown turned, and would lie on its side without it. */
export function jpegOrientation(bytes: Uint8Array): number {
  for (const { marker, from, to } of segmentsOf(bytes)) {
    if (marker !== 0xe1) continue
    const found = orientationIn(bytes.subarray(from + 4, to))
    if (found !== null) return found
  }
  return 1
}

function isMetadata(marker: number): boolean {
  return marker === 0xfe || (marker > 0xe0 && marker <= 0xef && marker !== 0xee)
}

/** The segments before the scan. */
function segmentsOf(bytes: Uint8Array): readonly Segment[] {
  const segments: Segment[] = []
  if (!isJpeg(bytes)) return segments
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xda || marker === 0xd9) break
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    const to = at + 2 + length
    if (length < 2 || to > bytes.length) break
    segments.push({ marker, from: at, to })
    at = to
  }
  return segments
}

function orientationIn(app1: Uint8Array): number | null {
  const head = [0x45, 0x78, 0x69, 0x66, 0, 0]
  if (!head.every((byte, i) => app1[i] === byte) || app1.length < 14) return null
  const view = new DataView(app1.buffer, app1.byteOffset + 6, app1.length - 6)
  const isLittle = view.getUint16(0) === 0x4949
  const directory = view.getUint32(4, isLittle)
  if (directory + 2 > view.byteLength) return null
  const count = view.getUint16(directory, isLittle)
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + i * 12
    if (entry + 12 > view.byteLength) return null
    if (view.getUint16(entry, isLittle) !== 0x0112) continue
    const value = view.getUint16(entry + 8, isLittle)
    return value >= 1 && value <= 8 ? value : null
  }
  return null
}
