/** A committee office and its plans, asked over HTTP. */
import { orgIdSchema } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { CAST, SUN_LI } from '@yejibu/shared/testing/people'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Stage } from '../testing/stage.ts'

let stage: Stage

beforeEach(async () => {
  stage = await Stage.withCast()
})
afterEach(() => stage.close())

const PLAN = shaoxingEcology2022Mid({ open: '2022-05-01T08:30:00+08:00', close: '2022-10-31T17:30:00+08:00' })
const SECOND: Plan = { ...PLAN, version: 2, title: '第二版' }
const publish = async (who: string, content: object, plan: string = PLAN.id) =>
  (await stage.as(who)).command('publish-plan', { plan, content })

test('[RELAY-100] publishes version after version, and what an application named stays readable as it was', async () => {
  expect((await publish('hejing', PLAN)).status).toBe(200)
  expect((await publish('hejing', PLAN)).refusal).toEqual({ kind: 'plan-version-not-next', given: 1, next: 2 })
  expect((await publish('hejing', SECOND)).status).toBe(200)
  const shen = await stage.as('shenzhiyuan')
  expect((await shen.get('/api/plans')).body).toEqual({ plans: [SECOND], now: '2022-05-10T08:00:00.000Z' })
  expect((await shen.get(`/api/plans/${PLAN.id}/1`)).body).toEqual({ plan: PLAN })
  for (const path of [`${PLAN.id}/3`, 'nothing/1', `${PLAN.id}/0x1`, '..%2F..%2Foffice/1']) {
    expect((await shen.get(`/api/plans/${path}`)).refusal, path).toEqual({ kind: 'not-found' })
  }
})

test('[RELAY-100] a plan that is wrong is refused by the place, and a plan’s stream takes no other plan', async () => {
  const [slot] = PLAN.attachmentSlots
  expect((await publish('hejing', { ...PLAN, attachmentSlots: [slot, slot] })).refusal).toEqual({
    kind: 'plan-malformed',
    at: [{ path: 'attachmentSlots.1.code', rule: 'code-twice' }],
  })
  expect((await publish('hejing', PLAN, 'another-plan')).refusal).toMatchObject({ kind: 'plan-malformed' })
})

test('[RELAY-100] withdraws with a reason; the office goes on seeing every version', async () => {
  await publish('hejing', PLAN)
  const he = await stage.as('hejing')
  const reason = '上级通知本年度不再组织评审'
  expect((await he.command('withdraw-plan', { plan: PLAN.id, reason: '' })).refusal?.kind).toBe('reason-required')
  expect((await he.command('withdraw-plan', { plan: PLAN.id, reason })).status).toBe(200)
  expect((await (await stage.as('shenzhiyuan')).get('/api/plans')).body).toMatchObject({ plans: [] })
  expect((await he.get('/api/plans/office')).body).toMatchObject({ plans: [{ versions: [PLAN], isWithdrawn: true }] })
})

test('[RELAY-101] nobody else publishes, withdraws or lists it, and the answer does not tell whether it exists', async () => {
  const others = CAST.map(({ username }) => username).filter((username) => username !== 'hejing')
  const foreign = {
    org: orgIdSchema.parse('hz-office'),
    name: '湖州市评审办',
    kind: 'committee-office',
    creditCode: null,
  } as const
  await stage.office.performOrg({ kind: 'register-org', data: foreign }, 'relay')
  const member = { org: foreign.org, account: SUN_LI.accountId, role: 'committee-office' } as const
  await stage.office.performOrg({ kind: 'add-member', data: member }, 'relay')
  const mine = { ...PLAN, committee: { ...PLAN.committee, orgId: foreign.org } }
  const answers = async () =>
    Promise.all(
      others.map(async (who) => {
        const visitor = await stage.as(who)
        const asked = [
          await visitor.command('publish-plan', { plan: PLAN.id, content: { ...PLAN, version: 2 } }),
          await visitor.command('publish-plan', { plan: PLAN.id, expected: 99, content: SECOND }),
          await visitor.command('withdraw-plan', { plan: PLAN.id, reason: '不是我的' }),
          await visitor.command('withdraw-plan', { plan: PLAN.id, expected: 99, reason: '不是我的' }),
        ]
        return asked.map(({ status, refusal }) => [who, status, refusal])
      }),
    )
  const before = await answers()
  await publish('hejing', PLAN)
  expect(await answers()).toEqual(before)
  expect(before.flat().every(([, status]) => status === 403)).toBe(true)
  expect((await publish('sunli', { ...mine, version: 2 })).status).toBe(403)
  expect((await (await stage.as('sunli')).get('/api/plans/office')).body).toMatchObject({ plans: [] })
  expect((await stage.stranger().command('publish-plan', { plan: PLAN.id, content: PLAN })).status).toBe(401)
  expect((await (await stage.as('hejing')).get('/api/plans/office')).body).toMatchObject({
    plans: [{ versions: [PLAN] }],
  })
})
