/**
 * The years that the texts of a plan name, moved on to another year's plan: proposals, each text by itself, old and new. Pure; nothing is changed here.
 *
 * Always true: beside the years not a character differs. A text is sure where the years of the round stand in it, and only these move then; what cites a
 * law or a document, says since when something holds, or lies far from the plan's year, moves only in a text that names nothing else, and is not sure.
 */
import type { Json, PlanPath } from './plan-drafts-doc.ts'

export interface YearShift {
  readonly path: PlanPath
  readonly before: string
  readonly after: string
  /** Nothing speaks against it. Else a person has to say so. */
  readonly isSure: boolean
}

export interface YearSpan {
  /** The year that the texts were written for. */
  readonly from: number
  /** The plan's. */
  readonly to: number
}

/** In the plan's order. Empty where both years are the same. */
export function yearShifts(plan: Json, span: YearSpan): readonly YearShift[] {
  const found: YearShift[] = []
  const walk = (value: Json | undefined, path: PlanPath): void => {
    if (typeof value === 'string') {
      const shifted = shiftedText(value, span)
      if (shifted) found.push({ path, before: value, ...shifted })
    } else if (Array.isArray(value)) {
      for (const [index, entry] of value.entries()) walk(entry, [...path, index])
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, entry] of Object.entries(value)) if (!NO_TEXT.has(key)) walk(entry, [...path, key])
    }
  }
  if (span.from !== span.to) walk(plan, [])
  return found
}

/** Dates with fields of their own, names for the machine, and what conditions compare with. */
const NO_TEXT: ReadonlySet<string> = new Set([
  ...['id', 'code', 'orgId', 'tableId', 'window', 'tenureCutoff', 'phone', 'amount'],
  ...['requiredWhen', 'askedWhen', 'when', 'must', 'matches', 'allowed', 'mustBe'],
])

/** Null: it names no year that could move. */
export function shiftedText(text: string, span: YearSpan): Omit<YearShift, 'path' | 'before'> | null {
  const years = yearsIn(text, span.from)
  const isSure = years.some((year) => year.isSure)
  const moving = years.filter((year) => year.isSure === isSure)
  if (moving.length === 0) return null
  let after = text
  for (const { at, year } of moving) {
    const moved = year + span.to - span.from
    // A day that the other year does not have, or a number that is no year any more, is for a person to write.
    if (!isYear(moved) || (/^年\s*0?2月29日/.test(text.slice(at + 4)) && !isLeap(moved))) return null
    after = after.slice(0, at) + moved + after.slice(at + 4)
  }
  return { after, isSure }
}

interface NamedYear {
  readonly at: number
  readonly year: number
  readonly isSure: boolean
}

/** So far from the plan's year may lie what moves with it: the years of training, of assessments, the term of an office. */
const YEARS_BEFORE = 6
const YEARS_AFTER = 2

/** From the first to the last. */
function yearsIn(text: string, planYear: number): readonly NamedYear[] {
  /** Years that are named together, such as 2019—2021年, from the last to the first: they move together or not at all. */
  const together: NamedYear[][] = []
  for (const { 0: digits, index: at } of [...text.matchAll(/(?<![\dA-Za-z])(?:19|20)\d{2}(?!\d)/g)].reverse()) {
    const rest = text.slice(at + 4)
    const chain = together.at(-1)
    const isJoined = chain?.[0] !== undefined && JOINED.test(text.slice(at + 4, chain[0].at))
    const isCited = isInBrackets(text, at) || isInTitle(text, at)
    if (!isJoined && !NAMED.test(rest) && !isInBrackets(text, at)) continue
    const year = Number(digits)
    const isNear = year >= planYear - YEARS_BEFORE && year <= planYear + YEARS_AFTER
    const named = { at, year, isSure: isNear && !isCited && !FIXED.test(rest) && !SINCE.test(rest) }
    if (isJoined) chain?.unshift(named)
    else together.push([named])
  }
  return together.reverse().flatMap((chain) => {
    const isSure = chain.every((named) => named.isSure)
    return chain.map((named) => ({ ...named, isSure }))
  })
}

/** 2022年, 2022学年, 2022-12-31, 2022.12, 2022/12/31. */
const NAMED = /^(?:\s*(?:年|学年)|[-./](?:0?[1-9]|1[0-2])(?:[-./](?:0?[1-9]|[12]\d|3[01]))?(?!\d))/
/** 2019—2021年, 2019、2020和2021年, 2019年至2021年. */
const JOINED = /^\s*(?:年度?|学年)?\s*(?:[-—–―~～至到、，,及和与或]\s*)+$/
/** What comes after the year of something that stays as it is: a law's version, a document's number, when a rule came into force. */
const FIXED =
  /^\s*年度?\s*(?:\d{1,2}\s*月\s*)?(?:\d{1,2}\s*日\s*)?(?:第?\s*[\d一二三四五六七八九十]+\s*号|本(?=[）)》]|$)|[（(]?(?:起|第[一二三四五六七八九十\d]+次)?(?:修订|修正|修改|修编|版|发布|公布|颁布|印发|下发|出台|施行|实施|执行|生效|制定|通过|令))/
/** From some year on. */
const SINCE = /^\s*年度?(?:起(?![止始至])|以来|以后)/

/** A document's number: 〔2021〕16号, [2021]16号, （2021）16号; the year of a law's version: （2021）, （2019年修订）. */
function isInBrackets(text: string, at: number): boolean {
  return /[〔［[【﹝（(]\s*$/.test(text.slice(0, at)) && /^\s*[〕］\]】﹞）)]/.test(text.slice(at + 4))
}

/** Between 《 and 》 stands what somebody else has named. */
function isInTitle(text: string, at: number): boolean {
  return text.lastIndexOf('《', at) > text.lastIndexOf('》', at)
}

function isYear(year: number): boolean {
  return year >= 1900 && year <= 2099
}

function isLeap(year: number): boolean {
  return new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
}
