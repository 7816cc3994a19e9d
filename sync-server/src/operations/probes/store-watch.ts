/**
 * Whether the relay's store takes what it is given. It is told of every commit; while it is in trouble and somebody asks, it tries the disk
 * itself, so that an office whose disk has room again is well without a restart and without anybody writing first.
 *
 * Always true: trouble begins with a commit that failed and ends with a write that is on disk.
 */

import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DiskCause } from '@yejibu/shared/wire/health'
import { diskCause } from '../../store/disk-trouble.ts'
import { query, type Store } from '../../store/store.ts'

export interface StoreTrouble {
  /** `store-refusing`: a failed commit that names no disk. */
  readonly cause: DiskCause | 'store-refusing'
  /** ISO 8601 in UTC. */
  readonly since: string
}

export interface StoreWatch {
  failed(error: unknown): void
  succeeded(): void
  trouble(): StoreTrouble | null
  /** As `trouble`, after trying the disk where there is trouble. */
  look(): Promise<StoreTrouble | null>
}

export interface StoreWatchParts {
  /** Writes a little and waits until it is on disk; throws when it is not. */
  tryDisk(): Promise<void>
  now(): Date
}

export function createStoreWatch({ tryDisk, now }: StoreWatchParts): StoreWatch {
  let trouble: StoreTrouble | null = null
  /** Failures so far: a try that began before one says nothing about it. */
  let failures = 0

  return {
    failed(error) {
      failures++
      trouble = { cause: diskCause(error) ?? 'store-refusing', since: trouble?.since ?? now().toISOString() }
    },
    succeeded() {
      trouble = null
    },
    trouble: () => trouble,
    async look() {
      if (!trouble) return null
      const before = failures
      try {
        await tryDisk()
        if (before === failures) trouble = null
      } catch (error) {
        trouble = {
          cause: diskCause(error) ?? trouble?.cause ?? 'store-refusing',
          since: trouble?.since ?? now().toISOString(),
        }
      }
      return trouble
    },
  }
}

/** As much as a commit of a busy moment: a disk with a few bytes left is full all the same. */
const PROBE_BYTES = 256 * 1024

/** Changes nothing, and is refused where a change would be. */
const WRITE = query('UPDATE migration SET applied_at = applied_at')

/** Tries the disk that the data folder lies on, then the store. */
export function storeTrial(store: Store, dataFolder: string): () => Promise<void> {
  const path = join(dataFolder, '.disk-trial')
  return async () => {
    try {
      const file = await open(path, 'w', 0o600)
      try {
        await file.writeFile(new Uint8Array(PROBE_BYTES))
        await file.sync()
      } finally {
        await file.close()
      }
    } finally {
      await rm(path, { force: true })
    }
    await store.run(WRITE)
  }
}
