import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** Two thirds of such a test is waiting for a disk, and what these tests ask is not whether a disk keeps what it was given. */
const MEMORY = '/dev/shm'
const ROOM = 2 ** 30

/** Where tests make their folders: in memory, where there is room. */
export function folderForTests(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize > ROOM ? MEMORY : tmpdir()
  } catch {
    return tmpdir()
  }
}
