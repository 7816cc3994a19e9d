/** Takes a file into the owner's evidence for a filing: judged by its size and its first bytes before the draft names it. */
import type { FiledFile } from '@yejibu/shared/application/filing'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { AttachmentSlot } from '@yejibu/shared/plan/plan'
import { bytesOf } from '../../platform/bytes-of.ts'
import type { EvidenceStore, FileRefusal } from '../../platform/evidence-store.ts'
import { typeOfFile } from '../../platform/file-type.ts'

export const MEDIA: Readonly<Record<AttachmentSlot['formats'][number], string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
}

/** Of one file where the plan says nothing. */
const MAX_BYTES = 10 * 1024 * 1024

export type FileLimits = Pick<AttachmentSlot, 'formats' | 'maxBytes'>

export function maxBytesOf({ maxBytes }: FileLimits): number {
  return maxBytes ?? MAX_BYTES
}

/** In megabytes, as the rule's sentence says it (V-FILE-SIZE). */
export function maxMegabytes(limits: FileLimits): number {
  return Math.floor((maxBytesOf(limits) / 1048576) * 10) / 10
}

export function formatsText({ formats }: FileLimits): string {
  return formats.map((format) => format.toUpperCase()).join('、')
}

export type AddRefusal = FileRefusal['kind'] | 'failed'

export async function addFiledFile(
  store: Pick<EvidenceStore, 'add'>,
  owner: AccountId,
  file: File,
  limits: FileLimits,
): Promise<{ readonly file: FiledFile } | { readonly refused: AddRefusal }> {
  if (file.size > maxBytesOf(limits)) return { refused: 'file-too-large' }
  const type = typeOfFile(await bytesOf(file.slice(0, 8)))
  if (type !== null && !limits.formats.some((format) => MEDIA[format] === type)) return { refused: 'file-type-refused' }
  // The store may fail in ways that are no refusal (a browser that lost its database); the draft then names nothing.
  const added = await store.add(file, { archive: owner, kind: 'other', name: file.name }).catch(() => null)
  if (added === null) return { refused: 'failed' }
  if (!added.ok) return { refused: added.refusal.kind }
  const { sha256, bytes, type: found, name } = added.value
  return { file: { sha256, bytes, type: found, name } }
}
