import type { Actor } from '@yejibu/shared/account/actor'
import { TERMINAL } from '@yejibu/shared/case/case-state'
import type { Plan } from '@yejibu/shared/plan/plan'
import {
  jinhuaConstruction2023JuniorDetermination,
  jinhuaConstruction2023Mid,
  jinhuaConstruction2023MidDetermination,
} from '@yejibu/shared/plan/plans/jinhua-construction-2023'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { zhejiangEcology2022Senior } from '@yejibu/shared/plan/plans/zhejiang-ecology-2022-senior'
import { STAGE_CODES } from '@yejibu/shared/plan/stage-code'
import { CaseHistory, EXPERTS, LEAD, OWNER, officerAt, STRANGER } from '@yejibu/shared/testing/case-history'
import { moveOf, stepFrom, walkTo } from '@yejibu/shared/testing/case-walk'
import { describe, expect, test } from 'vitest'
import { expertSteps } from '../panel/expert-steps.ts'
import { problemOf } from './office-fields.ts'
import { stepsFor } from './office-steps.ts'
import { type OfficeStep, sampleOf } from './step.ts'

const WINDOW = { open: '2023-09-01T08:30:00+08:00', close: '2023-10-31T17:30:00+08:00' }
const MID = shaoxingEcology2022Mid(WINDOW)
const CHAINS: readonly (readonly [string, Plan])[] = [
  ['A-MUNI', MID],
  ['A-COUNTY', MID],
  ...zhejiangEcology2022Senior(WINDOW).chains.map(({ code }) => [code, zhejiangEcology2022Senior(WINDOW)] as const),
  ...jinhuaConstruction2023Mid(WINDOW).chains.map(({ code }) => [code, jinhuaConstruction2023Mid(WINDOW)] as const),
  ['C-JR-INIT', jinhuaConstruction2023JuniorDetermination(WINDOW)],
  ['C-MID-INIT', jinhuaConstruction2023MidDetermination(WINDOW)],
]
const FEES = { review: 18_000, midToSeniorFee: 8_000 }

function stepsOf(history: CaseHistory, actor: Actor): readonly OfficeStep[] {
  const { filed } = history.case
  if (!filed) return []
  return stepsFor({ ...history.case, filed }, { actor, plan: history.plan, now: history.now })
}

const kinds = (steps: readonly OfficeStep[]) => steps.map(({ kind }) => kind)

/** To the end, by steps of the page wherever it is an office's turn. @returns what the page offered the office on the way */
function walkByPage(history: CaseHistory, chain: string): readonly string[] {
  const taken: string[] = []
  for (let i = 0; i < 200 && !TERMINAL.includes(history.case.state.kind); i++) {
    const [actor, kind, days = 0] = stepFrom(history)
    history.later(days)
    const step = actor === 'relay' ? undefined : stepsOf(history, actor).find((one) => one.kind === kind)
    if (step && actor !== 'relay') {
      history.does(actor, step.command(sampleOf(step.fields), history.now))
      taken.push(kind)
    } else history.does(actor, moveOf(history, chain, kind))
  }
  return taken
}

