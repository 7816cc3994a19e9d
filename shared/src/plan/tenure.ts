/**
 * How long somebody was appointed, and which schooling counts as which (domain §4.8). Whole months from the month of appointment to the
 * month of the plan's cutoff: “满4年” is 48 of them.
 */
import type { FieldValues } from '../archive/item.ts'
import { specialtyYears } from '../archive/readiness.ts'
import type { RevisionContent } from '../archive/revision.ts'
import { monthOfDay, monthsBetween, parseYearMonth } from '../kernel/year-month.ts'

/** Highest first: what a plan's equivalence maps to. Whatever is not here is below all of them. */
const SCHOOLING = ['doctor', 'master', 'bachelor', 'college', 'secondary', 'highSchool'] as const

/**
 * @param appointedYm YYYYMM
 * @param cutoff the plan's, `YYYY-MM-DD`
 * @returns null when the month cannot be read; 0 when it lies after the cutoff
 */
export function tenureMonths(appointedYm: string | null | undefined, cutoff: string): number | null {
  const from = parseYearMonth(appointedYm)
  return from === null ? null : Math.max(0, monthsBetween(from, monthOfDay(cutoff)))
}

/** The highest approved schooling after the plan's equivalence (e.g. 高级工班→大专), or null without any. */
export function schoolingOf(
  equivalence: Readonly<Record<string, string>>,
  pulled: readonly RevisionContent[],
): string | null {
  const levels = pulled
    .filter(({ part }) => part === 'education')
    .flatMap(({ fields }) => fields.eduLevel ?? [])
    .map((level) => (Object.hasOwn(equivalence, level) ? (equivalence[level] ?? level) : level))
  return SCHOOLING.find((level) => levels.includes(level)) ?? levels[0] ?? null
}

/** Full years in the profession up to the cutoff, from the approved periods of work. */
export function yearsInProfession(pulled: readonly RevisionContent[], cutoff: string): number {
  return specialtyYears(
    pulled.filter(({ part }) => part === 'work'),
    monthOfDay(cutoff),
  )
}

/**
 * True when the present title is the one that a plan starts from. 建设工程助理工程师 is an 助理工程师; an 助理工程师 or a 高级工程师 is
 * not an 工程师.
 */
export function holdsTitle(profile: FieldValues, title: string): boolean {
  const present = profile.currentTitleName ?? ''
  if (!present.endsWith(title)) return false
  return !/(?:助理|高级|正高级|副)$/.test(present.slice(0, present.length - title.length))
}
