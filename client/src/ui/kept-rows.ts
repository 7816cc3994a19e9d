/**
 * Rows of plain data that are asked for again while they are shown: each stays the same object for as long as its key is among them and takes over what
 * changed, so that a `<For>` keeps its elements with the focus, open menus and half-typed words.
 *
 * A kept row is a copy that follows: it is known by its key and not by being the same object, and what must stay as it was at a moment is copied out of it
 * or made part of the key.
 */
import { createComputed, createEffect, on } from 'solid-js'
import { createStore, reconcile, unwrap } from 'solid-js/store'

/** Called inside a component. */
export function createKeptRows<Row>(rows: () => readonly Row[], keyOf: (row: Row) => string): () => readonly Row[] {
  const [kept, setKept] = createStore<{ rows: { readonly key: string; readonly row: Row }[] }>({ rows: [] })
  let focused: Element | null = null
  createComputed(
    on(rows, (all) => {
      focused = document.activeElement
      // A copy: what is merged into would change under whoever else holds it.
      const copies = all.map((row) => ({ key: keyOf(row), row: structuredClone(unwrap(row)) }))
      setKept('rows', reconcile(copies, { key: 'key', merge: true }))
    }),
  )
  // A browser takes the focus from an element that is moved to another place among the rows.
  createEffect(
    on(rows, () => {
      const isDropped = document.activeElement === document.body && focused?.isConnected === true
      if (isDropped && focused instanceof HTMLElement) focused.focus({ preventScroll: true })
      focused = null
    }),
  )
  return () => kept.rows.map(({ row }) => row)
}
