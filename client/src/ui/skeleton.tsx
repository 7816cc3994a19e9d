/** The shape of a page that is on its way; it says that it is loading, once, and promises no particular content. */
import { For, type JSX } from 'solid-js'
import { useText } from '../language/language.tsx'
import { uiWords } from '../language/ui.ts'
import './notices.css'

export function Skeleton(props: { readonly lines?: number }): JSX.Element {
  const t = useText(uiWords)
  return (
    <div class="skeleton" role="status" aria-label={t('loading')}>
      <For each={Array.from({ length: props.lines ?? 5 })}>
        {() => <div class="skeleton__line" aria-hidden="true" />}
      </For>
    </div>
  )
}
