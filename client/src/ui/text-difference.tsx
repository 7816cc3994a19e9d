/** A long text with what was taken out struck through and what was put in marked, read in one go; for ears each mark is said. */
import { createResource, For, type JSX, Match, Switch } from 'solid-js'
import './text-difference.css'
import { textPieces } from './text-pieces.ts'

export interface TextDifferenceProps {
  readonly before: string
  readonly after: string
  /** What those who listen hear before a piece. */
  readonly removed: string
  readonly added: string
}

export function TextDifference(props: TextDifferenceProps): JSX.Element {
  const [pieces] = createResource(
    () => ({ before: props.before, after: props.after }),
    ({ before, after }) => textPieces(before, after),
    // Until the comparison's code is here, both texts one after the other.
    {
      initialValue: [
        { kind: 'removed', text: props.before },
        { kind: 'added', text: props.after },
      ],
    },
  )
  return (
    <p class="text-difference">
      <For each={pieces.latest}>
        {(piece) => (
          <Switch fallback={piece.text}>
            <Match when={piece.kind === 'removed'}>
              <del>
                <span class="for-ears">{props.removed}</span>
                {piece.text}
              </del>
            </Match>
            <Match when={piece.kind === 'added'}>
              <ins>
                <span class="for-ears">{props.added}</span>
                {piece.text}
              </ins>
            </Match>
          </Switch>
        )}
      </For>
    </p>
  )
}
