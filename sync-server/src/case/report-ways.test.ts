/** Where a report would lead: told to HR of the employer alone, and the same as the report then takes. */
import { officerAt } from '@yejibu/shared/testing/case-history'
import { reportWaysSchema } from '@yejibu/shared/wire/report-ways'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted, CASE_APPLICATION, CASE_PLAN, CaseStage } from '../testing/case-stage.ts'

let on: CaseStage

beforeEach(async () => {
  on = await CaseStage.open()
  accepted(await on.submit())
})
afterEach(() => on.close())

const ask = async (who: string, application: string = CASE_APPLICATION) =>
  (await on.stage.as(who)).get(`/api/ways/${application}`)

test('[CLIENT-305] HR of the employer is told each chain of the plan with its offices by name, and the report takes exactly that way', async () => {
  const { ways } = reportWaysSchema.parse(accepted(await ask('wangxiao')).body)
  expect(ways.map(({ chain }) => chain)).toEqual(CASE_PLAN.chains.map(({ code }) => code))
  const way = ways.find(({ chain }) => chain === 'A-MUNI')
  expect(way?.refusal).toBeNull()
  expect(way?.stops[0]).toEqual({ stage: 'DEPT_M', org: 'office-dept-m', orgName: 'DEPT_M 办公室' })
  await on.walkTo('stage-pending', 'DEPT_M')
  const taken = (await on.kase()).route?.stops
  expect(way?.stops.map(({ stage, org }) => ({ stage, org }))).toEqual(taken)
})

test('[CLIENT-305] to anybody else, the applicant among them, there is no such case', async () => {
  const absent = await ask('wangxiao', 'xumingchuan.absent0001')
  expect(absent.status).toBe(404)
  for (const who of ['xumingchuan', 'luqinghe', 'hejing', 'zhouhang', officerAt('DEPT_M').accountId]) {
    const answer = await ask(who)
    expect([who, answer.status, answer.body]).toEqual([who, 404, absent.body])
  }
})
