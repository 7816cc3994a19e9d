/**
 * What a plan asks of the person, judged from approved content alone (domain §4.8, §4.9, §7.3). The plan's own numbers are in every answer,
 * so that whoever reads it sees the rule and the distance to it.
 */
import type { FieldValues } from '../archive/item.ts'
import type { RevisionContent } from '../archive/revision.ts'
import { sectionByKey } from '../archive/sections.ts'
import { allHold, type Candidate } from './condition.ts'
import { applicationTypeOf, type Plan } from './plan.ts'
import { holdsTitle, schoolingOf, tenureMonths } from './tenure.ts'

type Severity = 'error' | 'warning'

export type EligibilityProblem =
  /** Hours as decimal text with at most one place. */
  | {
      readonly code: 'V-CE'
      readonly severity: Severity
      readonly year: number
      readonly subject: CeSubject
      readonly hours: string
      readonly needed: number
    }
  /** All listed years together. */
  | {
      readonly code: 'V-CE-TOGETHER'
      readonly severity: Severity
      readonly years: readonly number[]
      readonly hours: string
      readonly needed: number
    }
  /** `years` lack a result; `span` are asked for, the first being `from`. */
  | {
      readonly code: 'V-ASSESS'
      readonly severity: Severity
      readonly years: readonly number[]
      readonly span: number
      readonly from: number
    }
  /** Months whole; `months` is 0 for who does not hold the title or whose appointment is unknown. */
  | {
      readonly code: 'V-TITLE-4Y'
      readonly severity: Severity
      readonly typeName: string
      readonly previousTitle: string
      readonly years: number
      readonly months: number
      readonly needed: number
      readonly cutoff: string
    }
  | { readonly code: 'V-APPT-YEAR'; readonly severity: Severity }
  | { readonly code: 'V-ABC'; readonly severity: Severity }
  | { readonly code: 'V-REQUIREMENT'; readonly severity: Severity; readonly message: string }
  /** The first year in which she may apply again. */
  | { readonly code: 'V-BAN'; readonly severity: Severity; readonly until: number }

/** `total` is all three together, `public` both public ones. */
export type CeSubject = 'total' | 'specialty' | 'public' | 'generalPublic' | 'industryPublic'

/** In the order in which one looks at it: may I at all, my title, my hours, my assessments. */
export function eligibilityProblems(plan: Plan, candidate: Candidate): readonly EligibilityProblem[] {
  return [
    ...banProblems(plan, candidate),
    ...requirementProblems(plan, candidate),
    ...titleProblems(plan, candidate),
    ...hoursProblems(plan, candidate.pulled),
    ...assessmentProblems(plan, candidate.pulled),
  ]
}

/** V-BAN: closed for so many years from the year after the review (domain §4.7 discipline). */
function banProblems(plan: Plan, { falsifiedIn = [], bans = [] }: Candidate): EligibilityProblem[] {
  const years = plan.falsificationBanYears ?? null
  const open = bans.flatMap(({ from, until }) => (from <= plan.year && plan.year <= until ? [until + 1] : []))
  if (years !== null && falsifiedIn.length > 0) open.push(Math.max(...falsifiedIn) + years + 1)
  const until = Math.max(0, ...open)
  return plan.year < until ? [{ code: 'V-BAN', severity: 'error', until }] : []
}

function requirementProblems(plan: Plan, candidate: Candidate): EligibilityProblem[] {
  return (plan.requirements ?? []).flatMap(({ when, must, rule, severity, message }): EligibilityProblem[] => {
    if (!allHold(when, candidate) || allHold(must, candidate)) return []
    return rule === 'V-ABC' ? [{ code: rule, severity }] : [{ code: rule, severity, message: message ?? '' }]
  })
}

