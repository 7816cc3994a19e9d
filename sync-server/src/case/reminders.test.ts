/** What the relay's clock tells in time, and the list that anybody may read. */
import { startApplication } from '@yejibu/shared/application/application-doc'
import type { PlanId } from '@yejibu/shared/kernel/ids'
import { XU_MINGCHUAN } from '@yejibu/shared/testing/people'
import { readyArchive } from '@yejibu/shared/testing/ready-archive'
import { type Messages, messagesSchema } from '@yejibu/shared/wire/messages'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { accepted, CASE_PLAN, CaseStage } from '../testing/case-stage.ts'
import { remind } from './reminders.ts'

const DAY = 86_400_000
let on: CaseStage
afterEach(() => on.close())

const round = () => {
  const { office } = on.stage
  return remind({ ...office.publicly, plans: office.plans, log: office.log, readDocument: office.readDocument })
}
const messages = async (who: string): Promise<Messages> =>
  messagesSchema.parse(accepted(await (await on.stage.as(who)).get('/api/messages')).body)
const kindsTo = async (who: string) => (await messages(who)).messages.map(({ kind }) => kind)
const lay = async (document: string, plan: string) => {
  const doc = new Y.Doc()
  startApplication(doc, { id: plan as PlanId, version: 1 })
  await on.stage.office.log.append([{ document, updates: [Y.encodeStateAsUpdate(doc)] }])
}
const at = (time: string | number) => {
  on.stage.clock.at = typeof time === 'number' ? time : Date.parse(time)
}
const CLOSE = Date.parse(CASE_PLAN.window.close)

test('[RELAY-190] drafts of a plan that closes within three days are told of once, and drafts of another are not', async () => {
  on = await CaseStage.open()
  await lay('application/xumingchuan.draft00001', CASE_PLAN.id)
  await lay('application/luqinghe.draft00001', 'another-plan')
  at(CLOSE - 4 * DAY)
  expect(await round()).toBe(0)
  at(CLOSE - 2 * DAY)
  expect(await round()).toBe(1)
  expect(await round()).toBe(0)
  expect((await messages('xumingchuan')).messages).toMatchObject([
    { kind: 'closing-soon', subject: 'xumingchuan.draft00001', isRead: false },
  ])
  expect(await kindsTo('luqinghe')).toEqual([])
  // What was told is no submission: hers is taken as her first.
  accepted(await on.submit('述职。', 'xumingchuan.draft00001' as typeof on.application))
  at(CLOSE - DAY)
  expect(await round()).toBe(0)
})

test('[RELAY-190] what was returned is told of; what lies before somebody is not', async () => {
  on = await CaseStage.open()
  accepted(await on.submit())
  at(CLOSE - 2 * DAY)
  expect(await round()).toBe(0)
  accepted(await on.does('wangxiao', await on.move('open-submission')))
  const { digest } = (await on.kase()).filed ?? { digest: '' }
  const line = Object.keys((await on.kase()).filed?.lines ?? {})[0] ?? ''
  accepted(
    await on.ask('wangxiao', 'check-lines', {
      application: on.application,
      digest,
      checks: [{ line, verdict: 'wrong', remark: '请补充说明。' }],
    }),
  )
  accepted(await on.ask('wangxiao', 'return-submission', { application: on.application, digest, reason: '请补充。' }))
  expect(await round()).toBe(1)
  expect(await round()).toBe(0)
  expect(await kindsTo('xumingchuan')).toEqual(['closing-soon', 'returned'])
})

test('[RELAY-190] HR’s lead hears when a notice is over, once; her clerk and the applicant do not', async () => {
  on = await CaseStage.open()
  accepted(await on.submit())
  await on.walkTo('notice-running')
  expect(await round()).toBe(0)
  on.stage.pass(20 * DAY)
  expect(await round()).toBe(1)
  expect(await round()).toBe(0)
  expect(await kindsTo('zhoumin')).toContain('notice-over')
  for (const who of ['wangxiao', 'xumingchuan']) expect(await kindsTo(who)).not.toContain('notice-over')
})

test('[RELAY-191] anybody reads a running list by its code, with who passed and no more; when it has ended only its dates', async () => {
  const chains = CASE_PLAN.chains.map((chain) => ({
    ...chain,
    stages: chain.stages.flatMap((stage) => (stage === 'HRSS_M' ? [stage, 'QUAL_PUB' as const] : [stage])),
  }))
  on = await CaseStage.open(
    { review: 18_000 },
    { plan: { ...CASE_PLAN, chains }, archive: readyArchive('xumingchuan') },
  )
  accepted(await on.submit())
  await on.walkTo('list-notice-running')
  const code = (await on.facts()).find(({ kind }) => kind === 'list-posted')?.id ?? ''
  const read = () => on.stage.stranger().get(`/api/public/notices/${code}`)
  const running = accepted(await read())
  expect(running.body).toMatchObject({
    state: 'running',
    about: 'list',
    content: { person: { fullName: '许明川' }, birthYear: '', entries: [] },
  })
  const text = JSON.stringify(running.body)
  for (const secret of [XU_MINGCHUAN.idNumber, XU_MINGCHUAN.mobile, XU_MINGCHUAN.birthDate, 'xumingchuan']) {
    expect(text).not.toContain(secret)
  }
  expect(await kindsTo('xumingchuan')).toContain('list-posted')
  await on.walkTo('form-due')
  const ended = accepted(await read())
  expect(ended.body).toMatchObject({ state: 'ended' })
  expect((ended.body as { closedOn: unknown }).closedOn).not.toBeNull()
  expect(JSON.stringify(ended.body)).not.toContain('许明川')
})
