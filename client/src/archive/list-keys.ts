/**
 * Keys of a list of links: j and k move the focus from row to row, n adds. Enter opens by itself, the row is a link. On a row Alt with an
 * arrow moves the entry, Delete deletes it and d makes a copy.
 * Nothing happens while one types in a field or a dialog stands before the page.
 */
import { onCleanup, onMount } from 'solid-js'

export interface ListKeys {
  readonly rowSelector: string
  readonly onAdd?: (() => void) | undefined
  /** Each is told the row's own mark (`data-row`). */
  readonly onMove?: ((row: string, step: 1 | -1) => void) | undefined
  readonly onDelete?: ((row: string) => void) | undefined
  readonly onDuplicate?: ((row: string) => void) | undefined
}

export function useListKeys(keys: ListKeys): void {
  onMount(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.isComposing || isElsewhere(event.target)) return
      if (onRow(event)) {
        event.preventDefault()
        return
      }
      if (event.altKey) return
      const key = event.key.toLowerCase()
      if (key === 'n' && keys.onAdd) {
        event.preventDefault()
        keys.onAdd()
        return
      }
      const step = key === 'j' ? 1 : key === 'k' ? -1 : 0
      if (step === 0) return
      event.preventDefault()
      const rows = [...document.querySelectorAll<HTMLElement>(keys.rowSelector)]
      const at = document.activeElement instanceof HTMLElement ? rows.indexOf(document.activeElement) : -1
      const next = at === -1 ? (step === 1 ? 0 : rows.length - 1) : at + step
      rows[Math.min(rows.length - 1, Math.max(0, next))]?.focus()
    }
    /** @returns true when it was a key for the row that has the focus */
    const onRow = (event: KeyboardEvent): boolean => {
      const row = event.target instanceof HTMLElement ? event.target.dataset.row : undefined
      if (!row) return false
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      const deed = event.altKey
        ? step !== 0 && keys.onMove && (() => keys.onMove?.(row, step))
        : event.key === 'Delete'
          ? keys.onDelete && (() => keys.onDelete?.(row))
          : event.key.toLowerCase() === 'd' && keys.onDuplicate && (() => keys.onDuplicate?.(row))
      if (!deed) return false
      deed()
      return true
    }
    window.addEventListener('keydown', onKey)
    onCleanup(() => window.removeEventListener('keydown', onKey))
  })
}

/** True while one types or a dialog stands before the page: single keys are then letters. */
export function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return true
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null
}
