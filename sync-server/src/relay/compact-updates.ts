/**
 * Many updates to one, with what is still missing a predecessor kept. A value that lost against a concurrent write stays readable: the
 * device that would keep it beside its field may not have seen it yet.
 */
import { mayBeCleared } from '@yejibu/shared/archive/lost-write'
import * as Y from 'yjs'
import { documentFrom } from './document-from.ts'
import type { Snapshot } from './update-log.ts'

/** @returns null when one of them cannot be applied: then the rows stay as they are */
export function compactUpdates(updates: readonly Uint8Array[]): Snapshot | null {
  const { doc, unreadable } = documentFrom(updates, mayBeCleared)
  try {
    // Structs and deletions with gaps before them are part of `encodeStateAsUpdate`.
    return unreadable > 0 ? null : { update: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) }
  } finally {
    doc.destroy()
  }
}
