/**
 * Evidence files: named by the SHA-256 of their bytes, kept in this browser first, carried to the relay in the background.
 *
 * Always true: a file is in the browser's store before it is named in a document; what a file is comes from its first bytes; one
 * file goes out at a time, from one tab, in the order of adding, and goes on where it stopped.
 */

import { type EvidenceHolder, holderQuery, otherHolder } from '@yejibu/shared/archive/evidence-holder'
import { EVIDENCE_LIMITS } from '@yejibu/shared/archive/field-rules'
import type { Evidence } from '@yejibu/shared/archive/item'
import { MOST_PIXELS, tooManyPixels } from '@yejibu/shared/archive/picture-size'
import type { EvidenceKind } from '@yejibu/shared/archive/section'
import { bytesToHex, sha256Hex } from '@yejibu/shared/kernel/canonical'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import type { Accessor } from 'solid-js'
import { type Api, type ApiResult, nothingSchema } from './api.ts'
import { bytesOf } from './bytes-of.ts'
import type { AccountDatabase, EvidenceEntry } from './database.ts'
import { ACCEPTED_FILE_TYPES, typeOfFile } from './file-type.ts'
import { makeQuerySignal } from './query-signal.ts'
import type { StorageHealth } from './storage-health.ts'
import { createUploads } from './uploads.ts'

export type FileRefusal =
  | { readonly kind: 'file-empty' }
  | { readonly kind: 'file-too-large'; readonly bytes: number; readonly maxBytes: number }
  | { readonly kind: 'file-type-refused'; readonly accepted: readonly string[] }
  | { readonly kind: 'picture-too-large'; readonly width: number; readonly height: number; readonly maxPixels: number }
  | { readonly kind: 'storage-full' }

export interface NewFile {
  readonly archive: EvidenceHolder
  readonly kind: EvidenceKind
  readonly name: string
}

export interface StoredFile {
  readonly blob: Blob
  readonly type: string
}

export interface EvidenceStore {
  /** All files on their way or refused, in order. */
  readonly uploads: Accessor<readonly EvidenceEntry[]>
  /** What is known of one file's way; undefined when it was never added on this device. */
  uploadOf(archive: EvidenceHolder, sha256: string): EvidenceEntry | undefined
  /** @throws when the browser's store refuses for another reason than room */
  add(file: Blob, about: NewFile): Promise<Result<Evidence, FileRefusal>>
  /** From this browser, else from the relay (and then kept here). */
  get(archive: EvidenceHolder, sha256: string): Promise<ApiResult<StoredFile>>
  /**
   * An entry with these files moved to the owner's other document: `to` is to hold them, and `from` to let go of those that no entry of
   * it names any more (`letGo`).
   * @throws when the browser's store refuses
   */
  carryOver(
    from: EvidenceHolder,
    to: EvidenceHolder,
    files: readonly Evidence[],
    isStillNamed: (sha256: string) => boolean,
  ): Promise<void>
  /** Tells the relay what `carryOver` left behind; once the document that no longer names it is durable there. */
  letGo(from: EvidenceHolder): Promise<void>
  /** Try a refused upload again. */
  retry(archive: EvidenceHolder, sha256: string): Promise<void>
  wake(): void
  dispose(): void
}

export interface EvidenceStoreOptions {
  readonly database: AccountDatabase
  readonly api: Api
  readonly storage: StorageHealth
  readonly random?: () => number
  /** Told of each file that the relay has whole. */
  readonly onThere?: () => void
}

