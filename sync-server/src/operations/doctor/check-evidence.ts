/** Files against their names, and what was approved against the files. */
import { documentOfHolder, type EvidenceHolder } from '@yejibu/shared/archive/evidence-holder'
import { hashOfFile } from '../../evidence/hash-of-file.ts'
import type { Database } from '../../store/sqlite/database.ts'
import type { Reliance } from './check-ledger.ts'
import type { Finding } from './finding.ts'

const PAGE = 500
/** Who is named where a file is lost or changed. */
const TOLD = 20

/** Keeps what is noted in the scratch, for `checkEvidence`. */
export function notingReliances<T>(
  scratch: Database,
  work: (note: (reliance: Reliance) => void) => Promise<T>,
): Promise<T> {
  const insert = scratch.prepare('INSERT INTO reliance (sha256, archive, told) VALUES (?, ?, ?)')
  return scratch.overTurns('transaction', () => work(({ sha256, archive, by }) => void insert.run(sha256, archive, by)))
}

/**
 * @param scratch with what approvals and submissions rely on; a file that was only sent, or only put into a draft, may still be on its way
 * @param pathOf where a file of this hash lies
 */
export async function checkEvidence(
  scratch: Database,
  pathOf: (sha256: string) => string | Promise<string>,
): Promise<{ readonly files: number; readonly findings: readonly Finding[] }> {
  scratch.exec(`
    INSERT INTO named_file SELECT sha256 FROM office.evidence UNION SELECT sha256 FROM reliance;
    CREATE INDEX reliance_sha256 ON reliance (sha256);
  `)
  const unregistered = scratch.prepare(
    `SELECT 1 FROM reliance AS r WHERE sha256 = ? AND NOT EXISTS (
       SELECT 1 FROM office.evidence AS e WHERE e.archive = r.archive AND e.sha256 = r.sha256) LIMIT 1`,
  )
  const users = usersOf(scratch)
  const findings: Finding[] = []
  let files = 0
  for (const sha256 of filesIn(scratch)) {
    files++
    const found = (await hashOfFile(await pathOf(sha256)))?.sha256 ?? null
    if (found === null) findings.push({ kind: 'evidence-missing', at: sha256, detail: users(sha256) })
    else if (found !== sha256) findings.push({ kind: 'evidence-changed', at: sha256, detail: users(sha256) })
    else if (unregistered.get(sha256))
      findings.push({ kind: 'evidence-missing', at: sha256, detail: `not registered: ${users(sha256)}` })
  }
  return { files, findings }
}

function* filesIn(scratch: Database): Generator<string> {
  const page = scratch.prepare<{ sha256: string }>(
    `SELECT sha256 FROM named_file WHERE sha256 > ? ORDER BY sha256 LIMIT ${PAGE}`,
  )
  for (let rows = page.all(''); rows.length > 0; rows = page.all(rows.at(-1)?.sha256 ?? ''))
    for (const { sha256 } of rows) yield sha256
}

/** The documents that hold it, then the facts that rely on it. */
function usersOf(scratch: Database): (sha256: string) => string {
  const holders = scratch.prepare<{ archive: string }>(
    `SELECT archive FROM office.evidence WHERE sha256 = ? ORDER BY archive LIMIT ${TOLD}`,
  )
  const relying = scratch.prepare<{ told: string }>(
    `SELECT told FROM reliance WHERE sha256 = ? ORDER BY rowid LIMIT ${TOLD}`,
  )
  return (sha256) =>
    [
      ...holders.all(sha256).map(({ archive }) => documentOfHolder(archive as EvidenceHolder)),
      ...relying.all(sha256).map(({ told }) => told),
    ].join(', ')
}
