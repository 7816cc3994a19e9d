/** When this office was backed up last, noted in its data folder for the operator's page. A note, not a proof: `backup verify` proves. */
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { Manifest } from './manifest.ts'

const lastBackupSchema = z.object({ at: z.string(), facts: z.int(), folder: z.string(), missing: z.int() })
export type LastBackup = z.output<typeof lastBackupSchema>

const NOTE = 'last-backup.json'

export async function noteBackup(dataFolder: string, folder: string, { at, head, missing }: Manifest): Promise<void> {
  const note: LastBackup = { at, facts: head.seq, folder, missing: missing.length }
  const path = join(dataFolder, NOTE)
  // In place of one that another user of the machine wrote, and never half.
  await writeFile(`${path}.part`, JSON.stringify(note), { mode: 0o644 })
  await rename(`${path}.part`, path)
}

/** Null when there was none, or its note cannot be read. */
export async function lastBackup(dataFolder: string): Promise<LastBackup | null> {
  try {
    return lastBackupSchema.parse(JSON.parse(await readFile(join(dataFolder, NOTE), 'utf8')))
  } catch {
    return null
  }
}
