/** The line that says where the entry before the eyes is kept, so that nobody looks for a save button. */
import { type JSX, Show } from 'solid-js'
import { archiveWords } from '../language/archive.ts'
import { useText } from '../language/language.tsx'
import type { Whereabouts } from '../sync/saved-where.ts'
import { SavedMark } from './saved-mark.tsx'

export interface SavedLineProps {
  readonly where: Whereabouts
  /** The relay is not reached: the entry cannot get there now. */
  readonly isAway: boolean
  readonly isPrivate?: boolean | undefined
}

export function SavedLine(props: SavedLineProps): JSX.Element {
  const t = useText(archiveWords)
  return (
    <span class="saved-line">
      <SavedMark where={props.where} isPrivate={props.isPrivate} />
      <Show when={props.where === 'on-device'}>
        <span class="muted small">{t(props.isAway ? 'savedNext.away' : 'savedNext.soon')}</span>
      </Show>
    </span>
  )
}
