/**
 * What lies in a backup: the database as one file, the evidence files under their hashes, the office's own fonts (a form that was printed with one
 * is printed alike after a restore), and `manifest.json` with the hash of each. The
 * manifest is written last, so a folder without one is a backup that was broken off.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import * as z from 'zod/mini'
import { hashOfFile } from '../../evidence/hash-of-file.ts'

export const MANIFEST = 'manifest.json'
export const DATABASE_COPY = 'office.db'

const manifestSchema = z.strictObject({
  format: z.literal('yejibu/backup/v1'),
  /** ISO 8601 in UTC. */
  at: z.string(),
  /** The newest fact in it. */
  head: z.strictObject({ seq: z.int(), hash: z.string() }),
  files: z.array(
    z.strictObject({
      /** Below the backup's folder, with `/`; no way out of it. */
      path: z
        .string()
        .check(z.regex(/^(office\.db|evidence\/[0-9a-f]{2}\/[0-9a-f]{64}|fonts\/[^/\\\0]+\.(ttf|otf))$/i)),
      bytes: z.int(),
      sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    }),
  ),
  /** Registered in the office and not on its disk when this was made. */
  missing: z.array(z.string()),
})
export type Manifest = z.output<typeof manifestSchema>
export type BackupFile = Manifest['files'][number]

export interface Damage {
  readonly path: string
  readonly why: 'missing' | 'changed'
}

export type BackupRefusal =
  | { readonly kind: 'not-a-backup'; readonly folder: string }
  | { readonly kind: 'backup-damaged'; readonly files: readonly Damage[] }
  | { readonly kind: 'folder-not-empty'; readonly folder: string }

/** Reads the manifest and holds every file against it (`[OPS-21]`). */
export async function verifyBackup(folder: string): Promise<Result<Manifest, BackupRefusal>> {
  const manifest = await readManifest(folder)
  if (!manifest) return refuse({ kind: 'not-a-backup', folder })
  const files: Damage[] = []
  for (const file of manifest.files) {
    const found = await describeFile(folder, file.path)
    if (!found) files.push({ path: file.path, why: 'missing' })
    else if (found.sha256 !== file.sha256 || found.bytes !== file.bytes) files.push({ path: file.path, why: 'changed' })
  }
  return files.length > 0 ? refuse({ kind: 'backup-damaged', files }) : ok(manifest)
}

async function readManifest(folder: string): Promise<Manifest | null> {
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** @returns null when there is no such file */
export async function describeFile(folder: string, path: string): Promise<BackupFile | null> {
  const found = await hashOfFile(join(folder, path))
  return found && { path, ...found }
}
