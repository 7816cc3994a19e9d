/** What the operator pasted about a year, read: a file of days, this office's own file, or the notice's own text. */
import { type HolidayYear, readHolidayYear } from '@yejibu/shared/plan/holiday-year'
import { readNoticeText } from '@yejibu/shared/plan/notice-text'

export interface CalendarDraft {
  readonly text: string
  readonly notice: string
  readonly source: string
}

export type ReadDraft =
  | { readonly kind: 'empty' | 'unreadable' | 'notice-missing' | 'source-missing' }
  | { readonly kind: 'read'; readonly year: HolidayYear }

/** Stands where the fields are still empty, so that the list can be looked at first. */
const LATER = '—'

/** Days first, and what is missing beside them: the list is shown as soon as it can be read. */
export function readDraft({ text, notice, source }: CalendarDraft): {
  readonly said: ReadDraft
  readonly year: HolidayYear | null
} {
  if (text.trim() === '') return { said: { kind: 'empty' }, year: null }
  const file = fileOf(text)
  const own = { notice: notice.trim() || undefined, source: source.trim() || undefined }
  const whole = readHolidayYear(file, own)
  if (whole) return { said: { kind: 'read', year: whole }, year: whole }
  const year = readHolidayYear(file, { notice: own.notice ?? LATER, source: own.source ?? LATER })
  if (!year) return { said: { kind: 'unreadable' }, year: null }
  return { said: { kind: own.notice || saysNotice(file) ? 'source-missing' : 'notice-missing' }, year }
}

function saysNotice(file: unknown): boolean {
  return typeof file === 'object' && file !== null && 'notice' in file && typeof file.notice === 'string'
}

function fileOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return readNoticeText(text)
  }
}
