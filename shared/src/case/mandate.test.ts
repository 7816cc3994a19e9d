/** 委托评审: who writes the letter, when, and that no committee gets anybody without it. */
import { describe, expect, test } from 'vitest'
import { mandateFault } from '../plan/mandate-fault.ts'
import type { Plan } from '../plan/plan.ts'
import { huzhou2020Mid } from '../plan/plans/huzhou-2020-mid.ts'
import { shaoxingEcology2022Mid } from '../plan/plans/shaoxing-ecology-2022-mid.ts'
import { zhejiangEcology2022Senior } from '../plan/plans/zhejiang-ecology-2022-senior.ts'
import type { StageCode } from '../plan/stage-code.ts'
import { CaseHistory, CLERK, LEAD, OWNER, officerAt, orgFor, REGISTER, STRANGER } from '../testing/case-history.ts'
import { castOf, LETTER } from '../testing/case-moves.ts'
import { moveOf, walkTo } from '../testing/case-walk.ts'
import type { CaseCommandKind } from './case-commands.ts'
import { type StateKind, stageOf } from './case-state.ts'
import { routeOf } from './chain.ts'
import { mandateRuleOf, mandatorOf, mayBeMandated } from './mandate.ts'

const WINDOW = { open: '2023-09-01T08:30:00+08:00', close: '2023-10-31T17:30:00+08:00' }
const SENIOR = zhejiangEcology2022Senior(WINDOW)
const HUZHOU = huzhou2020Mid(WINDOW)
const MID = shaoxingEcology2022Mid(WINDOW)
const SET = { review: 18_000, midToSeniorFee: 8_000 }

/** There without any letter: every step as the straight way takes it, but for that one. */
function unmandated(chain: string, kind: StateKind, stage: StageCode, plan = SENIOR): CaseHistory {
  const silent = new CaseHistory({ ...plan, mandate: null }, SET).submitted()
  const there = walkTo(silent, chain, kind, stage)
  const history = new CaseHistory(plan, SET)
  history.now = there.now
  return history.replay(there.facts)
}

const command = (history: CaseHistory, kind: CaseCommandKind, chain: string) => moveOf(history, chain, kind)

describe('who issues the letter', () => {
  test.each([
    [SENIOR, 'B-MUNI', 'DEPT_M'],
    [SENIOR, 'B-COUNTY', 'DEPT_M'],
    [SENIOR, 'B-PROV-NONE', 'DEPT_P'],
    [SENIOR, 'B-PROV-OWN', 'MID_OFFICE'],
    [HUZHOU, 'D-ENTRUST', 'HRSS_M'],
    [HUZHOU, 'D-MAIN', null],
    [MID, 'A-MUNI', null],
  ] as const)('[CASE-140] %#: on $1 it is that of $2', (plan, chain, stage) => {
    const route = routeOf(plan, chain, plan.acceptancePoints[0]?.code ?? '', REGISTER)
    if (!route.ok) throw new Error(JSON.stringify(route.refusal))
    expect(mandatorOf(plan, route.value)).toEqual(stage && { stage, org: orgFor(stage) })
  })

  test('[CASE-140] the centre that keeps the files goes first where a case passes it, and 初定 asks nobody', () => {
    const chains = [{ code: 'B-TALENT', appliesTo: '民营', stages: ['EMP', 'TALENT', 'DEPT_M', 'SR_OFFICE'] as const }]
    const plan: Plan = { ...SENIOR, chains: chains.map((chain) => ({ ...chain, stages: [...chain.stages] })) }
    const route = {
      chain: 'B-TALENT',
      stops: [
        { stage: 'DEPT_M', org: orgFor('DEPT_M') },
        { stage: 'TALENT', org: orgFor('TALENT') },
      ],
    } as const
    expect(mandatorOf(plan, route)?.stage).toBe('TALENT')
    expect(mandateRuleOf({ ...plan, mode: 'initial-determination' }, 'B-TALENT')).toBeNull()
  })

  test('[CASE-140] [CASE-8] nobody else does: not the person, her employer, another office of the route, an expert or the relay', () => {
    const history = unmandated('B-COUNTY', 'stage-passed', 'DEPT_M')
    const stages = SENIOR.chains.find(({ code }) => code === 'B-COUNTY')?.stages ?? []
    const asked = command(history, 'issue-mandate', 'B-COUNTY')
    const may = castOf(stages).filter((actor) => history.asks(actor, asked).ok)
    expect(may).toEqual([officerAt('DEPT_M')])
    for (const actor of [OWNER, LEAD, CLERK, STRANGER, officerAt('DEPT_C'), officerAt('SR_OFFICE')]) {
      expect(history.asks(actor, asked)).toEqual({ ok: false, refusal: { kind: 'not-yours' } })
    }
  })
})

