/** What the command line says to a refusal: what is the matter, and what to do next. */
import type { Refusal } from '@yejibu/shared/wire/problem'
import * as z from 'zod/mini'
import { evidenceWords } from '../check-evidence-store.ts'

/** A refusal of any kind, its particulars read as text. */
export function refusalWords(refusal: Refusal): string {
  const particulars: Readonly<Record<string, unknown>> = { ...refusal }
  const of = (name: string) => String(particulars[name] ?? '')
  const list = (name: string) => (Array.isArray(particulars[name]) ? particulars[name].map(lineOf).join('\n') : '')
  switch (refusal.kind) {
    case 'org-exists':
      return `该单位编号已登记为“${of('name')}”。如需查看，请运行 org list。`
    case 'no-such-org':
      return '没有这个单位。请先运行 org list 核对编号，或用 org add 登记单位。'
    case 'role-not-of-this-org':
      return `“${of('role')}”不是此类单位（${of('orgKind')}）的角色。请改用该类单位的角色，或换一个单位。`
    case 'already-member':
      return '此人在该单位已有这一角色，无需重复添加。'
    case 'not-member':
      return '此人在该单位没有这一角色。请运行 member list 核对。'
    case 'username-taken':
      return `用户名“${of('username')}”已被使用。请换一个用户名。`
    case 'account-exists':
      return `账号编号“${of('account')}”已存在。请换一个编号，或不指定 --id。`
    case 'no-such-account':
      return '没有这个账号。请运行 account list 核对用户名。'
    case 'weak-password':
      return `密码至少 ${of('minChars')} 个字符。请重新设置。`
    case 'passwords-differ':
      return '两次输入的密码不一致，未作改动。请重新运行。'
    case 'no-such-token':
      return '没有这个令牌。请运行 token list <用户名> 核对编号。'
    case 'malformed':
      return `填写的内容不符合要求：\n${list('at')}`
    case 'unknown-choice':
      return `--${of('option')} 只能是：${of('choices')}。`
    case 'not-a-number':
      return `--${of('option')} 须为 ${of('min')} 至 ${of('max')} 的整数。`
    case 'file-unreadable':
      return `读不出文件 ${of('path')}。请核对路径；文件须为 UTF-8 编码的 JSON。`
    case 'window-required':
      return '内置计划没有规定申报时间，请用 --open 和 --close 给出，例如 --open 2026-03-01T09:00:00+08:00。'
    case 'plan-malformed':
      return `计划文件不符合格式：\n${list('at')}`
    case 'plan-version-not-next':
      return `计划的版本号应为 ${of('next')}，文件中是 ${of('given')}。已发布的版本不能更改，请改版本号后再发布。`
    case 'plan-window-reversed':
      return '计划的截止时间早于开始时间。请修改 window.open 与 window.close。'
    case 'no-such-plan':
      return '没有这个计划，或已撤回。请运行 plan list 核对。'
    case 'calendar-unreadable':
      return '文件不是一年的节假日安排：须有年份、通知文号、出处、放假的起止日期和调休上班日，日期写作 2027-01-01。文件中没有文号和出处的，请用 --notice 和 --source 给出。'
    case 'calendar-built-in':
      return `${of('year')} 年的安排已随程序提供，不能另行录入。`
    case 'calendar-year-far':
      return `${of('year')} 年的安排还不可能公布，最远可录入 ${of('latest')} 年。请核对年份。`
    case 'calendar-unchanged':
      return `${of('year')} 年的安排与已录入的相同，无需再次录入。`
    case 'calendar-faulty':
      return `${of('year')} 年的安排有误，未录入。请对照通知原文改正：\n${calendarFaultLines(particulars.faults)}`
    case 'folder-not-empty':
      return `目录 ${of('folder')} 不是空的，未写入任何内容。请另选一个空目录。`
    case 'not-a-backup':
      return `${of('folder')} 不是完整的备份（没有可读的 manifest.json）。请核对路径；备份中断的，请重新备份。`
    case 'backup-damaged':
      return `备份已损坏，未作恢复。请改用另一份备份。损坏的文件：\n${list('files')}`
    case 'not-a-store':
      return '地址须为 postgres://用户:口令@主机:端口/数据库。请核对后再运行。'
    case 'not-an-evidence-store':
      return '--evidence 须为 s3+https://访问密钥:密钥口令@主机/存储桶?region=区域。请核对后再运行。'
    case 'store-unreachable':
      return '连不上该数据库。请确认 PostgreSQL 已启动，主机、端口、用户、口令和数据库名无误，且该用户可以建表。'
    case 'evidence-store-refuses':
      return `未搬迁，原来的文件仍在使用。${evidenceWords(of('why')) ?? ''}。改正后请重新运行。`
    case 'store-not-empty':
      return '该数据库不是空的，未写入任何内容。请新建一个空的数据库。'
    case 'office-not-sound':
      return `搬迁前的核对发现 ${of('count')} 个问题，未搬迁。请先运行 doctor 并处理。`
    case 'move-differs':
      return '搬迁后的核对与搬迁前不一致，原来的文件仍在使用，未作改动。请换一个空的数据库重试。'
    case 'office-in-use':
      return '服务正在使用该数据目录。请先停止服务再运行。'
    case 'unreachable':
      return `连不上 ${of('url')}。请确认服务已启动、地址无误。`
    case 'stream-moved-on':
      return '同一时刻另有改动，本次未写入。请重新运行。'
    default:
      return `未能完成（${refusal.kind}）：${JSON.stringify(refusal)}`
  }
}

function calendarFaultLines(faults: unknown): string {
  const said = z.array(faultSchema).safeParse(faults)
  return (said.data ?? []).map((fault) => `  ${FAULT_WORDS[fault.rule]?.(fault) ?? fault.rule}`).join('\n')
}

const part = z._default(z.union([z.string(), z.number()]), '')
const faultSchema = z.object({ rule: z.string(), day: part, name: part, festival: part, atLeast: part })

const FAULT_WORDS: Readonly<Record<string, (fault: z.output<typeof faultSchema>) => string>> = {
  'outside-the-year': ({ day }) => `${day} 不在这一年（上一年 12 月的日期可以写在其中）`,
  'worked-on-a-weekday': ({ day }) => `${day} 不是周末，不能列为调休上班日`,
  'worked-and-off': ({ day }) => `${day} 既放假又上班`,
  'named-twice': ({ day }) => `${day} 写了两次`,
  'ends-before-it-begins': ({ day, name }) => `${name}（${day} 起）的结束日期早于开始日期`,
  'too-long': ({ day, name }) => `${name}（${day} 起）超过十二天`,
  'festival-missing': ({ festival }) => `缺少${festival}的放假日期`,
  'festival-elsewhere': ({ festival }) => `${festival}的放假日期不可能在所写的日子`,
  'festival-too-short': ({ festival, atLeast }) => `${festival}的放假日期不足法定的 ${atLeast} 天`,
}

function lineOf(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return `  ${String(entry)}`
  return `  ${Object.values(entry).map(String).join('：')}`
}
