import { isShownTo } from '@yejibu/shared/case/visible-facts'
import { BUILT_IN_PLANS } from '@yejibu/shared/plan/plans/built-in-plans'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { CaseHistory, CLERK, OWNER, officerAt, orgFor } from '@yejibu/shared/testing/case-history'
import { walk, walkTo } from '@yejibu/shared/testing/case-walk'
import { describe, expect, test } from 'vitest'
import { eventsOf, stationsOf } from './case-course.ts'

const PLAN = shaoxingEcology2022Mid({ open: '2022-05-01T00:00:00+08:00', close: '2022-06-01T00:00:00+08:00' })
const CHAIN = PLAN.chains[0]?.code ?? ''
const FIRST = PLAN.chains[0]?.stages[1] ?? 'DEPT_C'
const history = () => new CaseHistory(PLAN, { review: 18_000 }).submitted()
/** What the feed sends her. */
const seen = ({ facts }: CaseHistory) => facts.filter((fact) => isShownTo('owner', OWNER, fact))
const standingOf = (of: CaseHistory) => stationsOf(seen(of), PLAN).map(({ key, standing }) => `${key} ${standing}`)
const here = (of: CaseHistory) =>
  stationsOf(seen(of), PLAN).filter(({ standing }) => !['done', 'ahead'].includes(standing))

describe('the stations of a case', () => {
  test('[CLIENT-345] before the report the employer is known, and what follows only where the plan has one way', () => {
    expect(standingOf(history()).slice(0, 3)).toEqual(['review here', 'notice ahead', 'report ahead'])
    expect(PLAN.chains.length).toBeGreaterThan(1)
    expect(standingOf(history()).at(-1)).toBe('later ahead')
    const [only] = PLAN.chains
    if (!only) throw new Error('the plan has chains')
    expect(
      stationsOf(seen(history()), { ...PLAN, chains: [only] })
        .slice(3)
        .map(({ key }) => key),
    ).toEqual(only.stages.slice(1))
  })

  test('[CLIENT-345] the case stands at exactly one station on all its way, never behind where it was', () => {
    const of = history()
    let furthest = 0
    walk(of, CHAIN, () => {
      const stations = stationsOf(seen(of), PLAN)
      const open = stations.filter(({ standing }) => standing === 'here')
      const isOver = of.case.state.kind === 'certified'
      expect(open.length).toBe(isOver ? 0 : 1)
      const at = isOver ? stations.length : stations.findIndex(({ standing }) => standing === 'here')
      expect(at).toBeGreaterThanOrEqual(furthest)
      furthest = at
      return false
    })
    expect(of.case.state.kind).toBe('certified')
    expect(stationsOf(seen(of), PLAN).every(({ standing }) => standing === 'done')).toBe(true)
  })

  test('[CLIENT-345] what was returned waits at its station for its owner; what ended says where', () => {
    const returned = walkTo(history(), CHAIN, 'stage-pending', FIRST)
    const digest = returned.case.filed?.digest ?? ''
    returned.does(officerAt(FIRST), { kind: 'return-from-stage', digest, stage: FIRST, reason: '缺少聘书。' })
    expect(here(returned)).toEqual([{ key: FIRST, org: orgFor(FIRST), standing: 'returned' }])
    const withdrawn = walkTo(history(), CHAIN, 'fee-due')
    const [before] = here(withdrawn)
    withdrawn.does(OWNER, { kind: 'withdraw-application', digest })
    expect(here(withdrawn)).toEqual([{ ...before, standing: 'stopped' }])
  })

  test('[CLIENT-345] every other chain of the plans is walked as well', () => {
    const window = { open: '2022-05-01T00:00:00+08:00', close: '2022-06-01T00:00:00+08:00' }
    for (const build of Object.values(BUILT_IN_PLANS)) {
      const plan = build(window)
      for (const { code, stages } of plan.chains) {
        const of = new CaseHistory(plan, Object.fromEntries(plan.fees.map((fee) => [fee.code, 10_000]))).submitted()
        walk(of, code)
        const stations = stationsOf(seen(of), plan)
        expect(stations.map(({ key }) => key)).toEqual(['review', 'notice', 'report', ...stages.slice(1)])
        expect(stations.every(({ standing }) => standing === 'done')).toBe(true)
      }
    }
  })
})

describe('what happened', () => {
  test('[CLIENT-346] is told with who, when and in whose words; the panel and its vote are not in it', () => {
    const of = history()
    walk(of, CHAIN)
    const events = eventsOf(seen(of))
    expect(events[0]).toMatchObject({ word: 'application-submitted', by: 'owner', at: of.facts[0]?.at })
    const passed = events.find(({ word, stage }) => word === 'stage-passed' && stage === FIRST)
    expect(passed).toMatchObject({ by: 'office', org: orgFor(FIRST) })
    expect(passed?.text).not.toBe('')
    expect(events.at(-1)).toMatchObject({ word: 'certificate-issued', values: { number: expect.any(String) } })
    const everything = eventsOf(of.facts)
    expect(everything.map(({ word }) => word)).toEqual(events.map(({ word }) => word))
    expect(JSON.stringify(everything)).not.toMatch(/expert-|officer-/)
  })

  test('[CLIENT-346] an employer that returned it is named as such, with the reason whole', () => {
    const of = history()
    const digest = of.case.filed?.digest ?? ''
    const line = Object.keys(of.case.filed?.lines ?? {})[0] ?? ''
    const check = { line, verdict: 'wrong', remark: '请补充页码。' } as const
    of.does(
      CLERK,
      { kind: 'open-submission', digest },
      { kind: 'check-lines', digest, checks: [check] },
      { kind: 'return-submission', digest, reason: '请按标注修改后再交。' },
    )
    expect(eventsOf(seen(of)).map(({ word, by, text }) => [word, by, text])).toEqual([
      ['application-submitted', 'owner', ''],
      ['submission-opened', 'employer', ''],
      ['submission-returned', 'employer', '请按标注修改后再交。'],
    ])
  })
})
