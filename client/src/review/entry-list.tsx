/** The entries of the archive under review: what waits first. Each is a button named by its title; the one shown is marked. */
import { createVirtualizer } from '@tanstack/solid-virtual'
import type { Text } from '@yejibu/shared/archive/label'
import { PROFILE } from '@yejibu/shared/archive/profile'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import type { Reading } from '@yejibu/shared/review/desk-doc'
import { createEffect, createSignal, createUniqueId, For, type JSX, onMount, Show } from 'solid-js'
import { StandingBadge } from '../archive/standing-badge.tsx'
import { useLanguage, useText } from '../language/language.tsx'
import { reviewWords } from '../language/review.ts'
import type { Present } from '../sync/create-presence.ts'
import { Badge } from '../ui/badge.tsx'
import { createKeptRows } from '../ui/kept-rows.ts'
import type { EntryGroup, ReviewEntry } from './review-entries.ts'
import { type RulingUnderWay, refusedFor, waitingFor } from './rulings-under-way.ts'
import './review.css'

export interface EntryListProps {
  readonly entries: readonly ReviewEntry[]
  readonly selected: ItemId | null
  readonly underWay: readonly RulingUnderWay[]
  readonly presentAt: (item: ItemId) => readonly Present[]
  /** How what waits stands to what she has read; null when nothing waits. */
  readonly readingOf: (entry: ReviewEntry) => Reading | null
  /** Who reviews this very entry, by name; null when nobody was named for it alone. */
  readonly assignedTo: (item: ItemId) => string | null
  readonly onSelect: (item: ItemId) => void
}

const GROUPS = ['waiting', 'dealt-with', 'not-sent'] as const satisfies readonly EntryGroup[]
const GROUP_WORDS = { waiting: 'groupWaiting', 'dealt-with': 'groupDone', 'not-sent': 'groupNotSent' } as const

/** Beyond so many entries only those in sight are drawn. */
const DRAWN_AT_ONCE = 120
const ROW_PX = 74

export function EntryList(props: EntryListProps): JSX.Element {
  return (
    <Show when={props.entries.length > DRAWN_AT_ONCE} fallback={<ShortList {...props} />}>
      <LongList {...props} />
    </Show>
  )
}

function ShortList(props: EntryListProps): JSX.Element {
  const t = useText(reviewWords)
  return (
    <div class="review-list">
      <For each={GROUPS}>
        {(group) => {
          const entries = createKeptRows(
            () => props.entries.filter((entry) => entry.group === group),
            ({ id }) => id,
          )
          return (
            <Show when={entries().length > 0}>
              <h2 class="review-list__group">{t(`room.${GROUP_WORDS[group]}`, { n: entries().length })}</h2>
              <ul>
                <For each={entries()}>
                  {(entry) => (
                    <li>
                      <EntryRow entry={entry} list={props} />
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          )
        }}
      </For>
    </div>
  )
}

/** The entries are in the order of their groups already; a row says its group where it begins one. */
function LongList(props: EntryListProps): JSX.Element {
  const t = useText(reviewWords)
  let list: HTMLUListElement | undefined
  const [scroller, setScroller] = createSignal<HTMLElement | null>(null)
  onMount(() => setScroller(list?.closest<HTMLElement>('[data-scrolls]') ?? null))
  const rows = createVirtualizer({
    get count() {
      return props.entries.length
    },
    getScrollElement: scroller,
    estimateSize: () => ROW_PX,
    overscan: 8,
    getItemKey: (index) => props.entries[index]?.id ?? index,
  })
  // The next entry comes into sight with the key that chose it.
  createEffect(() => {
    const at = props.entries.findIndex(({ id }) => id === props.selected)
    if (at >= 0 && scroller()) rows.scrollToIndex(at, { align: 'auto' })
  })
  const beginsGroup = (index: number) => props.entries[index]?.group !== props.entries[index - 1]?.group
  const sizeOf = (group: EntryGroup) => props.entries.filter((entry) => entry.group === group).length
  return (
    <div class="review-list">
      <ul
        class="review-list__long"
        style={{ height: `${rows.getTotalSize()}px` }}
        ref={(element) => {
          list = element
        }}
      >
        <For each={rows.getVirtualItems()}>
          {(place) => (
            <Show when={props.entries[place.index]}>
              {(entry) => (
                <li
                  data-index={place.index}
                  aria-setsize={props.entries.length}
                  aria-posinset={place.index + 1}
                  style={{ transform: `translateY(${place.start}px)` }}
                  ref={(row) => queueMicrotask(() => rows.measureElement(row))}
                >
                  <Show when={beginsGroup(place.index)}>
                    <h2 class="review-list__group">
                      {t(`room.${GROUP_WORDS[entry().group]}`, { n: sizeOf(entry().group) })}
                    </h2>
                  </Show>
                  <EntryRow entry={entry()} list={props} isPlaced />
                </li>
              )}
            </Show>
          )}
        </For>
      </ul>
    </div>
  )
}

export function sectionName(part: ReviewEntry['part']): Text {
  return part === 'profile' ? PROFILE.label : sectionByKey(part).label
}

interface EntryRowProps {
  readonly entry: ReviewEntry
  readonly list: EntryListProps
  /** The list itself brings it into sight. */
  readonly isPlaced?: boolean
}

function EntryRow(props: EntryRowProps): JSX.Element {
  const t = useText(reviewWords)
  const { say } = useLanguage()
  const id = createUniqueId()
  const isShown = () => props.list.selected === props.entry.id
  const reading = () => props.list.readingOf(props.entry)
  const waiting = () => waitingFor(props.list.underWay, props.entry.id)
  const here = () => [...new Set(props.list.presentAt(props.entry.id).map(({ name }) => name))]
  return (
    <button
      type="button"
      class="review-entry"
      aria-current={isShown() ? 'true' : undefined}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-about`}
      onClick={() => props.list.onSelect(props.entry.id)}
      ref={(button) =>
        queueMicrotask(() => isShown() && !props.isPlaced && button.scrollIntoView?.({ block: 'nearest' }))
      }
    >
      <span id={`${id}-title`} class="review-entry__title">
        {say(props.entry.title)}
      </span>
      <span id={`${id}-about`} class="review-entry__about">
        <Show when={props.entry.part !== 'profile'}>
          <span>{say(sectionName(props.entry.part))}</span>
        </Show>
        <StandingBadge kind={props.entry.standing} />
        <Show when={reading() === 'new'}>
          <Badge tone="info" mark="dot">
            {t('entry.unread')}
          </Badge>
        </Show>
        <Show when={reading() === 'changed'}>
          <Badge tone="warn" mark="changed">
            {t('entry.changed')}
          </Badge>
        </Show>
        <Show when={props.list.assignedTo(props.entry.id)}>
          {(name) => <Badge tone="plain">{t('entry.assigned', { name: name() })}</Badge>}
        </Show>
        <Show when={props.entry.isGone}>
          <Badge tone="plain">{t('entry.gone')}</Badge>
        </Show>
        <Show when={waiting()}>
          {(ruling) => (
            <Badge tone="info" mark="clock">
              {t('entry.pending', { verdict: t(`verdict.${ruling().verdict}`) })}
            </Badge>
          )}
        </Show>
        <Show when={refusedFor(props.list.underWay, props.entry.id)}>
          <Badge tone="bad" mark="cross">
            {t('entry.refused')}
          </Badge>
        </Show>
        <Show when={here().length > 0}>
          <span class="review-entry__here">{t('entry.here', { names: here().join(t('version.join')) })}</span>
        </Show>
      </span>
    </button>
  )
}
