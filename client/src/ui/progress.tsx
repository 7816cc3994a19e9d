/** How far something has come. Without `value` it is under way and nobody knows how far. */
import { createUniqueId, type JSX, Show } from 'solid-js'
import './notices.css'

export interface ProgressProps {
  readonly label: string
  /** What has been done of `max`. */
  readonly value?: number | undefined
  readonly max?: number | undefined
  /** Shown at the right: "3 / 16". */
  readonly valueLabel?: string | undefined
}

export function Progress(props: ProgressProps): JSX.Element {
  const id = createUniqueId()
  const max = () => props.max ?? 100
  const share = () => (props.value === undefined || max() === 0 ? 0 : Math.min(1, Math.max(0, props.value / max())))
  return (
    <div class="progress">
      <div class="progress__head">
        <span id={id}>{props.label}</span>
        <Show when={props.valueLabel}>
          <span>{props.valueLabel}</span>
        </Show>
      </div>
      <div
        class="progress__track"
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={max()}
        aria-valuenow={props.value}
        aria-valuetext={props.valueLabel}
      >
        <div class="progress__bar" style={{ width: props.value === undefined ? '100%' : `${share() * 100}%` }} />
      </div>
    </div>
  )
}
