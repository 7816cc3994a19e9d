import 'fake-indexeddb/auto'
import { cleanup, screen, waitFor, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import type { AccountId, ApplicationId, OrgId, PlanId } from '@yejibu/shared/kernel/ids'
import type { StatisticsAnswer } from '@yejibu/shared/wire/statistics'
import readXlsxFile from 'read-excel-file/universal'
import { describe, expect, it, onTestFinished } from 'vitest'
import { renderPage } from '../../archive/testing/archive-stage.tsx'
import { createApi } from '../../platform/api.ts'
import { openAccountDatabase } from '../../platform/database.ts'
import { forgetCases } from '../forget-cases.ts'
import { statisticsWorkbook } from './statistics-file.ts'
import { StatisticsView } from './statistics-view.tsx'

const PLAN = { id: 'sx-2022' as PlanId, title: '2022 年中级', year: 2022 }
const SINCE = '2022-05-10T08:00:00.000Z'
const OLDEST = { application: 'luqinghe.aaaaaaaa' as ApplicationId, name: '陆清和', since: SINCE, days: 40 }
const row = (came: number, now: number, passed: number) => ({ came, now, returned: 0, ended: 0, passed })

const COUNTED: StatisticsAnswer = {
  asOf: '2022-06-19T08:00:00.000Z',
  plans: [
    {
      plan: PLAN,
      cases: 5,
      funnel: [
        { station: 'EMP', ...row(5, 3, 2) },
        { station: 'NOTICE', ...row(2, 2, 0) },
      ],
      results: [{ result: 'under-way', cases: 5 }],
    },
    {
      plan: { ...PLAN, id: 'sx-2021' as PlanId, title: '2021 年中级', year: 2021 },
      cases: 1,
      funnel: [{ station: 'EMP', ...row(1, 0, 1) }],
      results: [{ result: 'certified', cases: 1 }],
    },
  ],
  waiting: [{ station: 'EMP', state: 'emp-pending', cases: 3, ages: [1, 0, 1, 0, 1], oldest: OLDEST }],
  reasons: [{ sentence: '=1+1 扫描件不清晰', times: 4, people: 3, at: ['ARCHIVE', 'EMP'] }],
  closing: [
    { what: 'plan', plan: PLAN.title, application: null, name: '', day: '2022-06-19', workingDays: 0, isOver: false },
    {
      ...{ what: 'notice', plan: PLAN.title, application: OLDEST.application, name: '陆清和' },
      ...{ day: '2022-06-17', workingDays: 0, isOver: true },
    },
  ],
  archives: { people: 6, sent: 4, approved: 3, waiting: 0, ages: [0, 0, 0, 0, 0], oldest: null },
}
const EMPTY: StatisticsAnswer = { ...COUNTED, plans: [], waiting: [], reasons: [], closing: [], archives: null }
let databases = 0

/** A relay that counts, and can be away. */
function relay(answer: StatisticsAnswer = COUNTED) {
  databases += 1
  const of = { isAway: false, asked: [] as string[] }
  const api = createApi({
    fetch: async (input) => {
      if (of.isAway) throw new TypeError('away')
      of.asked.push(String(input))
      return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } })
    },
  })
  const database = openAccountDatabase(`statistics-${databases}` as AccountId)
  const show = () =>
    renderPage(() => (
      <StatisticsView api={api} database={database} org={'yuezhou' as OrgId} pathOf={(id) => `/cases/${id}`} />
    ))
  return { of, database, show }
}

/** The files that the page hands to its reader. */
function downloads(): Blob[] {
  const files: Blob[] = []
  const [make, drop] = [URL.createObjectURL, URL.revokeObjectURL]
  URL.createObjectURL = (blob: Blob) => {
    files.push(blob)
    return '#'
  }
  URL.revokeObjectURL = () => undefined
  onTestFinished(() => {
    Object.assign(URL, { createObjectURL: make, revokeObjectURL: drop })
  })
  return files
}
const rowsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .map((one) => [...one.children].map((cell) => cell.textContent))

