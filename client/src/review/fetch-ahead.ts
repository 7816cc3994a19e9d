/**
 * Brings the evidence of everything that waits into this browser while the relay is there, so that a review begun in the office goes on without it: of the
 * archive that is open, and of everybody in the queue. What was sent to be reviewed is here with the facts already, in one feed for all
 * archives; the files come by plain requests, so no archive needs a connection of its own.
 *
 * One file at a time, so that the file before the reviewer's eyes never queues behind them, and no more than fits beside what else a browser keeps.
 */
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { ArchiveReview } from '@yejibu/shared/review/review'
import { isWaiting } from '@yejibu/shared/review/standing'
import { type Accessor, createEffect, onCleanup } from 'solid-js'
import type { EvidenceStore } from '../platform/evidence-store.ts'

export interface WaitingFile {
  readonly archive: AccountId
  readonly sha256: string
  readonly bytes: number
}

/** The files of all waiting revisions of an archive, each once. */
export function waitingEvidence(archive: AccountId, review: ArchiveReview): readonly WaitingFile[] {
  const found = new Map<string, WaitingFile>()
  for (const item of Object.values(review.items)) {
    if (!item.sent || !isWaiting(item)) continue
    for (const { sha256, bytes } of item.sent.content.evidence) found.set(sha256, { archive, sha256, bytes })
  }
  return [...found.values()]
}

/** What one visit of the queue brings along, in bytes: some fifty people's year. */
export const MOST_AHEAD = 500 * 1024 * 1024

export interface FetchAheadOptions {
  /** What is needed soonest first. */
  readonly wanted: Accessor<readonly WaitingFile[]>
  readonly store: Pick<EvidenceStore, 'get'>
  /** Only then is anything asked for. */
  readonly isOnline: Accessor<boolean>
  /** Bytes. */
  readonly most?: number
}

export function createFetchAhead({ wanted, store, isOnline, most = MOST_AHEAD }: FetchAheadOptions): void {
  const had = new Set<string>()
  let left = most
  let latest: readonly WaitingFile[] = []
  let isGone = false
  let isRunning = false
  onCleanup(() => {
    isGone = true
  })
  const run = async (): Promise<void> => {
    if (isRunning) return
    isRunning = true
    while (!isGone && isOnline()) {
      const next = latest.find(({ sha256, bytes }) => !had.has(sha256) && bytes <= left)
      if (!next) break
      const answer = await store.get(next.archive, next.sha256)
      if (!answer.ok && answer.refusal.kind === 'unreachable') break
      // One that is not there is shown as missing when she opens it; asking again at once would not help.
      had.add(next.sha256)
      if (answer.ok) left -= next.bytes
    }
    isRunning = false
  }
  createEffect(() => {
    latest = wanted()
    if (isOnline()) void run()
  })
}
