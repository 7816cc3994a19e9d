/**
 * Entries as rows: title, date, how each stands, where it is saved; each is dragged by its handle or moved from its menu. A long list draws
 * only the rows near the window.
 */
import { A } from '@solidjs/router'
import { createWindowVirtualizer } from '@tanstack/solid-virtual'
import type { Item } from '@yejibu/shared/archive/item'
import { isError } from '@yejibu/shared/archive/problem'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import GripVertical from 'lucide-solid/icons/grip-vertical'
import Trash from 'lucide-solid/icons/trash'
import { createSignal, For, type JSX, onMount, Show } from 'solid-js'
import { archiveWords } from '../language/archive.ts'
import { listWords } from '../language/archive-list.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { RowIcon } from '../ui/row-icon.tsx'
import { dragRow } from './drag-row.ts'
import { problemsInSection } from './entry-problems.ts'
import { dateOf, pathOf, titleOf } from './item-line.ts'
import { type OwnArchive, whereIs } from './own-archive.tsx'
import { PrivateMark } from './private-mark.tsx'
import { RowMenu } from './row-menu.tsx'
import { SavedMark } from './saved-mark.tsx'
import { StandingBadge } from './standing-badge.tsx'
import './item-list.css'

export interface ItemListProps {
  readonly archive: OwnArchive
  /** Names the list for those who listen. */
  readonly label: string
  readonly items: readonly Item[]
  readonly onDelete: (item: Item) => void
  readonly onDuplicate: (item: Item) => void
  /** @param to the index that it gets */
  readonly onMoveTo: (id: ItemId, to: number) => void
}

/** Beyond so many rows only those in sight are drawn. */
const DRAWN_AT_ONCE = 200
const ROW_PX = 68

/** Gives a row the keyboard, after it was moved too; `at` is where to look for it in a list that draws only a part. */
export function focusRow(id: ItemId, at?: number): void {
  const focus = (): boolean => {
    const row = document.querySelector<HTMLElement>(`[data-row="${id}"]`)
    row?.focus()
    return row !== null
  }
  const list = document.querySelector('.item-list--long')
  if (focus() || at === undefined || list === null) return
  window.scrollBy(0, list.getBoundingClientRect().top + at * ROW_PX - window.innerHeight / 2)
  // The rows there are drawn with the next frame.
  requestAnimationFrame(() => requestAnimationFrame(focus))
}

export function ItemList(props: ItemListProps): JSX.Element {
  /** Where a dragged row would be put: before this index. */
  const [before, setBefore] = createSignal<number | null>(null)
  const onGrip = (event: PointerEvent, item: Item, at: number) => {
    const list = (event.currentTarget as HTMLElement).closest('.item-list')
    dragRow(event, {
      rows: () => [...(list?.querySelectorAll<HTMLElement>('[data-at]') ?? [])].sort(byIndex),
      onOver: setBefore,
      onDrop: (to) => props.onMoveTo(item.id, to > at ? to - 1 : to),
    })
  }
  return (
    <Show
      when={props.items.length > DRAWN_AT_ONCE}
      fallback={
        <ul class="item-list" aria-label={props.label}>
          {/* By their ids: an entry that is edited, here or on another device, is another object. */}
          <For each={props.items.map(({ id }) => id)}>
            {(id, at) => (
              <Show when={props.items.find((item) => item.id === id)}>
                {(item) => <Row {...props} item={item()} at={at()} before={before()} onGrip={onGrip} />}
              </Show>
            )}
          </For>
        </ul>
      }
    >
      <LongList {...props} before={before()} onGrip={onGrip} />
    </Show>
  )
}

function byIndex(a: HTMLElement, b: HTMLElement): number {
  return Number(a.dataset.at) - Number(b.dataset.at)
}

type Dragging = Pick<RowProps, 'before' | 'onGrip'>

