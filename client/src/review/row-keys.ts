/**
 * j and k go from row to row of a list, from where the focus is or was last. When the list comes anew they go on from the same row, wherever it stands
 * now; when that row is gone, from the first.
 */
import { createPageKeys } from './page-keys.ts'

/**
 * Called inside a component.
 * @param attribute of what takes the focus in each row; its value is the row's key
 * @param keys in the order of the rows
 */
export function createRowKeys(attribute: string, keys: () => readonly string[]): void {
  let last: string | null = null
  const step = (by: 1 | -1) => {
    const focused = document.activeElement?.getAttribute(attribute) ?? last
    const at = focused === null ? -1 : keys().indexOf(focused)
    const next = keys()[Math.min(keys().length - 1, Math.max(0, at + by))]
    if (next === undefined) return
    last = next
    const find = () => document.querySelector<HTMLElement>(`[${attribute}="${CSS.escape(next)}"]`)
    // Of a long table it may not be drawn yet.
    if (!find()) document.querySelector<HTMLElement>('[data-more-rows] button')?.click()
    find()?.focus()
  }
  createPageKeys({ j: () => step(1), k: () => step(-1) })
}
