/** What a file is, by its first bytes (V-FILE-TYPE): a name or a declared type is never believed. The relay looks again. */
export const ACCEPTED_FILE_TYPES: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png']

const MAGIC: readonly (readonly [type: string, bytes: readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

/** @returns the media type, or null when it is none that is accepted */
export function typeOfFile(bytes: ArrayBuffer): string | null {
  const head = new Uint8Array(bytes, 0, Math.min(8, bytes.byteLength))
  return MAGIC.find(([, magic]) => magic.every((byte, at) => head[at] === byte))?.[0] ?? null
}
