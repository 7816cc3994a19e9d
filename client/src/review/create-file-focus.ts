/**
 * True while a file's own viewer has the keyboard: a PDF on the page is a window of its own, keys pressed in it never reach the page. The page then
 * says so and offers the way back; leaving by Tab or by a click does the same.
 */
import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'

const VIEWERS = 'object, embed, iframe'

export function createFileFocus(): Accessor<boolean> {
  const [isInFile, setInFile] = createSignal(false)
  const look = (): void => {
    // The button that leads back has the focus while it is pressed; taking it away then would swallow the press.
    if (document.activeElement?.closest('[data-way-back]')) return
    setInFile(document.activeElement?.matches(VIEWERS) ?? false)
  }
  // The window loses the focus first and the document names the viewer a moment later.
  const onBlur = (): void => queueMicrotask(look)
  onMount(() => {
    window.addEventListener('blur', onBlur)
    window.addEventListener('focus', look)
    document.addEventListener('focusin', look)
  })
  onCleanup(() => {
    window.removeEventListener('blur', onBlur)
    window.removeEventListener('focus', look)
    document.removeEventListener('focusin', look)
  })
  return isInFile
}
