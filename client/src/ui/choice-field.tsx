/**
 * One of several options, in the form that suits their number: radios up to three (all in sight, one click), the browser's
 * own select up to twelve, beyond that a list to be narrowed by typing.
 * A value that is not among the options is shown as it is, never dropped: it may come from a newer version of the form.
 */
import ChevronDown from 'lucide-solid/icons/chevron-down'
import { createUniqueId, For, type JSX, lazy, Show, Suspense } from 'solid-js'
import { useText } from '../language/language.tsx'
import { uiWords } from '../language/ui.ts'
import type { ChoiceFieldProps } from './choice.ts'
import { FieldFrame } from './field.tsx'

const RADIO_MOST = 3
const SELECT_MOST = 12

const Combobox = lazy(async () => ({ default: (await import('./combobox.tsx')).Combobox }))

export function ChoiceField(props: ChoiceFieldProps): JSX.Element {
  const form = () =>
    props.form ??
    (props.options.length <= RADIO_MOST ? 'radio' : props.options.length <= SELECT_MOST ? 'select' : 'combobox')
  return (
    <Show
      when={form() !== 'combobox'}
      fallback={
        // Until the longer list's code is here, the browser's own select does the same work.
        <Suspense fallback={<Select {...props} />}>
          <Combobox {...props} />
        </Suspense>
      }
    >
      <Show when={form() === 'radio'} fallback={<Select {...props} />}>
        <Radios {...props} />
      </Show>
    </Show>
  )
}

function isOutsider(props: ChoiceFieldProps): boolean {
  return props.value !== '' && !props.options.some((option) => option.value === props.value)
}

function Select(props: ChoiceFieldProps): JSX.Element {
  const t = useText(uiWords)
  return (
    <FieldFrame {...props}>
      {(ids) => (
        <div class="field__box">
          <select
            id={ids.control}
            class="field__control"
            disabled={props.isDisabled || props.isReadOnly}
            aria-required={props.isRequired}
            aria-describedby={ids.describedBy}
            aria-invalid={ids.isInvalid}
            onChange={(event) => props.onChoose(event.currentTarget.value)}
          >
            {/* Where one of the options is “none” or “all”, a second empty one would stand in its place. */}
            <Show when={!props.options.some((option) => option.value === '')}>
              <option value="" selected={props.value === ''}>
                {t('field.choose')}
              </option>
            </Show>
            <For each={props.options}>
              {(option) => (
                <option value={option.value} selected={option.value === props.value}>
                  {option.label}
                </option>
              )}
            </For>
            <Show when={isOutsider(props)}>
              <option value={props.value} selected>
                {props.value}
              </option>
            </Show>
          </select>
          <ChevronDown class="field__chevron" size={16} aria-hidden="true" />
        </div>
      )}
    </FieldFrame>
  )
}

function Radios(props: ChoiceFieldProps): JSX.Element {
  const t = useText(uiWords)
  const name = createUniqueId()
  const isFixed = () => props.isDisabled || props.isReadOnly
  return (
    <FieldFrame {...props} isGroup>
      {(ids) => (
        <div
          id={ids.control}
          class="choices"
          role="radiogroup"
          aria-labelledby={ids.label}
          aria-describedby={ids.describedBy}
          aria-invalid={ids.isInvalid}
          aria-required={props.isRequired}
        >
          <For each={props.options}>
            {(option) => (
              <label class="choice" classList={{ 'choice--disabled': isFixed() === true }}>
                <input
                  type="radio"
                  name={name}
                  value={option.value}
                  checked={option.value === props.value}
                  disabled={isFixed()}
                  onChange={() => props.onChoose(option.value)}
                />
                <span>
                  {option.label}
                  <Show when={option.hint}>
                    <span class="choice__hint">{option.hint}</span>
                  </Show>
                </span>
              </label>
            )}
          </For>
          <Show when={isOutsider(props)}>
            <span>{props.value}</span>
          </Show>
          <Show when={!props.isRequired && !props.isKept && props.value !== '' && !isFixed()}>
            <button type="button" class="button button--quiet button--small" onClick={() => props.onChoose('')}>
              {t('field.clear')}
            </button>
          </Show>
        </div>
      )}
    </FieldFrame>
  )
}