function titleProblems(plan: Plan, { type, profile, pulled }: Candidate): EligibilityProblem[] {
  const rule = plan.titleRule
  if (!rule || (rule.appliesTo && !rule.appliesTo.includes(type))) return []
  const problems: EligibilityProblem[] = []
  const tenure = titleTenure(plan, { type, profile, pulled })
  if (tenure && tenure.counted < tenure.needed) {
    const { previousTitle, years, counted: months, needed, cutoff } = tenure
    const typeName = applicationTypeOf(plan, type)?.name ?? ''
    problems.push({
      code: 'V-TITLE-4Y',
      severity: 'error',
      typeName,
      previousTitle,
      years,
      months,
      needed,
      cutoff,
    })
  }
  // That she still is, is asked in words (a question with the same rule); that she was by then, the archive knows.
  const appointedYear = Number((profile.titleAppointedYm ?? '').slice(0, 4))
  if (rule.mustBeAppointedThisYear && !(appointedYear >= 1900 && appointedYear <= plan.year)) {
    problems.push({ code: 'V-APPT-YEAR', severity: 'error' })
  }
  return problems
}

/** How long the title that a plan starts from was held, as a sum that can be followed (domain §4.8). Months whole. */
export interface TitleTenure {
  readonly previousTitle: string
  readonly presentTitle: string
  /** The present title is the one that the plan starts from. */
  readonly isHeld: boolean
  /** YYYYMM; null where it is not filled in or cannot be read. */
  readonly appointed: string | null
  /** `YYYY-MM-DD`, the plan's. */
  readonly cutoff: string
  /** What counts: 0 for who does not hold the title or whose appointment is unknown. */
  readonly counted: number
  readonly years: number
  readonly needed: number
  /** The schooling for which the plan asks another number of years; null where the ordinary number holds. */
  readonly schooling: string | null
}

/** Null where the plan asks no years of this type. */
export function titleTenure(
  plan: Pick<Plan, 'titleRule' | 'educationEquivalence' | 'tenureCutoff'>,
  { type, profile, pulled }: Pick<Candidate, 'type' | 'profile' | 'pulled'>,
): TitleTenure | null {
  const rule = plan.titleRule
  if (!rule || (rule.appliesTo && !rule.appliesTo.includes(type))) return null
  const schooling = schoolingOf(plan.educationEquivalence, pulled)
  const bySchooling = rule.minYearsBySchooling ?? {}
  const ofSchooling = schooling !== null && Object.hasOwn(bySchooling, schooling) ? bySchooling[schooling] : undefined
  const years = ofSchooling ?? rule.minYears
  if (years === null) return null
  const isHeld = holdsTitle(profile, rule.previousTitle)
  const months = tenureMonths(profile.titleAppointedYm, plan.tenureCutoff)
  return {
    previousTitle: rule.previousTitle,
    presentTitle: profile.currentTitleName ?? '',
    isHeld,
    appointed: months === null ? null : (profile.titleAppointedYm ?? null),
    cutoff: plan.tenureCutoff,
    counted: isHeld ? (months ?? 0) : 0,
    years,
    needed: years * 12,
    schooling: ofSchooling === undefined ? null : schooling,
  }
}

/** One line of the hours that a plan asks for: what was pulled of one subject in one year, and how much is needed. */
export interface HoursLine {
  readonly year: number
  readonly subject: CeSubject
  /** As decimal text with at most one place. */
  readonly hours: string
  readonly needed: number
  readonly isEnough: boolean
  /** How too few hours count. */
  readonly severity: Severity
}

