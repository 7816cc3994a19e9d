/** An entry of an archive as it is read from the document: what the owner typed, not yet judged by any rule. */
import type { ItemId } from '../kernel/ids.ts'
import type { EvidenceKind, SectionKey } from './section.ts'

/** The profile is sent, ruled on and pulled like an item; it has no section of the sixteen. */
export type Part = SectionKey | 'profile'

export interface Evidence {
  /** SHA-256 of the file's bytes, its name everywhere. */
  readonly sha256: string
  readonly bytes: number
  /** Media type found from the file's first bytes, not from its name. */
  readonly type: string
  readonly kind: EvidenceKind
  /** What the owner called the file: shown, but not part of the digest. */
  readonly name: string
}

/** Null for empty. Names are the field identifiers of the section. */
export type FieldValues = Readonly<Record<string, string | null>>

export interface Item {
  readonly id: ItemId
  readonly part: Part
  readonly fields: FieldValues
  readonly evidence: readonly Evidence[]
  /** 64 hex characters; keeps the digest's commitments from being guessed. */
  readonly salt: string
  /** Lost values of concurrent writes, waiting for the owner to take one back or dismiss it. */
  readonly otherVersions: readonly OtherVersion[]
  /** When it was made, as text that sorts. */
  readonly order: string
  /** Where its owner put it in its section's list (place.ts); not part of the digest. Absent: where its date puts it. */
  readonly place?: string
  /** What it is known by elsewhere and no field holds, such as `doi:10.1000/1`; not part of the digest. */
  readonly identifiers?: readonly string[]
}

/** The value of a field that lost against a concurrent write (另一版本). */
export interface OtherVersion {
  readonly key: string
  readonly field: string
  readonly value: string | null
}
