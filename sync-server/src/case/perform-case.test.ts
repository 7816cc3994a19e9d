/** The case's commands over HTTP: the whole way of a case, and a clear no to everybody and everything else. */
import type { Actor } from '@yejibu/shared/account/actor'
import { decideCase } from '@yejibu/shared/case/case'
import type { CaseCommand } from '@yejibu/shared/case/case-commands'
import type { Case } from '@yejibu/shared/case/case-state'
import { orgAt } from '@yejibu/shared/case/chain'
import type { StageCode } from '@yejibu/shared/plan/stage-code'
import { CLERK, EXPERTS, LEAD, OWNER, officerAt, REGISTER, STRANGER } from '@yejibu/shared/testing/case-history'
import { actorOf, HE_JING, LU_QINGHE, ZHOU_HANG } from '@yejibu/shared/testing/people'
import { CASE_COMMANDS, isCaseCommandKind } from '@yejibu/shared/wire/case-commands'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accepted, bodyOf, CASE_APPLICATION, CASE_PLAN, CaseStage } from '../testing/case-stage.ts'

let on: CaseStage

beforeEach(async () => {
  on = await CaseStage.open()
  accepted(await on.submit())
})
afterEach(() => on.close())

const kinds = async () => (await on.facts()).map(({ kind }) => kind)

describe('the way of a case', () => {
  test.each(['A-MUNI', 'A-COUNTY'])('[RELAY-120] %s goes from submission to certificate', async (chain) => {
    const kase = await on.walkTo('certified', null, chain)
    expect(kase.decisions.map(({ stage, verdict }) => `${stage} ${verdict}`).at(-1)).toBe('MID_OFFICE passed')
    expect(kase.route && orgAt(kase.route, 'MID_OFFICE')).toBe('office-mid-office')
    const facts = await on.facts()
    expect(new Set(facts.map(({ stream }) => stream))).toEqual(new Set([`application/${CASE_APPLICATION}`]))
    expect(facts.every(({ at }, i) => i === 0 || at >= (facts[i - 1]?.at ?? ''))).toBe(true)
  })

  test('[RELAY-120] a fee that neither plan nor office states holds a case where it is, until the office sets it', async () => {
    await on.close()
    on = await CaseStage.open({})
    accepted(await on.submit())
    await on.walkTo('stage-passed', 'MID_OFFICE')
    const officer = officerAt('MID_OFFICE').accountId
    const onward = await on.move('recommend-case')
    expect((await on.does(officer, onward)).refusal?.kind).toBe('fee-not-set')
    const fees = { org: 'office-fee', plan: CASE_PLAN.id, fees: { review: 0 } }
    accepted(await on.ask(officerAt('FEE').accountId, 'set-fees', fees))
    accepted(await on.does(officer, onward))
    expect((await on.kase()).state.kind).toBe('form-due')
  })
})

/** Who might try: everybody with a part in it, and some with none. */
const PEOPLE: readonly Actor[] = [
  OWNER,
  LEAD,
  CLERK,
  ...(['DEPT_M', 'HRSS_M', 'MID_OFFICE', 'FEE', 'MID_MEETING'] as const).map(officerAt),
  ...EXPERTS.slice(0, 1),
  ...[HE_JING, LU_QINGHE, ZHOU_HANG].map(actorOf),
]

const STOPS: readonly (readonly [Case['state']['kind'], StageCode | null])[] = [
  ['emp-pending', null],
  ['notice-running', null],
  ['notice-cleared', null],
  ['stage-pending', 'DEPT_M'],
  ['stage-passed', 'HRSS_M'],
  ['fee-due', null],
  ['meeting-pending', null],
  ['result-notice-running', null],
  ['certified', null],
]

