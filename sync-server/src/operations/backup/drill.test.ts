import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { officeConfig } from '../../config.ts'
import { openOffice } from '../../office.ts'
import { openDatabase } from '../../store/sqlite/database.ts'
import { databasePath, evidencePath } from '../data-folder.ts'
import { examine } from '../doctor/examine.ts'
import { makeSampleFolder, PATIENCE_MS, type SampleFolder } from '../testing/sample-folder.ts'
import { createBackup } from './create-backup.ts'
import { verifyBackup } from './manifest.ts'
import { restoreBackup } from './restore-backup.ts'

let sample: SampleFolder
beforeAll(async () => {
  sample = await makeSampleFolder()
}, PATIENCE_MS)
afterAll(() => sample.remove())

/** Everything that must be the same after a restore: the chain to its head, each document's bytes, each file's. */
async function digestsOf(dataFolder: string) {
  const office = await openOffice(officeConfig(dataFolder))
  const hash = (parts: Iterable<Uint8Array | string>) => {
    const sum = createHash('sha256')
    for (const part of parts) sum.update(part)
    return sum.digest('hex')
  }
  const documents: Record<string, string> = {}
  for (const { document } of await office.log.list()) {
    const { snapshot, rows } = await office.log.load(document)
    documents[document] = hash([...(snapshot ? [snapshot.update] : []), ...rows.flatMap(({ updates }) => updates)])
  }
  const facts = await office.ledger.since(0, 1_000_000, { streams: [], prefixes: [''] })
  const head = await office.ledger.head()
  const evidence = office.database?.prepare<{ sha256: string }>('SELECT DISTINCT sha256 FROM evidence ORDER BY 1').all()
  await office.close()
  return { head, chain: hash(facts.map((fact) => fact.hash)), facts: facts.length, documents, evidence }
}

it('[RELAY-243] the drill: a backup of the sample office restores to the same head, chain, documents and files', async () => {
  const dataFolder = await sample.copy()
  const before = await digestsOf(dataFolder)
  const office = await openOffice(officeConfig(dataFolder), 'relay')
  const backup = await sample.empty()
  const made = await createBackup(
    {
      store: office.store,
      database: office.database,
      pathOf: office.evidence.pathOf,
      fontFolder: `${dataFolder}/fonts`,
    },
    backup,
    new Date('2026-03-02T01:00:00Z'),
  )
  await office.close()
  expect(made).toMatchObject({ ok: true, value: { head: before.head } })
  expect((await verifyBackup(backup)).ok).toBe(true)
  const restored = await sample.empty()
  expect((await restoreBackup(backup, restored, () => 'restored')).ok).toBe(true)
  expect(await digestsOf(restored)).toEqual(before)
  expect(Object.keys(before.documents).length).toBeGreaterThan(3)
  expect(before.facts).toBeGreaterThan(50)
  const database = openDatabase(databasePath(restored), 'reader')
  const { findings } = await examine({ database, pathOf: (sha256) => evidencePath(restored, sha256) })
  database.close()
  expect(findings).toEqual([])
})
