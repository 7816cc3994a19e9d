/**
 * What an archive still lacks before it can carry an application, judged from its content (domain §3.2, §3.7). Whether the employer
 * approved it is asked elsewhere, of the facts; this only tells the owner what to write next.
 */
import type { ItemId } from '../kernel/ids.ts'
import { compareMonths, monthOfDay, monthsCovered, parseYearMonth, type YearMonth } from '../kernel/year-month.ts'
import { problemsOf } from './field-rules.ts'
import type { FieldValues, Item } from './item.ts'
import { isError, isGap, type Problem } from './problem.ts'
import type { SectionKey } from './section.ts'
import { SECTIONS, sectionByKey } from './sections.ts'

export interface Archive {
  readonly profile: Item
  readonly items: readonly Item[]
}

export interface ReadinessSituation {
  /** Registered name of the bound employer; null when none is bound. */
  readonly employerName: string | null
  /** `YYYY-MM-DD`. */
  readonly today: string
}

export interface EntryReadiness {
  readonly problems: readonly Problem[]
  /** No error: it may be sent to the employer. */
  readonly isSendable: boolean
  /** Required things that are not there yet. */
  readonly missing: number
}

export interface SectionReadiness {
  readonly key: SectionKey
  readonly count: number
  readonly sendable: number
  /** Mandatory, and no entry yet (G2). */
  readonly isMissing: boolean
}

export interface Readiness {
  readonly profile: EntryReadiness
  readonly items: ReadonlyMap<ItemId, EntryReadiness>
  /** All sixteen, in their order. */
  readonly sections: readonly SectionReadiness[]
  /** The profile and an entry of every mandatory section are there without an error: G1 and G2 wait for the employer alone. */
  readonly isReadyForReview: boolean
}

/** The profile, and the sections that must have an entry and have none: what is told at once, without judging thousands of entries. */
export interface Outline {
  readonly profile: EntryReadiness
  /** All sixteen, in their order. */
  readonly sections: readonly Pick<SectionReadiness, 'key' | 'isMissing'>[]
}

export function outlineOf({ profile, items }: Archive, situation: ReadinessSituation): Outline {
  const begun = new Set(items.map(({ part }) => part))
  return {
    profile: entryReadiness([
      ...problemsOf(profile, situation.today),
      ...yearsProblems(profile, items, situation.today),
      ...employerProblems(profile, situation.employerName),
    ]),
    sections: SECTIONS.map(({ key, isMandatory }) => ({ key, isMissing: isMandatory && !begun.has(key) })),
  }
}

export function readinessOf({ profile, items }: Archive, situation: ReadinessSituation): Readiness {
  const ofItems = new Map<ItemId, EntryReadiness>()
  for (const item of items) {
    ofItems.set(item.id, entryReadiness(problemsOfEntry(item, items, situation.today)))
  }
  const outline = outlineOf({ profile, items }, situation)
  const ofProfile = outline.profile
  const sections = outline.sections.map(({ key, isMissing }): SectionReadiness => {
    const here = items.filter((item) => item.part === key)
    const sendable = here.filter((item) => ofItems.get(item.id)?.isSendable).length
    return { key, count: here.length, sendable, isMissing }
  })
  const isReadyForReview =
    ofProfile.isSendable && sections.every(({ key, sendable }) => !sectionByKey(key).isMandatory || sendable > 0)
  return { profile: ofProfile, items: ofItems, sections, isReadyForReview }
}

/** What is wrong with one entry, by itself and beside the others; the same as `readinessOf` says of it, without judging the others. */
export function problemsOfEntry(item: Item, items: readonly Item[], today: string): readonly Problem[] {
  return [...problemsOf(item, today), ...repeatProblems(item, items)]
}

function entryReadiness(problems: readonly Problem[]): EntryReadiness {
  return { problems, isSendable: !problems.some(isError), missing: problems.filter(isGap).length }
}

/** One row per year and the like. The first in order is the right one; those after it are told. */
function repeatProblems(item: Item, items: readonly Item[]): readonly Problem[] {
  if (item.part === 'profile') return []
  const { uniqueBy, fields } = sectionByKey(item.part)
  const value = uniqueBy === undefined ? null : (item.fields[uniqueBy] ?? null)
  if (uniqueBy === undefined || value === null) return []
  const first = items.find((other) => other.part === item.part && other.fields[uniqueBy] === value)
  if (first === undefined || first.id === item.id) return []
  const label = fields.find((field) => field.name === uniqueBy)?.label ?? { zh: uniqueBy, en: uniqueBy }
  const message = {
    zh: `“${label.zh}”${value}已有一条记录，请修改或删除重复的记录。`,
    en: `There is an entry for “${label.en}” ${value} already; change or delete this one.`,
  }
  return [{ code: 'V-UNIQUE', field: uniqueBy, severity: 'error', message }]
}

/**
 * Full years in the profession: months of all periods that count, each month once, up to the cutoff (domain §4.8).
 * Periods that cannot be read are left out.
 */
export function specialtyYears(works: readonly { readonly fields: FieldValues }[], cutoff: YearMonth): number {
  const periods = works.flatMap(({ fields }) => {
    const begin = parseYearMonth(fields.beginYm)
    const end = (fields.endYm ?? null) === null ? cutoff : parseYearMonth(fields.endYm)
    if (fields.countsAsSpecialty !== 'yes' || !begin || !end) return []
    return [{ begin, end: compareMonths(end, cutoff) > 0 ? cutoff : end }]
  })
  return Math.floor(monthsCovered(periods) / 12)
}

function yearsProblems(profile: Item, items: readonly Item[], today: string): readonly Problem[] {
  const written = profile.fields.specialtyWorkYears ?? null
  if (written === null || !/^\d{1,2}$/.test(written)) return []
  const works = items.filter(({ part }) => part === 'work')
  // Without a single period there is nothing to compare with; that one is missing is said at the section.
  if (works.length === 0) return []
  const years = specialtyYears(works, monthOfDay(today))
  if (Number(written) === years) return []
  const message = {
    zh: `专业工作年限须填写实足年限，当前计算为${years}年。`,
    en: `Write whole years; the work periods come to ${years}.`,
  }
  // More than was worked cannot be; fewer may be meant, as years of another profession.
  const severity = Number(written) > years ? 'error' : 'warning'
  return [{ code: 'V-YEARS', field: 'specialtyWorkYears', severity, message }]
}

function employerProblems(profile: Item, employerName: string | null): readonly Problem[] {
  const written = profile.fields.currentEmployer ?? null
  if (written === null || employerName === null || written === employerName) return []
  const message = {
    zh: `工作单位须为全称，且与单位公章一致。单位登记的名称是“${employerName}”。`,
    en: `Write the employer's full name as on its seal: ${employerName}.`,
  }
  return [{ code: 'V-UNIT-1', field: 'currentEmployer', severity: 'error', message }]
}
