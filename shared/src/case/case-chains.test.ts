import { describe, expect, test } from 'vitest'
import type { Plan } from '../plan/plan.ts'
import { huzhou2020Mid } from '../plan/plans/huzhou-2020-mid.ts'
import {
  jinhuaConstruction2023JuniorDetermination,
  jinhuaConstruction2023JuniorReview,
  jinhuaConstruction2023Mid,
  jinhuaConstruction2023MidDetermination,
} from '../plan/plans/jinhua-construction-2023.ts'
import { shaoxingEcology2022Mid } from '../plan/plans/shaoxing-ecology-2022-mid.ts'
import { zhejiangEcology2022Senior } from '../plan/plans/zhejiang-ecology-2022-senior.ts'
import { CaseHistory, REGISTER } from '../testing/case-history.ts'
import { walk } from '../testing/case-walk.ts'
import { chainProblems, routeOf } from './chain.ts'

const WINDOW = { open: '2023-09-01T08:30:00+08:00', close: '2023-10-31T17:30:00+08:00' }
const MID = shaoxingEcology2022Mid(WINDOW)
const SENIOR = zhejiangEcology2022Senior(WINDOW)
const JINHUA = jinhuaConstruction2023Mid(WINDOW)
const HUZHOU = huzhou2020Mid(WINDOW)
/** Amounts that the notices do not state, in fen. */
const SET = { review: 18_000, midToSeniorFee: 8_000 }

const REPORTED = ['emp-pending', 'emp-pending', 'emp-passed', 'notice-running', 'notice-cleared']
const reviewed = (...stages: string[]) => stages.flatMap((stage) => [`stage-pending ${stage}`, `stage-passed ${stage}`])
/** Passed, then its letter (评审委托书), then recommended. */
const entrusted = (stage: string) => [...reviewed(stage), `stage-passed ${stage}`]
const met = (stage: string) => [`meeting-pending ${stage}`, `meeting-passed ${stage}`]
const FORM = ['form-due FORM', 'form-due FORM']
const CERTIFIED = ['announced ANNOUNCE', 'certified']
const RESULT = ['result-notice-running RESULT_PUB', ...CERTIFIED]
const JINHUA_UP = [
  ...reviewed('HRSS_C'),
  'awaiting-meeting JR_INTERVIEW',
  'interview-pending JR_INTERVIEW',
  'interview-done JR_MEETING',
  ...met('JR_MEETING'),
  ...reviewed('MID_OFFICE', 'HRSS_M'),
  'list-notice-running QUAL_PUB',
  'fee-due FEE',
  ...FORM,
  'form-delivered INTERVIEW',
  'interview-pending INTERVIEW',
  'interview-done MID_MEETING',
  ...met('MID_MEETING'),
  ...CERTIFIED,
]
const SENIOR_END = [
  ...reviewed('SR_OFFICE'),
  'fee-due FEE',
  ...FORM,
  'form-delivered INTERVIEW',
  'interview-pending INTERVIEW',
  'interview-done SR_MEETING',
  ...met('SR_MEETING'),
  ...RESULT,
]
const MID_MEETING_CHARGED = ['fee-due MID_MEETING', 'awaiting-meeting MID_MEETING', ...met('MID_MEETING')]
const ENDS_AT_MID = ['fee-due FEE', ...FORM, 'form-delivered MID_MEETING', ...met('MID_MEETING')]

const WAYS: readonly (readonly [string, Plan, readonly string[]])[] = [
  ['A-MUNI', MID, [...reviewed('DEPT_M', 'HRSS_M', 'MID_OFFICE'), ...ENDS_AT_MID, ...RESULT]],
  ['A-COUNTY', MID, [...reviewed('DEPT_C', 'HRSS_C', 'DEPT_M', 'HRSS_M', 'MID_OFFICE'), ...ENDS_AT_MID, ...RESULT]],
  ['A-PROV-OWN', MID, [...reviewed('MID_OFFICE', 'SR_OFFICE'), 'handed-over']],
  ['A-PROV-NONE', MID, [...reviewed('DEPT_P', 'ECO_HR'), 'handed-over']],
  [
    'B-MUNI',
    SENIOR,
    [...entrusted('DEPT_M'), ...reviewed('HRSS_M', 'MID_OFFICE'), ...MID_MEETING_CHARGED, ...SENIOR_END],
  ],
  [
    'B-COUNTY',
    SENIOR,
    [
      ...reviewed('DEPT_C', 'HRSS_C'),
      ...entrusted('DEPT_M'),
      ...reviewed('HRSS_M', 'MID_OFFICE'),
      ...MID_MEETING_CHARGED,
      ...SENIOR_END,
    ],
  ],
  ['B-PROV-OWN', SENIOR, [...entrusted('MID_OFFICE'), ...SENIOR_END]],
  ['B-PROV-NONE', SENIOR, [...entrusted('DEPT_P'), ...reviewed('ECO_HR'), ...SENIOR_END]],
  ['C-MID', JINHUA, [...reviewed('JR_OFFICE'), ...JINHUA_UP]],
  ['C-TALENT', JINHUA, [...reviewed('TALENT', 'JR_OFFICE'), ...JINHUA_UP]],
  [
    'C-MID-PROSE',
    JINHUA,
    [
      ...reviewed('DEPT_C', 'HRSS_C'),
      'awaiting-meeting JR_MEETING',
      ...met('JR_MEETING'),
      ...reviewed('MID_OFFICE', 'HRSS_M'),
      ...ENDS_AT_MID,
      ...CERTIFIED,
    ],
  ],
  [
    'C-JR-REVIEW',
    jinhuaConstruction2023JuniorReview(WINDOW),
    [
      ...reviewed('JR_OFFICE'),
      'fee-due FEE',
      ...FORM,
      'form-delivered JR_MEETING',
      ...met('JR_MEETING'),
      ...reviewed('HRSS_M'),
      'awaiting-announcement ANNOUNCE',
      ...CERTIFIED,
    ],
  ],
  [
    'C-JR-INIT',
    jinhuaConstruction2023JuniorDetermination(WINDOW),
    ['stage-pending DEPT_M', ...reviewed('HRSS_M'), 'awaiting-announcement ANNOUNCE', ...CERTIFIED],
  ],
  [
    'C-MID-INIT',
    jinhuaConstruction2023MidDetermination(WINDOW),
    [...reviewed('DEPT_M'), 'stage-pending HRSS_M', ...CERTIFIED],
  ],
  ['D-MAIN', HUZHOU, [...reviewed('DEPT_C', 'HRSS_C', 'CENTER', 'MID_OFFICE'), ...ENDS_AT_MID, ...CERTIFIED]],
  ['D-HRSS', HUZHOU, [...reviewed('HRSS_C', 'CENTER', 'MID_OFFICE'), ...ENDS_AT_MID, ...CERTIFIED]],
  [
    'D-ENTRUST',
    HUZHOU,
    [...reviewed('HRSS_C'), ...entrusted('HRSS_M'), ...reviewed('MID_OFFICE'), ...ENDS_AT_MID, ...CERTIFIED],
  ],
]

