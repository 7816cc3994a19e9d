/**
 * What lies in a zip, by its directory at the end of the file, and one entry at a time: an archive with its scans may be larger than
 * memory. (A reader that looks for entries in passing takes bytes of a scan for the beginning of the next entry.)
 *
 * Always true: no more bytes are unpacked than asked for, whatever the directory claims.
 */
import { Inflate } from 'fflate'

export interface ZipEntry {
  readonly path: string
  /** Stored as it is, or deflated. */
  readonly method: 0 | 8
  readonly packed: number
  readonly offset: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const MOST_ENTRIES = 65_535

/** Null when the file is no zip, or one of a kind that this program does not write (split, encrypted, over 4 GB). */
export async function readDirectory(file: Blob): Promise<readonly ZipEntry[] | null> {
  const tail = await viewOf(file, Math.max(0, file.size - 22 - 0xffff), file.size)
  let at = tail.byteLength - 22
  while (at >= 0 && tail.getUint32(at, true) !== END) at--
  if (at < 0) return null
  const count = tail.getUint16(at + 10, true)
  const size = tail.getUint32(at + 12, true)
  const start = tail.getUint32(at + 16, true)
  if (count > MOST_ENTRIES || start + size > file.size) return null
  const view = await viewOf(file, start, start + size)
  const entries: ZipEntry[] = []
  let place = 0
  for (let i = 0; i < count; i++) {
    if (place + 46 > view.byteLength || view.getUint32(place, true) !== ENTRY) return null
    const flags = view.getUint16(place + 8, true)
    const method = view.getUint16(place + 10, true)
    const nameLength = view.getUint16(place + 28, true)
    const next = place + 46 + nameLength + view.getUint16(place + 30, true) + view.getUint16(place + 32, true)
    if (next > view.byteLength || (flags & 1) === 1) return null
    if (method === 0 || method === 8) {
      const name = new Uint8Array(view.buffer, view.byteOffset + place + 46, nameLength)
      entries.push({
        path: new TextDecoder().decode(name),
        method,
        packed: view.getUint32(place + 20, true),
        offset: view.getUint32(place + 42, true),
      })
    }
    place = next
  }
  return entries
}

/** The bytes of an entry; null when they are more than `maxBytes` or not readable. */
export async function readEntry(
  file: Blob,
  entry: ZipEntry,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (entry.offset + 30 > file.size) return null
  const local = await viewOf(file, entry.offset, entry.offset + 30)
  if (local.getUint32(0, true) !== LOCAL) return null
  const start = entry.offset + 30 + local.getUint16(26, true) + local.getUint16(28, true)
  if (start + entry.packed > file.size) return null
  const packed = file.slice(start, start + entry.packed)
  if (entry.method === 0) return entry.packed > maxBytes ? null : new Uint8Array(await packed.arrayBuffer())
  return inflate(packed, maxBytes)
}

const SLICE = 1024 * 1024

async function inflate(packed: Blob, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  const inflater = new Inflate((chunk) => {
    length += chunk.length
    if (length > maxBytes) throw new RangeError('more bytes than asked for')
    chunks.push(chunk)
  })
  try {
    for (let at = 0; at < packed.size; at += SLICE) {
      const slice = new Uint8Array(await packed.slice(at, at + SLICE).arrayBuffer())
      inflater.push(slice, at + SLICE >= packed.size)
    }
  } catch {
    return null
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

async function viewOf(file: Blob, from: number, to: number): Promise<DataView<ArrayBuffer>> {
  return new DataView(await file.slice(from, to).arrayBuffer())
}
