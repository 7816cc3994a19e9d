/** A choice of one from several, in whichever form it is shown. */
import type { FieldProps } from './field.tsx'

export interface ChoiceOption {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
}

export interface ChoiceFieldProps extends FieldProps {
  /** The option's value; empty when none is chosen. */
  readonly value: string
  readonly options: readonly ChoiceOption[]
  readonly onChoose: (value: string) => void
  readonly isReadOnly?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  /** Changed to another option, never emptied: one of them always holds. */
  readonly isKept?: boolean | undefined
  readonly form?: 'radio' | 'select' | 'combobox' | undefined
}
