/**
 * Group commit: whatever arrived in one turn of the event loop goes to disk in one transaction, one row per document.
 *
 * Always true: one commit at a time, in the order of arrival; nobody hears of an update before its commit (`committed` is what
 * broadcasts and acknowledges); an update whose commit failed is never broadcast.
 */

import { isEmptyUpdate } from './update-bytes.ts'
import type { Append, UpdateLog } from './update-log.ts'

/** An update on its way to disk. */
export interface Pending<Sender> {
  readonly document: string
  readonly update: Uint8Array
  /** What the others receive. */
  readonly frame: Uint8Array
  readonly sender: Sender
  /** The sender's how-manieth document frame this is. */
  readonly count: number
}

export interface CommitOutcome<Sender> {
  /** On disk. Called in the order of arrival. `newest` is each document's new row. */
  committed(batch: readonly Pending<Sender>[], appended: readonly Append[], newest: ReadonlyMap<string, number>): void
  /** Not on disk, none of it. */
  failed(batch: readonly Pending<Sender>[], error: unknown): void
}

export interface CommitQueue<Sender> {
  add(pending: Pending<Sender>): void
  /** Resolves when everything added before the call is committed or failed. */
  settled(): Promise<void>
}

export function makeCommitQueue<Sender>(log: UpdateLog, outcome: CommitOutcome<Sender>): CommitQueue<Sender> {
  let waiting: Pending<Sender>[] = []
  let running: Promise<void> | null = null

  const run = async () => {
    // After the poll phase, when all sockets that had something were read.
    await new Promise<void>((resolve) => setImmediate(resolve))
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await commit(batch)
    }
    running = null
  }
  const commit = async (batch: readonly Pending<Sender>[]) => {
    const appended = byDocument(batch)
    try {
      const newest = appended.length > 0 ? await log.append(appended) : new Map<string, number>()
      outcome.committed(batch, appended, newest)
    } catch (error) {
      // A defect in `committed` too: the senders come back and learn what is on disk.
      outcome.failed(batch, error)
    }
  }

  return {
    add: (pending) => {
      waiting.push(pending)
      running ??= run()
    },
    settled: async () => {
      await running
    },
  }
}

/** An empty update needs no row; it is acknowledged with the others of its turn. */
function byDocument(batch: readonly { readonly document: string; readonly update: Uint8Array }[]): Append[] {
  const updates = new Map<string, Uint8Array[]>()
  for (const { document, update } of batch) {
    if (isEmptyUpdate(update)) continue
    const list = updates.get(document)
    if (list) list.push(update)
    else updates.set(document, [update])
  }
  return Array.from(updates, ([document, list]) => ({ document, updates: list }))
}
