/** 搬迁：把一个用本机文件的单位整个搬进 PostgreSQL，核对无误后才停用原来的文件。 */

import { existsSync } from 'node:fs'
import { readFile, rename } from 'node:fs/promises'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import type { EvidenceCause } from '@yejibu/shared/wire/health'
import type { Refusal } from '@yejibu/shared/wire/problem'
import { officeConfig, placesAsked } from '../../config.ts'
import { type EvidenceOriginals, EvidenceStoreTrouble } from '../../evidence/evidence-originals.ts'
import { openS3Originals, s3PlaceFrom } from '../../evidence/s3-originals.ts'
import { fileIntoPostgres, isEmptyStore } from '../../store/copy-tables.ts'
import { bringUpToDate } from '../../store/open-store.ts'
import { openPostgresStore } from '../../store/postgres/postgres-store.ts'
import { StoreUnreachable } from '../../store/postgres/unreachable.ts'
import { type Database, DatabaseInUse, openDatabase } from '../../store/sqlite/database.ts'
import { checkPlaces } from '../check-places.ts'
import { databasePath, evidencePath } from '../data-folder.ts'
import { type Examination, examine } from '../doctor/examine.ts'
import { examineOffice } from '../doctor/examine-office.ts'
import { type Answer, type Call, type Command, NoOffice } from './command.ts'
import { sheet } from './table.ts'

export const move: Command = {
  words: 'move',
  about: '把单位从本机文件搬进 PostgreSQL（须先停止服务）；附件仍在数据目录',
  takes: [{ name: '地址', option: 'to', about: '空的数据库，如 postgres://yejibu:口令@127.0.0.1/yejibu' }],
  options: { evidence: { type: 'string', value: '地址', about: '同时把附件送入 S3 兼容的存储，s3+https://…' } },
  async run(call) {
    const to = call.names[0] ?? ''
    const { evidence } = placesAsked({ evidence: call.option('evidence') }, {})
    if (checkPlaces(officeConfig(call.dataFolder, { store: to })).length > 0) return refuse({ kind: 'not-a-store' })
    const place = evidence === null ? null : s3PlaceFrom(evidence)
    if (evidence !== null && place === null) return refuse({ kind: 'not-an-evidence-store' })
    const path = databasePath(call.dataFolder)
    if (!existsSync(path)) throw new NoOffice(call.dataFolder)
    let database: Database
    try {
      // As the relay, so that none serves the file meanwhile.
      database = openDatabase(path, 'relay')
    } catch (error) {
      if (error instanceof DatabaseInUse) return refuse({ kind: 'office-in-use' })
      throw error
    }
    let moved: Result<Examination, Refusal>
    try {
      moved = await moveInto(to, place && openS3Originals(place), database, call)
    } finally {
      database.close()
    }
    if (!moved.ok) return moved
    // Out of the way of a start without `--store`, which would go on in what is no longer the office.
    const kept = `${path}.moved`
    await rename(path, kept)
    return ok(answer(moved.value, kept))
  },
}

async function moveInto(
  address: string,
  originals: EvidenceOriginals | null,
  database: Database,
  call: Call,
): Promise<Result<Examination, Refusal>> {
  const pathOf = (sha256: string) => evidencePath(call.dataFolder, sha256)
  await bringUpToDate(database, call.terminal.now().getTime())
  const before = await examine({ database, pathOf })
  if (before.findings.length > 0) return refuse({ kind: 'office-not-sound', count: before.findings.length })
  const opened = await openPostgresStore({
    address,
    migrateAt: call.terminal.now().getTime(),
    onLost: () => {},
  }).catch((error: unknown) => {
    if (error instanceof StoreUnreachable) throw error
    return null
  })
  if (!opened) return refuse({ kind: 'store-unreachable' })
  try {
    if (!(await isEmptyStore(opened))) return refuse({ kind: 'store-not-empty' })
    const why = originals && (await sendFiles(database, pathOf, originals))
    if (why) return refuse({ kind: 'evidence-store-refuses', why })
    await fileIntoPostgres(database, opened)
    const after = await examineOffice({ store: opened, database: null, evidence: { pathOf }, originals })
    const isSame = JSON.stringify(after) === JSON.stringify(before)
    return isSame ? ok(after) : refuse({ kind: 'move-differs', count: after.findings.length })
  } finally {
    await opened.close()
  }
}

/** @returns null when the store has taken all of them; what it took before it refused does no harm there, and is sent again */
async function sendFiles(
  database: Database,
  pathOf: (sha256: string) => string,
  to: EvidenceOriginals,
): Promise<EvidenceCause | null> {
  const files = database.prepare<{ sha256: string }>('SELECT DISTINCT sha256 FROM evidence ORDER BY sha256').all()
  for (const { sha256 } of files) {
    const bytes = await readFile(pathOf(sha256))
    try {
      await to.put(sha256, bytes)
    } catch (error) {
      if (error instanceof EvidenceStoreTrouble) return error.why
      throw error
    }
  }
  return null
}

function answer({ checked }: Examination, kept: string): Answer {
  const counted = sheet([
    ['事实记录', `${checked.facts} 条`],
    ['文档', `${checked.documents} 份`],
    ['附件', `${checked.files} 个`],
    ['列表', '已与事实记录比对'],
    ['原来的文件', kept],
  ])
  const next =
    '已搬完并核对无误。请以 --store（或 YEJIBU_STORE）指定该数据库启动服务，附件送入了存储的还须给出 --evidence（或 YEJIBU_EVIDENCE）；原来的文件确认不再需要后可删除。'
  return { text: `${counted}\n\n${next}`, json: { checked, kept } }
}