describe('the steps that a page offers', () => {
  test.each(CHAINS)(
    '[CLIENT-320] every office of chain %s is offered the step that leads on, and the rules take it',
    (chain, plan) => {
      const history = new CaseHistory(plan, FEES).submitted()
      const taken = walkByPage(history, chain)
      expect(['certified', 'handed-over']).toContain(history.case.state.kind)
      const route = history.case.route?.stops.map(({ stage }) => stage) ?? []
      // Only the roster is put together elsewhere, and only the relay's clock ends a notice.
      expect(taken.length).toBeGreaterThanOrEqual(route.length - 2)
    },
  )

  test('[CLIENT-320] nobody is offered a step at a place that is not hers, nor on her own application', () => {
    const history = walkTo(new CaseHistory(MID, FEES).submitted(), 'A-MUNI', 'stage-pending', 'DEPT_M')
    expect(kinds(stepsOf(history, officerAt('DEPT_M')))).toEqual(['pass-stage', 'return-from-stage', 'reject-at-stage'])
    for (const stage of STAGE_CODES.filter((one) => one !== 'DEPT_M' && one !== 'EMP')) {
      const offered = kinds(stepsOf(history, officerAt(stage)))
      expect(
        offered.filter((kind) => kind !== 'void-application'),
        stage,
      ).toEqual([])
    }
    for (const actor of [STRANGER, OWNER, LEAD]) expect(stepsOf(history, actor)).toEqual([])
  })

  test('[CLIENT-320] a determining office determines, and a list that must be posted is posted instead of recommended', () => {
    const plan = jinhuaConstruction2023MidDetermination(WINDOW)
    const initial = walkTo(new CaseHistory(plan).submitted(), 'C-MID-INIT', 'stage-pending', 'HRSS_M')
    expect(kinds(stepsOf(initial, officerAt('HRSS_M')))).toContain('determine-title')
    expect(kinds(stepsOf(initial, officerAt('HRSS_M')))).not.toContain('pass-stage')
    const mid = jinhuaConstruction2023Mid(WINDOW)
    const listed = walkTo(new CaseHistory(mid, FEES).submitted(), mid.chains[0]?.code ?? '', 'stage-passed', 'HRSS_M')
    expect(kinds(stepsOf(listed, officerAt('HRSS_M')))).toContain('post-list')
    expect(kinds(stepsOf(listed, officerAt('HRSS_M')))).not.toContain('recommend-case')
  })

  test('[CLIENT-320] a result is announced when its notice is over, and before that the page says until when it runs', () => {
    const history = walkTo(new CaseHistory(MID, FEES).submitted(), 'A-MUNI', 'result-notice-running')
    const announce = () => stepsOf(history, officerAt('RESULT_PUB')).find(({ kind }) => kind === 'announce-result')
    expect(announce()?.whyNot).toMatchObject({ kind: 'notice-still-running' })
    history.later(16)
    expect(announce()?.whyNot).toBeNull()
  })

  test('[CLIENT-320] a payment that came is refunded by its receipt, also when the case has moved on', () => {
    const history = walkTo(new CaseHistory(MID, FEES).submitted(), 'A-MUNI', 'form-due')
    const refund = stepsOf(history, officerAt('FEE')).find(({ kind }) => kind === 'refund-payment')
    expect(refund?.about).toBe('收据-001')
    expect(kinds(stepsOf(history, officerAt('DEPT_M')))).toEqual([])
  })

  test('[CLIENT-519] giving money back is offered to the office that charged it, not to an HR bureau whose books it never was in', () => {
    const history = walkTo(new CaseHistory(MID, FEES).submitted(), 'A-MUNI', 'form-due')
    expect(kinds(stepsOf(history, officerAt('HRSS_M')))).toEqual(['void-application'])
    expect(kinds(stepsOf(history, officerAt('FEE')))).toContain('refund-payment')
  })

  test('[CLIENT-321] an expert of the panel gives her view or stands aside, and after that does neither', () => {
    const history = walkTo(new CaseHistory(MID, FEES).submitted(), 'A-MUNI', 'meeting-pending')
    const offered = (actor: Actor) => {
      const { filed } = history.case
      return filed ? expertSteps({ ...history.case, filed }, { actor, plan: MID, now: history.now }) : []
    }
    const [expert = OWNER] = EXPERTS
    expect(kinds(offered(expert))).toEqual(['give-view', 'recuse'])
    for (const actor of [STRANGER, OWNER, officerAt('MID_MEETING')]) expect(offered(actor)).toEqual([])
    history.does(expert, { kind: 'recuse', reason: '与申报人同一单位' })
    expect(offered(expert)).toEqual([])
  })
})

describe('what is filled in', () => {
  test('[CLIENT-322] what is missing is told by field before anything is asked', () => {
    const words = { kind: 'words', name: 'opinion' } as const
    expect(problemOf(words, {})).toBe('words')
    expect(problemOf(words, { opinion: ' 好 ' })).toBe('words')
    expect(problemOf(words, { opinion: '同意' })).toBeNull()
    const checklist = { kind: 'checklist', checks: ['seniority', 'credit'] } as const
    expect(problemOf(checklist, { 'check/seniority': 'met' })).toBe('checklist')
    expect(problemOf(checklist, { 'check/seniority': 'met', 'check/credit': 'not-applicable' })).toBeNull()
    const copies = { kind: 'count', name: 'copies', least: 3, most: 20 } as const
    for (const text of ['', '2', '21', '3.5', '-3', '三'])
      expect(problemOf(copies, { copies: text }), text).toBe('count')
    expect(problemOf(copies, { copies: '3' })).toBeNull()
    const day = { kind: 'day', name: 'paidOn', max: '2022-10-01' } as const
    for (const text of ['', '2022-10-02', '2022-02-30']) expect(problemOf(day, { paidOn: text }), text).toBe('day')
    expect(problemOf(day, { paidOn: '2022-09-30' })).toBeNull()
    expect(problemOf({ kind: 'seals', seals: ['单位', '部门'] }, { 'seal/单位': 'yes' })).toBe('seals')
    expect(problemOf({ kind: 'files', name: 'evidence' }, { evidence: '' })).toBe('files')
  })
})
