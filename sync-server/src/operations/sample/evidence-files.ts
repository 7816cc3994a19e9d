/** The files behind the sample's items: real PDF and JPEG bytes, made from their description alone and so the same everywhere. */
import { createHash } from 'node:crypto'
import type { Evidence } from '@yejibu/shared/archive/item'
import { certificatePdf } from './certificate-pdf.ts'
import { certificatePicture } from './certificate-picture.ts'
import { encodeJpeg } from './jpeg.ts'
import type { SampleEvidence } from './sample-item.ts'
import { seedBytes } from './seed.ts'

export interface EvidenceFile {
  readonly evidence: Evidence
  readonly bytes: Uint8Array
}

/** @param owner whose it is: two people never share a file */
export function evidenceFile(owner: string, sample: SampleEvidence): EvidenceFile {
  const seed = seedBytes(`file/${owner}/${sample.name}/${sample.latin}`)
  const isPicture = sample.name.endsWith('.jpg')
  const bytes = isPicture
    ? encodeJpeg(certificatePicture(seed))
    : certificatePdf({
        title: sample.name.slice(0, sample.name.lastIndexOf('.')),
        latin: sample.latin,
        number: Array.from(seed.subarray(0, 10), (byte) => byte % 10).join(''),
      })
  return {
    evidence: {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      type: isPicture ? 'image/jpeg' : 'application/pdf',
      kind: sample.kind,
      name: sample.name,
    },
    bytes,
  }
}
