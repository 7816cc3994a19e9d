/** The key that does what a button does, beside its name; absent while keys are switched off. */
import { type JSX, Show } from 'solid-js'
import { Shortcut } from '../ui/shortcut.tsx'
import { pageKeysAreOn } from './page-keys.ts'

export function KeyHint(props: { readonly of: string }): JSX.Element {
  return (
    <Show when={pageKeysAreOn()}>
      <Shortcut keys={[props.of]} />
    </Show>
  )
}
