import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { enterYears } from '@yejibu/shared/kernel/known-years'
import { daysOf } from '@yejibu/shared/plan/holiday-year'
import { inventedYear } from '@yejibu/shared/testing/invented-year'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { folderForTests } from '../../testing/servers/test-folder.ts'
import type { Terminal } from './command.ts'
import { runCommandLine } from './run-command-line.ts'

let folder: string
let drawn = 0
beforeEach(async () => {
  folder = await mkdtemp(join(folderForTests(), 'yejibu-calendar-'))
  expect((await call('org', 'list', '--create')).exit).toBe(0)
})
afterEach(async () => {
  enterYears([])
  await rm(folder, { recursive: true, force: true })
})

async function call(...words: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const terminal: Terminal = {
    ...{ out: (text) => void out.push(text), err: (text) => void err.push(text) },
    ...{ isInteractive: false, askSecret: async () => '', now: () => new Date('2026-11-21T02:00:00Z') },
    randomBytes: (count) => createHash('sha512').update(`calendar ${drawn++}`).digest().subarray(0, count),
  }
  const exit = await runCommandLine(words, terminal, { dataFolder: folder })
  return { exit, out: out.join('\n'), err: err.join('\n') }
}

async function file(content: unknown): Promise<string> {
  const path = join(folder, 'year.json')
  await writeFile(path, JSON.stringify(content))
  return path
}

/** As people who keep such lists publish them: day by day, without the notice's number. */
function listed(year: number) {
  const { off, worked } = inventedYear(year)
  const days = off.flatMap((span) => daysOf(span).map((date) => ({ name: span.name, date, isOffDay: true })))
  return {
    year,
    papers: ['https://www.gov.cn/'],
    days: [...days, ...worked.map((date) => ({ name: '调休', date, isOffDay: false }))],
  }
}

test('[OPS-70] a year is entered from our file and from a list of days, and listed with its notice, corrections too', async () => {
  expect((await call('calendar', 'list')).out).toContain('2027 年的安排尚未录入')
  const added = await call('calendar', 'add', await file(inventedYear(2027)))
  expect([added.exit, added.err]).toEqual([0, ''])
  expect(added.out).toContain('2027-02-06 至 2027-02-12')
  expect((await call('calendar', 'add', await file(listed(2028)), '--notice', '国办发明电〔2027〕1号')).exit).toBe(0)
  expect((await call('calendar', 'add', await file({ ...inventedYear(2027), worked: ['2027-02-13'] }))).exit).toBe(0)
  const { out } = await call('calendar', 'list', '--json')
  expect(JSON.parse(out)).toMatchObject({
    builtInThrough: 2026,
    entered: [
      { year: 2027, isInForce: false, actor: 'relay', at: '2026-11-21T02:00:00.000Z' },
      { year: 2028, isInForce: true, notice: '国办发明电〔2027〕1号', source: 'https://www.gov.cn/' },
      { year: 2027, isInForce: true, worked: ['2027-02-13'] },
    ],
  })
  const list = await call('calendar', 'list')
  expect(list.out).toContain('已更正')
  expect(list.out).not.toContain('尚未录入')
})

test('[OPS-71] what cannot be is refused in words that say where and what to do, and nothing is entered', async () => {
  const said = async (content: unknown) => {
    const { exit, err } = await call('calendar', 'add', await file(content))
    expect(exit).toBe(1)
    return err
  }
  const year = inventedYear(2027)
  expect(await said(inventedYear(2026))).toContain('2026 年的安排已随程序提供')
  expect(await said(inventedYear(2029))).toContain('最远可录入 2028 年')
  expect(await said({ ...year, worked: ['2027-02-17'] })).toContain('2027-02-17 不是周末')
  expect(await said({ ...year, off: year.off.slice(1) })).toContain('缺少元旦的放假日期')
  expect(await said(listed(2027))).toContain('--notice')
  expect(await said('text')).toContain('不是一年的节假日安排')
  expect((await call('calendar', 'add', join(folder, 'none.json'))).err).toContain('读不出文件')
  expect(JSON.parse((await call('calendar', 'list', '--json')).out)).toMatchObject({ entered: [] })
})
