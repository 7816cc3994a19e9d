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
  /** Unpacked, as the directory claims. */
  readonly claimed: number
  readonly offset: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const MOST_ENTRIES = 65_535
/** Of the directory itself: a name and a note for each of so many entries. */
const MOST_DIRECTORY = 32 * 1024 * 1024

/** Null when the file is no zip, or one of a kind that this program does not write (split, encrypted, over 4 GB). */
export async function readDirectory(file: Blob): Promise<readonly ZipEntry[] | null> {
  const tail = await viewOf(file, Math.max(0, file.size - 22 - 0xffff), file.size)
  let at = tail.byteLength - 22
  while (at >= 0 && tail.getUint32(at, true) !== END) at--
  if (at < 0) return null
  const count = tail.getUint16(at + 10, true)
  const size = tail.getUint32(at + 12, true)
  const start = tail.getUint32(at + 16, true)
  if (count > MOST_ENTRIES || size > MOST_DIRECTORY || start + size > file.size) return null
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
        claimed: view.getUint32(place + 24, true),
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
  const packed = await packedOf(file, entry)
  if (packed === null) return null
  if (entry.method === 0) return entry.packed > maxBytes ? null : new Uint8Array(await packed.arrayBuffer())
  const chunks: Uint8Array[] = []
  const length = await inflate(packed, maxBytes, (chunk) => chunks.push(chunk))
  if (length === null) return null
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

/** As it lies in the file; null when the directory points elsewhere than at an entry. */
async function packedOf(file: Blob, entry: ZipEntry): Promise<Blob | null> {
  if (entry.offset + 30 > file.size) return null
  const local = await viewOf(file, entry.offset, entry.offset + 30)
  if (local.getUint32(0, true) !== LOCAL) return null
  const start = entry.offset + 30 + local.getUint16(26, true) + local.getUint16(28, true)
  if (start + entry.packed > file.size) return null
  return file.slice(start, start + entry.packed)
}

/**
 * Whether all entries together unpack to so many bytes at most, by their word and in fact: to be asked before a reader that unpacks whatever it finds.
 * Nothing is kept of what is unpacked here.
 */
export async function unpacksWithin(file: Blob, entries: readonly ZipEntry[], maxBytes: number): Promise<boolean> {
  if (entries.reduce((sum, entry) => sum + entry.claimed, 0) > maxBytes) return false
  let left = maxBytes
  for (const entry of entries) {
    const packed = await packedOf(file, entry)
    const length = packed && (entry.method === 0 ? packed.size : await inflate(packed, left, () => {}))
    if (length === null || length > left) return false
    left -= length
  }
  return true
}

/** So little at a time that what comes out of it, a thousand times as much at most, is no load before it was counted. */
const SLICE = 16 * 1024

/** @returns how many bytes came out; null when they were more than `maxBytes` or not readable */
async function inflate(packed: Blob, maxBytes: number, take: (chunk: Uint8Array) => void): Promise<number | null> {
  let length = 0
  const inflater = new Inflate((chunk) => {
    length += chunk.length
    if (length > maxBytes) throw new RangeError('more bytes than asked for')
    take(chunk)
  })
  try {
    for (let at = 0; at < packed.size; at += SLICE) {
      const slice = new Uint8Array(await packed.slice(at, at + SLICE).arrayBuffer())
      inflater.push(slice, at + SLICE >= packed.size)
    }
  } catch {
    return null
  }
  return length
}

async function viewOf(file: Blob, from: number, to: number): Promise<DataView<ArrayBuffer>> {
  return new DataView(await file.slice(from, to).arrayBuffer())
}
