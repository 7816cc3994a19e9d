/**
 * Everything the relay promises about what lies on its disk, checked from the outside: the ledger's chain, what facts name by digest, the
 * files, the documents, the lists. Reads only (`[OPS-36]`); a running relay is not disturbed.
 */
import type { Database } from '../../store/sqlite/database.ts'
import { checkDocuments } from './check-documents.ts'
import { checkEvidence, notingReliances } from './check-evidence.ts'
import { checkLedger } from './check-ledger.ts'
import { checkLetters } from './check-letters.ts'
import { checkViews } from './check-views.ts'
import type { Finding } from './finding.ts'
import { openScratch } from './scratch.ts'

export interface Examination {
  readonly checked: {
    readonly facts: number
    readonly documents: number
    readonly files: number
    /** Sealed letters of employers. */
    readonly letters: number
    /** Lists follow from facts: with a broken ledger there is nothing to compare them with. */
    readonly views: 'compared' | 'not-compared'
  }
  readonly findings: readonly Finding[]
}

export interface Examined {
  /** Opened as a reader. */
  readonly database: Database
  pathOf(sha256: string): string | Promise<string>
}

export async function examine(examined: Examined): Promise<Examination> {
  const scratch = openScratch(examined.database)
  try {
    return await examineWith(scratch, examined)
  } finally {
    scratch.close()
  }
}

async function examineWith(scratch: Database, { database, pathOf }: Examined): Promise<Examination> {
  const damage = damageOf(database)
  const ledger = await notingReliances(scratch, (note) => checkLedger(database, note))
  const documents = await checkDocuments(database)
  const evidence = await checkEvidence(scratch, pathOf)
  const letters = checkLetters(database)
  const isComparable = ledger.findings.length === 0
  return {
    checked: {
      facts: ledger.facts,
      documents: documents.documents,
      files: evidence.files,
      letters: letters.letters,
      views: isComparable ? 'compared' : 'not-compared',
    },
    findings: [
      ...damage,
      ...ledger.findings,
      ...documents.findings,
      ...evidence.findings,
      ...letters.findings,
      ...(isComparable ? await checkViews(scratch) : []),
    ],
  }
}

function damageOf(database: Database): readonly Finding[] {
  const said = database
    .prepare<{ quick_check: string }>('PRAGMA quick_check')
    .all()
    .map((row) => row.quick_check)
  return said.length === 1 && said[0] === 'ok'
    ? []
    : [{ kind: 'database-damaged', at: 'database', detail: said.slice(0, 5).join('; ') }]
}
