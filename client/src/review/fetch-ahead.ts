/**
 * Brings the evidence of everything that waits into this browser while the relay is there, so that a review begun in the office goes on
 * without it. One file at a time, so that the file before the reviewer's eyes never queues behind them.
 */
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { ArchiveReview } from '@yejibu/shared/review/review'
import { isWaiting } from '@yejibu/shared/review/standing'
import { type Accessor, createEffect, onCleanup } from 'solid-js'
import type { EvidenceStore } from '../platform/evidence-store.ts'

/** Hashes of the files of all waiting revisions, each once. */
export function waitingEvidence(review: ArchiveReview): readonly string[] {
  const found = new Set<string>()
  for (const item of Object.values(review.items)) {
    if (!item.sent || !isWaiting(item)) continue
    for (const { sha256 } of item.sent.content.evidence) found.add(sha256)
  }
  return [...found]
}

export interface FetchAheadOptions {
  readonly archive: AccountId
  readonly review: Accessor<ArchiveReview>
  readonly store: Pick<EvidenceStore, 'get'>
  /** Only then is anything asked for. */
  readonly isOnline: Accessor<boolean>
}

export function createFetchAhead({ archive, review, store, isOnline }: FetchAheadOptions): void {
  const had = new Set<string>()
  let isGone = false
  let isRunning = false
  onCleanup(() => {
    isGone = true
  })
  const run = async (wanted: readonly string[]): Promise<void> => {
    if (isRunning) return
    isRunning = true
    for (const sha256 of wanted) {
      if (isGone || !isOnline()) break
      if (had.has(sha256)) continue
      const answer = await store.get(archive, sha256)
      // One that is not there is shown as missing when she opens it; asking again at once would not help.
      if (answer.ok || answer.refusal.kind !== 'unreachable') had.add(sha256)
    }
    isRunning = false
  }
  createEffect(() => {
    if (isOnline()) void run(waitingEvidence(review()))
  })
}
