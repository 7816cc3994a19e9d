/**
 * An open office, examined. Tables that are not in a file of SQLite are copied into one first, all of one moment; files that lie elsewhere are
 * fetched from there, one at a time, whatever the data folder has at hand.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EvidenceOriginals } from '../../evidence/evidence-originals.ts'
import { copyIntoFile } from '../../store/copy-tables.ts'
import { type Database, openDatabase } from '../../store/sqlite/database.ts'
import type { Store } from '../../store/store.ts'
import { type Examination, type Examined, examine } from './examine.ts'

export interface ExaminedOffice {
  readonly store: Store
  readonly database: Database | null
  readonly evidence: { pathOf(sha256: string): string }
  readonly originals: EvidenceOriginals | null
}

export async function examineOffice(office: ExaminedOffice): Promise<Examination> {
  const folder = await mkdtemp(join(tmpdir(), 'yejibu-doctor-'))
  const { evidence, originals } = office
  const pathOf = originals ? fetchInto(join(folder, 'file'), originals) : evidence.pathOf
  try {
    if (office.database) return await examine({ database: office.database, pathOf })
    const path = join(folder, 'copy.sqlite')
    await copyIntoFile(office, path)
    const database = openDatabase(path, 'reader')
    try {
      return await examine({ database, pathOf })
    } finally {
      database.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function fetchInto(path: string, originals: EvidenceOriginals): Examined['pathOf'] {
  return async (sha256) => {
    await rm(path, { force: true })
    const bytes = await originals.get(sha256)
    if (bytes) await writeFile(path, bytes)
    return path
  }
}
