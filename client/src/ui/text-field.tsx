/** One line of text. The value is the owner's; the field reports what is typed, once an input method has finished. */
import Eye from 'lucide-solid/icons/eye'
import EyeOff from 'lucide-solid/icons/eye-off'
import { createSignal, type JSX, Show } from 'solid-js'
import { useText } from '../language/language.tsx'
import { uiWords } from '../language/ui.ts'
import { bindText } from './bind-text.ts'
import { counterOf } from './counter.ts'
import { FieldFrame, type FieldProps } from './field.tsx'

export interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onInput: (value: string) => void
  /** Leaving the field: the moment to tidy and to check what was written. */
  readonly onBlur?: (() => void) | undefined
  /** The name a browser or password manager knows it by. */
  readonly name?: string | undefined
  readonly type?: 'text' | 'password' | 'search' | 'tel' | 'email' | undefined
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | undefined
  readonly autocomplete?: string | undefined
  readonly placeholder?: string | undefined
  /** Shown as a counter; more may be typed, and is counted as too much, so that nothing pasted is cut off in silence. */
  readonly maxChars?: number | undefined
  readonly unit?: string | undefined
  readonly isReadOnly?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  readonly hasFocusFirst?: boolean | undefined
  readonly ref?: ((control: HTMLInputElement) => void) | undefined
}

export function TextField(props: TextFieldProps): JSX.Element {
  const t = useText(uiWords)
  const [isShown, setShown] = createSignal(false)
  const counter = () => counterOf(t, props.value, props.maxChars)
  const type = () => (props.type === 'password' && isShown() ? 'text' : (props.type ?? 'text'))
  return (
    <FieldFrame {...props} counter={counter()}>
      {(ids) => (
        <div class="field__box" classList={{ 'field__box--sided': props.type === 'password' }}>
          <input
            id={ids.control}
            class="field__control"
            type={type()}
            name={props.name}
            inputmode={props.inputMode}
            autocomplete={props.autocomplete ?? 'off'}
            autocapitalize="off"
            spellcheck={false}
            placeholder={props.placeholder}
            readOnly={props.isReadOnly}
            disabled={props.isDisabled}
            aria-required={props.isRequired}
            aria-describedby={ids.describedBy}
            aria-invalid={ids.isInvalid}
            autofocus={props.hasFocusFirst}
            onBlur={() => props.onBlur?.()}
            ref={(control) => {
              bindText(control, { value: () => props.value, onInput: (value) => props.onInput(value) })
              props.ref?.(control)
            }}
          />
          <Show when={props.unit}>
            <span class="field__unit">{props.unit}</span>
          </Show>
          <Show when={props.type === 'password'}>
            <button
              type="button"
              class="field__side"
              aria-label={t(isShown() ? 'field.hidePassword' : 'field.showPassword')}
              aria-controls={ids.control}
              onClick={() => setShown(!isShown())}
            >
              <Show when={isShown()} fallback={<Eye size={16} aria-hidden="true" />}>
                <EyeOff size={16} aria-hidden="true" />
              </Show>
            </button>
          </Show>
        </div>
      )}
    </FieldFrame>
  )
}
