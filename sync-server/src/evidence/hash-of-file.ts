import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'

const PIECE = 256 * 1024

export interface HashedFile {
  /** Lower-case hexadecimal. */
  readonly sha256: string
  readonly bytes: number
}

/**
 * Reads a file of any size through one small buffer: pieces of their own for each reading lie about until there is time to clear them away.
 * @returns null when there is no such file
 */
export async function hashOfFile(path: string): Promise<HashedFile | null> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  if (file === null) return null
  try {
    const hash = createHash('sha256')
    const piece = new Uint8Array(PIECE)
    let bytes = 0
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, PIECE)
      if (bytesRead === 0) return { sha256: hash.digest('hex'), bytes }
      hash.update(piece.subarray(0, bytesRead))
      bytes += bytesRead
    }
  } finally {
    await file.close()
  }
}
