/** What a file is, by its first bytes (V-FILE-TYPE): a name or a declared type is never believed. */
export const ACCEPTED_TYPES: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png']

/** So many bytes are enough to tell. */
export const HEAD_BYTES = 8

const MAGIC: readonly (readonly [type: string, bytes: readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

export function typeOfBytes(head: Uint8Array): string | null {
  const found = MAGIC.find(([, magic]) => magic.every((byte, at) => head[at] === byte))
  return found ? found[0] : null
}

export function extensionOf(type: string): string {
  return type === 'application/pdf' ? 'pdf' : type === 'image/jpeg' ? 'jpg' : 'png'
}
