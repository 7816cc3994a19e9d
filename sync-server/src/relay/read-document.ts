/** The relay's own copy of a document, for the commands that judge it. The client's word for what is in it is never taken. */
import type * as Y from 'yjs'
import { documentFrom } from './document-from.ts'
import type { StoredDocument, UpdateLog } from './update-log.ts'

/**
 * The document as committed, after waiting for what was queued before the call. The caller destroys it.
 * @param rooms what may still be on its way to the log
 */
export async function readDocument(
  log: UpdateLog,
  rooms: { settled(): Promise<void> },
  document: string,
): Promise<Y.Doc> {
  await rooms.settled()
  return documentFrom(updatesOf(await log.load(document))).doc
}

export function* updatesOf(stored: StoredDocument): Generator<Uint8Array> {
  if (stored.snapshot) yield stored.snapshot.update
  for (const row of stored.rows) yield* row.updates
}
