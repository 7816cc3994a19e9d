/**
 * What a client that opens a document is sent, from the stored bytes, without a Y.Doc.
 *
 * Always true: the client's own state is never guessed larger than it said, so what it lacks is in the frames; the last frame is sync
 * step 2, which tells a stock client that it has everything.
 */
import * as Y from 'yjs'
import { askStateFrame, lastUpdateFrame, updateFrame } from './frames.ts'
import { EMPTY_UPDATE, extendStateVector, isEmptyUpdate, type StateVector } from './update-bytes.ts'
import type { StoredDocument } from './update-log.ts'

/**
 * An empty client gets the stored bytes untouched; any other the part of each that it lacks. Deletions are in no state vector, so those of
 * the snapshot always go along.
 */
export function openingFrames(stored: StoredDocument, known: StateVector): Uint8Array[] {
  const updates: Uint8Array[] = []
  const clientVector = Y.encodeStateVector(known)
  const add = (update: Uint8Array) => {
    const missing = known.size === 0 ? update : Y.diffUpdate(update, clientVector)
    if (!isEmptyUpdate(missing)) updates.push(missing)
  }
  if (stored.snapshot) add(stored.snapshot.update)
  for (const row of stored.rows) for (const update of row.updates) add(update)
  const last = updates.pop() ?? EMPTY_UPDATE
  return [...updates.map(updateFrame), lastUpdateFrame(last)]
}

/** Asks a writer for what the relay does not have yet. */
export function askFrame(stored: StoredDocument): Uint8Array {
  return askStateFrame(stateVectorOf(stored))
}

export function stateVectorOf(stored: StoredDocument): StateVector {
  const known: StateVector = stored.snapshot ? Y.decodeStateVector(stored.snapshot.stateVector) : new Map()
  for (const row of stored.rows) for (const update of row.updates) extendStateVector(known, update)
  return known
}
