/**
 * Binds a text control to a value that may also change from elsewhere (another device, undo) while a person is typing.
 *
 * What is always true: nothing is reported while an input method composes (a half-typed pinyin is no text), and what comes
 * from elsewhere meanwhile waits until the composition ends; a change from elsewhere leaves the caret on the same letter.
 */
import { createEffect, on, onCleanup } from 'solid-js'

type TextControl = HTMLInputElement | HTMLTextAreaElement

/** Where a caret at `position` of `before` belongs in `after`: it stays with the text around it. Code units. */
export function caretAfterChange(before: string, after: string, position: number): number {
  let start = 0
  const shortest = Math.min(before.length, after.length)
  while (start < shortest && before[start] === after[start]) start += 1
  let end = 0
  while (end < shortest - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  if (position <= start) return position
  if (position >= before.length - end) return position + after.length - before.length
  return after.length - end
}

export interface TextBinding {
  readonly value: () => string
  readonly onInput: (value: string) => void
}

export function bindText(control: TextControl, binding: TextBinding): void {
  let isComposing = false

  const show = (next: string) => {
    if (control.value === next) return
    if (document.activeElement !== control || control.selectionStart === null) {
      control.value = next
      return
    }
    const before = control.value
    const start = caretAfterChange(before, next, control.selectionStart)
    const end = caretAfterChange(before, next, control.selectionEnd ?? control.selectionStart)
    control.value = next
    control.setSelectionRange(start, end)
  }
  const report = () => {
    if (control.value !== binding.value()) binding.onInput(control.value)
    // The owner may have kept something else (digits only, full width made half width): show what was kept.
    show(binding.value())
  }
  const onInput = (event: Event) => {
    if (isComposing || (event instanceof InputEvent && event.isComposing)) return
    report()
  }
  const onCompositionStart = () => {
    isComposing = true
  }
  const onCompositionEnd = () => {
    isComposing = false
    report()
  }

  control.addEventListener('input', onInput)
  control.addEventListener('compositionstart', onCompositionStart)
  control.addEventListener('compositionend', onCompositionEnd)
  onCleanup(() => {
    control.removeEventListener('input', onInput)
    control.removeEventListener('compositionstart', onCompositionStart)
    control.removeEventListener('compositionend', onCompositionEnd)
  })

  control.value = binding.value()
  createEffect(
    on(binding.value, (next) => {
      if (!isComposing) show(next)
    }),
  )
}
