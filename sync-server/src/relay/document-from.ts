/**
 * Builds a Y.Doc from stored bytes. Only compaction (in its thread) and the commands that judge a document do this; the write path never.
 *
 * Always true: updates are applied one by one, and one that Yjs cannot apply is left out and counted, so a writer who stores bytes that
 * decode but do not apply harms nobody else's reading.
 */
import * as Y from 'yjs'

/** @param mayBeCleared which deleted content is dropped; all of it by default */
export function documentFrom(
  updates: Iterable<Uint8Array>,
  mayBeCleared: (item: Y.Item) => boolean = () => true,
): { readonly doc: Y.Doc; readonly unreadable: number } {
  const doc = new Y.Doc({ gcFilter: mayBeCleared })
  let unreadable = 0
  for (const update of updates) {
    try {
      Y.applyUpdate(doc, update)
    } catch {
      unreadable += 1
    }
  }
  return { doc, unreadable }
}
