/** 备份：服务运行时也可以做；恢复只写入空目录。 */
import { join, resolve } from 'node:path'
import { idFrom } from '@yejibu/shared/kernel/ids'
import { ok } from '@yejibu/shared/kernel/result'
import { FONT_FOLDER } from '../../forms/font-folder.ts'
import { createBackup } from '../backup/create-backup.ts'
import { noteBackup } from '../backup/last-backup.ts'
import { type Manifest, verifyBackup } from '../backup/manifest.ts'
import { restoreBackup } from '../backup/restore-backup.ts'
import type { Answer, Command } from './command.ts'
import { sheet } from './table.ts'

const FOLDER = { name: '目录', option: 'folder', about: '备份所在的目录' }

export const backupCreate: Command = {
  words: 'backup create',
  about: '把整个单位备份到一个空目录',
  takes: [FOLDER],
  options: {},
  async run(call) {
    const folder = resolve(call.names[0] ?? '')
    const { store, database, evidence, config } = await call.office()
    const fontFolder = join(config.dataFolder, FONT_FOLDER)
    const made = await createBackup(
      { store, database, pathOf: evidence.fetched, fontFolder },
      folder,
      call.terminal.now(),
    )
    if (!made.ok) return made
    await noteBackup(config.dataFolder, folder, made.value)
    return ok(answer(`已备份到 ${folder}`, made.value))
  },
}

export const backupVerify: Command = {
  words: 'backup verify',
  about: '核对一份备份是否完整、未被改动',
  takes: [FOLDER],
  options: {},
  async run(call) {
    const verified = await verifyBackup(resolve(call.names[0] ?? ''))
    return verified.ok ? ok(answer('备份完整', verified.value)) : verified
  },
}

export const backupRestore: Command = {
  words: 'backup restore',
  about: '把备份恢复到空的数据目录（用 --data 指定）',
  takes: [FOLDER],
  options: {},
  async run(call) {
    const newEpoch = () => idFrom(call.terminal.randomBytes(20))
    const restored = await restoreBackup(resolve(call.names[0] ?? ''), call.dataFolder, newEpoch)
    if (!restored.ok) return restored
    const { text, ...rest } = answer(`已恢复到 ${call.dataFolder}`, restored.value)
    const next =
      '所有人须重新登录。各设备再次联网时会提示该档案已从备份恢复，由本人决定保留哪一份。请接着运行 doctor 核对。'
    return ok({ ...rest, text: `${text}\n${next}` })
  },
}

function answer(title: string, manifest: Manifest): Answer {
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
  const rows: [string, string][] = [
    ['备份时间', manifest.at],
    ['事实记录', `至第 ${manifest.head.seq} 条，哈希 ${manifest.head.hash.slice(0, 16)}…`],
    ['文件', `${manifest.files.length} 个，共 ${(bytes / 1024 / 1024).toFixed(1)} MB`],
  ]
  const lost = manifest.missing.length
  if (lost > 0) rows.push(['缺失附件', `${lost} 个在备份时已缺失或损坏，请运行 doctor 查看`])
  return { text: `${title}\n${sheet(rows)}`, json: manifest, hasFindings: lost > 0 }
}