describe('the way to the committee', () => {
  test.each([
    ['B-MUNI', SENIOR, 'meeting-passed', 'MID_MEETING', 'submit-upward', 'DEPT_M', 'SR_OFFICE'],
    ['B-PROV-OWN', SENIOR, 'stage-passed', 'MID_OFFICE', 'recommend-case', 'MID_OFFICE', 'SR_OFFICE'],
    ['B-PROV-NONE', SENIOR, 'stage-passed', 'ECO_HR', 'recommend-case', 'DEPT_P', 'SR_OFFICE'],
    ['D-ENTRUST', HUZHOU, 'stage-passed', 'HRSS_M', 'recommend-case', 'HRSS_M', 'MID_OFFICE'],
  ] as const)(
    '[CASE-141] %s: closed without the letter, open with it',
    (chain, plan, kind, stage, step, by, before) => {
      const history = unmandated(chain, kind, stage, plan)
      const on = command(history, step, chain)
      const refusal = { kind: 'mandate-first', stage: by, org: orgFor(by), before }
      expect(history.asks(officerAt(stage), on)).toEqual({ ok: false, refusal })
      history.does(officerAt(by), command(history, 'issue-mandate', chain))
      expect(history.case.mandate).toEqual({ ...LETTER, stage: by, org: orgFor(by) })
      expect(history.case.state).toMatchObject({ kind, stage })
      expect(stageOf(history.does(officerAt(stage), on).case.state)).toBe(before)
    },
  )

  test('[CASE-141] a plan that asks for none, and a chain that its rule is not about, ask for none', () => {
    for (const [plan, chain] of [
      [{ ...SENIOR, mandate: null }, 'B-MUNI'],
      [HUZHOU, 'D-MAIN'],
    ] as const) {
      const history = walkTo(new CaseHistory(plan, SET).submitted(), chain, 'certified')
      expect(history.facts.some(({ kind }) => kind === 'review-mandated')).toBe(false)
    }
  })
})

