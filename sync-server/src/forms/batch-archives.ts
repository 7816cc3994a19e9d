/**
 * Where the finished archive of a batch is found: in the folder of the relay that printed it and, where the office has a store that all relays share,
 * there too, from where each relay fetches it into its own folder.
 *
 * Always true: of whatever may lie in the shared store a row says so before it is put there and until it is removed, so that none is forgotten; an
 * archive is handed out only when its bytes are those that its batch was finished with. A store that refuses takes no batch away: who can hands its
 * archive out, and it is brought and removed as soon as the store lets it.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import type { ArchiveRefusal } from '@yejibu/shared/wire/forms'
import type { BatchFolder } from './batch-folder.ts'
import type { BatchStore, KeptBatch } from './batch-store.ts'
import type { SharedArchives } from './shared-archives.ts'

export interface BatchArchives {
  /**
   * Brings what was packed here to where every relay finds it. Throws when it was told to stop.
   * @returns false when the store refused
   */
  share(id: string, sha256: string): Promise<boolean>
  /** Where the archive of a finished batch lies in this relay's folder, fetched if need be. */
  fetched(batch: KeptBatch): Promise<Result<string, ArchiveRefusal>>
  /** @returns whether nothing of it lies in the shared store any more */
  withdraw(id: string): Promise<boolean>
  /** Does what the store refused before. @param over were kept long enough */
  tidy(over: readonly KeptBatch[]): Promise<void>
  /** What is being brought is given up. */
  stop(): void
}

export interface BatchArchiveParts {
  readonly store: BatchStore
  readonly folder: BatchFolder
  /** Null where the folder is all there is. */
  readonly shared: SharedArchives | null
  /** Whose pages are under way here: it is brought or withdrawn by who prints it. */
  isInHand(id: string): boolean
  alone(name: string, work: () => Promise<unknown>): Promise<void>
  /** What the shared store refused, or has other bytes of. */
  refusedBy(error: unknown, id: string): void
}

export function openBatchArchives(parts: BatchArchiveParts): BatchArchives {
  const { store, folder, shared, alone, refusedBy } = parts
  const stopping = new AbortController()
  /** Each fetched once, however many ask. */
  const arriving = new Map<string, Promise<Result<string, ArchiveRefusal>>>()

  const share = async (id: string, sha256: string) => {
    const path = shared && (await folder.archive(id, sha256))
    if (!shared || !path) return true
    await store.noteShared(id, 'sending')
    try {
      await shared.put(id, sha256, await readFile(path), stopping.signal)
    } catch (error) {
      if (stopping.signal.aborted) throw error
      refusedBy(error, id)
      return false
    }
    await store.noteShared(id, 'there')
    return true
  }

  const withdraw = async (id: string) => {
    if ((await store.byId(id))?.shared === 'no') return true
    if (!shared) return false
    try {
      await shared.remove(id)
    } catch (error) {
      refusedBy(error, id)
      return false
    }
    await store.noteShared(id, 'no')
    return true
  }

  const fetch = async (from: SharedArchives, id: string, sha256: string): Promise<Result<string, ArchiveRefusal>> => {
    let bytes: Uint8Array | null
    try {
      bytes = await from.get(id)
    } catch (error) {
      refusedBy(error, id)
      return refuse({ kind: 'archive-store-refuses' })
    }
    if (bytes && createHash('sha256').update(bytes).digest('hex') === sha256) return ok(await folder.receive(id, bytes))
    refusedBy(new Error(bytes ? 'it has other bytes than were put there' : 'it lost what was put there'), id)
    // The relay that has it brings it once more.
    await store.noteShared(id, 'sending')
    return refuse({ kind: 'archive-on-its-way' })
  }

  /** Until one is refused: a store that does not answer is asked again in a minute. */
  const each = async (batches: readonly KeptBatch[], work: (batch: KeptBatch) => Promise<boolean>) => {
    let isRefused = false
    for (const batch of batches) {
      if (isRefused || stopping.signal.aborted) return
      if (parts.isInHand(batch.id)) continue
      await alone(`batch/${batch.id}`, async () => {
        isRefused = !(await work(batch))
      })
    }
  }

  return {
    share,
    withdraw,
    async fetched({ id, sha256, shared: where }) {
      const own = await folder.archive(id, sha256)
      if (own) return ok(own)
      if (!shared || sha256 === null) return refuse({ kind: 'archive-elsewhere' })
      if (where !== 'there') return refuse({ kind: 'archive-on-its-way' })
      const coming = arriving.get(id) ?? fetch(shared, id, sha256).finally(() => arriving.delete(id))
      arriving.set(id, coming)
      return coming
    },
    async tidy(over) {
      if (!shared) return
      await each(await store.unshared(), async ({ id, sha256 }) => {
        const isWanted = sha256 !== null && (await store.byId(id))?.state === 'ready'
        return isWanted ? share(id, sha256) : true
      })
      await each(over, async ({ id }) => {
        const isGone = await withdraw(id)
        if (isGone) await store.remove(id)
        return isGone
      })
      // After the first, because one may have been cancelled while it was brought.
      await each(await store.leftShared(), ({ id }) => withdraw(id))
    },
    stop: () => stopping.abort(),
  }
}
