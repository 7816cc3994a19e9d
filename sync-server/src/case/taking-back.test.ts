/** 撤回 at the relay: what was taken back is a draft again, comes in anew, and leaves both submissions in the ledger. */
import { foldCase } from '@yejibu/shared/case/case'
import { isCaseFact } from '@yejibu/shared/case/case-facts'
import type { AccountId, ApplicationId, FactId } from '@yejibu/shared/kernel/ids'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { readyArchive } from '@yejibu/shared/testing/ready-archive'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { examineOffice } from '../operations/doctor/examine-office.ts'
import { rebuildViews } from '../store/sql/ledger-views.ts'
import { type Answer, Stage } from '../testing/stage.ts'

const PLAN = shaoxingEcology2022Mid({ open: '2022-05-01T00:00:00+08:00', close: '2022-06-01T00:00:00+08:00' })
const APPLICATION = 'xumingchuan.app0000001' as ApplicationId
const ARCHIVE = readyArchive('xumingchuan')
let stage: Stage

beforeEach(async () => {
  stage = await Stage.withCast()
  await stage.office.performPlan(PLAN.id, { kind: 'publish-plan', plan: PLAN }, 'hejing' as AccountId)
  await stage.replay('xumingchuan', ARCHIVE.history.facts)
})
afterEach(() => stage.close())

const as = (who = 'xumingchuan') => stage.as(who)

async function submit(statement = '述职。', application: string = APPLICATION): Promise<Answer> {
  const { profile, background, paper } = ARCHIVE
  return (await as()).command('submit-application', {
    application,
    plan: PLAN.id,
    planVersion: PLAN.version,
    form: {
      type: 'normal',
      ticks: [],
      category: PLAN.categories[0]?.code ?? '',
      acceptancePoint: PLAN.acceptancePoints[0]?.code ?? '',
      statement,
    },
    pulls: [profile, ...background, paper].map(({ item, digest }) => ({ item, digest, note: null })),
  })
}

function digestIn(answer: Answer): string {
  const { facts } = answer.body as { facts: { data: { digest: string } }[] }
  return facts[0]?.data.digest ?? ''
}

async function takeBack(digest: string, who = 'xumingchuan'): Promise<Answer> {
  return (await as(who)).command('take-back-submission', { application: APPLICATION, digest })
}

async function stateNow() {
  const facts = await stage.office.ledger.read(`application/${APPLICATION}`)
  return { facts, kase: foldCase(facts.filter(isCaseFact)) }
}

test('[RELAY-90] taken back, changed and submitted again: both submissions stay in the ledger, the second one counts', async () => {
  const first = digestIn(await submit('第一次。'))
  expect((await takeBack(first)).status).toBe(200)
  expect(await stage.office.submissions.submittedAt(APPLICATION)).toBeNull()
  stage.pass(60_000)
  const again = await submit('第二次，改过。')
  expect(again.status).toBe(200)
  const { facts, kase } = await stateNow()
  expect(facts.map(({ kind }) => kind)).toEqual([
    'application-submitted',
    'submission-taken-back',
    'application-resubmitted',
  ])
  expect(facts[0]?.data).toMatchObject({ digest: first, submission: { form: { statement: '第一次。' } } })
  expect(facts[2]?.data).toMatchObject({
    digest: digestIn(again),
    submission: { form: { statement: '第二次，改过。' } },
  })
  expect([kase.state, kase.filed?.round, kase.filed?.digest]).toEqual([
    { kind: 'emp-pending', isOpened: false },
    2,
    digestIn(again),
  ])
  expect((await submit('第三次。')).refusal?.kind).toBe('application-already-submitted')
  const at = await stage.office.submissions.submittedAt(APPLICATION)
  await stage.office.store.transaction(rebuildViews)
  expect(await stage.office.submissions.submittedAt(APPLICATION)).toBe(at)
  expect((await examineOffice(stage.office)).findings).toEqual([])
})

test('[RELAY-90] nobody but its owner takes it back, and nobody else learns whether there is anything', async () => {
  const absent = await takeBack('0'.repeat(64), 'zhoumin')
  const digest = digestIn(await submit())
  for (const who of ['luqinghe', 'zhoumin', 'zhouhang', 'sunli', 'hejing']) {
    const answer = await takeBack(digest, who)
    expect([answer.status, answer.refusal]).toEqual([403, { kind: 'not-yours' }])
    expect(answer.refusal).toEqual(absent.refusal)
  }
  expect((await stateNow()).kase.state.kind).toBe('emp-pending')
})

test('[RELAY-90] what the employer opened, or what is not the present submission, is not taken back', async () => {
  expect((await takeBack('0'.repeat(64))).refusal).toEqual({ kind: 'not-in-this-state', state: 'none' })
  const digest = digestIn(await submit())
  expect((await takeBack('0'.repeat(64))).refusal?.kind).toBe('submission-moved-on')
  const { ledger } = stage.office
  const opened = await ledger.append({
    stream: `application/${APPLICATION}`,
    expected: 1,
    facts: [{ id: 'fact-opened' as FactId, kind: 'submission-opened', data: { digest } }],
    actor: 'zhoumin' as AccountId,
    at: stage.office.config.now().toISOString(),
    command: null,
  })
  expect(opened.ok).toBe(true)
  expect([(await takeBack(digest)).status, (await takeBack(digest)).refusal]).toEqual([409, { kind: 'already-opened' }])
  expect((await submit('想改。')).refusal?.kind).toBe('application-already-submitted')
})

test('[RELAY-90] after it was taken back another application may be made under the plan, and the first then stays a draft', async () => {
  await takeBack(digestIn(await submit()))
  expect((await submit('另一份。', 'xumingchuan.app0000002')).status).toBe(200)
  expect((await submit('第一份。')).refusal).toEqual({
    kind: 'another-application',
    application: 'xumingchuan.app0000002',
  })
})

test('[RELAY-90] the window holds for it as for the first time', async () => {
  await takeBack(digestIn(await submit()))
  stage.clock.at = Date.parse(PLAN.window.close) + 1
  expect((await submit('太晚。')).refusal?.kind).toBe('plan-not-open')
  expect((await stateNow()).kase.state.kind).toBe('draft')
})
