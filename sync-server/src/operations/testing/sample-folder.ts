/** The sample office as a folder on disk, made once for a test file and copied for each test that breaks something in it. */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { officeConfig } from '../../config.ts'
import { openOffice } from '../../office.ts'
import { createSampleOffice } from '../sample/create-sample-office.ts'

/** What a busy machine may take to make the office; no test measures it. */
export const PATIENCE_MS = 120_000

export interface SampleFolder {
  /** A copy of the data folder, nobody's but the caller's. */
  copy(): Promise<string>
  /** An empty folder that goes with the others. */
  empty(): Promise<string>
  remove(): Promise<void>
}

export async function makeSampleFolder(): Promise<SampleFolder> {
  const root = await mkdtemp(join(tmpdir(), 'yejibu-operations-'))
  const original = join(root, 'original')
  const office = await openOffice(officeConfig(original, { isSample: true }))
  await createSampleOffice(office)
  await office.close()
  let made = 0
  const next = () => join(root, `${++made}`)
  return {
    async copy() {
      const folder = next()
      await cp(original, folder, { recursive: true })
      return folder
    },
    empty: async () => next(),
    remove: () => rm(root, { recursive: true, force: true }),
  }
}
