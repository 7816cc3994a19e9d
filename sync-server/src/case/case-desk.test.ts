/** The desk: tabs, counts, filters, pages and batches, each organisation with what stands at it or has passed through it. */
import { officerAt, orgFor } from '@yejibu/shared/testing/case-history'
import type { CaseDetail, CasePage } from '@yejibu/shared/wire/cases'
import type { Messages } from '@yejibu/shared/wire/messages'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accepted, bodyOf, CASE_APPLICATION, CASE_PLAN, CaseStage } from '../testing/case-stage.ts'

let on: CaseStage

beforeEach(async () => {
  on = await CaseStage.open()
  accepted(await on.submit())
})
afterEach(() => on.close())

const DEPT = officerAt('DEPT_M').accountId

async function page(who: string, org: string, query = ''): Promise<CasePage> {
  const answer = await (await on.stage.as(who)).get(`/api/cases?org=${org}${query}`)
  return accepted(answer).body as CasePage
}
const counts = async (who: string, org: string, query = '') => (await page(who, org, query)).counts
const NONE = { pending: 0, passed: 0, rejected: 0, returned: 0, all: 0 }

describe('lists', () => {
  test('[RELAY-204] a vote stands in the committee’s list, and in no list of those who are not told of it', async () => {
    const meeting = officerAt('MID_MEETING').accountId
    await on.walkTo('meeting-pending')
    accepted(await on.does(meeting, await on.move('record-vote')))
    const states = async (who: string, org: string) => (await page(who, org, '&tab=all')).rows.map(({ state }) => state)
    expect(await states(meeting, orgFor('MID_MEETING'))).toEqual(['meeting-passed'])
    expect(await states(DEPT, orgFor('DEPT_M'))).toEqual(['meeting-pending'])
    expect(await states('zhoumin', 'yuezhou')).toEqual(['meeting-pending'])
  })

  test('[RELAY-125] a case is in the lists of where it stands and of whom it passed, under the tab of what was decided there', async () => {
    expect(await counts('wangxiao', 'yuezhou')).toEqual({ ...NONE, pending: 1, all: 1 })
    expect(await counts(DEPT, 'office-dept-m')).toEqual(NONE)
    await on.walkTo('stage-pending', 'DEPT_M')
    expect(await counts('wangxiao', 'yuezhou')).toEqual({ ...NONE, passed: 1, all: 1 })
    expect((await page(DEPT, 'office-dept-m')).rows).toMatchObject([
      {
        application: CASE_APPLICATION,
        name: '许明川',
        employer: { id: 'yuezhou', name: '绍兴市越州生态环境监测中心' },
        plan: { id: CASE_PLAN.id, title: CASE_PLAN.title, year: 2022 },
        state: 'stage-pending',
        stage: 'DEPT_M',
        tab: 'pending',
        round: 1,
        submittedAt: '2022-05-10T08:00:00.000Z',
      },
    ])
    expect(await counts(officerAt('HRSS_M').accountId, 'office-hrss-m')).toEqual(NONE)
    accepted(await on.does(DEPT, await on.move('return-from-stage')))
    // The returned are not inside 全部.
    expect(await counts(DEPT, 'office-dept-m')).toEqual({ ...NONE, returned: 1 })
    expect((await page(DEPT, 'office-dept-m', '&tab=all')).rows).toEqual([])
    expect((await page(DEPT, 'office-dept-m', '&tab=returned')).rows).toHaveLength(1)
  })

  test('[RELAY-125] filters narrow the rows and the counts alike, and nothing that is typed is a pattern', async () => {
    const find = (query: string) => counts('zhoumin', 'yuezhou', query)
    const one = { ...NONE, pending: 1, all: 1 }
    for (const query of [`&plan=${CASE_PLAN.id}`, '&type=normal', '&employer=yuezhou', '&text=明川', '&text=越州']) {
      expect(await find(query), query).toEqual(one)
    }
    for (const query of [
      '&plan=another',
      '&type=skilled',
      '&employer=jianhu',
      '&text=钱',
      '&text=%25',
      "&text=' OR 1",
    ]) {
      expect(await find(query), query).toEqual(NONE)
    }
    expect((await (await on.stage.as('zhoumin')).get('/api/cases?org=yuezhou&limit=9')).status).toBe(400)
  })

  test('[RELAY-125] what was taken back is in no list', async () => {
    accepted(await on.does('xumingchuan', await on.move('take-back-submission')))
    expect(await counts('zhoumin', 'yuezhou')).toEqual(NONE)
    expect((await (await on.stage.as('zhoumin')).get(`/api/cases/${CASE_APPLICATION}`)).status).toBe(404)
    const mine = await (await on.stage.as('xumingchuan')).get('/api/cases/mine')
    expect(mine.body).toMatchObject({ rows: [{ application: CASE_APPLICATION, state: 'draft' }] })
  })
})

