/**
 * Compaction: load, merge in a worker thread, put the snapshot in place of exactly the rows that went in.
 *
 * Always true: one document at a time; a failure leaves the log as it was (the rows are served as they are). The thread starts with
 * the first job and does not keep the process alive.
 */
import type { Worker } from 'node:worker_threads'
import { startThread } from '../threads/start-thread.ts'
import type { CompactionJob } from './compaction-worker.ts'
import { updatesOf } from './read-document.ts'
import type { Snapshot, UpdateLog } from './update-log.ts'

export interface Merger {
  /** @returns null when the updates cannot be merged */
  merge(updates: readonly Uint8Array[]): Promise<Snapshot | null>
  close(): Promise<void>
}

export interface Compaction {
  /** @returns true when there was something to do and it was done. Asked again while it runs, it joins the run. */
  compact(document: string): Promise<boolean>
  /** Waits for the document in hand, forgets the others. */
  close(): Promise<void>
}

export function makeCompaction(log: UpdateLog, merger: Merger): Compaction {
  const underWay = new Map<string, Promise<boolean>>()
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false

  const run = async (document: string): Promise<boolean> => {
    if (isClosed) return false
    const stored = await log.load(document)
    if (stored.rows.length === 0) return false
    const snapshot = await merger.merge([...updatesOf(stored)])
    if (snapshot === null) return false
    await log.replace(document, { epoch: stored.epoch, snapshot, rows: stored.rows.map((row) => row.id) })
    return true
  }

  return {
    compact: (document) => {
      const running = underWay.get(document)
      if (running) return running
      const started = last.then(() => run(document)).finally(() => underWay.delete(document))
      last = started.catch(() => undefined)
      underWay.set(document, started)
      return started
    },
    close: async () => {
      isClosed = true
      await last
      await merger.close()
    },
  }
}

export function threadMerger(): Merger {
  interface Waiting {
    resolve(snapshot: Snapshot | null): void
    reject(error: unknown): void
  }
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let lastJob = 0

  const drop = (error: unknown) => {
    worker = null
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const start = (): Worker => {
    const started = startThread(new URL('./compaction-worker.ts', import.meta.url))
    started.unref()
    started.on('message', ({ job, compacted }: { job: number; compacted: Snapshot | null }) => {
      waiting.get(job)?.resolve(compacted)
      waiting.delete(job)
    })
    started.on('error', drop)
    started.on('exit', () => {
      if (worker === started) drop(new Error('the compaction thread ended'))
    })
    return started
  }

  return {
    merge: (updates) =>
      new Promise((resolve, reject) => {
        worker ??= start()
        lastJob += 1
        waiting.set(lastJob, { resolve, reject })
        const message: CompactionJob = { job: lastJob, updates }
        worker.postMessage(message)
      }),
    close: async () => {
      const ending = worker
      drop(new Error('the relay is closing'))
      await ending?.terminate()
    },
  }
}
