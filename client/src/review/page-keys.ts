/**
 * Single keys that do something on a page. They stay silent while somebody writes, while a dialog or a menu is open, together with Ctrl, Alt
 * or Meta, which belong to the browser, and everywhere once they were switched off (WCAG 2.1.4: who speaks to the computer, or touches
 * keys without meaning it, must not rule by a letter). Switched off or on for this browser.
 */
import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'

export type PageKeys = Readonly<Record<string, () => void>>

const KEPT_AS = 'yejibu.page-keys'

function remembered(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) !== 'off'
  } catch {
    return true
  }
}

const [isOn, setOn] = createSignal(remembered())
export const pageKeysAreOn: Accessor<boolean> = isOn

export function switchPageKeys(on: boolean): void {
  setOn(on)
  try {
    localStorage.setItem(KEPT_AS, on ? 'on' : 'off')
  } catch {
    // It holds until the page is closed.
  }
}

export function createPageKeys(keys: PageKeys): void {
  const onKey = (event: KeyboardEvent): void => {
    if (!isOn()) return
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    if (isWritten(event.target) || document.querySelector(OPEN_OVER) !== null) return
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined
    if (!act) return
    event.preventDefault()
    act()
  }
  onMount(() => document.addEventListener('keydown', onKey))
  onCleanup(() => document.removeEventListener('keydown', onKey))
}

const OPEN_OVER = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'
const NOT_WRITTEN = new Set(['checkbox', 'radio', 'button', 'submit'])

function isWritten(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !NOT_WRITTEN.has(target.type)
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  )
}
