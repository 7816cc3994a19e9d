/** Finished archives in the S3-compatible store where the office keeps its evidence, as `batches/<id>.zip`: evidence lies under another prefix. */
import { openS3Files, type S3Place } from '../evidence/s3-originals.ts'
import type { SharedArchives } from './shared-archives.ts'

export function openS3Archives(place: S3Place): SharedArchives {
  const files = openS3Files(place)
  const keyOf = (batch: string) => `batches/${batch}.zip`
  return {
    put: (batch, sha256, bytes, stop) => files.put(keyOf(batch), sha256, bytes, stop),
    get: (batch) => files.get(keyOf(batch)),
    remove: (batch) => files.remove(keyOf(batch)),
  }
}
