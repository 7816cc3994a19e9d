/**
 * The whole archive into one zip, a file of evidence at a time: the scans of a career do not fit into memory at once.
 *
 * Always true: every file that the entries name is either in the zip, with the bytes of its hash, or among `missing`.
 */
import type { Evidence, Item } from '@yejibu/shared/archive/item'
import { archiveFileOf, evidencePath } from '@yejibu/shared/archive/transfer/archive-file'
import { ARCHIVE_README } from '@yejibu/shared/archive/transfer/archive-file-readme'
import type { Fact } from '@yejibu/shared/kernel/fact'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { EvidenceStore } from '../../platform/evidence-store.ts'

export interface ArchiveToWrite {
  readonly id: AccountId
  readonly profile: Item
  readonly items: readonly Item[]
  readonly facts: readonly Fact[]
  readonly evidence: Pick<EvidenceStore, 'get'>
  readonly now: Date
  readonly signal: AbortSignal
  readonly onProgress: (done: number, all: number) => void
}

export interface WrittenFile {
  readonly blob: Blob
  readonly items: number
  readonly files: number
  /** Neither on this device nor to be had from the relay now. */
  readonly missing: readonly Evidence[]
}

export type WriteRefusal = { readonly kind: 'stopped' } | { readonly kind: 'archive-too-large'; readonly bytes: number }

/** Sizes in this kind of zip have 32 bits. */
const MOST_BYTES = 3.9 * 1024 ** 3

export async function writeArchiveFile(archive: ArchiveToWrite): Promise<Result<WrittenFile, WriteRefusal>> {
  const { id, profile, items, signal } = archive
  const files = new Map([profile, ...items].flatMap((item) => item.evidence.map((one) => [one.sha256, one] as const)))
  const bytes = [...files.values()].reduce((sum, one) => sum + one.bytes, 0)
  if (bytes > MOST_BYTES || files.size > 60_000) return refuse({ kind: 'archive-too-large', bytes })
  const parts = makeParts()
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    parts.add(chunk)
  })
  const addText = (path: string, text: string) => {
    const entry = new ZipDeflate(path, { level: 6 })
    entry.mtime = archive.now
    zip.add(entry)
    entry.push(strToU8(text), true)
  }
  const missing: Evidence[] = []
  let done = 0
  archive.onProgress(done, files.size)
  addText('README.txt', ARCHIVE_README)
  addText('archive.json', JSON.stringify(archiveFileOf(id, profile, items, archive.now.toISOString()), null, 1))
  addText('facts.json', JSON.stringify(archive.facts, null, 1))
  for (const file of files.values()) {
    const found = await archive.evidence.get(id, file.sha256)
    if (signal.aborted) {
      zip.terminate()
      return refuse({ kind: 'stopped' })
    }
    if (found.ok) {
      // Scans are packed already.
      const entry = new ZipPassThrough(evidencePath(file))
      entry.mtime = archive.now
      zip.add(entry)
      entry.push(new Uint8Array(await found.value.blob.arrayBuffer()), true)
    } else missing.push(file)
    done++
    archive.onProgress(done, files.size)
  }
  zip.end()
  return ok({ blob: parts.blob(), items: items.length, files: files.size - missing.length, missing })
}

const FOLD_AT = 8 * 1024 * 1024

/** Bytes that were handed to a Blob lie with the browser, on disk when they are many. */
function makeParts(): { add(chunk: Uint8Array<ArrayBuffer>): void; blob(): Blob } {
  const folded: Blob[] = []
  let loose: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  const fold = () => {
    folded.push(new Blob(loose))
    loose = []
    bytes = 0
  }
  return {
    add(chunk) {
      loose.push(chunk)
      bytes += chunk.length
      if (bytes >= FOLD_AT) fold()
    },
    blob() {
      fold()
      return new Blob(folded, { type: 'application/zip' })
    },
  }
}
