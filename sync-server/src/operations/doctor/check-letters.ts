/** The sealed letters of employers: each is there for the fact that names it, and its bytes are what its name says. */
import { createHash } from 'node:crypto'
import type { Database } from '../../store/sqlite/database.ts'
import type { Finding } from './finding.ts'

interface Letter {
  readonly org: string
  readonly sha256: string
}

export function checkLetters(database: Database): { readonly letters: number; readonly findings: readonly Finding[] } {
  const kept = database.prepare<Letter>('SELECT org, sha256 FROM authorisation ORDER BY org, sha256').all()
  // One at a time: a letter may have ten megabytes.
  const bytesOf = database.prepare<{ bytes: Uint8Array }>(
    'SELECT bytes FROM authorisation WHERE org = ? AND sha256 = ?',
  )
  const findings: Finding[] = []
  for (const { org, sha256 } of kept) {
    const found = createHash('sha256')
      .update(bytesOf.get(org, sha256)?.bytes ?? '')
      .digest('hex')
    if (found !== sha256) findings.push({ kind: 'letter-changed', at: `org/${org}`, detail: sha256 })
  }
  const missing = database
    .prepare<Letter>(
      `SELECT DISTINCT json_extract(data, '$.org') AS org, json_extract(data, '$.sha256') AS sha256 FROM fact
       WHERE kind = 'authorisation-sent' AND NOT EXISTS (
         SELECT 1 FROM authorisation a
         WHERE a.org = json_extract(data, '$.org') AND a.sha256 = json_extract(data, '$.sha256'))`,
    )
    .all()
  for (const { org, sha256 } of missing) findings.push({ kind: 'letter-missing', at: `org/${org}`, detail: sha256 })
  return { letters: kept.length, findings }
}
