/** Months as they are typed and kept: six digits YYYYMM (domain V-DATE-YM). */

/**
 * What a person may type for a month (`2022-6`, `2022年06月`, `2022.06`, full-width digits), as six digits. Anything that is not
 * clearly a month comes back as typed, only trimmed, so that the person can see and mend it.
 */
export function tidyMonth(typed: string): string {
  const plain = typed.normalize('NFKC').trim()
  const match = /^(\d{4})(?:\s*[-./年]\s*(\d{1,2})\s*月?|(\d{2}))$/.exec(plain)
  if (match === null) return plain
  const month = Number(match[2] ?? match[3])
  if (month < 1 || month > 12) return plain
  return `${match[1]}${String(month).padStart(2, '0')}`
}

export interface YearAndMonth {
  readonly year: number
  /** 1–12. */
  readonly month: number
}

export function parseMonth(value: string): YearAndMonth | null {
  if (!/^\d{6}$/.test(value)) return null
  const month = Number(value.slice(4))
  if (month < 1 || month > 12) return null
  return { year: Number(value.slice(0, 4)), month }
}

export function formatMonth(at: YearAndMonth): string {
  return `${String(at.year).padStart(4, '0')}${String(at.month).padStart(2, '0')}`
}
