/** Files against their names, and what was approved against the files. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { documentOfHolder, type EvidenceHolder } from '@yejibu/shared/archive/evidence-holder'
import type { Database } from '../../store/sqlite/database.ts'
import type { Reliance } from './check-ledger.ts'
import type { Finding } from './finding.ts'

interface HeldRow {
  readonly archive: string
  readonly sha256: string
  readonly bytes: number
}

/**
 * @param pathOf where a file of this hash lies
 * @param relies what approvals rely on; a file that was only sent, or only put into a draft, may still be on its way
 */
export async function checkEvidence(
  database: Database,
  pathOf: (sha256: string) => string | Promise<string>,
  relies: readonly Reliance[],
): Promise<{ readonly files: number; readonly findings: readonly Finding[] }> {
  const held = database.prepare<HeldRow>('SELECT archive, sha256, bytes FROM evidence ORDER BY sha256, archive').all()
  const users = new Map<string, string[]>()
  const isHeld = new Set<string>()
  for (const { archive, sha256 } of held) {
    isHeld.add(`${archive} ${sha256}`)
    users.set(sha256, [...(users.get(sha256) ?? []), documentOfHolder(archive as EvidenceHolder)])
  }
  const findings: Finding[] = []
  const unregistered = new Set<string>()
  for (const { archive, sha256, by } of relies) {
    users.set(sha256, [...(users.get(sha256) ?? []), by])
    if (!isHeld.has(`${archive} ${sha256}`)) unregistered.add(sha256)
  }
  for (const [sha256, by] of users) {
    const found = await hashOfFile(await pathOf(sha256))
    const detail = by.join(', ')
    if (found === null) findings.push({ kind: 'evidence-missing', at: sha256, detail })
    else if (found !== sha256) findings.push({ kind: 'evidence-changed', at: sha256, detail })
    else if (unregistered.has(sha256)) {
      findings.push({ kind: 'evidence-missing', at: sha256, detail: `not registered: ${detail}` })
    }
  }
  return { files: users.size, findings }
}

/** @returns null when there is no such file */
export async function hashOfFile(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  return hash.digest('hex')
}
