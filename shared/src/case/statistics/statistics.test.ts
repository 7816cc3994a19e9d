import { describe, expect, test } from 'vitest'
import type { ApplicationId } from '../../kernel/ids.ts'
import { shaoxingEcology2022Mid } from '../../plan/plans/shaoxing-ecology-2022-mid.ts'
import type { StageCode } from '../../plan/stage-code.ts'
import { CaseHistory, CLERK, OWNER, officerAt } from '../../testing/case-history.ts'
import { moveOf, walk, walkTo } from '../../testing/case-walk.ts'
import type { StateKind } from '../case-state.ts'
import { closingRows } from './closing.ts'
import { type Course, courseOf, type DeskReader } from './course.ts'
import { planCounts } from './funnel.ts'
import { reasonRows, saidIn, sentencesIn } from './reasons.ts'
import { statisticsOf } from './statistics.ts'
import { waitingRows } from './waiting.ts'

const PLAN = shaoxingEcology2022Mid({ open: '2022-05-01T00:00:00+08:00', close: '2022-06-01T00:00:00+08:00' })
const CHAIN = 'A-MUNI'
const begun = () => new CaseHistory(PLAN, { review: 18_000 }).submitted()
const at = (kind: StateKind, stage?: StageCode) => walkTo(begun(), CHAIN, kind, stage)

function seen(history: CaseHistory, reader: DeskReader = 'employer', application = 'xumingchuan.aaaaaaaa'): Course {
  const course = courseOf(application as ApplicationId, history.facts, reader)
  if (!course) throw new Error('lies before nobody')
  return course
}
const funnelOf = (...histories: readonly CaseHistory[]) =>
  Object.fromEntries(
    planCounts(histories.map((history) => seen(history)))[0]?.funnel.map(({ station, ...n }) => [station, n]) ?? [],
  )
const row = (came: number, of: object = {}) => ({ came, now: 0, returned: 0, ended: 0, passed: 0, ...of })

describe('how far the cases have come', () => {
  test('[CASE-117] each station counts who came, who is there, went back, ended there and went on; together they are who came', () => {
    const returned = at('stage-pending', 'DEPT_M').does(
      officerAt('DEPT_M'),
      moveOf(at('stage-pending', 'DEPT_M'), CHAIN, 'return-from-stage'),
    )
    const funnel = funnelOf(begun(), at('notice-running'), at('stage-pending', 'HRSS_M'), at('certified'), returned)
    expect(funnel).toMatchObject({
      EMP: row(5, { now: 1, passed: 4 }),
      NOTICE: row(4, { now: 1, passed: 3 }),
      REPORT: row(3, { passed: 3 }),
      DEPT_M: row(3, { returned: 1, passed: 2 }),
      HRSS_M: row(2, { now: 1, passed: 1 }),
      CERT: row(1, { passed: 1 }),
    })
    expect(Object.keys(funnel).slice(0, 5)).toEqual(['EMP', 'NOTICE', 'REPORT', 'DEPT_M', 'HRSS_M'])
    for (const [station, { came, now, returned: back, ended, passed }] of Object.entries(funnel)) {
      expect(now + back + ended + passed, station).toBe(came)
    }
  })

  test('[CASE-117] a case that begins anew has passed nothing beyond, and one that ended counts where it ended', () => {
    const again = at('stage-pending', 'DEPT_M')
    again.does(officerAt('DEPT_M'), moveOf(again, CHAIN, 'return-from-stage'))
    again.does(OWNER, moveOf(again, CHAIN, 'resubmit-application'))
    const rejected = at('stage-pending', 'HRSS_M')
    rejected.does(officerAt('HRSS_M'), moveOf(rejected, CHAIN, 'reject-at-stage'))
    const withdrawn = at('notice-running')
    withdrawn.does(OWNER, moveOf(withdrawn, CHAIN, 'withdraw-application'))
    expect(funnelOf(again, rejected, withdrawn)).toMatchObject({
      EMP: row(3, { now: 1, passed: 2 }),
      NOTICE: row(2, { ended: 1, passed: 1 }),
      DEPT_M: row(1, { passed: 1 }),
      HRSS_M: row(1, { ended: 1 }),
    })
    const [count] = planCounts([again, rejected, withdrawn].map((history) => seen(history)))
    expect(count?.results).toEqual([
      { result: 'under-way', cases: 1 },
      { result: 'rejected', cases: 1 },
      { result: 'withdrawn', cases: 1 },
    ])
  })

  test('[CASE-117] what was taken back lies before nobody and is counted nowhere', () => {
    const history = begun().does(OWNER, moveOf(begun(), CHAIN, 'take-back-submission'))
    expect(courseOf('xumingchuan.aaaaaaaa' as ApplicationId, history.facts, 'employer')).toBeNull()
  })

  test('[CASE-121] a meeting’s outcome counts for the committee alone before it leads anywhere', () => {
    const before = at('meeting-pending')
    const voted = before.fork().later(5)
    voted.does(officerAt('MID_MEETING'), moveOf(voted, CHAIN, 'record-vote'))
    expect(voted.case.state.kind).toBe('meeting-passed')
    for (const reader of ['employer', 'office'] as const) expect(seen(voted, reader)).toEqual(seen(before, reader))
    expect(seen(voted, 'committee').state).toBe('meeting-passed')
  })
})

