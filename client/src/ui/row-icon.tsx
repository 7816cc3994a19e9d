/**
 * An icon for what stands in rows: drawn once for its size, then copied, since a list of a hundred entries has hundreds of them and drawing
 * them took as long as the rest of the list. It never changes and says nothing: the words beside it, or its button's name, do.
 */
import type Check from 'lucide-solid/icons/check'
import { createMemo, type JSX } from 'solid-js'
import { render } from 'solid-js/web'

type LucideIcon = typeof Check

const drawn = new WeakMap<LucideIcon, Map<number, Node>>()

function drawnOnce(icon: LucideIcon, size: number): Node {
  const sizes = drawn.get(icon) ?? new Map<number, Node>()
  drawn.set(icon, sizes)
  const known = sizes.get(size)
  if (known) return known
  const holder = document.createElement('span')
  const undo = render(() => icon({ size, 'aria-hidden': 'true' }), holder)
  const made = document.importNode(holder.firstElementChild ?? holder, true)
  undo()
  sizes.set(size, made)
  return made
}

/** `of` may change, as the mark of a badge does. */
export function RowIcon(props: { readonly of: LucideIcon; readonly size: number }): JSX.Element {
  const copy = createMemo(() => drawnOnce(props.of, props.size).cloneNode(true))
  return <>{copy()}</>
}
