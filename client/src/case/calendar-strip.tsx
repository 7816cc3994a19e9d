/** The days of a notice in a row: weekends, holidays and make-up workdays named, each working day numbered, and the days on which the relay found it posted. */
import { For, type JSX, Show } from 'solid-js'
import { caseNoticeWords } from '../language/case-notice.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { type NoticeDay, noticeDays } from './notice-days.ts'
import './cases.css'

export interface CalendarStripProps {
  readonly terms: Parameters<typeof noticeDays>[0]
  /** Days on which it was found posted; none in a preview. */
  readonly witnessedOn?: readonly string[] | undefined
  readonly today: string
}

export function CalendarStrip(props: CalendarStripProps): JSX.Element {
  const t = useText(caseNoticeWords)
  const { language } = useLanguage()
  const weekday = (day: string) =>
    new Intl.DateTimeFormat(language() === 'zh' ? 'zh-CN' : 'en', { weekday: 'short', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    )
  const mark = (one: NoticeDay) => {
    if (one.isClosing) return t('strip.closing')
    if (one.isFirst && one.nth === null) return t('strip.firstNotCounted')
    if (one.nth !== null) return t('strip.nth', { n: one.nth })
    return ''
  }
  return (
    <ol class="notice-strip" aria-label={t('strip.label')}>
      <For each={noticeDays(props.terms)}>
        {(one) => (
          <li
            class={`notice-strip__day notice-strip__day--${one.nth !== null ? 'counted' : 'free'}`}
            classList={{ 'notice-strip__day--last': one.isLast, 'notice-strip__day--closing': one.isClosing }}
            aria-current={one.day === props.today ? 'date' : undefined}
          >
            <span class="notice-strip__date">
              {Number(one.day.slice(5, 7))}-{Number(one.day.slice(8))} {weekday(one.day)}
            </span>
            <span class="small">{t(`strip.${one.kind}`)}</span>
            <Show when={mark(one)}>{(text) => <span class="small">{text()}</span>}</Show>
            <Show when={one.isLast}>
              <strong class="small">{t('strip.last')}</strong>
            </Show>
            <Show when={props.witnessedOn?.includes(one.day)}>
              <span class="small notice-strip__seen">✓ {t('strip.witnessed')}</span>
            </Show>
            <Show when={one.day === props.today}>
              <span class="small muted">{t('strip.today')}</span>
            </Show>
          </li>
        )}
      </For>
    </ol>
  )
}
