/**
 * What every field has around its control: a label, whether it must be filled, a hint, an error, sometimes a counter.
 * What is always true: the control's accessible name is the label; remark, hint, counter and error are its description, in this
 * order; `aria-invalid` is set exactly when an error is shown. A warning is shown like an error but leaves the field valid.
 */
import CircleAlert from 'lucide-solid/icons/circle-alert'
import CornerUpLeft from 'lucide-solid/icons/corner-up-left'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { createUniqueId, type JSX, Show } from 'solid-js'
import { useText } from '../language/language.tsx'
import { uiWords } from '../language/ui.ts'
import './field.css'

export interface FieldProps {
  readonly label: string
  readonly hint?: string | undefined
  /** What is wrong and what to do about it; the field is invalid while it is there. */
  readonly error?: string | undefined
  /** Worth a look, but nothing is refused because of it. */
  readonly warning?: string | undefined
  /** What somebody else said about this field, to be read with it; it makes nothing invalid. */
  readonly remark?: string | undefined
  readonly isRequired?: boolean | undefined
  /** Shown beside the label: a saved-where mark, a second version, a badge. */
  readonly aside?: JSX.Element | undefined
  /** Hides the label from the eye where the surroundings already say it, such as a table's cell. */
  readonly isLabelHidden?: boolean | undefined
}

export interface FieldIds {
  readonly control: string
  readonly label: string
  /** For `aria-describedby`; undefined when there is nothing to describe. */
  readonly describedBy: string | undefined
  readonly isInvalid: true | undefined
}

export interface FieldFrameProps extends FieldProps {
  readonly counter?: { readonly text: string; readonly isOver: boolean } | undefined
  readonly children: (ids: FieldIds) => JSX.Element
  /** Above the control instead of below it: where the hint must be read before a longer piece of work is begun. */
  readonly isHintFirst?: boolean | undefined
  /** A group of controls (radios) is named by a legend instead of a label. */
  readonly isGroup?: boolean | undefined
}

export function FieldFrame(props: FieldFrameProps): JSX.Element {
  const t = useText(uiWords)
  const id = createUniqueId()
  const message = () => props.error || props.warning
  const ids: FieldIds = {
    control: `${id}-control`,
    label: `${id}-label`,
    get describedBy() {
      const parts = [
        props.remark ? `${id}-remark` : '',
        props.hint ? `${id}-hint` : '',
        props.counter ? `${id}-counter` : '',
        message() ? `${id}-error` : '',
      ].filter((part) => part !== '')
      return parts.length === 0 ? undefined : parts.join(' ')
    },
    get isInvalid() {
      return props.error ? true : undefined
    },
  }
  const label = () => (
    <>
      <span>{props.label}</span>
      <Show when={props.isRequired}>
        {/* The control itself says that it is required, so the name stays the label alone. */}
        <span class="field__need field__need--required" aria-hidden="true">
          {t('field.required')}
        </span>
      </Show>
    </>
  )
  const hint = () => (
    <Show when={props.hint}>
      <div id={`${id}-hint`} class="field__hint">
        {props.hint}
      </div>
    </Show>
  )
  return (
    <div class="field" classList={{ 'field--warning': !props.error && Boolean(props.warning) }}>
      <div class="field__label" classList={{ 'for-ears': props.isLabelHidden === true }}>
        <Show
          when={props.isGroup}
          fallback={
            <label id={ids.label} for={ids.control}>
              {label()}
            </label>
          }
        >
          <span id={ids.label}>{label()}</span>
        </Show>
        {props.aside}
      </div>
      <Show when={props.remark}>
        <div id={`${id}-remark`} class="field__remark">
          <CornerUpLeft size={14} aria-hidden="true" />
          <span>{props.remark}</span>
        </div>
      </Show>
      <Show when={props.isHintFirst}>{hint()}</Show>
      {props.children(ids)}
      <Show when={!props.isHintFirst}>{hint()}</Show>
      <Show when={message() || props.counter}>
        <div class="field__below">
          <Show when={message()}>
            <div id={`${id}-error`} class="field__error">
              <Show when={props.error} fallback={<TriangleAlert size={14} aria-hidden="true" />}>
                <CircleAlert size={14} aria-hidden="true" />
              </Show>
              <span>{message()}</span>
            </div>
          </Show>
          <Show when={props.counter}>
            {(counter) => (
              <div id={`${id}-counter`} class="field__counter" classList={{ 'field__counter--over': counter().isOver }}>
                {counter().text}
              </div>
            )}
          </Show>
        </div>
      </Show>
    </div>
  )
}
