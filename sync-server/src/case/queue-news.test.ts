/** The live feed's word that a list changed: to those whose list it is, and to nobody else. */

import type { AccountId } from '@yejibu/shared/kernel/ids'
import { officerAt } from '@yejibu/shared/testing/case-history'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted, CASE_APPLICATION, CaseStage } from '../testing/case-stage.ts'
import { liveFeed } from '../testing/live-feed.ts'

let on: CaseStage

beforeEach(async () => {
  on = await CaseStage.open()
})
afterEach(() => on.close())

type Feed = Awaited<ReturnType<typeof liveFeed>>

const DEPT = officerAt('DEPT_M').accountId
const NEWS = { event: 'queues', data: '' }

async function open(...people: readonly string[]): Promise<readonly Feed[]> {
  const { seq } = await on.stage.office.ledger.head()
  return Promise.all(people.map(async (who) => liveFeed(await on.stage.as(who), `after=${seq}`)))
}

/** Something that this person certainly hears of, after which nothing from before can still come. */
async function nextIs(feed: Feed | undefined, account: string) {
  await on.stage.office.sessions.endAll(account as AccountId, null)
  return feed?.next()
}

test('[RELAY-152] HR hears that her list changed, and nothing of what; a colleague without the role hears nothing', async () => {
  const [hr, clerk, colleague, officer, elsewhere] = await open('zhoumin', 'wangxiao', 'luqinghe', DEPT, 'sunli')
  accepted(await on.submit())
  expect(await hr?.next()).toEqual(NEWS)
  expect(await clerk?.next()).toEqual(NEWS)
  expect(await nextIs(colleague, 'luqinghe')).toBe('end')
  expect(await nextIs(officer, DEPT)).toBe('end')
  expect(await nextIs(elsewhere, 'sunli')).toBe('end')
  accepted(await on.does('xumingchuan', await on.move('take-back-submission')))
  expect(await hr?.next()).toEqual(NEWS)
})

test('[RELAY-152] an office hears of a case from when it comes there, and experts of what their meeting has', async () => {
  accepted(await on.submit())
  await on.walkTo('notice-cleared')
  const [dept, later] = await open(DEPT, officerAt('HRSS_M').accountId)
  await on.walkTo('stage-pending', 'DEPT_M')
  expect(await dept?.next()).toEqual(NEWS)
  expect(await nextIs(later, officerAt('HRSS_M').accountId)).toBe('end')
  await on.walkTo('form-delivered')
  const [expert] = await open('expert-a')
  await on.walkTo('meeting-pending')
  expect(await expert?.next()).toEqual(NEWS)
  expect(JSON.stringify(NEWS)).not.toContain(CASE_APPLICATION)
})
