/** 体检：doctor 逐项核对磁盘上的内容，health 看现状。 */

import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import type { Refusal } from '@yejibu/shared/wire/problem'
import * as z from 'zod/mini'
import { rebuildViews } from '../../store/sql/ledger-views.ts'
import { DatabaseInUse, openDatabase } from '../../store/sqlite/database.ts'
import { inOneLongTransaction } from '../../store/sqlite/sqlite-store.ts'
import { query } from '../../store/store.ts'
import { evidenceWords } from '../check-evidence-store.ts'
import { databasePath, evidencePath } from '../data-folder.ts'
import { type Examination, examine } from '../doctor/examine.ts'
import { examineOffice } from '../doctor/examine-office.ts'
import { EXPLANATIONS } from '../doctor/finding.ts'
import { type Answer, type Command, NoOffice } from './command.ts'
import { sheet } from './table.ts'

export const doctor: Command = {
  words: 'doctor',
  about: '逐项核对账本、摘要、附件、文档和列表；只读，服务运行时也可以做',
  takes: [],
  options: { rebuild: { type: 'boolean', about: '先由事实记录重建列表（须先停止服务）' } },
  async run({ dataFolder, store, evidence, isSet, office }) {
    if (store !== null || (evidence !== null && !isSet('rebuild'))) {
      const opened = await office()
      if (isSet('rebuild')) await opened.store.transaction(rebuildViews)
      return ok(report(await examineOffice(opened)))
    }
    const path = databasePath(dataFolder)
    if (!existsSync(path)) throw new NoOffice(dataFolder)
    if (isSet('rebuild')) {
      const rebuilt = await rebuild(path)
      if (!rebuilt.ok) return rebuilt
    }
    const database = openDatabase(path, 'reader')
    try {
      const examination = await examine({ database, pathOf: (sha256) => evidencePath(dataFolder, sha256) })
      return ok(report(examination))
    } finally {
      database.close()
    }
  },
}

/** Holds the relay's own lock meanwhile, so that no relay serves lists that are being made. */
async function rebuild(path: string): Promise<Result<true, Refusal>> {
  try {
    const database = openDatabase(path, 'relay')
    try {
      await inOneLongTransaction(database, rebuildViews)
    } finally {
      database.close()
    }
    return ok(true)
  } catch (error) {
    if (error instanceof DatabaseInUse) return refuse({ kind: 'office-in-use' })
    throw error
  }
}

function report({ checked, findings }: Examination): Answer {
  const counted = sheet([
    ['事实记录', `${checked.facts} 条`],
    ['文档', `${checked.documents} 份`],
    ['附件', `${checked.files} 个`],
    ['列表', checked.views === 'compared' ? '已与事实记录比对' : '账本有问题，未比对'],
  ])
  const told = findings.map(({ kind, at, detail }) => {
    const { means, advice } = EXPLANATIONS[kind]
    return `[${kind}] ${at}${detail === '' ? '' : `（${detail}）`}\n  含义：${means.zh}\n  处理：${advice.zh}`
  })
  const verdict = findings.length === 0 ? '没有发现问题。' : `发现 ${findings.length} 个问题：`
  return {
    text: [counted, '', verdict, ...told].join('\n'),
    json: { checked, findings: findings.map((finding) => ({ ...finding, ...EXPLANATIONS[finding.kind] })) },
    hasFindings: findings.length > 0,
  }
}

const NEWEST = query<{ at: string }>('SELECT at FROM fact ORDER BY seq DESC LIMIT 1')

export const health: Command = {
  words: 'health',
  about: '看数据目录的现状；给出 --url 时改问正在运行的服务',
  takes: [],
  options: { url: { type: 'string', value: '地址', about: '例如 http://127.0.0.1:4480' } },
  async run(call) {
    const url = call.option('url')
    if (url !== undefined) return askRelay(url)
    const { store, database } = await call.office()
    const count = async (sql: string) => (await store.get(query<{ value: number | null }>(sql)))?.value ?? 0
    const newest = (await store.get(NEWEST))?.at ?? null
    const bytes = database
      ? 'SELECT page_count * page_size AS value FROM pragma_page_count, pragma_page_size'
      : 'SELECT pg_database_size(current_database()) AS value'
    const disk = await statfs(call.dataFolder)
    const found = {
      dataFolder: call.dataFolder,
      facts: await count('SELECT count(*) AS value FROM fact'),
      newestFactAt: newest,
      documents: await count('SELECT count(*) AS value FROM document'),
      people: await count('SELECT count(*) AS value FROM view_person'),
      evidenceFiles: await count('SELECT count(DISTINCT sha256) AS value FROM evidence'),
      databaseBytes: await count(bytes),
      freeBytes: disk.bavail * disk.bsize,
    }
    return ok({
      text: sheet([
        ['数据目录', found.dataFolder],
        ['事实记录', `${found.facts} 条，最近一条 ${found.newestFactAt ?? '—'}`],
        ['文档', `${found.documents} 份`],
        ['账号', `${found.people} 个`],
        ['附件', `${found.evidenceFiles} 个`],
        ['数据库', `${(found.databaseBytes / 1024 / 1024).toFixed(1)} MB`],
        ['磁盘剩余', `${(found.freeBytes / 1024 ** 3).toFixed(1)} GB`],
      ]),
      json: found,
    })
  },
}

const troubleSchema = z.object({ cause: z.string(), since: z.string() })

/** A trouble by its cause, and by its sentence where it has one. */
function wordsOf(value: unknown): string {
  const trouble = troubleSchema.safeParse(value)
  if (!trouble.success) return String(value)
  const { cause, since } = trouble.data
  const words = evidenceWords(cause)
  return `${cause}，始于 ${since}${words === null ? '' : `：${words}`}`
}

const healthSchema = z.record(z.string(), z.unknown())

async function askRelay(url: string): Promise<Result<Answer, Refusal>> {
  try {
    const response = await fetch(new URL('/api/health', url))
    const answered = healthSchema.parse(await response.json())
    const rows = Object.entries(answered).map(([name, value]): [string, string] => [name, wordsOf(value)])
    const isWell = response.ok && answered.status !== 'degraded'
    const verdict = isWell ? '服务正常' : response.ok ? '服务有故障' : `服务异常（${response.status}）`
    return ok({
      text: `${verdict}\n${rows.length > 0 ? sheet(rows) : ''}`.trimEnd(),
      json: { status: response.status, ...answered },
      hasFindings: !isWell,
    })
  } catch {
    return refuse({ kind: 'unreachable', url })
  }
}
