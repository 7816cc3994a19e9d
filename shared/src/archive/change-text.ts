/** Writing a whole text into a shared one, so that what another device writes into it meanwhile stays. */
import type * as Y from 'yjs'

/** Replaces the part of a text between its common beginning and end, never cutting a surrogate pair. */
export function changeText(text: Y.Text, next: string): void {
  const before = text.toJSON()
  if (before === next) return
  const most = Math.min(before.length, next.length)
  let start = 0
  while (start < most && before[start] === next[start]) start++
  if (isHighSurrogate(before, start - 1)) start--
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === next[next.length - 1 - end]) end++
  if (end > 0 && isHighSurrogate(before, before.length - end - 1)) end--
  if (before.length - end > start) text.delete(start, before.length - end - start)
  if (next.length - end > start) text.insert(start, next.slice(start, next.length - end))
}

function isHighSurrogate(text: string, at: number): boolean {
  const unit = at >= 0 ? text.charCodeAt(at) : 0
  return unit >= 0xd800 && unit <= 0xdbff
}