describe('every chain of the four notices', () => {
  test.each(WAYS)('[CASE-9] %s runs from submission to its last stage', (chain, plan, way) => {
    const history = new CaseHistory(plan, SET).submitted()
    expect(walk(history, chain)).toEqual([...REPORTED, ...way])
  })

  test('[CASE-9] no chain of the notices was left out, and none is malformed', () => {
    const plans = new Set(WAYS.map(([, plan]) => plan))
    const chains = [...plans].flatMap((plan) => plan.chains.map((chain) => ({ plan, chain })))
    expect(chains.map(({ chain }) => chain.code).sort()).toEqual(WAYS.map(([code]) => code).sort())
    for (const { plan, chain } of chains) expect(chainProblems(plan, chain.stages), chain.code).toEqual([])
  })
})

describe('the route', () => {
  test('[CASE-9] is refused by a chain that the plan has not, and where a review has no office', () => {
    expect(routeOf(MID, 'B-MUNI', 'yuecheng', REGISTER)).toMatchObject({ refusal: { kind: 'no-such-chain' } })
    const without = REGISTER.filter((seat) => seat.stage !== 'HRSS_M')
    expect(routeOf(MID, 'A-MUNI', 'yuecheng', without)).toEqual({
      ok: false,
      refusal: { kind: 'no-office-for', stages: ['HRSS_M'] },
    })
  })

  test('[CASE-9] goes by the acceptance point, and to the committee’s own office where nobody else is named', () => {
    const own = REGISTER.filter((seat) => ['DEPT_M', 'MID_OFFICE'].includes(seat.stage))
    const [keqiao, yuecheng] = ['keqiao', 'yuecheng'].map((point) => {
      const org = `hrss-${point}` as (typeof own)[number]['org']
      return { stage: 'HRSS_M' as const, org, acceptancePoints: [point] }
    })
    if (!keqiao || !yuecheng) throw new Error('two points')
    const route = routeOf(MID, 'A-MUNI', 'keqiao', [...own, yuecheng, keqiao])
    if (!route.ok) throw new Error(JSON.stringify(route.refusal))
    expect(route.value.stops.find((stop) => stop.stage === 'HRSS_M')?.org).toBe('hrss-keqiao')
    expect(route.value.stops.find((stop) => stop.stage === 'CERT')?.org).toBe('sx-eco-office')
    expect(routeOf(MID, 'A-MUNI', 'xinchang', [...own, yuecheng, keqiao])).toMatchObject({
      refusal: { kind: 'no-office-for', stages: ['HRSS_M'] },
    })
  })

  test('[CASE-9] a chain that no case could finish is refused by what is wrong with it', () => {
    expect(chainProblems(MID, ['DEPT_M'])).toContain('employer-first')
    expect(chainProblems(MID, ['EMP', 'HRSS_M', 'HRSS_M'])).toContain('stage-twice')
    expect(chainProblems(MID, ['EMP', 'FEE', 'QUAL_PUB', 'HRSS_M'])).toContain('list-notice-after-review')
    expect(chainProblems(MID, ['EMP', 'INTERVIEW', 'HRSS_M'])).toContain('interview-before-meeting')
    expect(chainProblems(MID, ['EMP', 'HRSS_M', 'RESULT_PUB', 'ANNOUNCE', 'CERT'])).toContain(
      'result-notice-after-meeting',
    )
    expect(chainProblems(MID, ['EMP', 'MID_MEETING', 'ANNOUNCE'])).toContain('announcement-then-certificate')
    expect(chainProblems(MID, ['EMP', 'HRSS_M', 'FEE'])).toContain('ends-open')
    expect(chainProblems(MID, ['EMP', 'HRSS_M', 'ANNOUNCE', 'CERT'])).toContain('nobody-decides')
    const determination = { mode: 'initial-determination', level: 'mid' } as const
    expect(chainProblems(determination, ['EMP', 'DEPT_M', 'ANNOUNCE', 'CERT'])).toContain('nobody-decides')
  })
})
