/** All entries by the year of the achievement, newest first: what a year brought, whatever its section. */
import { A } from '@solidjs/router'
import type { Item } from '@yejibu/shared/archive/item'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import { createMemo, For, type JSX, Show } from 'solid-js'
import { archiveWords } from '../language/archive.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { Card } from '../ui/card.tsx'
import { dateKeyOf, dateOf, pathOf, titleOf } from './item-line.ts'
import { useListKeys } from './list-keys.ts'
import type { OwnArchive } from './own-archive.tsx'
import { StandingBadge } from './standing-badge.tsx'
import { yearsOf } from './years.ts'

/** Of one year; the rest opens on request, so that thousands are not drawn at once. */
export function Timeline(props: { readonly archive: OwnArchive }): JSX.Element {
  const t = useText(archiveWords)
  useListKeys({ rowSelector: '[data-row]' })
  const years = createMemo(() => yearsOf(props.archive.view.items()))
  const itemsIn = (year: string) => years().find((one) => one.year === year)?.items ?? []
  return (
    <div class="stack">
      {/* By their years: with each entry that is written all of them are found anew. */}
      <For each={years().map(({ year }) => year)}>
        {(year, at) => (
          <Card title={year === '' ? t('timeline.undated') : t('timeline.year', { year })} isFlush>
            <details class="timeline" open={at() < 3}>
              <summary>{t('section.count', { n: itemsIn(year).length })}</summary>
              <ul
                class="timeline__list"
                aria-label={year === '' ? t('timeline.undated') : t('timeline.year', { year })}
              >
                <For each={itemsIn(year)}>{(item) => <Line archive={props.archive} item={item} />}</For>
              </ul>
            </details>
          </Card>
        )}
      </For>
    </div>
  )
}

function Line(props: { readonly archive: OwnArchive; readonly item: Item }): JSX.Element {
  const { say } = useLanguage()
  const date = () => (dateKeyOf(props.item) === '' ? undefined : dateOf(props.item))
  return (
    <li class="timeline__row">
      <span class="muted small">
        <Show when={date()}>{(known) => say(known())}</Show>
      </span>
      <span>
        <A href={pathOf(props.item)} data-row>
          {say(titleOf(props.item))}
        </A>{' '}
        <span class="small muted">{props.item.part === 'profile' ? '' : say(sectionByKey(props.item.part).label)}</span>
      </span>
      <StandingBadge kind={props.archive.view.standing(props.item.id).kind} />
    </li>
  )
}
