/** The dealings about one entry, newest first, folded away until somebody wants them. */
import { For, type JSX, Show } from 'solid-js'
import { archiveWords } from '../language/archive.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { historyOf, type ItemReview, type Said } from './history.ts'
import { PlacesNamed } from './places-named.tsx'
import { momentText } from './today.ts'

export interface HistoryListProps {
  readonly review: ItemReview | undefined
  /** Who did it, by name, where this device knows. */
  readonly nameOf?: ((account: Said['by']) => string | undefined) | undefined
}

export function HistoryList(props: HistoryListProps): JSX.Element {
  const t = useText(archiveWords)
  const { language } = useLanguage()
  const events = () => historyOf(props.review)
  return (
    <Show when={events().length > 0}>
      <details class="history">
        <summary>{t('history.title', { n: events().length })}</summary>
        <ol>
          <For each={events()}>
            {(event) => (
              <li>
                <span class="history__what">{t(`history.${event.what}`)}</span>
                <span class="muted small">
                  {momentText(event.at, language())}
                  {event.employer === null ? '' : ` · ${event.employer}`}
                  {props.nameOf?.(event.by) === undefined ? '' : ` · ${props.nameOf(event.by)}`}
                </span>
                <Show when={event.reason}>
                  <p class="small">{event.reason}</p>
                </Show>
                <Show when={event.pointsAt}>
                  {(places) => <PlacesNamed part={places().part} names={places().fields} />}
                </Show>
              </li>
            )}
          </For>
        </ol>
      </details>
    </Show>
  )
}