describe('when', () => {
  test('[CASE-142] from when its office has passed the case until the committee has it, and never before or after', () => {
    const taken: string[] = []
    const history = new CaseHistory(SENIOR, SET).submitted()
    walkTo(history, 'B-MUNI', 'certified')
    const ahead = new CaseHistory(SENIOR, SET)
    for (const fact of history.facts) {
      ahead.replay([fact])
      const { state } = ahead.case
      if (mayBeMandated(ahead.case, SENIOR)) taken.push(`${state.kind} ${stageOf(state) ?? ''}`)
    }
    expect([...new Set(taken)]).toEqual([
      'stage-passed DEPT_M',
      'stage-pending HRSS_M',
      'stage-passed HRSS_M',
      'stage-pending MID_OFFICE',
      'stage-passed MID_OFFICE',
      'fee-due MID_MEETING',
      'awaiting-meeting MID_MEETING',
      'meeting-pending MID_MEETING',
      'meeting-passed MID_MEETING',
    ])
  })

  test('[CASE-142] a later letter takes the place of the first, and one that another round begins without is gone', () => {
    const history = unmandated('B-MUNI', 'stage-passed', 'DEPT_M')
    const first = command(history, 'issue-mandate', 'B-MUNI')
    history.does(officerAt('DEPT_M'), first)
    history.does(officerAt('DEPT_M'), { ...first, number: '绍市环委〔2022〕9号' } as typeof first)
    expect(history.case.mandate?.number).toBe('绍市环委〔2022〕9号')
    history.does(officerAt('DEPT_M'), command(history, 'recommend-case', 'B-MUNI'))
    history.does(officerAt('HRSS_M'), command(history, 'return-from-stage', 'B-MUNI'))
    history.does(OWNER, command(history, 'resubmit-application', 'B-MUNI'))
    expect(history.case.state.kind).toBe('emp-pending')
    expect(history.case.mandate).toBeNull()
  })

  test('[CASE-142] one of content that has changed since moves nothing', () => {
    const history = unmandated('B-MUNI', 'stage-passed', 'DEPT_M')
    const asked = { ...command(history, 'issue-mandate', 'B-MUNI'), digest: 'another' } as ReturnType<typeof command>
    expect(history.asks(officerAt('DEPT_M'), asked)).toMatchObject({ refusal: { kind: 'submission-moved-on' } })
  })
})

test.each([
  ['number', ' '],
  ['number', '号'.repeat(61)],
  ['committee', ''],
  ['grounds', '无'],
  ['grounds', '因'.repeat(501)],
  ['handler', ''],
  ['on', '2022-02-30'],
  ['on', ''],
] as const)(
  '[CASE-143] a letter says its number, to whom, why, by whom and of which day: %s “%s” is refused',
  (field, value) => {
    const history = unmandated('B-MUNI', 'stage-passed', 'DEPT_M')
    const asked = { ...command(history, 'issue-mandate', 'B-MUNI'), [field]: value } as ReturnType<typeof command>
    expect(history.asks(officerAt('DEPT_M'), asked)).toEqual({
      ok: false,
      refusal: { kind: 'letter-malformed', field },
    })
  },
)

describe('a plan that asks for a letter', () => {
  const rule = { issuedBy: ['DEPT_M'], before: 'SR_OFFICE', note: '' } as const
  const plan = (stages: readonly StageCode[], mandate: object = rule) =>
    ({ ...SENIOR, chains: [{ code: 'X', appliesTo: '全部', stages: [...stages] }], mandate }) as Plan
  test.each([
    ['nobody on the chain issues it', ['EMP', 'DEPT_C', 'SR_OFFICE'], rule, 'nobody-issues'],
    ['a fee issues nothing', ['EMP', 'FEE', 'DEPT_M', 'SR_OFFICE'], { ...rule, issuedBy: ['FEE'] }, 'nobody-issues'],
    ['it would come after', ['EMP', 'SR_OFFICE', 'DEPT_M'], rule, 'issued-too-late'],
    ['money leads there by itself', ['EMP', 'DEPT_M', 'FEE', 'SR_OFFICE'], rule, 'not-after-a-decision'],
    [
      'a chain it names never comes there',
      ['EMP', 'DEPT_M', 'HRSS_M'],
      { ...rule, chains: ['X'] },
      'not-after-a-decision',
    ],
    ['a chain that never comes there', ['EMP', 'DEPT_M', 'HRSS_M'], rule, null],
    ['all is well', ['EMP', 'DEPT_M', 'HRSS_M', 'SR_OFFICE'], rule, null],
  ] as const)('[CASE-144] %s', (_, stages, mandate, fault) => {
    expect(mandateFault(plan(stages, mandate), 'X')).toBe(fault)
  })

  test('[CASE-144] those of the notices are sound', () => {
    for (const one of [SENIOR, HUZHOU, MID]) {
      for (const { code } of one.chains) expect(mandateFault(one, code), code).toBeNull()
    }
  })
})
