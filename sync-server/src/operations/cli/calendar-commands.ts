/** 节假日安排：录入国务院办公厅公布的一年放假调休，无需升级程序。 */
import { readFile } from 'node:fs/promises'
import { isYearKnown } from '@yejibu/shared/kernel/known-years'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import { CALENDAR_STREAM, isCalendarFact, lastBuiltIn } from '@yejibu/shared/plan/calendar-facts'
import { type HolidayYear, readHolidayYear } from '@yejibu/shared/plan/holiday-year'
import type { Refusal } from '@yejibu/shared/wire/problem'
import type { Call, Command } from './command.ts'
import { sheet, table } from './table.ts'

export const calendarAdd: Command = {
  words: 'calendar add',
  about: '录入一年的节假日和调休上班安排，立即生效；再次录入同一年即为更正',
  takes: [
    {
      name: '文件',
      option: 'file',
      about: '该年安排的 JSON 文件：本程序的格式，或 {year, days:[{name,date,isOffDay}]}',
    },
  ],
  options: {
    notice: { type: 'string', value: '文号', about: '国务院办公厅通知的文号或标题，文件中没有时必填' },
    source: { type: 'string', value: '出处', about: '通知的网址或出处，文件中没有时必填' },
  },
  async run(call) {
    const read = await yearAsked(call)
    if (!read.ok) return read
    const office = await call.office()
    const done = await office.performCalendar(read.value, 'relay')
    if (!done.ok) return done
    const { year, notice, off, worked } = read.value
    const rows = off.map(({ name, first, last }): [string, string] => [
      name,
      first === last ? first : `${first} 至 ${last}`,
    ])
    return ok({
      text: `已录入 ${year} 年节假日安排（${notice}）。\n${sheet([...rows, ['调休上班', worked.join('、') || '无']])}`,
      json: read.value,
    })
  },
}

export const calendarList: Command = {
  words: 'calendar list',
  about: '列出已录入的节假日安排，更正也在内',
  takes: [],
  options: {},
  async run(call) {
    const { ledger } = await call.office()
    const facts = (await ledger.read(CALENDAR_STREAM)).filter(isCalendarFact)
    const entered = facts.map(({ at, actor, data }, i) => ({
      ...{ ...data, at, actor, isInForce: !facts.slice(i + 1).some((later) => later.data.year === data.year) },
    }))
    const rows = entered.map((one) => [
      ...[String(one.year), one.isInForce ? '有效' : '已更正', one.at, one.actor, one.notice, one.source],
    ])
    const next = Number(call.terminal.now().toISOString().slice(0, 4)) + 1
    const missing = isYearKnown(next) ? '' : `\n${next} 年的安排尚未录入；国务院办公厅公布后，请用 calendar add 录入。`
    return ok({
      text: `程序自带到 ${lastBuiltIn()} 年。${missing}\n${table(['年份', '状态', '录入时间', '录入人', '通知', '出处'], rows, '还没有录入任何年份。')}`,
      json: { builtInThrough: lastBuiltIn(), entered },
    })
  },
}

async function yearAsked(call: Call): Promise<Result<HolidayYear, Refusal>> {
  const path = call.names[0] ?? ''
  let file: unknown
  try {
    file = JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return refuse({ kind: 'file-unreadable', path })
  }
  const year = readHolidayYear(file, { notice: call.option('notice'), source: call.option('source') })
  return year ? ok(year) : refuse({ kind: 'calendar-unreadable' })
}
