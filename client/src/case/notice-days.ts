/** The days of a public notice one by one, as a calendar shows them: what each is by the State Council's calendar, and which working day of the period it is. */
import type { NoticeTerms } from '@yejibu/shared/case/publicity'
import { lastDayOf } from '@yejibu/shared/case/publicity'
import { addDays, isWorkingDay } from '@yejibu/shared/kernel/working-days'

export interface NoticeDay {
  /** `YYYY-MM-DD` in Shanghai. */
  readonly day: string
  readonly kind: 'work' | 'weekend' | 'holiday' | 'makeUp'
  /** The how-manieth working day of the period; null when it is not counted. */
  readonly nth: number | null
  readonly isFirst: boolean
  readonly isLast: boolean
  /** The result may be entered from this day on. */
  readonly isClosing: boolean
}

/** Longer periods are told in words alone. */
const MOST_DAYS = 100

/** From the first day to the day after the last; as far as the calendar is known. */
export function noticeDays(
  terms: Pick<NoticeTerms, 'startedOn' | 'workingDays' | 'countStartDay' | 'lastDay'>,
): readonly NoticeDay[] {
  const last = lastDayOf(terms)
  const days: NoticeDay[] = []
  let counted = 0
  for (let day = terms.startedOn; days.length < MOST_DAYS; day = addDays(day, 1)) {
    const working = isWorkingDay(day)
    if (!working.ok) return days
    const isFirst = day === terms.startedOn
    const isClosing = last.ok && day > last.value
    const counts = working.value && !isClosing && (!isFirst || terms.countStartDay)
    if (counts) counted++
    days.push({
      day,
      kind: kindOf(day, working.value),
      nth: counts ? counted : null,
      isFirst,
      isLast: last.ok && day === last.value,
      isClosing,
    })
    if (isClosing) return days
  }
  return days
}

function kindOf(day: string, isWorked: boolean): NoticeDay['kind'] {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const isWeekend = weekday === 0 || weekday === 6
  if (isWorked) return isWeekend ? 'makeUp' : 'work'
  return isWeekend ? 'weekend' : 'holiday'
}
