/** Between preview and submission: a second press, an answer that got lost, a second device, an approval taken back, the window closed. */
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { readyArchive } from '@yejibu/shared/testing/ready-archive'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Stage } from '../testing/stage.ts'

const OWNER = 'xumingchuan' as AccountId
const PLAN = shaoxingEcology2022Mid({ open: '2022-05-01T00:00:00+08:00', close: '2022-06-01T00:00:00+08:00' })
const ARCHIVE = readyArchive(OWNER)
const { profile, background, paper } = ARCHIVE
let stage: Stage

beforeEach(async () => {
  stage = await Stage.withCast()
  await stage.office.performPlan(PLAN.id, { kind: 'publish-plan', plan: PLAN }, 'hejing' as AccountId)
  await stage.replay(OWNER, ARCHIVE.history.facts)
})
afterEach(() => stage.close())

const body = (statement = '述职。') => ({
  application: 'xumingchuan.app0000001',
  plan: PLAN.id,
  planVersion: PLAN.version,
  form: { type: 'normal', ticks: [], category: 'monitoring', acceptancePoint: 'shaoxing', statement },
  pulls: [profile, ...background, paper].map(({ item, digest }) => ({ item, digest, note: null })),
})
const submissions = async () =>
  (await stage.office.ledger.read('application/xumingchuan.app0000001')).filter(
    ({ kind }) => kind === 'application-submitted',
  )

test('[APP-81] a second press and a second device at the same instant make one submission, and tell it to the other', async () => {
  const [one, other] = await Promise.all([stage.as(OWNER), stage.as(OWNER)])
  const answers = await Promise.all([
    one.command('submit-application', body()),
    one.command('submit-application', body()),
    other.command('submit-application', body('另一台设备上的述职。')),
  ])
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  for (const { status, refusal } of answers) {
    if (status !== 200) expect(refusal?.kind).toBe('application-already-submitted')
  }
  expect(await submissions()).toHaveLength(1)
})

test('[APP-81] an answer that got lost is given again, with the same receipt, though the window has closed since', async () => {
  const xu = await stage.as(OWNER)
  const asked = { id: 'lostanswer0000000001', ...body() }
  const first = await xu.command('submit-application', asked)
  expect(first.refusal).toBeUndefined()
  stage.clock.at = Date.parse(PLAN.window.close) + 60_000
  const again = await (await stage.as(OWNER)).command('submit-application', asked)
  expect(again.body).toEqual(first.body)
  expect(await submissions()).toHaveLength(1)
})

test('[APP-81] an approval taken back after the preview is named, and nothing is submitted', async () => {
  const hr = await stage.as('zhoumin')
  const { item, digest } = paper
  const revoked = await hr.command('revoke-approval', { archive: OWNER, item, digest, reason: '原件另有不同' })
  expect(revoked.refusal).toBeUndefined()
  const xu = await stage.as(OWNER)
  const answer = await xu.command('submit-application', body())
  expect(answer.refusal).toEqual({
    kind: 'pulls-refused',
    problems: [{ gate: 'G3', kind: 'pull-not-approved', item, digest }],
  })
  expect(await submissions()).toEqual([])
  const without = { ...body(), pulls: body().pulls.filter((pull) => pull.item !== item) }
  expect((await xu.command('submit-application', without)).status).toBe(200)
})

test('[APP-81] after the window closed by the relay’s clock nothing is taken, and both times are told', async () => {
  stage.clock.at = Date.parse(PLAN.window.close) + 1
  const answer = await (await stage.as(OWNER)).command('submit-application', body())
  expect(answer.refusal).toMatchObject({ kind: 'plan-not-open', close: PLAN.window.close })
  expect(await submissions()).toEqual([])
})