describe('how long they wait', () => {
  test('[CASE-118] by station and state, in calendar days since it came to stand so, with who waits longest', () => {
    const [first, second] = [begun(), begun().later(2)]
    const pending = seen(first)
    const opened = {
      ...seen(second),
      application: 'second.aaaaaaaa' as ApplicationId,
      since: '2022-05-28T16:30:00.000Z',
    }
    const now = new Date('2022-06-01T01:00:00.000Z')
    const rows = waitingRows([opened, pending, seen(at('certified'))], now)
    // 16:30 UTC is half past midnight of the next day in Shanghai.
    expect(rows).toMatchObject([
      {
        station: 'EMP',
        state: 'emp-pending',
        cases: 2,
        ages: [1, 0, 0, 0, 1],
        oldest: { application: pending.application, since: pending.since, days: 31 },
      },
    ])
    expect(waitingRows([{ ...pending, since: '2022-05-29T01:00:00.000Z' }], now)[0]?.ages).toEqual([1, 0, 0, 0, 0])
    expect(waitingRows([{ ...pending, since: '2022-05-28T01:00:00.000Z' }], now)[0]?.ages).toEqual([0, 1, 0, 0, 0])
  })

  test('[CASE-118] looking into a line does not make it young again, and moving on does', () => {
    const history = begun()
    const { since } = seen(history)
    history.later(3).does(CLERK, moveOf(history, CHAIN, 'check-lines'))
    expect(seen(history).since).toBe(since)
    history.does(CLERK, moveOf(history, CHAIN, 'pass-eligibility'))
    expect(seen(history).since).toBe(history.now.toISOString())
  })
})

describe('reasons', () => {
  test('[CASE-119] are counted sentence by sentence, once for each decision, with how many people and where', () => {
    const said = (to: string, at: 'ARCHIVE' | 'EMP', ...texts: string[]) => ({ to, at, texts })
    expect(
      reasonRows([
        said('xu', 'ARCHIVE', '1.扫描件不清晰，请重新上传。2.起止时间与证书不符；'),
        said('xu', 'ARCHIVE', '扫描件不清晰，请重新上传'),
        said('lu', 'EMP', '（一）扫描件不清晰, 请重新上传！', '扫描件不清晰，请重新上传。'),
        said('lu', 'EMP', '好'),
      ]),
    ).toEqual([
      { sentence: '扫描件不清晰，请重新上传', times: 3, people: 2, at: ['ARCHIVE', 'EMP'] },
      { sentence: '起止时间与证书不符', times: 1, people: 1, at: ['ARCHIVE'] },
    ])
  })

  test('[CASE-119] keep a number that is no numbering, and are at most twenty', () => {
    expect(sentencesIn('2.5学时不足；2022年缺考核\n1、补盖章')).toEqual(['2.5学时不足', '2022年缺考核', '补盖章'])
    const many = Array.from({ length: 30 }, (_, n) => ({ to: 'xu', at: 'EMP' as const, texts: [`原因${n}号`] }))
    expect(reasonRows(many)).toHaveLength(20)
  })

  test('[CASE-119] of a case are those of its decisions, the employer’s with what was wrong line by line', () => {
    const history = begun()
    const { filed } = history.case
    const check = { line: 'profile', verdict: 'wrong' as const, remark: '姓名与证件不一致' }
    history.does(CLERK, { kind: 'check-lines', digest: filed?.digest ?? '', checks: [check] })
    history.does(CLERK, moveOf(history, CHAIN, 'return-submission'))
    const course = seen(history)
    expect(course.nos).toMatchObject([{ station: 'EMP', verdict: 'returned' }])
    expect(course.nos[0]?.texts).toContain('姓名与证件不一致')
    expect(saidIn([course])).toMatchObject([{ to: 'xumingchuan', at: 'EMP' }])
  })
})

