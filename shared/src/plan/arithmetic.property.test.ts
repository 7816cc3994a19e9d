/** The arithmetic of tenure, hours and points holds whatever the numbers. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentOf } from '../archive/revision.ts'
import type { ItemId } from '../kernel/ids.ts'
import { addMonths, monthNumber, parseYearMonth } from '../kernel/year-month.ts'
import { eligibilityProblems, hoursLines } from './eligibility.ts'
import { huzhou2020Mid } from './plans/huzhou-2020-mid.ts'
import { jinhuaConstruction2023Mid } from './plans/jinhua-construction-2023.ts'
import { proposedClaims } from './score-proposal.ts'
import { indicatorsOf } from './score-table.ts'
import { reaches, scoreOf } from './self-score.ts'
import { ECOLOGY_80_DEMO } from './tables/ecology-80-demo.ts'
import { schoolingOf, tenureMonths } from './tenure.ts'

const WINDOW = { open: '2023-06-01T08:30:00+08:00', close: '2023-07-31T17:30:00+08:00' }
const JINHUA = jinhuaConstruction2023Mid(WINDOW)
const HUZHOU = huzhou2020Mid(WINDOW)

const month = fc
  .record({ year: fc.integer({ min: 1950, max: 2090 }), month: fc.integer({ min: 1, max: 12 }) })
  .map((m) => parseYearMonth(`${m.year}${String(m.month).padStart(2, '0')}`))
  .filter((m) => m !== null)
const day = fc.integer({ min: 1, max: 28 }).map((d) => String(d).padStart(2, '0'))

test('[PLAN-8] tenure grows by one month a month, whatever the day of the cutoff, and is never negative', () => {
  fc.assert(
    fc.property(month, month, day, (from, to, d) => {
      const cutoff = `${to.slice(0, 4)}-${to.slice(4)}-${d}`
      const months = tenureMonths(from, cutoff)
      expect(months).toBe(Math.max(0, monthNumber(to) - monthNumber(from)))
      const next = addMonths(to, 1)
      const later = tenureMonths(from, `${next.slice(0, 4)}-${next.slice(4)}-${d}`) ?? 0
      expect(later - (months ?? 0)).toBe(to >= from ? 1 : 0)
    }),
  )
  expect(tenureMonths('20191', '2023-12-31')).toBeNull()
})

test('[PLAN-8] four years are 48 months: whoever passes, passes with an earlier appointment too', () => {
  const breaks = (titleAppointedYm: string) =>
    eligibilityProblems(
      { ...JINHUA, assessmentRule: null },
      { type: 'normal', profile: { currentTitleName: '助理工程师', titleAppointedYm }, pulled: [] },
    ).length > 0
  fc.assert(
    fc.property(month, (appointed) => {
      expect(breaks(appointed)).toBe(appointed > '201912')
    }),
  )
})

test('[PLAN-8] schooling counts as the plan’s equivalence says, and the highest one counts', () => {
  const educated = (...levels: string[]) =>
    levels.map((eduLevel) => contentOf({ part: 'education', fields: { eduLevel }, evidence: [] }))
  const { educationEquivalence: map } = HUZHOU
  expect(schoolingOf(map, educated('technicianPreparatory'))).toBe('bachelor')
  expect(schoolingOf(map, educated('technicianAdvanced', 'secondary'))).toBe('college')
  expect(schoolingOf(map, educated('technicianIntermediate'))).toBe('secondary')
  expect(schoolingOf({}, educated('technicianIntermediate'))).toBe('technicianIntermediate')
  expect(schoolingOf(map, educated('college', 'doctor', 'master'))).toBe('doctor')
  expect(schoolingOf(map, [])).toBeNull()
})

test('[PLAN-4] hours add up to the same in any order and any split, exactly', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(parts, fc.constantFrom('specialty', 'generalPublic', 'industryPublic'), (tenths, subject) => {
      const pulled = tenths.map((t) =>
        contentOf({
          part: 'continuingEducation',
          fields: { year: '2018', subject, hours: String(t / 10) },
          evidence: [],
        }),
      )
      const sum = tenths.reduce((a, b) => a + b, 0)
      const of = (order: typeof pulled) => hoursLines(HUZHOU, order).find((line) => line.year === 2018)
      expect(of(pulled)).toMatchObject({ hours: String(sum / 10), isEnough: sum >= 900 })
      expect(of([...pulled].reverse())).toEqual(of(pulled))
    }),
  )
})

test('[PLAN-4] all listed years together, where a plan asks for that (“4年累计360”)', () => {
  const plan = {
    ...HUZHOU,
    assessmentRule: null,
    titleRule: null,
    ceRule: {
      years: [2016, 2017],
      minPerYear: 0,
      minSpecialtyPerYear: null,
      minPublicPerYear: null,
      minGeneralPublicPerYear: null,
      minIndustryPublicPerYear: null,
      minTogether: 180,
    },
  }
  const problems = (...hours: [string, string][]) =>
    eligibilityProblems(plan, {
      type: 'normal',
      profile: {},
      pulled: hours.map(([year, h]) =>
        contentOf({ part: 'continuingEducation', fields: { year, subject: 'specialty', hours: h }, evidence: [] }),
      ),
    })
  expect(problems(['2016', '20'], ['2017', '160'])).toEqual([])
  expect(problems(['2016', '20'], ['2017', '159.9'], ['2018', '90'])).toEqual([
    { code: 'V-CE-TOGETHER', severity: 'error', years: [2016, 2017], hours: '179.9', needed: 180 },
  ])
})

const entry = fc.oneof(
  fc.record({
    part: fc.constant('researchProject' as const),
    fields: fc.record({
      level: fc.constantFrom('national', 'provincial', 'municipal', 'county', 'other'),
      rank: fc.integer({ min: 1, max: 9 }).map(String),
    }),
  }),
  fc.record({
    part: fc.constant('paper' as const),
    fields: fc.record({ indexing: fc.constantFrom('sci', 'ei', 'core', 'cn', 'other') }),
  }),
  fc.record({
    part: fc.constant('honor' as const),
    fields: fc.record({ level: fc.constantFrom('national', 'provincial', 'municipal', 'county') }),
  }),
  fc.record({
    part: fc.constant('patent' as const),
    fields: fc.record({ patentType: fc.constantFrom('invention', 'utilityModel', 'software', 'design') }),
  }),
  fc.record({
    part: fc.constant('education' as const),
    fields: fc.record({ eduLevel: fc.constantFrom('doctor', 'master', 'bachelor', 'college') }),
  }),
)

test('[PLAN-10] every proposal holds, uses each entry once, and no indicator gives more than its cap', () => {
  const person = fc.record({
    schooling: fc.constantFrom('doctor', 'master', 'bachelor', 'college', null),
    specialtyYears: fc.nat(30),
  })
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 15 }), person, (entries, who) => {
      const items = entries.map(({ part, fields }, at) => ({
        item: `item-${at}` as ItemId,
        content: contentOf({ part, fields, evidence: [] }),
      }))
      const claims = proposedClaims(ECOLOGY_80_DEMO, items, who)
      const controls = ECOLOGY_80_DEMO.controls.map(({ code }) => code)
      const score = scoreOf(ECOLOGY_80_DEMO, { controls, claims, ranges: {} }, items, who)
      expect(score.problems).toEqual([])
      const used = claims.flatMap((c) => c.item ?? [])
      expect(new Set(used).size).toBe(used.length)
      for (const line of score.lines) {
        const cap = indicatorsOf(ECOLOGY_80_DEMO).find((i) => i.code === line.indicator)?.cap ?? 0
        expect(Number(line.counted)).toBeLessThanOrEqual(cap)
      }
      const sum = score.lines.reduce((total, line) => total + Math.round(Number(line.counted) * 10), 0)
      expect(score.total).toBe(String(sum / 10))
      expect(reaches(score.total, 80)).toBe(sum >= 800)
    }),
    { numRuns: 200 },
  )
})
