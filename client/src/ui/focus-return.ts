/**
 * Where the focus goes when a dialog closes: back to what had it when the dialog opened, whatever opened it. If that is gone
 * (the row was deleted), the page's title takes it, so that the keyboard is never left nowhere. The dialog is gone a moment before: where a key pressed in
 * between has put the focus, it stays.
 */
import { createComputed, on } from 'solid-js'

export function createFocusReturn(isOpen: () => boolean): (event: Event) => void {
  let before: Element | null = null
  createComputed(
    on(isOpen, (open) => {
      if (open) before = document.activeElement
    }),
  )
  return (event) => {
    event.preventDefault()
    const now = document.activeElement
    const isTaken = now !== null && now !== document.body && now.isConnected
    if (isTaken && !(event.target instanceof Node && event.target.contains(now))) return
    const target = before instanceof HTMLElement && before.isConnected && before !== document.body ? before : null
    const fallback = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main')
    ;(target ?? fallback)?.focus()
  }
}
