/** Beside a value under review: "this is what the reason is about". Named for ears by what it stands beside. */
import Flag from 'lucide-solid/icons/flag'
import type { JSX } from 'solid-js'
import { useText } from '../language/language.tsx'
import { pointingWords } from '../language/pointing.ts'
import './review.css'

export interface PointToggleProps {
  /** What it stands beside. */
  readonly name: string
  readonly isPointed: boolean
  readonly onToggle: () => void
  /** Of several in a list one is reached by Tab, the others from it by the arrows. */
  readonly isStop?: boolean | undefined
  readonly onFocus?: (() => void) | undefined
  readonly ref?: ((button: HTMLButtonElement) => void) | undefined
}

export function PointToggle(props: PointToggleProps): JSX.Element {
  const t = useText(pointingWords)
  const label = () => t('toggle', { name: props.name })
  return (
    <button
      type="button"
      class="review-point no-print"
      aria-pressed={props.isPointed}
      aria-label={label()}
      title={label()}
      tabIndex={props.isStop === false ? -1 : 0}
      onClick={() => props.onToggle()}
      onFocus={() => props.onFocus?.()}
      ref={(button) => props.ref?.(button)}
    >
      <Flag size={14} aria-hidden="true" />
    </button>
  )
}