/** Year by year, only what the plan asks for; empty when it asks for none. */
export function hoursLines(plan: Pick<Plan, 'ceRule'>, pulled: readonly RevisionContent[]): readonly HoursLine[] {
  const rule = plan.ceRule
  if (!rule) return []
  const entries = pulled.filter((c) => c.part === 'continuingEducation').map((c) => c.fields)
  const ofSubject = rule.subjectSeverity ?? 'warning'
  const asked: readonly [CeSubject, number | null, Severity][] = [
    ['total', rule.minPerYear, 'error'],
    ['specialty', rule.minSpecialtyPerYear, ofSubject],
    ['public', rule.minPublicPerYear, ofSubject],
    ['generalPublic', rule.minGeneralPublicPerYear, ofSubject],
    ['industryPublic', rule.minIndustryPublicPerYear, ofSubject],
  ]
  return rule.years.flatMap((year) =>
    asked.flatMap(([subject, needed, severity]) => {
      if (needed === null) return []
      const tenths = tenthsIn(entries.filter((e) => e.year === String(year) && isOfSubject(e, subject)))
      return [{ year, subject, hours: String(tenths / 10), needed, isEnough: tenths >= needed * 10, severity }]
    }),
  )
}

export function hoursProblems(plan: Plan, pulled: readonly RevisionContent[]): EligibilityProblem[] {
  const problems: EligibilityProblem[] = hoursLines(plan, pulled)
    .filter((line) => !line.isEnough)
    .map(({ severity, year, subject, hours, needed }) => ({ code: 'V-CE', severity, year, subject, hours, needed }))
  const needed = plan.ceRule?.minTogether ?? null
  if (!plan.ceRule || needed === null) return problems
  const { years } = plan.ceRule
  const together = tenthsIn(
    pulled
      .filter((c) => c.part === 'continuingEducation' && years.includes(Number(c.fields.year)))
      .map((c) => c.fields),
  )
  if (together >= needed * 10) return problems
  return [...problems, { code: 'V-CE-TOGETHER', severity: 'error', years, hours: String(together / 10), needed }]
}

function isOfSubject(entry: FieldValues, subject: CeSubject): boolean {
  if (subject === 'total') return true
  if (subject === 'public') return entry.subject === 'generalPublic' || entry.subject === 'industryPublic'
  return entry.subject === subject
}

function tenthsIn(entries: readonly FieldValues[]): number {
  return entries.reduce((sum, entry) => sum + tenthsOf(entry.hours ?? null), 0)
}

/** Hours are kept as typed, with at most one decimal place: summed in tenths, so that 0.1 + 0.2 is 0.3. */
function tenthsOf(hours: string | null): number {
  const parts = /^(\d+)(?:\.(\d))?$/.exec(hours ?? '')
  return parts ? Number(parts[1]) * 10 + Number(parts[2] ?? 0) : 0
}

/** V-ASSESS: one allowed result for each of the plan's last years. */
export function assessmentProblems(plan: Plan, pulled: readonly RevisionContent[]): EligibilityProblem[] {
  const rule = plan.assessmentRule
  if (!rule) return []
  const assessed = new Set(
    resultsByYear(pulled).flatMap(({ year, result }) => (rule.allowed.includes(result) ? year : [])),
  )
  const from = plan.year - rule.minYears
  const missing: number[] = []
  for (let year = from; year < plan.year; year++) if (!assessed.has(String(year))) missing.push(year)
  return missing.length > 0 ? [{ code: 'V-ASSESS', severity: 'error', years: missing, span: rule.minYears, from }] : []
}

/** How forms write it: “2019合格、2020优秀”, oldest first (seed 1 附3 二). */
export function assessmentText(pulled: readonly RevisionContent[]): string {
  return resultsByYear(pulled)
    .map(({ year, result }) => year + result)
    .join('、')
}

function resultsByYear(pulled: readonly RevisionContent[]): readonly { year: string; result: string }[] {
  const field = sectionByKey('assessment').fields.find((f) => f.name === 'result')
  const labels = new Map(field?.type.kind === 'choice' ? field.type.options.map((o) => [o.code, o.label.zh]) : [])
  return pulled
    .filter((c) => c.part === 'assessment')
    .flatMap(({ fields: { year, result } }) => {
      const label = labels.get(result ?? '')
      return year && label ? [{ year, result: label }] : []
    })
    .sort((a, b) => (a.year < b.year ? -1 : a.year > b.year ? 1 : 0))
}
