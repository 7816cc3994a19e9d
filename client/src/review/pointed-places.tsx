/** With the reason of a "no": everything it may be about, the empty fields included, to be ticked. None need be. */
import type { RevisionContent } from '@yejibu/shared/archive/revision'
import { placesIn } from '@yejibu/shared/review/pointing'
import { createUniqueId, For, type JSX } from 'solid-js'
import { usePlaceNames } from '../archive/place-name.ts'
import { useText } from '../language/language.tsx'
import { pointingWords } from '../language/pointing.ts'
import type { Pointing } from './create-pointing.ts'
import './review.css'

export interface PointedPlacesProps {
  readonly content: RevisionContent
  readonly pointing: Pointing
}

export function PointedPlaces(props: PointedPlacesProps): JSX.Element {
  const t = useText(pointingWords)
  const names = usePlaceNames()
  const hint = createUniqueId()
  return (
    <fieldset class="review-places" aria-describedby={hint}>
      <legend class="small">{t('title')}</legend>
      <p id={hint} class="muted small">
        {t('hint')}
      </p>
      <For each={placesIn(props.content)}>
        {(place) => (
          <label class="review-place">
            <input
              type="checkbox"
              checked={props.pointing.at().includes(place)}
              onChange={() => props.pointing.toggle(place)}
            />
            <span>{names.one(props.content.part, place)}</span>
          </label>
        )}
      </For>
    </fieldset>
  )
}
