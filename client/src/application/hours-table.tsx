/** Hours of continuing education by year, as pulled, against what the plan asks for (V-CE). */
import type { RevisionContent } from '@yejibu/shared/archive/revision'
import { hoursLines } from '@yejibu/shared/plan/eligibility'
import type { Plan } from '@yejibu/shared/plan/plan'
import { createMemo, For, type JSX, Show } from 'solid-js'
import { applicationWords } from '../language/application.ts'
import { useText } from '../language/language.tsx'
import { ANCHORS } from './problem-line.ts'
import '../ui/card.css'
import './application.css'

export interface HoursTableProps {
  readonly plan: Plan
  readonly contents: readonly RevisionContent[]
}

export function HoursTable(props: HoursTableProps): JSX.Element {
  const t = useText(applicationWords)
  const lines = createMemo(() => hoursLines(props.plan, props.contents))
  const subjects = () => [...new Set(lines().map(({ subject }) => subject))]
  const years = () => [...new Set(lines().map(({ year }) => year))]
  const needed = (subject: string) => lines().find((line) => line.subject === subject)?.needed ?? 0
  const line = (year: number, subject: string) => lines().find((one) => one.year === year && one.subject === subject)
  return (
    <Show when={lines().length > 0}>
      <div id={ANCHORS.hours} class="stack stack--tight apply__anchor">
        <h2 class="apply__heading">{t('hours.title')}</h2>
        <p class="small muted">{t('hours.about')}</p>
        <table class="table table--stacks hours">
          <caption class="for-ears">{t('hours.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('hours.year')}</th>
              <For each={subjects()}>
                {(subject) => (
                  <th scope="col">
                    {t(`hours.${subject}`)}（{t('hours.need', { n: needed(subject) })}）
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={years()}>
              {(year) => (
                <tr>
                  <th scope="row">{year}</th>
                  <For each={subjects()}>
                    {(subject) => (
                      <Show when={line(year, subject)}>
                        {(one) => (
                          <td
                            data-label={t(`hours.${subject}`)}
                            data-short={one().isEnough ? undefined : one().severity}
                          >
                            {one().isEnough ? one().hours : t('hours.short', { hours: one().hours, n: one().needed })}
                          </td>
                        )}
                      </Show>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Show>
  )
}
