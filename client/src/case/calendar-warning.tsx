/** V-CAL: a notice that reaches into a year whose holidays are not published, with its last day by weekends. Nothing where the calendar reaches. */
import { estimatedLastDay, lastDayOf, type NoticeTerms } from '@yejibu/shared/case/publicity'
import { type JSX, Show } from 'solid-js'
import { caseNoticeWords } from '../language/case-notice.ts'
import { useText } from '../language/language.tsx'
import { Banner } from '../ui/banner.tsx'

type Terms = Pick<NoticeTerms, 'startedOn' | 'workingDays' | 'countStartDay' | 'lastDay'>

export function CalendarWarning(props: { readonly terms: Terms }): JSX.Element {
  const t = useText(caseNoticeWords)
  const words = useCalendarWarning()
  return (
    <Show when={words(props.terms)}>
      {(text) => (
        <Banner kind="warning" isQuiet title={text()}>
          {t('start.unknownAbout', { day: estimatedLastDay(props.terms) })}
        </Banner>
      )}
    </Show>
  )
}

/** The warning's own sentence, to be confirmed with the start; null where the calendar reaches. */
export function useCalendarWarning(): (terms: Terms) => string | null {
  const t = useText(caseNoticeWords)
  return (terms) => {
    const last = lastDayOf(terms)
    return last.ok ? null : t('start.unknown', { year: last.refusal.year })
  }
}
