/**
 * A revision is an item's (or the profile's) content at a moment, named by its digest. Frozen: an approval names its content
 * by this digest for ever. The published vectors in `revision-vectors.json` hold every byte of it.
 *
 * Content is projected by the section's field list, so what a document holds besides does not count. Each field enters as a salted
 * commitment, so a public notice can open a title without opening an ID number:
 *
 *     fieldSalt   = HMAC-SHA256(itemSalt, fieldName)
 *     commitment  = SHA-256(fieldSalt ‖ JCS(value))
 *     digest      = SHA-256("yejibu/revision/v1\n" ‖ JCS({archive, item, part, version, commitments}))
 *
 * Archive and item are in the digest: the same words in another person's archive are another revision.
 */
import {
  canonicalCode,
  canonicalJson,
  canonicalText,
  commitment,
  hexToBytes,
  hmacSha256,
  sha256Hex,
} from '../kernel/canonical.ts'
import type { AccountId, ItemId } from '../kernel/ids.ts'
import type { Field } from './field.ts'
import type { Evidence, FieldValues, Item, Part } from './item.ts'
import { PROFILE } from './profile.ts'
import { EVIDENCE_KINDS, type EvidenceKind } from './section.ts'
import { sectionByKey } from './sections.ts'

export const REVISION_TAG = 'yejibu/revision/v1\n'

/** The name of the commitment over all evidence; no field may be called so. */
export const EVIDENCE_FIELD = 'evidence'

export type Digest = string

export interface RevisionContent {
  readonly part: Part
  /** Version of the part's field list. */
  readonly version: number
  /** Every field of that list, null where empty. */
  readonly fields: FieldValues
  readonly evidence: readonly RevisionEvidence[]
}

export interface RevisionEvidence {
  readonly sha256: string
  readonly bytes: number
  readonly type: string
  readonly kind: EvidenceKind
}

export interface Place {
  readonly archive: AccountId
  readonly item: ItemId
}

export interface Revision {
  readonly digest: Digest
  readonly content: RevisionContent
  readonly salt: string
}

export function fieldsOf(part: Part): readonly Field[] {
  return part === 'profile' ? PROFILE.fields : sectionByKey(part).fields
}

function versionOf(part: Part): number {
  return part === 'profile' ? PROFILE.version : sectionByKey(part).version
}

/** Text as written, codes and digits in ASCII; the empty string is null. */
export function canonicalValue(field: Field, value: string | null | undefined): string | null {
  if (value === null || value === undefined) return null
  const text = field.type.kind === 'text' || field.type.kind === 'prose' ? canonicalText(value) : canonicalCode(value)
  return text === '' ? null : text
}

export function contentOf(item: Pick<Item, 'part' | 'fields' | 'evidence'>): RevisionContent {
  const fields: Record<string, string | null> = {}
  for (const field of fieldsOf(item.part)) fields[field.name] = canonicalValue(field, item.fields[field.name])
  const evidence = item.evidence.map((e: Evidence) => ({
    sha256: e.sha256,
    bytes: e.bytes,
    type: e.type,
    kind: e.kind,
  }))
  return { part: item.part, version: versionOf(item.part), fields, evidence }
}

/** @throws RangeError when the salt is not 32 bytes of hex: without one there is no revision. */
export function digestOf(content: RevisionContent, salt: string, place: Place): Digest {
  if (!isSalt(salt)) throw new RangeError('a revision needs a salt of 64 hex characters')
  const commitments: Record<string, string> = {}
  for (const [name, value] of Object.entries(content.fields)) {
    commitments[name] = commitment(fieldSalt(salt, name), value)
  }
  commitments[EVIDENCE_FIELD] = commitment(
    fieldSalt(salt, EVIDENCE_FIELD),
    content.evidence.map((e) => ({ sha256: e.sha256, bytes: e.bytes, type: e.type, kind: e.kind })),
  )
  return digestOfCommitments({ part: content.part, version: content.version, commitments }, place)
}

export interface Commitments {
  readonly part: Part
  readonly version: number
  readonly commitments: Readonly<Record<string, string>>
}

/** What a public notice shows beside the fields it opens: enough to recompute the digest, nothing to guess from. */
export function digestOfCommitments(committed: Commitments, place: Place): Digest {
  return sha256Hex(
    REVISION_TAG,
    canonicalJson({
      archive: place.archive,
      item: place.item,
      part: committed.part,
      version: committed.version,
      commitments: committed.commitments,
    }),
  )
}

/** The salt that opens one field alone. */
export function fieldSalt(salt: string, name: string): Uint8Array {
  return hmacSha256(hexToBytes(salt), name)
}

export function isSalt(text: unknown): text is string {
  return typeof text === 'string' && /^[0-9a-f]{64}$/.test(text)
}

/** The revision of an item as it stands, or null when its salt was lost or tampered with. */
export function revisionOf(item: Item, archive: AccountId): Revision | null {
  if (!isSalt(item.salt)) return null
  const content = contentOf(item)
  return { content, salt: item.salt, digest: digestOf(content, item.salt, { archive, item: item.id }) }
}

/**
 * True when content, salt and digest belong together at this place and the content has exactly the shape its part prescribes.
 * The relay asks this of everything a client hands over.
 */
export function isRevision(revision: Revision, place: Place): boolean {
  const { content } = revision
  const names = fieldsOf(content.part).map((field) => field.name)
  const given = Object.keys(content.fields)
  const isWhole = given.length === names.length && names.every((name) => name in content.fields)
  if (!isWhole || content.version !== versionOf(content.part) || !isSalt(revision.salt)) return false
  const asProjected = contentOf({
    part: content.part,
    fields: content.fields,
    evidence: content.evidence.map((e) => ({ ...e, name: '' })),
  })
  return (
    canonicalJson(asProjected) === canonicalJson(content) &&
    content.evidence.every((e) => EVIDENCE_KINDS.includes(e.kind) && /^[0-9a-f]{64}$/.test(e.sha256)) &&
    digestOf(content, revision.salt, place) === revision.digest
  )
}
