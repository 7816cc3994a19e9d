/** A day and a time by the calendar of China, kept as ISO 8601 with its offset. */
import type { JSX } from 'solid-js'
import { FieldFrame, type FieldProps } from '../../ui/field.tsx'

export interface MomentFieldProps extends FieldProps {
  readonly value: string
  readonly onInput: (value: string) => void
}

const OFFSET = '+08:00'
const OFFSET_MS = 8 * 3_600_000

export function MomentField(props: MomentFieldProps): JSX.Element {
  return (
    <FieldFrame {...props}>
      {(ids) => (
        <input
          id={ids.control}
          class="field__control"
          type="datetime-local"
          value={localOf(props.value)}
          required={props.isRequired}
          aria-describedby={ids.describedBy}
          aria-invalid={ids.isInvalid}
          onInput={(event) => {
            const { value } = event.currentTarget
            props.onInput(value === '' ? '' : `${value.length === 16 ? `${value}:00` : value}${OFFSET}`)
          }}
        />
      )}
    </FieldFrame>
  )
}

/** `2022-09-01T08:30` in China, whatever offset the moment was written with. */
export function localOf(moment: string): string {
  const time = Date.parse(moment)
  return Number.isNaN(time) ? '' : new Date(time + OFFSET_MS).toISOString().slice(0, 16)
}
