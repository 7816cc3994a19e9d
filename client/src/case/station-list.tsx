/** The stations of a case in their order, each with who acts there and how it stands; on paper and on a phone one under the other. */
import type { RecordedCaseFact } from '@yejibu/shared/case/case-facts'
import type { Plan } from '@yejibu/shared/plan/plan'
import { createMemo, For, type JSX, Show } from 'solid-js'
import { courseWords } from '../language/course.ts'
import { filingWords } from '../language/filing.ts'
import { useText } from '../language/language.tsx'
import { type StationKey, stationsOf } from './case-course.ts'

export interface StationListProps {
  readonly facts: readonly RecordedCaseFact[]
  readonly plan: Plan | undefined
  /** The relay's word on where it stands. */
  readonly told: string | undefined
  readonly nameOf: (org: string) => string | undefined
}

export function StationList(props: StationListProps): JSX.Element {
  const t = useText(courseWords)
  const f = useText(filingWords)
  const stations = createMemo(() => stationsOf(props.facts, props.plan, props.told))
  const label = (key: StationKey) => {
    switch (key) {
      case 'review':
      case 'notice':
      case 'report':
      case 'later':
        return t(`station.${key}`)
      default:
        return f(`stages.${key}`)
    }
  }
  return (
    <ol class="course__stations" aria-label={t('stations')}>
      <For each={stations()}>
        {(station) => (
          <li
            class={`course__station course__station--${station.standing}`}
            aria-current={station.standing === 'here' || station.standing === 'returned' ? 'step' : undefined}
          >
            <span class="course__label">{label(station.key)}</span>
            <span class="course__standing">{t(`standing.${station.standing}`)}</span>
            <Show when={station.org && props.nameOf(station.org)}>
              {(name) => <span class="course__office">{name()}</span>}
            </Show>
            <Show when={station.key === 'later'}>
              <span class="course__office">{t('laterBody')}</span>
            </Show>
          </li>
        )}
      </For>
    </ol>
  )
}
