/** What a section of the archive is: fields, and what holds between them (domain §3.2–3.4). */
import type { Field } from './field.ts'
import type { Text } from './label.ts'

export const SECTION_KEYS = [
  'education',
  'work',
  'continuingEducation',
  'academicPost',
  'award',
  'honor',
  'researchProject',
  'engineeringProject',
  'paper',
  'book',
  'patent',
  'standard',
  'achievementAdoption',
  'qualificationCert',
  'rewardPunishment',
  'assessment',
] as const
export type SectionKey = (typeof SECTION_KEYS)[number]

export type EvidenceKind = 'evidence' | 'certificate' | 'mainContributor' | 'other'
export const EVIDENCE_KINDS = ['evidence', 'certificate', 'mainContributor', 'other'] as const

/** A rule between fields of one item. `code` is the stable V- code of domain §7. */
export type CrossRule =
  | { readonly code: 'V-DATE-ORDER'; readonly begin: string; readonly end: string }
  | { readonly code: 'V-RANK-COUNT'; readonly rank: string; readonly count: string }
  /** Evidence of this kind is needed when the condition holds, e.g. a group item needs `mainContributor` (G6). */
  | {
      readonly code: 'V-EVIDENCE-REQ'
      readonly kind: EvidenceKind | 'any'
      readonly when?: When
      readonly message: Text
    }

export type When =
  | { readonly field: string; readonly isOneOf: readonly string[] }
  | { readonly field: string; readonly greaterThan: number }

export interface Section {
  readonly key: SectionKey
  /** 1–16, the order of domain §3.2. */
  readonly number: number
  /** Version of the field list; a change of fields is a new version, and old revisions keep theirs. */
  readonly version: number
  readonly label: Text
  /** One sentence: what belongs here and which paper proves it. */
  readonly hint: Text
  readonly isMandatory: boolean
  readonly fields: readonly Field[]
  readonly rules: readonly CrossRule[]
  /** The field that names the item in lists. */
  readonly titleField: string
  /** The field whose month or year says when it was achieved (domain §3.3 duringCurrentTitle, G4). */
  readonly dateField: string
  /** One row per value of this field, e.g. `year` of assessments. */
  readonly uniqueBy?: string
  /** When an item of this section counts as a group achievement (集体项目) and so needs mainContributor evidence for a pull (G6). */
  readonly isGroupWhen?: When
}
