/**
 * The frame around every page: a way past the header, the header, what concerns the whole, the page itself.
 * Navigation and the rest of the header come by props; the frame knows no page.
 */
import { A } from '@solidjs/router'
import { For, type JSX, Show } from 'solid-js'
import { useText } from '../language/language.tsx'
import { shellWords } from '../language/shell.ts'
import { Count } from './badge.tsx'
import { createKeptRows } from './kept-rows.ts'
import { useNavCounts } from './nav-counts.tsx'
import './frame.css'

export interface NavEntry {
  readonly href: string
  readonly label: string
}

export interface FrameProps {
  readonly nav: readonly NavEntry[]
  /** At the end of the header: connection, the person's menu. */
  readonly end: JSX.Element
  readonly banners?: JSX.Element | undefined
  readonly children: JSX.Element
}

export function Frame(props: FrameProps): JSX.Element {
  const t = useText(shellWords)
  const counts = useNavCounts()
  const nav = createKeptRows(
    () => props.nav,
    ({ href }) => href,
  )
  return (
    <div class="frame">
      {/* With a target the router leaves it to the browser, which moves the focus as well as the view. */}
      <a class="frame__skip" href="#main" target="_self">
        {t('skip')}
      </a>
      <header class="frame__header">
        <div class="frame__bar">
          <A class="frame__product" href="/">
            <img src="/icon.svg" alt="" width="26" height="26" />
            {t('product')}
          </A>
          <Show when={props.nav.length > 0}>
            <nav class="frame__nav" aria-label={t('nav.label')}>
              <For each={nav()}>
                {(entry) => (
                  <A class="nav-link" href={entry.href}>
                    {entry.label}
                    <Show when={counts.countOf(entry.href) > 0}>
                      <Count n={counts.countOf(entry.href)} label={t('nav.count', { n: counts.countOf(entry.href) })} />
                    </Show>
                  </A>
                )}
              </For>
            </nav>
          </Show>
          <div class="frame__end">{props.end}</div>
        </div>
      </header>
      <div class="frame__banners">{props.banners}</div>
      <main id="main" class="frame__main" tabIndex={-1}>
        {props.children}
      </main>
    </div>
  )
}
