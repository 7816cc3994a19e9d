/** V-QUOTA at the relay's own doors: others whom the employer reported are counted, whatever the command says. */
import { isCaseFact } from '@yejibu/shared/case/case-facts'
import type { AccountId, ApplicationId, FactId } from '@yejibu/shared/kernel/ids'
import { readyArchive } from '@yejibu/shared/testing/ready-archive'
import { reportWaysSchema } from '@yejibu/shared/wire/report-ways'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted, bodyOf, CASE_APPLICATION, CASE_PLAN, CaseStage, COMMITTEE } from '../testing/case-stage.ts'

let on: CaseStage

/** At the employer's report, under a plan that insists on the quota, with somebody on the establishment. */
async function atTheReport(): Promise<CaseStage> {
  const stage = await CaseStage.open(undefined, {
    plan: { ...CASE_PLAN, postQuotaRequired: true, committee: { ...CASE_PLAN.committee, orgId: COMMITTEE } },
    archive: readyArchive('xumingchuan', { profile: { staffing: 'institutionQuota' } }),
  })
  accepted(await stage.submit())
  await stage.walkTo('notice-cleared')
  return stage
}

beforeEach(async () => {
  on = await atTheReport()
})
afterEach(() => on.close())

/** A colleague who was reported: the facts of such a case, as another stage led to them, under her name. */
async function reportColleague(owner: string): Promise<void> {
  const elsewhere = await atTheReport()
  const body = bodyOf(CASE_APPLICATION, await elsewhere.move('report-application'))
  accepted(await elsewhere.ask('zhoumin', 'report-application', { ...body, vacancies: 1 }))
  const facts = await elsewhere.facts()
  await elsewhere.close()
  const application = `${owner}.app0000009` as ApplicationId
  const appended = await on.stage.office.ledger.append({
    stream: `application/${application}`,
    expected: 0,
    facts: facts.filter(isCaseFact).map(({ kind, data }, index) => ({
      id: `colleague-${owner}-${index}` as FactId,
      kind,
      data: JSON.parse(JSON.stringify(data).replaceAll(CASE_APPLICATION, application).replaceAll('xumingchuan', owner)),
    })),
    actor: 'zhoumin' as AccountId,
    at: on.now.toISOString(),
    command: null,
  })
  expect(appended.ok).toBe(true)
}

const quotaTold = async () =>
  reportWaysSchema.parse(accepted(await (await on.stage.as('zhoumin')).get(`/api/ways/${CASE_APPLICATION}`)).body).quota

async function report(vacancies?: number) {
  const body = bodyOf(CASE_APPLICATION, await on.move('report-application'))
  return on.ask('zhoumin', 'report-application', { ...body, vacancies })
}

test('[RELAY-205] a report beyond the vacant posts is refused, and the numbers are told', async () => {
  expect(await quotaTold()).toEqual({ others: 0, isRequired: true })
  const silent = await report()
  expect([silent.status, silent.refusal]).toEqual([422, { kind: 'vacancies-missing' }])
  const none = await report(0)
  expect([none.status, none.refusal]).toEqual([409, { kind: 'quota-exceeded', recommended: 1, vacancies: 0 }])
  accepted(await report(1))
  expect(await quotaTold()).toMatchObject({ others: 0 })
})

test('[RELAY-205] colleagues who were reported count', async () => {
  await reportColleague('luqinghe')
  expect(await quotaTold()).toEqual({ others: 1, isRequired: true })
  const full = await report(1)
  expect([full.status, full.refusal]).toEqual([409, { kind: 'quota-exceeded', recommended: 2, vacancies: 1 }])
  accepted(await report(2))
})
