/** Where things lie in an office's data folder, for tools that work on it without opening the office. */
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { EVIDENCE_FOLDER } from '../office.ts'
import { DATABASE_FILE } from '../store/open-store.ts'

export function databasePath(dataFolder: string): string {
  return join(dataFolder, DATABASE_FILE)
}

export function evidencePath(dataFolder: string, sha256: string): string {
  return join(dataFolder, EVIDENCE_FOLDER, sha256.slice(0, 2), sha256)
}

/** Makes the folder when it is not there, for its owner alone: password hashes will lie in it. @returns false when something lies in it */
export async function isEmptyFolder(folder: string): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return (await readdir(folder)).length === 0
}
