/** What officers and experts ask beside the lists: settings, people for a panel, whose turn a row is, and the cases of one's own meeting. */
import { EXPERTS, officerAt } from '@yejibu/shared/testing/case-history'
import { caseDetailSchema, casePageSchema, panelCasesSchema } from '@yejibu/shared/wire/cases'
import { officeSettingsSchema } from '@yejibu/shared/wire/office-desk'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accepted, CASE_APPLICATION, CASE_PLAN, CaseStage } from '../testing/case-stage.ts'

let on: CaseStage

beforeEach(async () => {
  on = await CaseStage.open()
  accepted(await on.submit())
})
afterEach(() => on.close())

const DEPT = officerAt('DEPT_M').accountId
const HRSS = officerAt('HRSS_M').accountId
const get = async (who: string, path: string) => (await on.stage.as(who)).get(path)
const [FIRST, SECOND] = EXPERTS.map(({ accountId }) => accountId)

describe('an office', () => {
  test('[RELAY-150] its officers read what is set for a plan, and its own fees alone', async () => {
    const path = `/settings/${CASE_PLAN.id}`
    const fee = officerAt('FEE').accountId
    const own = officeSettingsSchema.parse(accepted(await get(fee, `/api/office/office-fee${path}`)).body)
    expect(own.fees).toEqual({ review: 18_000 })
    expect(own.seats.find(({ stage }) => stage === 'DEPT_M')).toMatchObject({ org: 'office-dept-m' })
    expect(own.offices.map(({ kind }) => kind)).not.toContain('employer')
    const other = officeSettingsSchema.parse(accepted(await get(DEPT, `/api/office/office-dept-m${path}`)).body)
    expect(other.fees).toEqual({})
    for (const who of ['zhoumin', 'xumingchuan', DEPT]) {
      expect((await get(who, `/api/office/office-fee${path}`)).status, who).toBe(404)
    }
  })

  test('[RELAY-150] an officer finds one person by the exact user name; nobody else looks anybody up', async () => {
    const found = await get(DEPT, '/api/office/office-dept-m/person?username=xumingchuan')
    expect(accepted(found).body).toEqual({ account: 'xumingchuan', username: 'xumingchuan', name: '许明川' })
    expect((await get(DEPT, '/api/office/office-dept-m/person?username=xuming')).refusal).toEqual({
      kind: 'no-such-account',
    })
    for (const who of ['zhoumin', 'xumingchuan', HRSS]) {
      expect((await get(who, '/api/office/office-dept-m/person?username=xumingchuan')).status, who).toBe(404)
    }
  })

  test('[RELAY-355] an officer finds employers by a part of the name or the credit code: name and id, no office, and not by trying out', async () => {
    const look = (who: string, text: string) =>
      get(who, `/api/office/office-dept-m/employers?q=${encodeURIComponent(text)}`)
    const [all] = (await on.stage.office.directory.orgs()).filter(({ id }) => id === 'yuezhou')
    const yuezhou = { employers: [{ id: 'yuezhou', name: all?.name }] }
    expect(accepted(await look(DEPT, (all?.name ?? '').slice(0, 4))).body).toEqual(yuezhou)
    if (all?.creditCode) expect(accepted(await look(DEPT, all.creditCode.toLowerCase())).body).toEqual(yuezhou)
    for (const text of ['', '绍', 'DEPT_M', '无此单位'])
      expect(accepted(await look(DEPT, text)).body).toEqual({ employers: [] })
    for (const who of ['zhoumin', 'xumingchuan', HRSS]) expect((await look(who, '监测')).status, who).toBe(404)
    const answers = new Set<number>()
    for (let i = 0; i < 121; i += 1) answers.add((await look(DEPT, '监测')).status)
    expect([...answers]).toEqual([200, 429])
  })

  test('[RELAY-356] a seat for certain employers is set over the wire with employers of the register alone', async () => {
    const { committee } = CASE_PLAN
    const seats = (employers: string[] | null) => ({
      org: committee.orgId,
      plan: CASE_PLAN.id,
      seats: [{ stage: 'MID_OFFICE', org: 'office-dept-m', acceptancePoints: null, employers }],
    })
    const officer = 'hejing'
    expect((await on.ask(officer, 'set-seats', seats([]))).status).toBe(400)
    expect((await on.ask(officer, 'set-seats', seats(['office-dept-m']))).refusal).toEqual({
      kind: 'no-such-employer',
      employers: ['office-dept-m'],
    })
    accepted(await on.ask(officer, 'set-seats', seats(['yuezhou'])))
    const path = `/api/office/${committee.orgId}/settings/${CASE_PLAN.id}`
    const { employers } = officeSettingsSchema.parse(accepted(await get(officer, path)).body)
    expect(employers.map(({ id }) => id)).toEqual(['yuezhou'])
  })

  test('[RELAY-150] a row says whether it stands at the office that asks, and which submission lies there', async () => {
    const { filed } = await on.walkTo('stage-passed', 'HRSS_M')
    const row = async (who: string, org: string) => {
      const { rows } = casePageSchema.parse(accepted(await get(who, `/api/cases?org=${org}&tab=passed`)).body)
      return rows[0]
    }
    const digest = filed?.digest
    // Passed by both, and the turn of one.
    expect(await row(DEPT, 'office-dept-m')).toMatchObject({ state: 'stage-passed', isHere: false, digest })
    expect(await row(HRSS, 'office-hrss-m')).toMatchObject({ state: 'stage-passed', isHere: true, digest })
  })

  test('[RELAY-150] a case names who acted and the offices of its way to officers, and no people to its owner', async () => {
    await on.walkTo('stage-pending', 'HRSS_M')
    const detail = async (who: string) =>
      caseDetailSchema.parse(accepted(await get(who, `/api/cases/${CASE_APPLICATION}`)).body)
    expect((await detail(HRSS)).names).toMatchObject({ zhoumin: '周敏', [DEPT]: 'DEPT_M' })
    expect((await detail(HRSS)).orgs).toMatchObject({ 'office-dept-m': 'DEPT_M 办公室' })
    expect((await detail('xumingchuan')).names).toEqual({})
    expect((await detail('xumingchuan')).orgs).toMatchObject({ 'office-hrss-m': 'HRSS_M 办公室' })
  })
})

describe('an expert', () => {
  test('[RELAY-151] she is listed the cases of her own meeting, until it has voted or she stood aside', async () => {
    const rows = async (who: string) =>
      panelCasesSchema.parse(accepted(await get(who, '/api/cases/panel')).body).rows.map((row) => row.application)
    await on.walkTo('form-delivered')
    expect(await rows(FIRST ?? '')).toEqual([])
    await on.walkTo('meeting-pending')
    expect(await rows(FIRST ?? '')).toEqual([CASE_APPLICATION])
    for (const who of ['zhoumin', 'xumingchuan', DEPT]) expect(await rows(who), who).toEqual([])
    accepted(await on.ask(SECOND ?? '', 'recuse', { application: CASE_APPLICATION, reason: '与申报人同一单位' }))
    expect(await rows(SECOND ?? '')).toEqual([])
    expect(await rows(FIRST ?? '')).toEqual([CASE_APPLICATION])
    accepted(await on.does(officerAt('MID_MEETING').accountId, await on.move('record-vote')))
    expect(await rows(FIRST ?? '')).toEqual([])
  })
})
