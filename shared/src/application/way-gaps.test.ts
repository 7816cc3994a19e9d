import { describe, expect, test } from 'vitest'
import { ASKS } from '../plan/plan.ts'
import { huzhou2020Mid } from '../plan/plans/huzhou-2020-mid.ts'
import { jinhuaConstruction2023Mid } from '../plan/plans/jinhua-construction-2023.ts'
import { shaoxingEcology2022Mid } from '../plan/plans/shaoxing-ecology-2022-mid.ts'
import { NO_REVIEW } from '../review/review.ts'
import { type ReadyArchive, readyArchive } from '../testing/ready-archive.ts'
import { CONSTRUCTION_USUAL, HUZHOU_USUAL } from '../testing/usual-applicants.ts'
import { planGaps } from './way-gaps.ts'

const WINDOW = { open: '2022-09-01T08:30:00+08:00', close: '2022-10-31T17:30:00+08:00', asks: ASKS }
const SHAOXING = shaoxingEcology2022Mid(WINDOW)
const JINHUA = jinhuaConstruction2023Mid(WINDOW)
const HUZHOU = huzhou2020Mid(WINDOW)

const YEARS = [2020, 2021, 2022]
const builder = (profile: Record<string, string | null>): ReadyArchive =>
  readyArchive('chengyuan', { years: YEARS, profile: { ...CONSTRUCTION_USUAL.profile, ...profile } })
const codes = (gaps: ReturnType<typeof planGaps>) =>
  Object.fromEntries(gaps.ways.map(({ type, problems }) => [type, problems.map(({ code }) => code).join()]))
const nearest = (gaps: ReturnType<typeof planGaps>) => gaps.ways.filter((way) => way.isNearest).map(({ type }) => type)

describe('what each way of a plan still lacks', () => {
  test('[APP-100] each type is judged by its own rules, and what none escapes is told once', () => {
    const gaps = planGaps(
      JINHUA,
      builder({ titleAppointedYm: '202001', employerNature: 'stateOwned' }).history.review(),
    )
    expect(gaps.common).toEqual([])
    expect(codes(gaps)).toEqual({
      normal: 'V-TITLE-4Y',
      selfEval: '',
      transfer: '',
      directAbc: 'V-ABC',
      practiceCert: '',
      skilled: '',
    })
    const official = planGaps(JINHUA, builder({ employerNature: 'government' }).history.review())
    expect(official.common.map(({ code }) => code)).toEqual(['V-REQUIREMENT'])
  })

  test('[APP-100] the normal way is nearest for whom it is open, and not a month before', () => {
    const of = (titleAppointedYm: string) => nearest(planGaps(JINHUA, builder({ titleAppointedYm }).history.review()))
    expect(of('201912')).toEqual(['normal'])
    expect(of('202001')).not.toContain('normal')
    expect(of('202001')).toHaveLength(1)
  })

  test('[APP-100] names what one type asks for and another does not, never what all of them do', () => {
    const gaps = planGaps(JINHUA, builder({}).history.review())
    const papers = Object.fromEntries(gaps.ways.map((way) => [way.type, way.papers]))
    expect(papers.normal).toEqual([])
    expect(papers.directAbc?.some((title) => title.includes('直接ABC类申报审批表'))).toBe(true)
    for (const titles of Object.values(papers)) expect(titles.some((title) => title.includes('总结'))).toBe(false)
    const evaluating = gaps.ways.filter(({ recommenders }) => recommenders)
    expect(evaluating.map(({ type, recommenders }) => [type, recommenders?.count])).toEqual([['selfEval', 2]])
  })

  test('[APP-100] says how far the approved entries reach in the self-evaluation, on both sides of the threshold', () => {
    const ready = readyArchive()
    const score = (review: ReturnType<ReadyArchive['history']['review']>) =>
      planGaps(SHAOXING, review).ways.flatMap(({ type, score }) => (score ? [[type, score.total, score.isEnough]] : []))
    expect(score(ready.history.review())).toEqual([['selfEval', '0', false]])
    const evidence = [
      ready.history.revision('education-9', 'education', { eduLevel: 'doctor', graduationYm: '201406' }),
      ready.history.revision('work-9', 'work', { beginYm: '201407', countsAsSpecialty: 'yes' }),
      ready.history.revision('research-8', 'researchProject', { level: 'provincial', rank: '1' }),
      ready.history.revision('research-9', 'researchProject', { level: 'provincial', rank: '1' }),
      ready.history.revision('standard-9', 'standard', { level: 'industry', rank: '1' }),
      ready.history.revision('award-8', 'award', { level: 'municipal' }),
      ready.history.revision('honor-9', 'honor', { level: 'national' }),
      ...[1, 2].map((n) => ready.history.revision(`patent-${n}`, 'patent', { patentType: 'invention', rank: '1' })),
      ...[1, 2].map((n) => ready.history.revision(`sci-${n}`, 'paper', { indexing: 'sci' })),
    ]
    for (const one of evidence) ready.history.send(one).approve(one)
    expect(score(ready.history.review())).toEqual([['selfEval', '77', false]])
    const last = ready.history.revision('award-9', 'award', { level: 'county' })
    expect(score(ready.history.send(last).review())).toEqual([['selfEval', '77', false]])
    expect(score(ready.history.approve(last).review())).toEqual([['selfEval', '80', true]])
  })

  test('[APP-100] a ban closes every way; nothing is said of ways while the profile is not approved', () => {
    const review = readyArchive('mogan', { years: [2016, 2017, 2018, 2019], ...HUZHOU_USUAL }).history.review()
    expect(planGaps(HUZHOU, review).common).toEqual([])
    const banned = planGaps(HUZHOU, review, [{ from: 2018, until: 2020 }])
    expect(banned.common.map(({ code }) => code)).toEqual(['V-BAN'])
    const empty = planGaps(HUZHOU, NO_REVIEW)
    expect(empty.ways).toEqual([])
    expect(new Set(empty.common.map(({ code }) => code))).toEqual(new Set(['V-CE', 'V-ASSESS']))
  })
})
