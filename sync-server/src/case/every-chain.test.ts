/**
 * Every chain of the four notices, as people go it: by commands at the relay's own doors, from the submission to the certificate or to the
 * committee that it is handed to, and then looked up by its printed code as anybody may.
 */
import type { FieldValues } from '@yejibu/shared/archive/item'
import { stageOf, TERMINAL } from '@yejibu/shared/case/case-state'
import type { Plan } from '@yejibu/shared/plan/plan'
import { huzhou2020Mid } from '@yejibu/shared/plan/plans/huzhou-2020-mid'
import {
  jinhuaConstruction2023JuniorDetermination,
  jinhuaConstruction2023JuniorReview,
  jinhuaConstruction2023Mid,
  jinhuaConstruction2023MidDetermination,
} from '@yejibu/shared/plan/plans/jinhua-construction-2023'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { zhejiangEcology2022Senior } from '@yejibu/shared/plan/plans/zhejiang-ecology-2022-senior'
import { CaseHistory } from '@yejibu/shared/testing/case-history'
import { walk } from '@yejibu/shared/testing/case-walk'
import { readyArchive } from '@yejibu/shared/testing/ready-archive'
import { afterEach, describe, expect, test } from 'vitest'
import { checkCode } from '../forms/check-code.ts'
import { accepted, CASE_APPLICATION, CaseStage, COMMITTEE, type Playing } from '../testing/case-stage.ts'

let on: CaseStage | undefined
afterEach(async () => {
  await on?.close()
  on = undefined
})

const inYear = (year: number) => ({ open: `${year}-09-01T08:30:00+08:00`, close: `${year}-10-31T17:30:00+08:00` })

const ASSISTANT = (appointed: string): FieldValues => ({
  currentTitleName: '助理工程师',
  titleAppointedYm: appointed,
  employerNature: 'institution',
})

/** A notice with the person who meets it; its committee's office is in the relay. */
function playing(plan: Plan, years: readonly number[], profile: FieldValues = {}): Playing {
  return {
    plan: { ...plan, committee: { ...plan.committee, orgId: COMMITTEE } },
    archive: readyArchive('xumingchuan', { years, profile }),
  }
}

const NOTICES: readonly Playing[] = [
  playing(shaoxingEcology2022Mid(inYear(2022)), [2019, 2020, 2021]),
  playing(zhejiangEcology2022Senior(inYear(2022)), [2019, 2020, 2021]),
  ...[
    jinhuaConstruction2023Mid,
    jinhuaConstruction2023JuniorReview,
    jinhuaConstruction2023JuniorDetermination,
    jinhuaConstruction2023MidDetermination,
  ].map((notice) => playing(notice(inYear(2023)), [2020, 2021, 2022], ASSISTANT('201812'))),
  playing(huzhou2020Mid(inYear(2020)), [2016, 2017, 2018, 2019], ASSISTANT('201512')),
]

/** Amounts that the notices do not state, in fen. */
const UNSTATED = { review: 18_000, midToSeniorFee: 8_000 }

/** These leave for the senior committee of the province, which the notice of another plan is about. */
const HANDED_OVER = ['A-PROV-OWN', 'A-PROV-NONE']

const CHAINS = NOTICES.flatMap((notice) =>
  notice.plan.chains.map(({ code, appliesTo, stages }) => ({ code, appliesTo, stages, notice })),
)

test('[RELAY-200] the chains are those of the notices: municipal, county, provincial with and without a committee, 人才交流中心, both 初定, 委托', () => {
  expect(CHAINS.map(({ code }) => code).sort()).toEqual(
    [
      ...['A-MUNI', 'A-COUNTY', 'A-PROV-OWN', 'A-PROV-NONE'],
      ...['B-MUNI', 'B-COUNTY', 'B-PROV-OWN', 'B-PROV-NONE'],
      ...['C-MID', 'C-TALENT', 'C-MID-PROSE', 'C-JR-REVIEW', 'C-JR-INIT', 'C-MID-INIT'],
      ...['D-MAIN', 'D-HRSS', 'D-ENTRUST'],
    ].sort(),
  )
})

describe.each(CHAINS)('$code, $appliesTo', ({ code, stages, notice }) => {
  test('[RELAY-200] this chain is gone from the submission to its end by commands alone, each stage at its office, and anybody can look it up', async () => {
    const { plan } = notice
    const stage = await CaseStage.open(UNSTATED, notice)
    on = stage
    accepted(await stage.submit())
    const trail = await trailOf(stage, code)

    // The same stations as the rule's, which are held against the notices in `shared/src/case/case-chains.test.ts`.
    expect(trail).toEqual(walk(new CaseHistory(plan, UNSTATED).submitted(), code))
    expect(trail.at(-1)).toBe(HANDED_OVER.includes(code) ? 'handed-over' : 'certified')
    const { route } = await stage.kase()
    expect(route?.stops.map(({ stage }) => stage)).toEqual(stages.slice(1))

    const facts = await stage.facts()
    const last = facts.at(-1)
    if (!last) throw new Error('facts')
    const checked = await stage.stage.stranger().get(`/api/check/${checkCode(last)}`)
    const certificate = HANDED_OVER.includes(code) ? null : { number: 'Z330600202200001', isValid: true }
    expect(checked.body).toEqual({ isInLedger: true, at: last.at, plan: plan.title, certificate })
    expect((await (await stage.stage.as('xumingchuan')).get(`/api/cases/${CASE_APPLICATION}`)).status).toBe(200)
  })
})

/** Where it stood before each step, as the shared walk writes it down. */
async function trailOf(on: CaseStage, chain: string): Promise<readonly string[]> {
  const trail: string[] = []
  for (let steps = 0; steps < 60; steps++) {
    const { state } = await on.kase()
    const stage = stageOf(state)
    trail.push(stage ? `${state.kind} ${stage}` : state.kind)
    if (TERMINAL.includes(state.kind)) return trail
    await on.step(chain)
  }
  throw new Error(`goes round: ${trail.slice(-8).join(' → ')}`)
}
