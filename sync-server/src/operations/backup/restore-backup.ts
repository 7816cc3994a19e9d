/**
 * Puts a whole backup into an empty data folder. What was synced after the backup is unknown to the restored relay, so its documents get new
 * epochs: devices stop and ask instead of merging (`[OPS-23]`). Sessions are not restored: one that was revoked since must not live again.
 */
import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import { FONT_FOLDER } from '../../forms/font-folder.ts'
import { openDatabase } from '../../store/sqlite/database.ts'
import { sqliteUpdateLog } from '../../store/sqlite/update-log.ts'
import { databasePath, evidencePath, isEmptyFolder } from '../data-folder.ts'
import { type BackupRefusal, DATABASE_COPY, type Manifest, verifyBackup } from './manifest.ts'

/** @param newEpoch a name never used before */
export async function restoreBackup(
  backup: string,
  dataFolder: string,
  newEpoch: () => string,
): Promise<Result<Manifest, BackupRefusal>> {
  const verified = await verifyBackup(backup)
  if (!verified.ok) return verified
  if (!(await isEmptyFolder(dataFolder))) return refuse({ kind: 'folder-not-empty', folder: dataFolder })
  for (const { path } of verified.value.files) {
    if (path === DATABASE_COPY) continue
    const name = path.slice(path.lastIndexOf('/') + 1)
    const isFont = path.startsWith(`${FONT_FOLDER}/`)
    const target = isFont ? join(dataFolder, FONT_FOLDER, name) : evidencePath(dataFolder, name)
    await mkdir(dirname(target), { recursive: true })
    await copyFile(join(backup, path), target)
  }
  // Last, so that a restore broken off leaves no office that looks whole.
  await copyFile(join(backup, DATABASE_COPY), databasePath(dataFolder))
  const database = openDatabase(databasePath(dataFolder))
  try {
    await sqliteUpdateLog(database, newEpoch).renewEpochs()
    database.exec('DELETE FROM session')
  } finally {
    database.close()
  }
  return ok(verified.value)
}
