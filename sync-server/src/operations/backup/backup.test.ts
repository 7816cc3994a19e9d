import { appendFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SHEN_ZHIYUAN, XU_MINGCHUAN, YUEZHOU } from '@yejibu/shared/testing/people'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeConfig } from '../../config.ts'
import { type Office, openOffice } from '../../office.ts'
import { openDatabase } from '../../store/sqlite/database.ts'
import { databasePath, evidencePath } from '../data-folder.ts'
import { examine } from '../doctor/examine.ts'
import { makeSampleFolder, PATIENCE_MS, type SampleFolder } from '../testing/sample-folder.ts'
import { createBackup } from './create-backup.ts'
import { verifyBackup } from './manifest.ts'
import { restoreBackup } from './restore-backup.ts'

const NOW = new Date('2026-03-02T01:00:00Z')

let sample: SampleFolder

beforeAll(async () => {
  sample = await makeSampleFolder()
}, PATIENCE_MS)
afterAll(() => sample.remove())

function sourceOf({ store, database, evidence }: Office, dataFolder: string) {
  return { store, database, pathOf: evidence.pathOf, fontFolder: join(dataFolder, 'fonts') }
}

async function backupOf(dataFolder: string): Promise<string> {
  const folder = await sample.empty()
  const office = await openOffice(officeConfig(dataFolder))
  const made = await createBackup(sourceOf(office, dataFolder), folder, NOW)
  await office.close()
  expect(made.ok).toBe(true)
  return folder
}

async function findings(folder: string) {
  const database = openDatabase(databasePath(folder), 'reader')
  const { findings: found } = await examine({ database, pathOf: (sha256) => evidencePath(folder, sha256) })
  database.close()
  return found
}

describe('a backup', () => {
  it('[OPS-20] taken while the office is written to restores to a sound office', async () => {
    const dataFolder = await sample.copy()
    const relay = await openOffice(officeConfig(dataFolder), 'relay')
    const tool = await openOffice(officeConfig(dataFolder))
    const folder = await sample.empty()
    let isOver = false
    const writing = (async () => {
      let written = 0
      while (!isOver && written < 30) {
        const data = { org: YUEZHOU.id, account: SHEN_ZHIYUAN.accountId, role: 'hr-clerk' as const }
        const done = await relay.performOrg({ kind: written % 2 ? 'remove-member' : 'add-member', data }, 'relay')
        expect(done.ok).toBe(true)
        written++
        await new Promise(setImmediate)
      }
      return written
    })()
    const made = await createBackup(sourceOf(tool, dataFolder), folder, NOW)
    isOver = true
    expect(await writing).toBeGreaterThan(0)
    await Promise.all([relay.close(), tool.close()])
    expect(made).toMatchObject({ ok: true, value: { at: NOW.toISOString(), missing: [] } })
    const restored = await sample.empty()
    expect((await restoreBackup(folder, restored, () => 'restored')).ok).toBe(true)
    expect(await findings(restored)).toEqual([])
  })

  it('[OPS-21] that was changed or lost a file is told apart from a whole one', async () => {
    const folder = await backupOf(await sample.copy())
    expect((await verifyBackup(folder)).ok).toBe(true)
    const paths = (await readdir(join(folder, 'evidence'), { recursive: true })).filter((path) => path.length > 60)
    const [changed = '', lost = ''] = paths.sort()
    await appendFile(join(folder, 'evidence', changed), 'x')
    await rm(join(folder, 'evidence', lost))
    expect(await verifyBackup(folder)).toEqual({
      ok: false,
      refusal: {
        kind: 'backup-damaged',
        files: [
          { path: `evidence/${changed}`, why: 'changed' },
          { path: `evidence/${lost}`, why: 'missing' },
        ],
      },
    })
  })

  it('[RELAY-182] holds the fonts that the office printed with, and puts them back', async () => {
    const dataFolder = await sample.copy()
    await mkdir(join(dataFolder, 'fonts'))
    await writeFile(join(dataFolder, 'fonts', '宋体 扩展B.ttf'), 'bytes of a font')
    await writeFile(join(dataFolder, 'fonts', 'readme.txt'), 'no font')
    const folder = await backupOf(dataFolder)
    const restored = await sample.empty()
    expect((await restoreBackup(folder, restored, () => 'e')).ok).toBe(true)
    expect(await readdir(join(restored, 'fonts'))).toEqual(['宋体 扩展B.ttf'])
    expect(await readFile(join(restored, 'fonts', '宋体 扩展B.ttf'), 'utf8')).toBe('bytes of a font')
  })

  it('[OPS-22] is not restored into a folder that holds something, nor when it is not whole', async () => {
    const folder = await backupOf(await sample.copy())
    const full = await sample.empty()
    await mkdir(full)
    await writeFile(join(full, 'note.txt'), 'mine')
    expect(await restoreBackup(folder, full, () => 'e')).toMatchObject({ refusal: { kind: 'folder-not-empty' } })
    expect(await readdir(full)).toEqual(['note.txt'])
    await appendFile(join(folder, 'office.db'), 'x')
    const target = await sample.empty()
    await mkdir(target)
    expect(await restoreBackup(folder, target, () => 'e')).toMatchObject({ refusal: { kind: 'backup-damaged' } })
    expect(await restoreBackup(full, target, () => 'e')).toMatchObject({ refusal: { kind: 'not-a-backup' } })
    expect(await readdir(target)).toEqual([])
  })

  it('[OPS-22] cannot name a file outside its folder', async () => {
    const folder = await sample.empty()
    await mkdir(folder)
    const file = { path: '../../etc/passwd', bytes: 1, sha256: '0'.repeat(64) }
    const manifest = { format: 'yejibu/backup/v1', at: '', head: { seq: 0, hash: '' }, files: [file], missing: [] }
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
    expect(await verifyBackup(folder)).toMatchObject({ refusal: { kind: 'not-a-backup' } })
  })

  it('[OPS-23] restores documents under new epochs, and no session', async () => {
    const dataFolder = await sample.copy()
    const before = await openOffice(officeConfig(dataFolder))
    const { token } = await before.sessions.begin(XU_MINGCHUAN.accountId)
    const sizes = await before.log.list()
    await before.close()
    const folder = await backupOf(dataFolder)
    const restored = await sample.empty()
    await restoreBackup(folder, restored, () => 'another-epoch')
    const after = await openOffice(officeConfig(restored))
    const restoredSizes = await after.log.list()
    expect(restoredSizes.map(({ document }) => document)).toEqual(sizes.map(({ document }) => document))
    for (const [at, { epoch }] of restoredSizes.entries()) expect(epoch).not.toBe(sizes[at]?.epoch)
    expect(await after.sessions.find(token, false)).toBe('unknown')
    expect(await after.ledger.head()).toEqual(await headOf(dataFolder))
    await after.close()
  })
})

async function headOf(dataFolder: string) {
  const office = await openOffice(officeConfig(dataFolder))
  const head = await office.ledger.head()
  await office.close()
  return head
}