describe('whose turn it is', () => {
  test.each(STOPS)(
    '[RELAY-121] at %s %s everybody gets the answer of the rule, and nothing else moves',
    async (state, stage) => {
      const kase = await on.walkTo(state, stage)
      const before = (await kinds()).length
      let refused = 0
      for (const actor of PEOPLE) {
        const visitor = await on.stage.as(actor.accountId)
        const tried = new Set<string>()
        for (const command of await on.commands()) {
          const isStale = 'digest' in command && command.digest !== kase.filed?.digest
          if (!(command.kind in CASE_COMMANDS) || (tried.has(command.kind) && !isStale)) continue
          tried.add(command.kind)
          const memberships = (await on.stage.office.directory.membershipsOf(actor.accountId)).map(
            ({ orgId, role }) => ({ orgId, role }),
          )
          const rule = decideCase(kase, command, {
            actor: { ...actor, memberships },
            plan: CASE_PLAN,
            register: REGISTER,
            feeSetting: { review: 18_000 },
            now: on.now,
          })
          if (rule.ok) continue
          const answer = await visitor.command(command.kind, bodyOf(CASE_APPLICATION, command))
          expect([actor.accountId, command.kind, answer.refusal]).toEqual([actor.accountId, command.kind, rule.refusal])
          expect(answer.status).toBe(rule.refusal.kind === 'not-yours' ? 403 : answer.status)
          refused++
        }
      }
      expect((await kinds()).length).toBe(before)
      expect(refused).toBeGreaterThan(250)
    },
  )

  test('[RELAY-121] who has no part in it is told the same, whether there is such an application or not', async () => {
    const commands = await on.commands()
    let asked = 0
    for (const who of [LU_QINGHE, ZHOU_HANG].map(({ accountId }) => accountId)) {
      const visitor = await on.stage.as(who)
      for (const command of commands) {
        if (!isCaseCommandKind(command.kind)) continue
        const whole = { id: 'command-whole', expected: null, ...bodyOf(CASE_APPLICATION, command) }
        // What no schema takes is refused unread, for whom and of whatever it speaks.
        if (!CASE_COMMANDS[command.kind].safeParse(whole).success) continue
        for (const application of [CASE_APPLICATION, 'xumingchuan.app0000009', 'nobody.app0000001']) {
          for (const expected of [null, 0, 7]) {
            const body = { ...bodyOf(CASE_APPLICATION, command), application, expected }
            const answer = await visitor.command(command.kind, body)
            expect([answer.status, answer.refusal]).toEqual([403, { kind: 'not-yours' }])
            asked++
          }
        }
      }
    }
    expect(asked).toBeGreaterThan(500)
    expect(STRANGER.accountId).not.toBe(OWNER.accountId)
  })
})

describe('what is sent', () => {
  const open = async (digest?: string) => ({
    application: CASE_APPLICATION,
    digest: digest ?? (await on.kase()).filed?.digest ?? '',
  })

  test('[RELAY-122] a command sent again gets the same facts; its id serves nobody else and no other words', async () => {
    const clerk = await on.stage.as('wangxiao')
    const body = { id: 'command-once', ...(await open()) }
    const first = await clerk.command('open-submission', body)
    expect((await clerk.command('open-submission', body)).body).toEqual(first.body)
    expect((await on.ask('zhoumin', 'open-submission', body)).refusal).toEqual({ kind: 'command-id-taken' })
    expect((await clerk.command('pass-eligibility', { ...body, opinion: '同意推荐。' })).refusal).toEqual({
      kind: 'command-id-taken',
    })
    expect(await kinds()).toEqual(['application-submitted', 'submission-opened'])
  })

  test('[RELAY-122] about another content or another version nothing is decided, and both are told', async () => {
    expect((await on.ask('wangxiao', 'open-submission', await open('0'.repeat(64)))).refusal).toMatchObject({
      kind: 'submission-moved-on',
      saw: '0'.repeat(64),
    })
    expect((await on.ask('wangxiao', 'open-submission', { ...(await open()), expected: 0 })).refusal).toEqual({
      kind: 'stream-moved-on',
      expected: 0,
      actual: 1,
    })
    expect(await kinds()).toEqual(['application-submitted'])
  })

  test('[RELAY-122] a key too many, a stage that is none and steps of the relay’s clock are no commands', async () => {
    const clerk = await on.stage.as('wangxiao')
    expect((await clerk.command('open-submission', { ...(await open()), verdict: 'passed' })).status).toBe(400)
    const pass = { ...(await open()), stage: 'ANYWHERE', checklist: {}, opinion: '同意' }
    expect((await clerk.command('pass-stage', pass)).status).toBe(400)
    for (const kind of ['witness-notice', 'let-time-pass', 'resubmit-application', 'application-voided']) {
      expect((await clerk.command(kind, await open())).status, kind).toBe(404)
    }
  })

  test('[RELAY-122] of two who decide at the same instant one is told that it was decided', async () => {
    accepted(await on.does('wangxiao', await on.move('check-lines')))
    const opinion: CaseCommand = await on.move('pass-eligibility')
    const answers = await Promise.all([on.does('wangxiao', opinion), on.does('zhoumin', opinion)])
    expect(answers.map(({ refusal }) => refusal?.kind ?? 'accepted').sort()).toEqual(['accepted', 'not-in-this-state'])
  })
})