describe('what closes soon', () => {
  const on = (moment: string, ...courses: Course[]) => closingRows(courses, [PLAN], new Date(moment))

  test('[CASE-120] lists windows, notices and payments whose last day is at most seven working days away', () => {
    // 2022-06-01 is a Wednesday; seven working days before it is 2022-05-23.
    expect(on('2022-05-20T04:00:00Z')).toEqual([])
    expect(on('2022-05-23T04:00:00Z')).toMatchObject([
      { what: 'plan', plan: PLAN.title, application: null, day: '2022-06-01', workingDays: 7, isOver: false },
    ])
    expect(on('2022-05-31T17:00:00Z')).toEqual([])
    const due = at('fee-due')
    const { deadline } = seen(due)
    expect(deadline?.what).toBe('fee')
    const day = `${deadline?.day}T04:00:00Z`
    expect(on(day, seen(due))).toMatchObject([{ what: 'fee', name: '许明川', workingDays: 0, isOver: false }])
  })

  test('[CASE-120] a notice stays listed while it is over and nobody has closed it, the soonest first', () => {
    const running = at('notice-running')
    const last = seen(running).deadline?.day ?? ''
    expect(seen(running).deadline).toMatchObject({ what: 'notice' })
    const rows = on('2022-05-26T04:00:00Z', seen(running))
    expect(rows.map(({ what }) => what)).toEqual(['notice', 'plan'])
    expect(rows[0]).toMatchObject({ day: last, isOver: true, workingDays: 0 })
    running.later(16).does(CLERK, moveOf(running, CHAIN, 'close-notice'))
    expect(seen(running).deadline).toBeNull()
  })

  test('[CASE-120] where the calendar does not reach, the day is listed and working days are not guessed', () => {
    const far = { ...PLAN, window: { open: '2090-01-01T00:00:00+08:00', close: '2090-02-08T23:59:59+08:00' } }
    expect(closingRows([], [far], new Date('2090-02-01T04:00:00Z'))).toMatchObject([
      { day: '2090-02-08', workingDays: null },
    ])
  })
})

test('[CASE-117] an employer is told of its archives too, an office is not', () => {
  const people = [
    { account: 'lu', name: '陆清和', items: 4, approved: 2, waitingSince: '2022-05-01T01:00:00.000Z' },
    { account: 'qian', name: '钱如兰', items: 0, approved: 0, waitingSince: null },
  ]
  const history = begun()
  walk(history, CHAIN, ({ state }) => state.kind === 'notice-running')
  const counted = { courses: [seen(history)], rulings: [], plans: [PLAN] }
  const now = new Date('2022-05-20T04:00:00Z')
  expect(statisticsOf({ ...counted, people }, now).archives).toEqual({
    people: 2,
    sent: 1,
    approved: 1,
    waiting: 1,
    ages: [0, 0, 0, 1, 0],
    oldest: { account: 'lu', name: '陆清和', since: '2022-05-01T01:00:00.000Z', days: 19 },
  })
  expect(statisticsOf({ ...counted, people: null }, now).archives).toBeNull()
})
