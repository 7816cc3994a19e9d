/**
 * One sample person's archive as she would have typed it: a document made through the archive's own layout, and the files behind it.
 * Ids, salts and so the digests are the same on every machine; the document's bytes are not, as every writer's client id is new.
 */
import { addItem, prepareProfile, setField } from '@yejibu/shared/archive/archive-doc'
import type { SectionKey } from '@yejibu/shared/archive/section'
import { type ItemId, PROFILE_ITEM } from '@yejibu/shared/kernel/ids'
import * as Y from 'yjs'
import { type EvidenceFile, evidenceFile } from './evidence-files.ts'
import type { SamplePerson } from './people.ts'
import { fieldsFor, type SampleReview } from './sample-item.ts'
import { sampleItemId, seedSalt } from './seed.ts'

export interface SampleArchive {
  readonly doc: Y.Doc
  readonly files: readonly EvidenceFile[]
  /** In the order in which they were written; the profile first. */
  readonly reviews: readonly { readonly item: ItemId; readonly review: SampleReview }[]
}

/** When the first item was written; each next one an hour later. Only their order counts. */
const FIRST_WRITTEN = Date.UTC(2022, 1, 14, 1)
const HOUR = 3_600_000

/** @returns null for a person who has not begun */
export function sampleArchive(person: SamplePerson): SampleArchive | null {
  if (!person.profile) return null
  const doc = new Y.Doc()
  prepareProfile(doc, seedSalt(`profile/${person.person.accountId}`))
  for (const [name, value] of Object.entries(fieldsFor('profile', person.profile))) {
    setField(doc, PROFILE_ITEM, name, value)
  }
  const reviews: { item: ItemId; review: SampleReview }[] = [{ item: PROFILE_ITEM, review: person.profileReview }]
  const files: EvidenceFile[] = []
  const counted = new Map<SectionKey, number>()
  person.items.forEach((sample, at) => {
    const nth = (counted.get(sample.part) ?? 0) + 1
    counted.set(sample.part, nth)
    const id = sampleItemId(person.person.accountId, sample.part, nth)
    const scans = sample.evidence.map((evidence) => evidenceFile(person.person.accountId, evidence))
    files.push(...scans)
    addItem(doc, {
      id,
      part: sample.part,
      salt: seedSalt(`item/${person.person.accountId}/${sample.part}/${nth}`),
      order: new Date(FIRST_WRITTEN + at * HOUR).toISOString(),
      fields: fieldsFor(sample.part, sample.fields),
      evidence: scans.map((scan) => scan.evidence),
    })
    reviews.push({ item: id, review: sample.review })
  })
  return { doc, files, reviews }
}
