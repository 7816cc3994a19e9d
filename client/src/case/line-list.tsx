/** The lines of a submission in their groups: each is a button named by its title, with what was found of it and whether it changed since the round before. */
import { createEffect, For, type JSX, Show } from 'solid-js'
import { casesWords } from '../language/cases.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { Badge } from '../ui/badge.tsx'
import { createKeptRows } from '../ui/kept-rows.ts'
import type { LineRoom } from './create-line-room.ts'
import type { LineTitle, SubmissionLine } from './submission-lines.ts'
import '../review/review.css'

const GROUPS = ['basic', 'filing', 'pulls', 'attachments'] as const

export interface LineListProps {
  readonly room: LineRoom
  /** This reader is told what the employer found of each line. */
  readonly isFound: boolean
}

/** Called inside a component. */
export function useLineTitle(): (title: LineTitle) => string {
  const t = useText(casesWords)
  const { say } = useLanguage()
  return (title) => (typeof title === 'string' ? t(`line.${title}`) : say(title))
}

export function LineList(props: LineListProps): JSX.Element {
  const t = useText(casesWords)
  return (
    <nav class="review-list" aria-label={t('line.list')}>
      <For each={GROUPS}>
        {(group) => {
          const lines = createKeptRows(
            () => props.room.listed().filter((line) => line.group === group),
            ({ key }) => key,
          )
          return (
            <Show when={lines().length > 0}>
              <h2 class="review-list__group">{t(`line.group.${group}`)}</h2>
              <ul>
                <For each={lines()}>
                  {(line) => (
                    <li>
                      <Row {...props} line={line} />
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          )
        }}
      </For>
    </nav>
  )
}

function Row(props: LineListProps & { readonly line: SubmissionLine }): JSX.Element {
  const t = useText(casesWords)
  const { say } = useLanguage()
  const titleOf = useLineTitle()
  const check = () => props.room.checkOf(props.line.key)
  const isShown = () => props.room.shown()?.key === props.line.key
  let row: HTMLButtonElement | undefined
  // By keys the choice may leave what is in sight of the list.
  createEffect(() => {
    if (isShown() && row) keepInSight(row)
  })
  return (
    <button
      type="button"
      class="review-entry"
      aria-current={isShown() ? 'true' : undefined}
      ref={(element) => {
        row = element
      }}
      onClick={() => props.room.show(props.line.key)}
    >
      <span class="review-entry__title">{titleOf(props.line.title)}</span>
      <span class="review-entry__about">
        <Show when={props.isFound}>
          <LineVerdict verdict={check()?.verdict} />
        </Show>
        <Show when={props.line.change === 'added' || props.line.change === 'changed'}>
          <Badge tone="warn" mark="changed">
            {t(props.line.change === 'added' ? 'line.added' : 'line.changed')}
          </Badge>
        </Show>
        <Show when={props.line.place}>{(place) => <span>{say(place())}</span>}</Show>
      </span>
    </button>
  )
}

export function LineVerdict(props: { readonly verdict: 'right' | 'wrong' | undefined }): JSX.Element {
  const t = useText(casesWords)
  return (
    <Badge
      tone={props.verdict === 'right' ? 'good' : props.verdict === 'wrong' ? 'bad' : 'plain'}
      mark={props.verdict === 'right' ? 'check' : props.verdict === 'wrong' ? 'cross' : 'dot'}
    >
      {t(`line.${props.verdict ?? 'unchecked'}`)}
    </Badge>
  )
}

/** Moves the list alone, never the page. */
function keepInSight(row: HTMLElement): void {
  const list = row.closest('.review-desk__list')
  if (!list) return
  const [inner, outer] = [row.getBoundingClientRect(), list.getBoundingClientRect()]
  if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top
  else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom
}
