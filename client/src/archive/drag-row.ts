/**
 * Dragging a row of a list by its handle, with a mouse, a pen or a finger: pointer events alone, since the browser's own dragging
 * does not exist on phones. Near the window's edge the page scrolls along. Escape lets go without moving anything.
 */

export interface DragRow {
  /** Rows in sight, each with its index in `data-at`. */
  readonly rows: () => Iterable<HTMLElement>
  /** Told where the row would be put: before the entry of this index; null when nothing is dragged. */
  readonly onOver: (before: number | null) => void
  readonly onDrop: (before: number) => void
}

const EDGE_PX = 56
const SCROLL_PX = 14

/** Call it with the handle's `pointerdown`. */
export function dragRow(event: PointerEvent, { rows, onOver, onDrop }: DragRow): void {
  const handle = event.currentTarget
  if (!(handle instanceof HTMLElement) || event.button !== 0) return
  event.preventDefault()
  handle.setPointerCapture(event.pointerId)
  let before: number | null = null
  let y = event.clientY
  let frame = 0
  const look = (): void => {
    const found = placeAt(y, rows())
    if (found !== before) {
      before = found
      onOver(before)
    }
  }
  const scroll = (): void => {
    const step = y < EDGE_PX ? -SCROLL_PX : y > window.innerHeight - EDGE_PX ? SCROLL_PX : 0
    if (step !== 0) {
      window.scrollBy(0, step)
      look()
    }
    frame = requestAnimationFrame(scroll)
  }
  const onMove = (move: PointerEvent): void => {
    y = move.clientY
    look()
  }
  const stop = (): void => {
    cancelAnimationFrame(frame)
    handle.removeEventListener('pointermove', onMove)
    handle.removeEventListener('pointerup', onUp)
    handle.removeEventListener('pointercancel', stop)
    window.removeEventListener('keydown', onKey, true)
    onOver(null)
  }
  const onUp = (): void => {
    stop()
    if (before !== null) onDrop(before)
  }
  const onKey = (key: KeyboardEvent): void => {
    if (key.key === 'Escape') stop()
  }
  handle.addEventListener('pointermove', onMove)
  handle.addEventListener('pointerup', onUp)
  handle.addEventListener('pointercancel', stop)
  window.addEventListener('keydown', onKey, true)
  frame = requestAnimationFrame(scroll)
}

/** Before the first row whose middle is below the pointer, else behind the last in sight. */
function placeAt(y: number, rows: Iterable<HTMLElement>): number | null {
  let last: number | null = null
  for (const row of rows) {
    const at = Number(row.dataset.at)
    const box = row.getBoundingClientRect()
    if (y < box.top + box.height / 2) return at
    last = at + 1
  }
  return last
}