export function createEvidenceStore({ database, api, storage, ...given }: EvidenceStoreOptions): EvidenceStore {
  const entries = makeQuerySignal<readonly EvidenceEntry[]>(() => database.evidence.toArray(), [])
  const uploads = createUploads({
    database,
    api,
    random: given.random ?? Math.random,
    onThere: given.onThere ?? (() => undefined),
  })

  return {
    uploads: () =>
      entries
        .value()
        .filter((entry) => entry.state === 'waiting' || entry.state === 'refused')
        .sort((a, b) => a.order - b.order),
    uploadOf: (archive, sha256) =>
      entries.value().find((entry) => entry.sha256 === sha256 && entry.archive === archive),
    async add(file, { archive, kind, name }) {
      if (file.size === 0) return refuse({ kind: 'file-empty' })
      if (file.size > EVIDENCE_LIMITS.bytes) {
        return refuse({ kind: 'file-too-large', bytes: file.size, maxBytes: EVIDENCE_LIMITS.bytes })
      }
      const bytes = await bytesOf(file)
      const type = typeOfFile(bytes)
      if (type === null) return refuse({ kind: 'file-type-refused', accepted: ACCEPTED_FILE_TYPES })
      const picture = tooManyPixels(new Uint8Array(bytes))
      if (picture) return refuse({ kind: 'picture-too-large', ...picture, maxPixels: MOST_PIXELS })
      const sha256 = await hashOf(bytes)
      try {
        await keep(
          database,
          { sha256, archive, order: 0, size: bytes.byteLength, type, name, sent: 0, state: 'waiting', refusal: null },
          bytes,
        )
      } catch (error) {
        if (storage.report(error)) return refuse({ kind: 'storage-full' })
        throw error
      }
      uploads.wake()
      return ok({ sha256, bytes: bytes.byteLength, type, kind, name })
    },
    async get(archive, sha256) {
      const kept = await database.evidenceBytes.get(sha256)
      if (kept) return ok(fileOf(kept.bytes))
      const ask = (holder: EvidenceHolder) => api.bytes(`/api/evidence/${sha256}?${holderQuery(holder)}`)
      let answer = await ask(archive)
      // The entry may just have moved, and the file not yet: whoever may read the other document finds it there.
      if (!answer.ok && answer.refusal.kind === 'not-found') answer = await ask(otherHolder(archive))
      if (!answer.ok) return answer
      const { bytes } = answer.value
      if ((await hashOf(bytes)) !== sha256) return refuse({ kind: 'unexpected', reference: 'evidence-not-its-hash' })
      // A copy is a convenience: without room for it the file is still shown.
      await database.evidenceBytes.put({ sha256, bytes }).catch((error: unknown) => storage.report(error))
      return ok(fileOf(bytes))
    },
    async carryOver(from, to, files, isStillNamed) {
      await database.transaction('rw', database.evidence, async () => {
        for (const { sha256, bytes, type, name } of files) {
          const last = await database.evidence.orderBy('order').last()
          const entry = { sha256, size: bytes, type, name, sent: 0, refusal: null, order: (last?.order ?? 0) + 1 }
          const there = await database.evidence.get([to, sha256])
          if (there?.state !== 'there') {
            await database.evidence.put({ ...entry, archive: to, state: 'waiting', mayClaim: true })
          }
          if (!isStillNamed(sha256)) await database.evidence.put({ ...entry, archive: from, state: 'leaving' })
        }
      })
      uploads.wake()
    },
    async letGo(from) {
      const leaving = await database.evidence.where('state').equals('leaving').toArray()
      for (const { archive, sha256 } of leaving) {
        if (archive !== from) continue
        const answer = await api.call('DELETE', `/api/evidence/${sha256}?${holderQuery(archive)}`, nothingSchema)
        if (answer.ok) await database.evidence.delete([archive, sha256])
      }
    },
    async retry(archive, sha256) {
      await database.evidence.update([archive, sha256], { state: 'waiting', refusal: null, sent: 0 })
      uploads.wake()
    },
    wake: uploads.wake,
    dispose() {
      uploads.dispose()
      entries.stop()
    },
  }
}

/** The same file added again keeps its place and what was already sent of it. */
function keep(database: AccountDatabase, entry: EvidenceEntry, bytes: ArrayBuffer): Promise<void> {
  return database.transaction('rw', database.evidence, database.evidenceBytes, async () => {
    await database.evidenceBytes.put({ sha256: entry.sha256, bytes })
    const known = await database.evidence.get([entry.archive, entry.sha256])
    if (known && known.state !== 'refused') return
    const last = await database.evidence.orderBy('order').last()
    await database.evidence.put({ ...entry, order: (last?.order ?? 0) + 1 })
  })
}

function fileOf(bytes: ArrayBuffer): StoredFile {
  const type = typeOfFile(bytes) ?? 'application/octet-stream'
  return { blob: new Blob([bytes], { type }), type }
}

async function hashOf(bytes: ArrayBuffer): Promise<string> {
  // Without HTTPS off localhost there is no WebCrypto.
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  if (!subtle) return sha256Hex(new Uint8Array(bytes))
  return bytesToHex(new Uint8Array(await subtle.digest('SHA-256', new Uint8Array(bytes))))
}
