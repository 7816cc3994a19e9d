/** Pictures for tests, made byte by byte, so that their headers can say what their pixels are not. */
import { crc32, deflateSync } from 'node:zlib'

export interface PngParts {
  readonly width: number
  readonly height: number
  /** Packed; without it the picture's own pixels, all of one grey that lets half of the light through. */
  readonly pixels?: Uint8Array
}

/** Eight bits of red, green, blue and alpha. */
export function png({ width, height, pixels }: PngParts): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const packed = pixels ?? deflateSync(rows(width, height))
  const parts = [chunk('IHDR', header), chunk('IDAT', packed), chunk('IEND', new Uint8Array())]
  return new Uint8Array(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]))
}

/** Unfiltered. */
function rows(width: number, height: number): Buffer {
  const row = Buffer.alloc(width * 4 + 1, 0x80).fill(0, 0, 1)
  return Buffer.concat(Array.from({ length: height }, () => row))
}

/** A JPEG that ends after its frame header. */
export function jpegHead(width: number, height: number): Uint8Array<ArrayBuffer> {
  const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1])
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  return new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xd8]), frame, Buffer.from([0xff, 0xd9])]))
}

function chunk(kind: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
