/** Several lines of text, as high as what is written in it. */
import { createEffect, createMemo, type JSX, on, onCleanup, onMount } from 'solid-js'
import { useText } from '../language/language.tsx'
import { uiWords } from '../language/ui.ts'
import { bindText } from './bind-text.ts'
import { counterOf } from './counter.ts'
import { FieldFrame, type FieldProps } from './field.tsx'

export interface ProseFieldProps extends FieldProps {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly onBlur?: (() => void) | undefined
  readonly maxChars?: number | undefined
  /** How many count against `maxChars`, where a rule counts differently from code points. */
  readonly count?: number | undefined
  readonly rows?: number | undefined
  readonly placeholder?: string | undefined
  readonly isReadOnly?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  readonly ref?: ((control: HTMLTextAreaElement) => void) | undefined
}

export function ProseField(props: ProseFieldProps): JSX.Element {
  const t = useText(uiWords)
  return (
    <FieldFrame {...props} isHintFirst counter={counterOf(t, props.value, props.maxChars, props.count)}>
      {(ids) => (
        <textarea
          id={ids.control}
          class="field__control"
          rows={props.rows ?? 3}
          placeholder={props.placeholder}
          readOnly={props.isReadOnly}
          disabled={props.isDisabled}
          aria-required={props.isRequired}
          aria-describedby={ids.describedBy}
          aria-invalid={ids.isInvalid}
          onBlur={() => props.onBlur?.()}
          ref={(control) => {
            bindText(control, { value: () => props.value, onInput: (value) => props.onInput(value) })
            growWithText(control, () => props.value)
            props.ref?.(control)
          }}
        />
      )}
    </FieldFrame>
  )
}

/** Follows the text, and the width: a narrower window breaks the same text into more lines. */
function growWithText(control: HTMLTextAreaElement, value: () => string): void {
  const grow = () => {
    control.style.height = 'auto'
    const borders = control.offsetHeight - control.clientHeight
    if (control.scrollHeight > 0) control.style.height = `${control.scrollHeight + borders}px`
  }
  // Only for another text: measuring lays the page out, and what is typed into other fields comes by here, too.
  createEffect(on(createMemo(value), grow))
  onMount(() => {
    let width = control.clientWidth
    if (typeof ResizeObserver !== 'function') return
    const observer = new ResizeObserver(() => {
      if (control.clientWidth === width) return
      width = control.clientWidth
      grow()
    })
    observer.observe(control)
    onCleanup(() => observer.disconnect())
  })
}
