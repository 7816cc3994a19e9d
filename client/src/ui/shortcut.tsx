/** The keys that do something, as they stand on the keyboard; a hint beside what they do. */
import { For, type JSX } from 'solid-js'
import './page-header.css'

export function Shortcut(props: { readonly keys: readonly string[] }): JSX.Element {
  return (
    <span class="shortcut" aria-hidden="true">
      <For each={props.keys}>{(key) => <kbd>{key}</kbd>}</For>
    </span>
  )
}
