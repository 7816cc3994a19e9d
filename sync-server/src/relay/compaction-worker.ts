/** Runs in a thread of its own: merges a document's updates, so that the event loop never waits for Yjs. */
import { parentPort } from 'node:worker_threads'
import { compactUpdates } from './compact-updates.ts'

export interface CompactionJob {
  readonly job: number
  readonly updates: readonly Uint8Array[]
}

parentPort?.on('message', ({ job, updates }: CompactionJob) => {
  parentPort?.postMessage({ job, compacted: compactUpdates(updates) })
})