describe('a case', () => {
  const detail = async (who: string) =>
    accepted(await (await on.stage.as(who)).get(`/api/cases/${CASE_APPLICATION}`)).body as CaseDetail
  const kindsFor = async (who: string) => (await detail(who)).facts.map(({ kind }) => kind)

  test('[RELAY-126] each reader is shown her facts: the committee’s own stay with it, and who objected stays with who asks', async () => {
    await on.walkTo('notice-running')
    accepted(await on.does('wangxiao', await on.move('record-objection')))
    expect(await kindsFor('zhoumin')).toContain('objection-recorded')
    expect(await kindsFor('xumingchuan')).not.toContain('objection-recorded')
    expect((await detail('xumingchuan')).state).toBe('notice-running')
    accepted(await on.does('zhoumin', await on.move('dismiss-objection')))
    await on.walkTo('meeting-pending')
    accepted(await on.does('expert-a', await on.move('give-view')))
    accepted(await on.does('expert-b', { kind: 'recuse', reason: '与申报人同一单位' }))
    const secret = ['placed-on-roster', 'view-given', 'expert-recused', 'vote-recorded']
    const seen = async (who: string) => (await kindsFor(who)).filter((kind) => secret.includes(kind))
    expect(await seen(officerAt('MID_MEETING').accountId)).toEqual(secret.slice(0, 3))
    expect(await seen('expert-a')).toEqual(['placed-on-roster', 'view-given'])
    expect(await seen('expert-c')).toEqual(['placed-on-roster'])
    expect((await (await on.stage.as('expert-b')).get(`/api/cases/${CASE_APPLICATION}`)).status).toBe(404)
    accepted(await on.does(officerAt('MID_MEETING').accountId, await on.move('record-vote')))
    for (const who of ['xumingchuan', 'zhoumin', DEPT]) {
      expect([who, await seen(who), (await detail(who)).state]).toEqual([who, [], 'meeting-pending'])
    }
    const feed = await (await on.stage.as('xumingchuan')).get('/api/feed?after=0')
    for (const kind of [...secret, 'objection-recorded', 'objection-dismissed']) {
      expect(JSON.stringify(feed.body)).not.toContain(`"${kind}"`)
    }
    expect(JSON.stringify(feed.body)).toContain('"stage-passed"')
  })

  test('[RELAY-128] people are told of what concerns them, read it once, and nobody reads another’s', async () => {
    const box = async (who: string) => (await (await on.stage.as(who)).get('/api/messages')).body as Messages
    expect((await box('wangxiao')).messages).toMatchObject([{ kind: 'application-arrived', subject: CASE_APPLICATION }])
    await on.walkTo('certified')
    const owner = await box('xumingchuan')
    expect(owner.messages.map(({ kind }) => kind).reverse()).toEqual([
      'fee-due',
      'form-available',
      'result-announced',
      'certificate-issued',
    ])
    expect((await box('zhoumin')).messages.map(({ kind }) => kind)).toContain('notice-finished')
    expect((await box('wangxiao')).messages.map(({ kind }) => kind)).not.toContain('notice-finished')
    expect(owner.unread).toBe(4)
    const third = owner.messages[1]?.seq ?? 0
    const after = await (await on.stage.as('xumingchuan')).ask('PUT', '/api/messages/read', { json: { seq: third } })
    expect(after.body).toMatchObject({ unread: 1 })
    await (await on.stage.as('xumingchuan')).ask('PUT', '/api/messages/read', { json: { seq: 0 } })
    expect((await box('xumingchuan')).unread).toBe(1)
    expect(await box('luqinghe')).toEqual({ messages: [], unread: 0 })
  })

  test('[RELAY-129] who opened her case stands in the diary of its owner, with role and office, and in no other', async () => {
    await on.walkTo('stage-pending', 'DEPT_M')
    for (const who of ['xumingchuan', 'zhoumin', 'zhoumin', DEPT, 'luqinghe']) {
      await (await on.stage.as(who)).get(`/api/cases/${CASE_APPLICATION}`)
    }
    on.stage.pass(2 * 3_600_000)
    await (await on.stage.as('zhoumin')).get(`/api/cases/${CASE_APPLICATION}`)
    const diary = async (who: string) => (await (await on.stage.as(who)).get('/api/diary')).body
    const look = { what: 'case', subject: CASE_APPLICATION }
    expect(await diary('xumingchuan')).toMatchObject({
      entries: [
        { ...look, name: '周敏', org: '绍兴市越州生态环境监测中心', role: 'hr-lead', times: 1 },
        { ...look, name: 'DEPT_M', org: 'DEPT_M 办公室', role: 'department', times: 1 },
        { ...look, name: '周敏', role: 'hr-lead', times: 2 },
      ],
    })
    for (const who of ['zhoumin', DEPT, 'zhouhang']) expect(await diary(who)).toEqual({ entries: [] })
  })
})

describe('a batch', () => {
  test('[RELAY-127] each row is decided by itself, and a batch that is sent again adds nothing', async () => {
    await on.walkTo('stage-passed', 'DEPT_M')
    const onward = bodyOf(CASE_APPLICATION, await on.move('recommend-case'))
    const row = (id: string, body: object) => ({
      kind: 'recommend-case',
      body: { id, expected: null, ...onward, ...body },
    })
    const commands = [
      row('row-1', { application: 'nobody.app0000001' }),
      row('row-2', {}),
      row('row-3', { stage: 'NOWHERE' }),
      { kind: 'rule-on-revision', body: {} },
      row('row-5', {}),
    ]
    const officer = await on.stage.as(DEPT)
    const once = await officer.post('/api/commands/batch', { commands })
    expect(once.body).toMatchObject({
      results: [
        { ok: false, refusal: { kind: 'not-yours' } },
        { ok: true, facts: [{ kind: 'case-recommended' }] },
        { ok: false, refusal: { kind: 'malformed' } },
        { ok: false, refusal: { kind: 'not-found' } },
        { ok: false, refusal: { kind: 'stage-moved-on' } },
      ],
    })
    const length = (await on.facts()).length
    expect((await officer.post('/api/commands/batch', { commands })).body).toEqual(once.body)
    expect((await on.facts()).length).toBe(length)
    const tooMany = Array.from({ length: 201 }, () => commands[1])
    expect((await officer.post('/api/commands/batch', { commands: tooMany })).status).toBe(400)
    expect((await on.stage.stranger().post('/api/commands/batch', { commands })).status).toBe(401)
  })
})
