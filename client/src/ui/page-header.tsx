/**
 * The head of a page: its title, the way back, what can be done with the whole page. Each page has exactly one.
 * What is always true: the document's title is this title, a moment after it changed; after a change of page the focus is on it, so that it is read out
 * and the next Tab starts at the top. The first page of a visit leaves the focus where the browser put it, and so does a
 * navigation with the state `{ keepsFocus: true }` (a page that only corrects its own address), and a page that arrives while a menu is open.
 */
import { A, useLocation } from '@solidjs/router'
import ChevronLeft from 'lucide-solid/icons/chevron-left'
import { createEffect, type JSX, on, onCleanup, Show } from 'solid-js'
import { useText } from '../language/language.tsx'
import { shellWords } from '../language/shell.ts'
import './page-header.css'

export interface PageHeaderProps {
  readonly title: string
  readonly about?: JSX.Element | undefined
  readonly back?: { readonly href: string; readonly label: string } | undefined
  /** Beside the title: a badge. */
  readonly aside?: JSX.Element | undefined
  readonly actions?: JSX.Element | undefined
}

/** Milliseconds after the last change. */
const TITLE_AFTER = 250

const hasOpenMenu = () => document.querySelector('[role="menu"][data-expanded]') !== null

/** The address whose title had, or was offered, the focus last; null before the first page of the visit. */
let lastFocused: string | null = null

export function PageHeader(props: PageHeaderProps): JSX.Element {
  const t = useText(shellWords)
  const location = useLocation<{ keepsFocus: boolean }>()
  let heading: HTMLHeadingElement | undefined
  /** Writing it makes the browser tell its window each time: while somebody types in a title, the last word is enough. */
  let later: ReturnType<typeof setTimeout> | undefined
  createEffect<string | undefined>((before) => {
    const title = `${props.title} · ${t('product')}`
    clearTimeout(later)
    if (before === undefined) document.title = title
    else {
      later = setTimeout(() => {
        document.title = title
      }, TITLE_AFTER)
    }
    return title
  })
  onCleanup(() => clearTimeout(later))
  createEffect(
    on(
      () => location.pathname,
      (path) => {
        const isFirst = lastFocused === null
        const isSame = lastFocused === path
        lastFocused = path
        if (isFirst || isSame || location.state?.keepsFocus === true) return
        const take = () => heading?.focus({ preventScroll: true })
        if (!hasOpenMenu()) take()
        // Chosen from the menu: it closes next, and gives the focus back to its button one task later.
        // Opened while the page was on its way: taking the focus would close it under her hand.
        else setTimeout(() => !hasOpenMenu() && setTimeout(take))
      },
    ),
  )
  return (
    <header class="page-header">
      <div class="page-header__main">
        <Show when={props.back}>
          {(back) => (
            <A class="page-header__back" href={back().href}>
              <ChevronLeft size={16} aria-hidden="true" />
              {back().label}
            </A>
          )}
        </Show>
        <div class="page-header__title">
          <h1
            tabIndex={-1}
            ref={(element) => {
              heading = element
            }}
          >
            {props.title}
          </h1>
          {props.aside}
        </div>
        <Show when={props.about}>
          <p class="page-header__about">{props.about}</p>
        </Show>
      </div>
      <Show when={props.actions}>
        <div class="page-header__actions">{props.actions}</div>
      </Show>
    </header>
  )
}
