/**
 * Evidence files: named by the SHA-256 of their bytes, kept once, and readable through each archive that holds them.
 *
 * Always true: a file that is here has exactly the bytes its name says and is on disk; an archive holds a file only after its owner handed over
 * all of its bytes, so knowing a hash opens nothing; what a file is comes from its first bytes. An archive and its owner's private document
 * hold files apart: what only the private one holds, nobody but the owner reads. `archive` below is either.
 */
import type { EvidenceHolder } from '@yejibu/shared/archive/evidence-holder'
import type { Result } from '@yejibu/shared/kernel/result'

export interface HeldEvidence {
  readonly archive: EvidenceHolder
  readonly sha256: string
  readonly bytes: number
  /** Media type. */
  readonly type: string
}

export interface Chunk {
  readonly archive: EvidenceHolder
  readonly sha256: string
  /** Where the chunk begins in the file. */
  readonly offset: number
  /** Bytes of the whole file. */
  readonly total: number
  readonly bytes: AsyncIterable<Uint8Array>
}

export type EvidenceRefusal =
  | { readonly kind: 'too-large'; readonly maxBytes: number }
  /** The next chunk must begin at `received`. */
  | { readonly kind: 'evidence-offset'; readonly received: number }
  | { readonly kind: 'evidence-type-refused'; readonly accepted: readonly string[] }
  /** Decoded, it would take more room than anybody who looks at it has. */
  | {
      readonly kind: 'picture-too-large'
      readonly width: number
      readonly height: number
      readonly maxPixels: number
    }
  | { readonly kind: 'evidence-not-its-hash'; readonly claimed: string; readonly found: string }

export type Received =
  | { readonly isComplete: false; readonly received: number }
  | { readonly isComplete: true; readonly held: HeldEvidence }

/** Port: which archive holds what. */
export interface EvidenceRegister {
  held(archive: EvidenceHolder, sha256: string): Promise<HeldEvidence | null>
  /** @param at milliseconds since 1970; holding twice is holding once */
  hold(held: HeldEvidence, at: number): Promise<void>
  /** Bytes of all files of one archive. */
  bytesOf(archive: EvidenceHolder): Promise<number>
  all(): Promise<readonly HeldEvidence[]>
  /** The archive holds it no longer. */
  release(archive: EvidenceHolder, sha256: string): Promise<void>
}

export interface EvidenceStore {
  /** Takes a chunk; when it was the last, checks and keeps the whole file. */
  receive(chunk: Chunk): Promise<Result<Received, EvidenceRefusal>>
  /** A whole file at once. */
  put(archive: EvidenceHolder, sha256: string, bytes: Uint8Array): Promise<Result<Received, EvidenceRefusal>>
  held(archive: EvidenceHolder, sha256: string): Promise<HeldEvidence | null>
  /**
   * Holds without further bytes what the owner's other document holds already, or an upload of which all bytes came before the relay could say so.
   * @param total bytes of the whole file; null when some are missing
   */
  claim(archive: EvidenceHolder, sha256: string, total: number): Promise<HeldEvidence | null>
  /** The archive holds it no longer; the bytes stay for whoever else does. */
  release(archive: EvidenceHolder, sha256: string): Promise<void>
  /** Bytes of an unfinished upload so far; 0 when there is none. */
  received(archive: EvidenceHolder, sha256: string): Promise<number>
  /** Of these, what the archive does not hold. */
  missing(archive: EvidenceHolder, sha256: readonly string[]): Promise<readonly string[]>
  all(): Promise<readonly HeldEvidence[]>
  /** Where a file's bytes lie, whether it exists or not. */
  pathOf(sha256: string): string
  /** `pathOf`, after making sure that the bytes are there if the office has them anywhere. */
  fetched(sha256: string): Promise<string>
}
