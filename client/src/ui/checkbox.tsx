/** One yes or no, with its sentence beside it. */
import CircleAlert from 'lucide-solid/icons/circle-alert'
import { createEffect, createUniqueId, type JSX, Show } from 'solid-js'
import './field.css'

export interface CheckboxProps {
  readonly label: JSX.Element
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly isDisabled?: boolean | undefined
  /** Some, not all, of what it stands for is chosen. */
  readonly isPartly?: boolean | undefined
}

export function Checkbox(props: CheckboxProps): JSX.Element {
  const id = createUniqueId()
  const describedBy = () =>
    [props.hint ? `${id}-hint` : '', props.error ? `${id}-error` : ''].filter((part) => part !== '').join(' ') ||
    undefined
  return (
    <div class="field">
      <label class="choice" classList={{ 'choice--disabled': props.isDisabled === true }}>
        <input
          type="checkbox"
          checked={props.isChecked}
          disabled={props.isDisabled}
          aria-describedby={describedBy()}
          aria-invalid={props.error ? true : undefined}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
          ref={(box) => {
            createEffect(() => {
              box.indeterminate = props.isPartly ?? false
            })
          }}
        />
        <span>{props.label}</span>
      </label>
      <Show when={props.hint}>
        <div id={`${id}-hint`} class="field__hint">
          {props.hint}
        </div>
      </Show>
      <Show when={props.error}>
        <div id={`${id}-error`} class="field__error">
          <CircleAlert size={14} aria-hidden="true" />
          <span>{props.error}</span>
        </div>
      </Show>
    </div>
  )
}
