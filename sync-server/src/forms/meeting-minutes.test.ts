import { accountIdSchema } from '@yejibu/shared/kernel/ids'
import { EXPERTS, officerAt, orgFor } from '@yejibu/shared/testing/case-history'
import { diarySchema } from '@yejibu/shared/wire/diary'
import { meetingsSchema } from '@yejibu/shared/wire/forms'
import { SESSION_COOKIE } from '@yejibu/shared/wire/session'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted, CASE_PLAN, CaseStage } from '../testing/case-stage.ts'
import { pdfPages, solid } from './testing/pdf-text.ts'

let on: CaseStage

beforeEach(async () => {
  on = await CaseStage.open()
  accepted(await on.submit())
})
afterEach(() => on.close())

const COMMITTEE = officerAt('MID_MEETING').accountId
const ORG = orgFor('MID_MEETING')
const LIST = `/api/forms/meetings/${CASE_PLAN.id}/${ORG}`
const PDF = `${LIST}/MID_MEETING/minutes.pdf?meeting=m1`
const get = async (who: string, path: string) => (await on.stage.as(who)).get(path)

async function printed(): Promise<string> {
  const { cookie } = await on.stage.as(COMMITTEE)
  const response = await on.stage.app.request(PDF, { headers: { cookie: `${SESSION_COOKIE}=${cookie}` } })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/pdf')
  return solid((await pdfPages(new Uint8Array(await response.arrayBuffer()))).join(''))
}

test('[RELAY-201] the office that held a meeting prints its minutes: who was asked, who stood aside, the rule, counts and result', async () => {
  await on.walkTo('meeting-pending')
  const [first, second] = EXPERTS
  if (!first || !second) throw new Error('two experts')
  accepted(await on.does(first.accountId, await on.move('give-view')))
  accepted(await on.does(second.accountId, await on.move('recuse')))
  const before = await printed()
  expect(before).toContain('尚未登记表决1人')

  accepted(await on.does(COMMITTEE, await on.move('record-vote')))
  expect(meetingsSchema.parse((await get(COMMITTEE, LIST)).body)).toEqual({
    meetings: [{ stage: 'MID_MEETING', meeting: 'm1', people: 1, decided: 1 }],
  })
  const text = await printed()
  for (const part of [
    '评审会议纪要',
    '会议编号m1',
    'expert-a、expert-b、expert-c',
    '许明川',
    '与申报人同一单位',
    '3分之2方可表决',
    '3分之2为通过',
    '22200通过',
    '通过1人，未通过0人',
    'MID_MEETING办公室（盖章）',
  ]) {
    expect(text).toContain(part)
  }
  // What an expert thought is nobody's to read in the minutes.
  expect(text).not.toContain('业绩突出')

  const { entries } = diarySchema.parse((await get('xumingchuan', '/api/diary')).body)
  expect(entries[0]).toMatchObject({ what: 'export', role: 'committee-office', org: 'MID_MEETING 办公室' })
})

test('[RELAY-201] for everybody else there is no such meeting, and no such list', async () => {
  await on.walkTo('meeting-pending')
  await on.stage.office.accounts.open(
    { id: accountIdSchema.parse('passer-by'), username: 'passer-by', name: '路人', password: null },
    'relay',
  )
  const others = ['MID_OFFICE', 'HRSS_M', 'DEPT_M'].map((stage) => officerAt(stage as 'HRSS_M').accountId)
  const [expert] = EXPERTS
  for (const who of ['xumingchuan', 'zhoumin', 'zhouhang', 'passer-by', expert?.accountId ?? '', ...others]) {
    expect([who, (await get(who, LIST)).body]).toEqual([who, { meetings: [] }])
    expect([who, (await get(who, PDF)).refusal]).toEqual([who, { kind: 'not-found' }])
  }
  for (const path of [
    `${LIST}/MID_MEETING/minutes.pdf?meeting=m2`,
    `${LIST}/SR_MEETING/minutes.pdf?meeting=m1`,
    `${LIST}/NOWHERE/minutes.pdf?meeting=m1`,
    `/api/forms/meetings/nothing/${ORG}/MID_MEETING/minutes.pdf?meeting=m1`,
  ]) {
    expect([path, (await get(COMMITTEE, path)).refusal]).toEqual([path, { kind: 'not-found' }])
  }
  expect((await on.stage.stranger().get(PDF)).status).toBe(401)
})
