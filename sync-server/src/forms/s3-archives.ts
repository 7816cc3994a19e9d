/** Finished archives in the S3-compatible store where the office keeps its evidence, as `batches/<id>.zip`: evidence lies under another prefix. */
import { openS3Files, type S3Place } from '../evidence/s3-originals.ts'
import type { SharedArchives } from './shared-archives.ts'

/** Hundreds of forms are some 100 MB; a batch under way waits so long for a store that does not answer. */
const LONGEST_MS = 300_000

export function openS3Archives(place: S3Place): SharedArchives {
  const files = openS3Files(place, LONGEST_MS)
  const keyOf = (batch: string) => `batches/${batch}.zip`
  return {
    put: (batch, sha256, bytes, stop) => files.put(keyOf(batch), sha256, bytes, { stop }),
    get: (batch) => files.get(keyOf(batch)),
    remove: (batch) => files.remove(keyOf(batch)),
  }
}