describe('statistics', () => {
  it('[CLIENT-375] stand in tables, with bars beside them that are not read out, and lead to who waits longest', async () => {
    const { of, show } = relay()
    show()
    const funnel = await screen.findByRole('table', { name: '各环节办理情况' })
    expect(of.asked).toEqual(['/api/statistics?org=yuezhou'])
    expect(rowsOf(funnel)).toEqual([
      ['环节', '到达', '已通过', '在办', '退回未交', '终止'],
      ['用人单位', '5', '2', '3', '0', '0'],
      ['单位公示', '2', '0', '2', '0', '0'],
    ])
    const parts = [...(funnel.parentElement?.querySelectorAll<HTMLElement>('.bars__track') ?? [])].map((track) =>
      [...track.children].map((part) => (part as HTMLElement).style.width),
    )
    expect(parts).toEqual([['40%', '60%'], ['40%']])
    expect(funnel.parentElement?.querySelector('.bars')).toHaveAttribute('aria-hidden', 'true')
    const waiting = screen.getByRole('table', { name: '停留时间' })
    expect(rowsOf(waiting)[1]).toEqual(['用人单位', '待审查', '3', '1', '0', '1', '0', '1', '陆清和（40 天）'])
    expect(within(waiting).getByRole('link')).toHaveAttribute('href', '/cases/luqinghe.aaaaaaaa')
    expect(rowsOf(screen.getByRole('table', { name: '七个工作日内到期' })).slice(1)).toEqual([
      ['2022-06-19', '今天', '申报截止', PLAN.title, ''],
      ['2022-06-17', '已期满，待办结', '单位公示期满', PLAN.title, '陆清和'],
    ])
    const archives = rowsOf(screen.getByRole('table', { name: '业绩档案审核' }))
    expect(archives[0]?.slice(0, 5)).toEqual(['范围', '人员', '已提交审核', '有核定内容', '有待审内容'])
    expect(archives[1]).toEqual(['本单位', '6', '4', '3', '0', '0', '0', '0', '0', '0', ''])
    expect(rowsOf(screen.getByRole('table', { name: '退回和不通过的原因' }))[1]).toEqual([
      ...['=1+1 扫描件不清晰', '4', '3', '业绩档案审核、用人单位'],
    ])
  })

  it('[CLIENT-541] counted anew, they leave the focus on the case that it is on', async () => {
    const answer = structuredClone(COUNTED)
    const { of, show } = relay(answer)
    show()
    const link = () => within(screen.getByRole('table', { name: '七个工作日内到期' })).getByRole('link')
    await screen.findByRole('table', { name: '七个工作日内到期' })
    const before = link()
    before.focus()
    Object.assign(answer, { closing: answer.closing.toReversed() })
    // Not by the mouse, which takes the focus along.
    screen.getByRole('button', { name: '重新统计' }).click()
    await waitFor(() => expect(of.asked).toHaveLength(2))
    await waitFor(() =>
      expect(rowsOf(screen.getByRole('table', { name: '七个工作日内到期' }))[1]?.[0]).toBe('2022-06-17'),
    )
    expect(link()).toBe(before)
    expect(before).toHaveFocus()
  })

  it('[CLIENT-375] are shown plan by plan', async () => {
    relay().show()
    const user = userEvent.setup()
    await user.selectOptions(await screen.findByRole('combobox', { name: '申报计划' }), '2021 年中级（1）')
    expect(rowsOf(screen.getByRole('table', { name: '各环节办理情况' })).slice(1)).toEqual([
      ['用人单位', '1', '1', '0', '0', '0'],
    ])
    expect(rowsOf(screen.getByRole('table', { name: '结果' })).slice(1)).toEqual([['已发证', '1']])
  })

  it('[CLIENT-375] say what would be there as long as there is nothing, and nothing of archives to an office', async () => {
    relay(EMPTY).show()
    expect(await screen.findByText('还没有可统计的申报')).toBeInTheDocument()
    expect(screen.getByText('没有在办的申报。')).toBeInTheDocument()
    expect(screen.getByText('七个工作日内没有到期的事项。')).toBeInTheDocument()
    expect(screen.queryByText('业绩档案审核')).not.toBeInTheDocument()
    expect(screen.queryAllByRole('table')).toEqual([])
  })

  it('[CLIENT-376] are there without the relay as they were counted last, and go with the lists when the session ends', async () => {
    const { of, database, show } = relay()
    show()
    await screen.findByRole('table', { name: '停留时间' })
    await waitFor(async () => expect(await database.settings.count()).toBe(1))
    cleanup()
    of.isAway = true
    show()
    expect(await screen.findByText(/连接不上单位服务器，下面是 .* 的统计/)).toBeInTheDocument()
    expect(screen.getByRole('table', { name: '停留时间' })).toBeInTheDocument()
    cleanup()
    await forgetCases(database)
    show()
    expect(await screen.findByText(/还没有读过统计/)).toBeInTheDocument()
    expect(screen.queryByText(/陆清和/)).not.toBeInTheDocument()
  })

  it('[CLIENT-377] are saved as CSV and as a workbook with the same rows, and compute nothing', async () => {
    const files = downloads()
    relay().show()
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '下载 CSV：退回和不通过的原因' }))
    const written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await files[0]?.arrayBuffer())
    expect(written).toBe('\uFEFF"原因","次数","人数","出自"\r\n"\'=1+1 扫描件不清晰",4,3,"业绩档案审核、用人单位"\r\n')
    await user.click(screen.getByRole('button', { name: '下载 Excel' }))
    await waitFor(() => expect(files).toHaveLength(2))
    const sheets = await readXlsxFile(files[1] as Blob)
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      ...['各环节办理情况', '结果', '停留时间', '业绩档案审核', '退回和不通过的原因', '七个工作日内到期'],
    ])
    expect(sheets[0]?.data[1]).toEqual(['2022 年中级', '用人单位', 5, 2, 3, 0, 0])
    expect(sheets[0]?.data[3]).toEqual(['2021 年中级', '用人单位', 1, 1, 0, 0, 0])
    expect(sheets[4]?.data[1]?.[0]).toBe("'=1+1 扫描件不清晰")
  })

  it('[CLIENT-377] a title that is too long for the name of a sheet is cut short there', async () => {
    const table = { title: 'Closing within seven working days', head: ['a'], rows: [[1]] }
    const [sheet] = await readXlsxFile(await statisticsWorkbook([table]))
    expect(sheet?.sheet).toBe('Closing within seven working da')
  })
})
