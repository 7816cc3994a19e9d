/** Statistics: each organisation's numbers over what it may read, and nobody's over anything else. */
import type { AccountId, OrgId } from '@yejibu/shared/kernel/ids'
import { officerAt, orgFor } from '@yejibu/shared/testing/case-history'
import { readyArchive } from '@yejibu/shared/testing/ready-archive'
import { type StatisticsAnswer, statisticsSchema } from '@yejibu/shared/wire/statistics'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accepted, bodyOf, CASE_APPLICATION, CASE_PLAN, CaseStage } from '../testing/case-stage.ts'

let on: CaseStage

beforeEach(async () => {
  on = await CaseStage.open()
  accepted(await on.submit())
})
afterEach(() => on.close())

const DEPT = officerAt('DEPT_M').accountId
const HRSS = officerAt('HRSS_M').accountId
const MEETING = officerAt('MID_MEETING').accountId

async function told(who: string, org: string): Promise<StatisticsAnswer> {
  return statisticsSchema.parse(accepted(await (await on.stage.as(who)).get(`/api/statistics?org=${org}`)).body)
}
const casesFor = async (who: string, org: string) => (await told(who, org)).plans.map(({ cases }) => cases)

describe('statistics', () => {
  test('[RELAY-183] tell an employer how far its people’s applications are, how long they wait, and of its archives', async () => {
    on.stage.pass(4 * 86_400_000)
    const { plans, waiting, archives, asOf } = await told('wangxiao', 'yuezhou')
    expect(asOf).toBe(on.now.toISOString())
    expect(plans).toMatchObject([
      {
        plan: { id: CASE_PLAN.id, title: CASE_PLAN.title, year: 2022 },
        cases: 1,
        funnel: [
          { station: 'EMP', came: 1, now: 1 },
          { station: 'NOTICE', came: 0 },
          { station: 'REPORT', came: 0 },
        ],
        results: [{ result: 'under-way', cases: 1 }],
      },
    ])
    expect(waiting).toMatchObject([
      { station: 'EMP', state: 'emp-pending', cases: 1, oldest: { application: CASE_APPLICATION, days: 4 } },
    ])
    // Everybody of the employer with an archive but herself.
    expect(archives).toMatchObject({ sent: 1, approved: 1, waiting: 0, oldest: null })
  })

  test('[RELAY-183] name what was said most often: by this employer of entries, and of cases by whoever decided', async () => {
    const fields = { title: '浦阳江断面通量', publishYm: '202201' }
    const { item, digest, salt, content } = readyArchive('xumingchuan').history.revision('paper-2', 'paper', fields)
    const entry = { archive: 'xumingchuan', item }
    accepted(await on.ask('xumingchuan', 'send-revision', { ...entry, revision: { digest, salt, content } }))
    const ruling = { ...entry, digest, verdict: 'returned', reason: '扫描件不清晰。请重新上传。' }
    accepted(await on.ask('zhoumin', 'rule-on-revision', ruling))
    await on.walkTo('stage-pending', 'DEPT_M')
    const back = bodyOf(CASE_APPLICATION, await on.move('return-from-stage'))
    accepted(await on.ask(DEPT, 'return-from-stage', { ...back, reason: '扫描件不清晰' }))
    const { reasons } = await told('zhoumin', 'yuezhou')
    expect(reasons).toMatchObject([
      { sentence: '扫描件不清晰', times: 2, people: 1, at: ['ARCHIVE', 'DEPT_M'] },
      { sentence: '请重新上传', times: 1, at: ['ARCHIVE'] },
    ])
    // An office hears of its cases alone: archives are the employer's.
    expect((await told(DEPT, orgFor('DEPT_M'))).reasons).toMatchObject([{ sentence: '扫描件不清晰', at: ['DEPT_M'] }])
  })

  test('[RELAY-184] an office counts what has come to it, from the moment it came, and nothing before', async () => {
    await on.walkTo('stage-pending', 'DEPT_M')
    expect(await casesFor(DEPT, orgFor('DEPT_M'))).toEqual([1])
    for (const [who, org] of [
      [HRSS, orgFor('HRSS_M')],
      [MEETING, orgFor('MID_MEETING')],
    ] as const) {
      expect(await told(who, org), who).toMatchObject({ plans: [], waiting: [], reasons: [], archives: null })
    }
    await on.walkTo('stage-pending', 'HRSS_M')
    expect(await casesFor(HRSS, orgFor('HRSS_M'))).toEqual([1])
    const { funnel } = (await told(DEPT, orgFor('DEPT_M'))).plans[0] ?? { funnel: [] }
    expect(funnel.find(({ station }) => station === 'DEPT_M')).toMatchObject({ came: 1, passed: 1 })
    expect((await told(DEPT, orgFor('DEPT_M'))).archives).toBeNull()
  })

  test('[RELAY-184] a vote is in the committee’s numbers and in no other’s', async () => {
    await on.walkTo('meeting-pending')
    accepted(await on.does(MEETING, await on.move('record-vote')))
    const standing = async (who: string, org: string) => (await told(who, org)).waiting.map(({ state }) => state)
    expect(await standing(MEETING, orgFor('MID_MEETING'))).toEqual(['meeting-passed'])
    for (const [who, org] of [
      ['zhoumin', 'yuezhou'],
      [DEPT, orgFor('DEPT_M')],
    ] as const) {
      expect(await standing(who, org), who).toEqual(['meeting-pending'])
    }
  })

  test('[RELAY-184] applicants, other employers’ HR, officers of other places and operators are refused, with or without such an organisation', async () => {
    const { office } = on.stage
    await office.accounts.open(
      { id: 'hr-jianhu' as AccountId, username: 'hr-jianhu', name: '别家人事', password: null },
      'relay',
    )
    const member = { org: 'jianhu' as OrgId, account: 'hr-jianhu' as AccountId, role: 'hr-lead' as const }
    await office.performOrg({ kind: 'add-member', data: member }, 'relay')
    for (const who of ['xumingchuan', 'luqinghe', 'hr-jianhu', DEPT, 'zhouhang', 'expert-a']) {
      for (const org of ['yuezhou', 'nowhere']) {
        const answer = await (await on.stage.as(who)).get(`/api/statistics?org=${org}`)
        expect([who, org, answer.status, answer.refusal]).toEqual([who, org, 403, { kind: 'not-yours' }])
      }
    }
    expect(await told('hr-jianhu', 'jianhu')).toMatchObject({ plans: [], waiting: [], reasons: [] })
    expect((await on.stage.stranger().get('/api/statistics?org=yuezhou')).status).toBe(401)
    expect((await (await on.stage.as('zhoumin')).get('/api/statistics')).status).toBe(400)
  })

  test('[RELAY-184] what was taken back is in no number, and her own case in none of an officer’s', async () => {
    expect(await casesFor('zhoumin', 'yuezhou')).toEqual([1])
    const { office } = on.stage
    const member = { org: 'yuezhou' as OrgId, account: 'xumingchuan' as AccountId, role: 'hr-clerk' as const }
    await office.performOrg({ kind: 'add-member', data: member }, 'relay')
    const { archives, plans } = await told('xumingchuan', 'yuezhou')
    expect([plans, archives?.approved]).toEqual([[], 0])
    accepted(await on.does('xumingchuan', await on.move('take-back-submission')))
    expect(await casesFor('zhoumin', 'yuezhou')).toEqual([])
  })
})
