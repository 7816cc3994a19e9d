/**
 * Finds entries over all sections as one types: by words of any field, by pinyin or its initials, by year. Enter opens the first, the arrows
 * go through what was found, / comes here from anywhere on the page.
 */
import { A, useNavigate } from '@solidjs/router'
import type { Item } from '@yejibu/shared/archive/item'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import { createEffect, createMemo, createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { archiveWords } from '../language/archive.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { TextField } from '../ui/text-field.tsx'
import { pathOf, titleOf } from './item-line.ts'
import { isElsewhere } from './list-keys.ts'
import { plain } from './plain-text.ts'
import type { SearchIndex } from './search-index.ts'

const SHOWN = 12

export function ItemSearch(props: { readonly items: readonly Item[] }): JSX.Element {
  const t = useText(archiveWords)
  const { say } = useLanguage()
  const navigate = useNavigate()
  const [text, setText] = createSignal('')
  const [index, setIndex] = createSignal<SearchIndex>()
  let place: HTMLDivElement | undefined
  const wanted = () => plain(text())
  const found = createMemo(() => {
    if (wanted() === '') return []
    const known = index()
    if (known) return known.search(props.items, text())
    // Until the table of sounds is here.
    return props.items.filter((item) => plain(say(titleOf(item))).includes(wanted()))
  })
  const rows = () => [...(place?.querySelectorAll<HTMLAnchorElement>('[data-found]') ?? [])]
  const box = () => place?.querySelector<HTMLInputElement>('input')
  let isFetching = false
  const fetchIndex = () => {
    if (isFetching) return
    isFetching = true
    import('./search-index.ts').then(
      ({ createSearchIndex }) => setIndex(createSearchIndex()),
      () => {
        isFetching = false
      },
    )
  }
  createEffect(() => {
    void index()?.prepare(props.items)
  })
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const [first] = found()
    if (event.key === 'Enter' && event.target === box() && first) {
      event.preventDefault()
      navigate(pathOf(first))
    }
    if (event.key === 'Escape' && text() !== '') {
      event.preventDefault()
      setText('')
      box()?.focus()
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const all = rows()
    const now = document.activeElement
    const at = (now instanceof HTMLAnchorElement ? all.indexOf(now) : -1) + step
    if (at < 0) box()?.focus()
    else all[Math.min(at, all.length - 1)]?.focus()
  }
  onMount(() => {
    const onSlash = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return
      event.preventDefault()
      box()?.focus()
    }
    window.addEventListener('keydown', onSlash)
    onCleanup(() => window.removeEventListener('keydown', onSlash))
  })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the box and of the list under it
    <div
      class="stack stack--tight"
      onKeyDown={onKey}
      onFocusIn={fetchIndex}
      ref={(element) => {
        place = element
      }}
    >
      <TextField
        label={t('overview.search')}
        isLabelHidden
        type="search"
        placeholder={t('overview.searchHint')}
        value={text()}
        onInput={setText}
      />
      <Show when={wanted() !== ''}>
        <p class="small muted" role="status">
          {found().length === 0
            ? t('overview.notFound', { text: text().trim() })
            : t('overview.found', { n: found().length })}
        </p>
        <ul class="todo">
          <For each={found().slice(0, SHOWN)}>
            {(item) => (
              <li>
                <A href={pathOf(item)} data-found>
                  {say(titleOf(item))}
                </A>
                <span class="small muted">{item.part === 'profile' ? '' : say(sectionByKey(item.part).label)}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  )
}
