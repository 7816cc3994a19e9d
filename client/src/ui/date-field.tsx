/** A day, `YYYY-MM-DD`, in the browser's own date field: typed, or picked in the calendar its users know. */
import type { JSX } from 'solid-js'
import { FieldFrame, type FieldProps } from './field.tsx'

export interface DateFieldProps extends FieldProps {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly onBlur?: (() => void) | undefined
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly isReadOnly?: boolean | undefined
  readonly isDisabled?: boolean | undefined
}

export function DateField(props: DateFieldProps): JSX.Element {
  return (
    <FieldFrame {...props}>
      {(ids) => (
        <input
          id={ids.control}
          class="field__control"
          type="date"
          value={props.value}
          min={props.min}
          max={props.max}
          readOnly={props.isReadOnly}
          disabled={props.isDisabled}
          required={props.isRequired}
          aria-describedby={ids.describedBy}
          aria-invalid={ids.isInvalid}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onBlur={() => props.onBlur?.()}
        />
      )}
    </FieldFrame>
  )
}
