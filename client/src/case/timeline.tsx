/** 办理经过: who decided what and when, in whose words, the newest first. */
import type { RecordedCaseFact } from '@yejibu/shared/case/case-facts'
import { createMemo, For, type JSX, Show } from 'solid-js'
import { momentText } from '../archive/today.ts'
import { courseWords } from '../language/course.ts'
import { filingWords } from '../language/filing.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { type CaseEvent, eventsOf } from './case-course.ts'

export interface TimelineProps {
  readonly facts: readonly RecordedCaseFact[]
  readonly nameOf: (org: string) => string | undefined
}

export function Timeline(props: TimelineProps): JSX.Element {
  const t = useText(courseWords)
  const f = useText(filingWords)
  const { language } = useLanguage()
  const events = createMemo(() => eventsOf(props.facts).toReversed())
  const who = ({ by, org, stage }: CaseEvent) => {
    if (by !== 'office') return t(`by.${by}`)
    return (org && props.nameOf(org)) ?? (stage ? f(`stages.${stage}`) : t('office'))
  }
  return (
    <ol class="timeline">
      <For each={events()}>
        {(event) => (
          <li class="timeline__event">
            <p>
              <strong>{t(`event.${event.word}`, event.values)}</strong>
            </p>
            <p class="small muted">
              <time dateTime={event.at}>{momentText(event.at, language())}</time>
              {` · ${who(event)}`}
            </p>
            <Show when={event.text}>
              <p class="timeline__words">
                <bdi>{event.text}</bdi>
              </p>
            </Show>
          </li>
        )}
      </For>
    </ol>
  )
}
