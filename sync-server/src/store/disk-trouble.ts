/** What SQLite and the system call a disk that takes nothing more, in the three words that an operator can act on. */
import type { DiskCause } from '@yejibu/shared/wire/health'

const CAUSES: readonly (readonly [prefix: string, cause: DiskCause])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  // A file at the size that the process may write (`ulimit -f`).
  ['EFBIG', 'disk-full'],
  ['SQLITE_READONLY', 'disk-read-only'],
  ['EROFS', 'disk-read-only'],
  ['SQLITE_IOERR', 'disk-failing'],
  ['EIO', 'disk-failing'],
]

/** @returns null when the error says nothing about a disk */
export function diskCause(error: unknown): DiskCause | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  const code = String(error.code)
  return CAUSES.find(([prefix]) => code.startsWith(prefix))?.[1] ?? null
}
