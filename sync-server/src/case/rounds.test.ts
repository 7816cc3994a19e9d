/** Opening, taking back, returning: who may write in the application meanwhile, and what a falsification leads to. */
import { parseDocumentName } from '@yejibu/shared/account/access'
import type { Submission } from '@yejibu/shared/application/submission'
import type { AccountId, PlanId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import { officerAt } from '@yejibu/shared/testing/case-history'
import { actorOf, XU_MINGCHUAN } from '@yejibu/shared/testing/people'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAdmission } from '../account/admission.ts'
import { accepted, CASE_APPLICATION, CASE_PLAN, CaseStage } from '../testing/case-stage.ts'

let on: CaseStage

beforeEach(async () => {
  on = await CaseStage.open()
})
afterEach(() => on.close())

async function right(): Promise<string> {
  const document = parseDocumentName(`application/${CASE_APPLICATION}`)
  if (!document) throw new Error('a document’s name')
  return createAdmission(on.stage.office).rightOf(actorOf(XU_MINGCHUAN), document)
}

test('[RELAY-123] its owner writes in it while it is hers: before, taken back, returned; and reads it while it lies before anybody', async () => {
  const rights: string[] = [await right()]
  const after = async (who: string, kind: Parameters<CaseStage['move']>[0]) => {
    accepted(await on.does(who, await on.move(kind)))
    rights.push(await right())
  }
  accepted(await on.submit())
  rights.push(await right())
  await after('xumingchuan', 'take-back-submission')
  accepted(await on.submit('第二次。'))
  rights.push(await right())
  await after('wangxiao', 'open-submission')
  const wrong = { checks: [{ line: 'form', verdict: 'wrong', remark: '述职过于简单' }] } as const
  accepted(await on.does('wangxiao', { ...(await on.move('check-lines')), ...wrong } as never))
  await after('wangxiao', 'return-submission')
  accepted(await on.submit('第三次，补充了。'))
  rights.push(await right())
  expect(rights).toEqual(['write', 'read', 'write', 'read', 'read', 'write', 'read'])
  expect((await on.kase()).filed?.round).toBe(3)
})

test('[RELAY-123] once the employer has opened it nobody takes it back', async () => {
  accepted(await on.submit())
  const back = await on.move('take-back-submission')
  accepted(await on.does('wangxiao', await on.move('open-submission')))
  const answer = await on.does('xumingchuan', back)
  expect([answer.status, answer.refusal]).toEqual([409, { kind: 'already-opened' }])
  expect(await right()).toBe('read')
})

test('[RELAY-123] what an office returned is hers to write, past the window too, and comes in again', async () => {
  accepted(await on.submit())
  await on.walkTo('stage-pending', 'DEPT_M')
  accepted(await on.does(officerAt('DEPT_M').accountId, await on.move('return-from-stage')))
  expect(await right()).toBe('write')
  on.stage.clock.at = Date.parse(CASE_PLAN.window.close) + 86_400_000
  accepted(await on.submit('按要求补充。'))
  expect([await right(), (await on.kase()).state.kind]).toEqual(['read', 'emp-pending'])
})

test('[RELAY-124] established falsification closes the following years’ plans to its person, and those alone', async () => {
  accepted(await on.submit())
  await on.walkTo('stage-pending', 'DEPT_M')
  const officer = officerAt('MID_OFFICE').accountId
  accepted(await on.does(officer, await on.move('void-application')))
  // Her own feed tells her before she starts anything.
  const feed = await (await on.stage.as('xumingchuan')).get('/api/feed?after=0')
  expect(JSON.stringify(feed.body)).toContain('"application-voided"')
  const submitUnder = async (year: number) => {
    const plan: Plan = { ...CASE_PLAN, id: `next-${year}` as PlanId, year, version: 1 }
    await on.stage.office.performPlan(plan.id, { kind: 'publish-plan', plan }, 'hejing' as AccountId)
    const { form, profile, pulls } = (await on.kase()).filed?.submission ?? ({} as Submission)
    return on.ask('xumingchuan', 'submit-application', {
      application: `xumingchuan.appyear${year}`,
      plan: plan.id,
      planVersion: 1,
      form,
      pulls: [profile, ...pulls].map(({ item, digest }) => ({ item, digest, note: null })),
    })
  }
  on.stage.clock.at = Date.parse(CASE_PLAN.window.open) + 3_600_000
  for (const year of [2023, 2025]) {
    const answer = await submitUnder(year)
    expect([year, answer.refusal?.kind]).toEqual([year, 'not-eligible'])
    expect(JSON.stringify(answer.refusal)).toContain('V-BAN')
  }
  expect(JSON.stringify((await submitUnder(2026)).refusal ?? {})).not.toContain('V-BAN')
})
