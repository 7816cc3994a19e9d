/**
 * What restoring an archive's file would do to an archive, entry by entry. Pure: nothing is written here.
 *
 * An entry keeps its id and salt, so that its approvals fit again, only in the archive it came from, only when its id was never used
 * there, and only when everything the relay holds of the archive is known: two devices that each made an entry of one id would lose one of
 * the two. Else it comes in as a new entry.
 */
import { canonicalJson } from '../../kernel/canonical.ts'
import type { AccountId, ItemId } from '../../kernel/ids.ts'
import type { Item } from '../item.ts'
import { contentOf } from '../revision.ts'
import type { SectionKey } from '../section.ts'
import type { EntryRefusal, FileEntry, VerifiedFile } from './archive-file.ts'

export interface RestoreSituation {
  /** The archive that is restored into. */
  readonly archive: AccountId
  readonly profile: Item
  readonly items: readonly Item[]
  /** Ids of deleted entries included. */
  readonly isUsed: (id: ItemId) => boolean
  /** The relay's present state of the archive has been read. */
  readonly isRelayRead: boolean
}

export type RestoreRow =
  | { readonly row: number; readonly refusal: EntryRefusal; readonly label: string }
  | {
      readonly row: number
      readonly entry: FileEntry & { readonly part: SectionKey }
      readonly missing: number
      /** `there`: an entry with the same content is in the archive already. */
      readonly how: 'as-it-was' | 'as-new' | 'there'
    }

export interface RestorePlan {
  readonly rows: readonly RestoreRow[]
  /** The profile is filled in only where nothing was written yet. */
  readonly profile: 'fill' | 'keep' | 'nothing' | EntryRefusal
}

export function planRestore(file: VerifiedFile, situation: RestoreSituation): RestorePlan {
  const isOwn = file.archive === situation.archive
  const present = new Set(situation.items.map(contentKey))
  const rows = file.items.map((read, at): RestoreRow => {
    const row = at + 1
    if ('refusal' in read) return { row, refusal: read.refusal, label: read.label }
    const { entry, missing } = read
    if (entry.part === 'profile') return { row, refusal: { kind: 'entry-unreadable' }, label: '' }
    const key = contentKey(entry)
    const keepsId = isOwn && situation.isRelayRead && !situation.isUsed(entry.id)
    const how = present.has(key) ? 'there' : keepsId ? 'as-it-was' : 'as-new'
    present.add(key)
    return { row, entry: { ...entry, part: entry.part }, missing: missing.length, how }
  })
  return { rows, profile: profilePlan(file, situation) }
}

function profilePlan({ profile }: VerifiedFile, situation: RestoreSituation): RestorePlan['profile'] {
  if ('refusal' in profile) return profile.refusal
  if (Object.values(profile.entry.fields).every((value) => value === null)) return 'nothing'
  return Object.values(situation.profile.fields).every((value) => value === null) ? 'fill' : 'keep'
}

function contentKey(item: Parameters<typeof contentOf>[0]): string {
  return canonicalJson(contentOf(item))
}
