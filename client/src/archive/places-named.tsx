/** The places that a "no" points at, by their names; nothing when it points at none. */
import type { Part } from '@yejibu/shared/archive/item'
import { type JSX, Show } from 'solid-js'
import { useText } from '../language/language.tsx'
import { pointingWords } from '../language/pointing.ts'
import { usePlaceNames } from './place-name.ts'

export function PlacesNamed(props: { readonly part: Part; readonly names: readonly string[] }): JSX.Element {
  const t = useText(pointingWords)
  const places = usePlaceNames()
  return (
    <Show when={props.names.length > 0}>
      <p class="small">{t('about', { names: places.all(props.part, props.names) })}</p>
    </Show>
  )
}
