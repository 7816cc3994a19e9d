/**
 * A backup of an office, taken while it is in use. First the tables of one moment, in a file of SQLite; then the files that this
 * copy registers. Files are named by their bytes and never change, so whatever is uploaded meanwhile does no harm (`[OPS-20]`).
 */
import { copyFile, mkdir, open, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { NO_PREVIOUS } from '@yejibu/shared/kernel/fact'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import { FONT_FOLDER, fontFiles } from '../../forms/font-folder.ts'
import { copyIntoFile } from '../../store/copy-tables.ts'
import { type Database, openDatabase } from '../../store/sqlite/database.ts'
import type { Store } from '../../store/store.ts'
import { isEmptyFolder } from '../data-folder.ts'
import { checkLetters } from '../doctor/check-letters.ts'
import {
  type BackupFile,
  type BackupRefusal,
  DATABASE_COPY,
  describeFile,
  MANIFEST,
  type Manifest,
} from './manifest.ts'

export interface BackupSource {
  readonly store: Store
  /** Where the store is a file. */
  readonly database: Database | null
  pathOf(sha256: string): string | Promise<string>
  /** Of the office's own fonts; need not exist. */
  readonly fontFolder: string
}

/** @param folder empty or not there yet */
export async function createBackup(
  source: BackupSource,
  folder: string,
  now: Date,
): Promise<Result<Manifest, BackupRefusal>> {
  if (!(await isEmptyFolder(folder))) return refuse({ kind: 'folder-not-empty', folder })
  const copyPath = join(folder, DATABASE_COPY)
  await copyIntoFile(source, copyPath)
  await flush(copyPath)
  const { head, registered, lostLetters } = readCopy(copyPath)
  const files: BackupFile[] = [await described(folder, DATABASE_COPY)]
  // The sealed letters lie inside the database; those that are not whole are said like a file that is lost.
  const missing: string[] = [...lostLetters]
  for (const sha256 of registered) {
    const path = `evidence/${sha256.slice(0, 2)}/${sha256}`
    const isCopied = await copyIfThere(await source.pathOf(sha256), join(folder, path))
    if (isCopied) files.push(await described(folder, path))
    // What the office has lost, or has with other bytes, is said now and not at the restore.
    if (!isCopied || files.at(-1)?.sha256 !== sha256) missing.push(sha256)
  }
  for (const name of fontFiles(source.fontFolder)) {
    if (!(await copyIfThere(join(source.fontFolder, name), join(folder, FONT_FOLDER, name)))) continue
    files.push(await described(folder, `${FONT_FOLDER}/${name}`))
  }
  const manifest: Manifest = { format: 'yejibu/backup/v1', at: now.toISOString(), head, files, missing }
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true })
  return ok(manifest)
}

function readCopy(path: string) {
  const copy = openDatabase(path, 'reader')
  try {
    const newest = copy
      .prepare<{ seq: number; hash: string }>('SELECT seq, hash FROM fact ORDER BY seq DESC LIMIT 1')
      .get()
    const files = copy.prepare<{ sha256: string }>('SELECT DISTINCT sha256 FROM evidence ORDER BY sha256').all()
    return {
      head: newest ?? { seq: 0, hash: NO_PREVIOUS },
      registered: files.map(({ sha256 }) => sha256),
      lostLetters: checkLetters(copy).findings.map(({ detail }) => detail),
    }
  } finally {
    copy.close()
  }
}

async function described(folder: string, path: string): Promise<BackupFile> {
  const file = await describeFile(folder, path)
  if (!file) throw new Error(`${path} is gone again`)
  return file
}

async function copyIfThere(from: string, to: string): Promise<boolean> {
  await mkdir(dirname(to), { recursive: true })
  try {
    await copyFile(from, to)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
  await flush(to)
  return true
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.sync()
  await file.close()
}
