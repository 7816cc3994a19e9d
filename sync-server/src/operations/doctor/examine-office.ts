/** An open office, examined. What is not in a file of SQLite is copied into one first, all of one moment. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Office } from '../../office.ts'
import { copyIntoFile } from '../../store/copy-tables.ts'
import { openDatabase } from '../../store/sqlite/database.ts'
import { type Examination, examine } from './examine.ts'

export async function examineOffice(
  office: Pick<Office, 'store' | 'database'> & { readonly evidence: Pick<Office['evidence'], 'pathOf'> },
): Promise<Examination> {
  const { pathOf } = office.evidence
  if (office.database) return examine({ database: office.database, pathOf })
  const folder = await mkdtemp(join(tmpdir(), 'yejibu-doctor-'))
  try {
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
