import type { AccountId, PlanId } from '@yejibu/shared/kernel/ids'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { readyArchive } from '@yejibu/shared/testing/ready-archive'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Stage } from '../testing/stage.ts'

const PLAN = shaoxingEcology2022Mid({ open: '2022-05-01T00:00:00+08:00', close: '2022-06-01T00:00:00+08:00' })
const ARCHIVE = readyArchive('xumingchuan')
let stage: Stage

beforeEach(async () => {
  stage = await Stage.withCast()
  await stage.office.performPlan(PLAN.id, { kind: 'publish-plan', plan: PLAN }, 'hejing' as AccountId)
  await stage.replay('xumingchuan', ARCHIVE.history.facts)
})
afterEach(() => stage.close())

const { profile, background, paper } = ARCHIVE
const submission = (application = 'xumingchuan.app0000001') => ({
  application,
  plan: PLAN.id,
  planVersion: PLAN.version,
  form: {
    type: 'normal',
    ticks: [],
    category: PLAN.categories[0]?.code ?? '',
    acceptancePoint: PLAN.acceptancePoints[0]?.code ?? '',
    statement: '任现职以来，主要从事地表水环境质量监测与评价工作。',
  },
  pulls: [profile, ...background, paper].map(({ item, digest }) => ({ item, digest, note: null as string | null })),
})

test('[RELAY-33] her own application is frozen with copies of what was approved', async () => {
  const xu = await stage.as('xumingchuan')
  const answer = await xu.command('submit-application', submission())
  expect(answer.refusal).toBeUndefined()
  expect(answer.body).toMatchObject({
    facts: [
      {
        kind: 'application-submitted',
        stream: 'application/xumingchuan.app0000001',
        actor: 'xumingchuan',
        data: {
          submission: { employer: { id: 'yuezhou' }, profile: { digest: profile.digest, content: profile.content } },
        },
      },
    ],
  })
  expect(JSON.stringify((await xu.get('/api/feed?after=0')).body)).toContain('application-submitted')
})

test('[RELAY-33] is submitted once: again, by another name and at the same instant are refused', async () => {
  const xu = await stage.as('xumingchuan')
  const answers = await Promise.all([
    xu.command('submit-application', submission()),
    xu.command('submit-application', submission()),
    xu.command('submit-application', submission('xumingchuan.app0000002')),
  ])
  expect(answers.map((answer) => answer.refusal?.kind)).toEqual([
    undefined,
    'application-already-submitted',
    'another-application',
  ])
  expect(await stage.office.submissions.submittedAt('xumingchuan.app0000001' as never)).toBe('2022-05-10T08:00:00.000Z')
})

test('[RELAY-33] nobody submits for another, and nobody learns whether it was submitted', async () => {
  for (const _ of ['before', 'after']) {
    for (const who of ['luqinghe', 'zhoumin', 'zhouhang']) {
      const answer = await (await stage.as(who)).command('submit-application', { ...submission(), expected: 5 })
      expect([answer.status, answer.refusal]).toEqual([403, { kind: 'not-yours' }])
    }
    await (await stage.as('xumingchuan')).command('submit-application', submission())
  }
})

test('[RELAY-33] the relay’s clock decides whether the plan is open', async () => {
  const xu = await stage.as('xumingchuan')
  const [open, close] = [Date.parse(PLAN.window.open), Date.parse(PLAN.window.close)]
  for (const at of [open - 1, close + 1]) {
    stage.clock.at = at
    const late = await stage.as('xumingchuan')
    expect((await late.command('submit-application', submission())).refusal?.kind).toBe('plan-not-open')
  }
  stage.clock.at = close
  expect((await (await stage.as('xumingchuan')).command('submit-application', submission())).status).toBe(200)
  expect(xu.cookie).not.toBeNull()
})

test('[RELAY-33] a plan that moved on or was withdrawn is not applied under', async () => {
  await stage.office.performPlan(
    PLAN.id,
    { kind: 'publish-plan', plan: { ...PLAN, version: 2 } },
    'hejing' as AccountId,
  )
  const xu = await stage.as('xumingchuan')
  expect((await xu.command('submit-application', submission())).refusal).toEqual({ kind: 'plan-moved-on', version: 2 })
  await stage.office.performPlan(PLAN.id, { kind: 'withdraw-plan', reason: '通知有变' }, 'hejing' as AccountId)
  expect((await xu.command('submit-application', submission())).refusal).toEqual({ kind: 'no-such-plan' })
})

test('[RELAY-34] plans are given whole in their newest version, withdrawn ones not at all', async () => {
  const xu = await stage.as('xumingchuan')
  const plans = async () => ((await xu.get('/api/plans')).body as { readonly plans: unknown }).plans
  expect(await plans()).toEqual([PLAN])
  await stage.office.performPlan(
    PLAN.id,
    { kind: 'publish-plan', plan: { ...PLAN, version: 2 } },
    'hejing' as AccountId,
  )
  expect(await plans()).toEqual([{ ...PLAN, version: 2 }])
  await stage.office.performPlan(PLAN.id, { kind: 'withdraw-plan', reason: '通知有变' }, 'hejing' as AccountId)
  expect(await plans()).toEqual([])
  expect((await stage.stranger().get('/api/plans')).status).toBe(401)
})

test('[RELAY-34] a plan is published only as its schema says and as the next version', async () => {
  const publish = (plan: unknown) =>
    stage.office.performPlan('another' as PlanId, { kind: 'publish-plan', plan }, 'hejing' as AccountId)
  expect(await publish({ ...PLAN, extra: 1 })).toMatchObject({ ok: false, refusal: { kind: 'plan-malformed' } })
  expect(await publish({ ...PLAN, version: 2 })).toMatchObject({
    ok: false,
    refusal: { kind: 'plan-version-not-next' },
  })
  expect(await publish(PLAN)).toMatchObject({ ok: false, refusal: { at: [{ path: 'id', rule: 'not-this-plan' }] } })
})

test('[RELAY-37] HR that would take an approval back is told which submission carries it, and nobody else is told anything', async () => {
  const xu = await stage.as('xumingchuan')
  const path = (digest: string) => `/api/review/touched?archive=xumingchuan&item=${paper.item}&digest=${digest}`
  const hr = await stage.as('zhoumin')
  expect((await hr.get(path(paper.digest))).body).toEqual({ applications: [] })
  await xu.command('submit-application', submission())
  expect((await hr.get(path(paper.digest))).body).toEqual({
    applications: [
      {
        application: 'xumingchuan.app0000001',
        plan: { id: PLAN.id, title: PLAN.title, year: PLAN.year },
        submittedAt: '2022-05-10T08:00:00.000Z',
      },
    ],
  })
  expect((await hr.get(path('f'.repeat(64)))).body).toEqual({ applications: [] })
  expect((await hr.get('/api/review/touched?archive=xumingchuan')).status).toBe(400)
  for (const who of ['xumingchuan', 'luqinghe', 'sunli', 'hejing', 'zhouhang']) {
    const answer = await (await stage.as(who)).get(path(paper.digest))
    expect([answer.status, answer.refusal], who).toEqual([403, { kind: 'not-yours' }])
  }
})