function LongList(props: ItemListProps & Dragging): JSX.Element {
  const [top, setTop] = createSignal(0)
  let list: HTMLUListElement | undefined
  onMount(() => setTop(list?.offsetTop ?? 0))
  const rows = createWindowVirtualizer({
    get count() {
      return props.items.length
    },
    get scrollMargin() {
      return top()
    },
    estimateSize: () => ROW_PX,
    overscan: 12,
    getItemKey: (index) => props.items[index]?.id ?? index,
  })
  return (
    <ul
      class="item-list item-list--long"
      aria-label={props.label}
      style={{ height: `${rows.getTotalSize()}px` }}
      ref={(element) => {
        list = element
      }}
    >
      <For each={rows.getVirtualItems()}>
        {(place) => (
          <Show when={props.items[place.index]}>
            {(item) => (
              <Row
                {...props}
                item={item()}
                at={place.index}
                place={{ index: place.index, count: props.items.length, y: place.start - top() }}
              />
            )}
          </Show>
        )}
      </For>
    </ul>
  )
}

interface RowProps extends ItemListProps {
  readonly item: Item
  readonly at: number
  readonly before: number | null
  readonly onGrip: (event: PointerEvent, item: Item, at: number) => void
  readonly place?: { readonly index: number; readonly count: number; readonly y: number } | undefined
}

function Row(props: RowProps): JSX.Element {
  const t = useText(archiveWords)
  const list = useText(listWords)
  const { say } = useLanguage()
  const title = () => say(titleOf(props.item))
  const isPrivate = () => props.archive.privacy.isPrivate(props.item.id)
  const standing = () => props.archive.view.standing(props.item.id).kind
  const errors = () =>
    standing() === 'draft' || standing() === 'edited-after-approval'
      ? problemsInSection(props.item, [props.item], props.archive.today).filter(isError).length
      : 0
  const date = () => {
    const known = dateOf(props.item)
    return known ? say(known) : t('section.undated')
  }
  return (
    <li
      class="item-list__row"
      classList={{
        'item-list__row--before': props.before === props.at,
        'item-list__row--behind': props.at === props.items.length - 1 && props.before === props.items.length,
      }}
      data-at={props.at}
      aria-setsize={props.place?.count}
      aria-posinset={props.place && props.place.index + 1}
      style={props.place && { transform: `translateY(${props.place.y}px)` }}
    >
      {/* For the hand alone: the keyboard has Alt with the arrows, and the menu. */}
      <span
        class="item-list__grip no-print"
        aria-hidden="true"
        title={list('grip')}
        onPointerDown={(event) => props.onGrip(event, props.item, props.at)}
      >
        <RowIcon of={GripVertical} size={16} />
      </span>
      <A
        class="item-list__title"
        href={pathOf(props.item)}
        data-row={props.item.id}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete d"
      >
        {title()}
      </A>
      <span class="item-list__about">
        <span>{date()}</span>
        <span>
          {props.item.evidence.length === 0
            ? t('section.noEvidence')
            : t('section.evidence', { n: props.item.evidence.length })}
        </span>
        <Show when={isPrivate()}>
          <PrivateMark />
        </Show>
        <SavedMark where={whereIs(props.archive, props.item)} isPrivate={isPrivate()} />
        <Show when={errors() > 0}>
          <span>{t('section.problems', { n: errors() })}</span>
        </Show>
      </span>
      <span class="item-list__standing">
        <Show when={props.archive.sending.underWay(props.item.id)}>
          <Badge tone="info" mark="clock">
            {t('section.underWay')}
          </Badge>
        </Show>
        <StandingBadge kind={standing()} />
      </span>
      <span class="item-list__deeds no-print">
        <RowMenu
          title={title()}
          at={props.at}
          count={props.items.length}
          onMoveTo={(to) => props.onMoveTo(props.item.id, to)}
          onDuplicate={() => props.onDuplicate(props.item)}
        />
        <Button isIcon look="quiet" label={`${t('delete')}：${title()}`} onPress={() => props.onDelete(props.item)}>
          <RowIcon of={Trash} size={16} />
        </Button>
      </span>
    </li>
  )
}
