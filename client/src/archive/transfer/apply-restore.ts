/**
 * Chosen entries of an archive's file, written into the document as one step, their scans first: a file is in this browser's store
 * before an entry names it.
 */
import {
  deleteItem,
  LOCAL_EDIT,
  mapOf,
  type NewItem,
  prepareProfile,
  profileOf,
  readItem,
  setField,
} from '@yejibu/shared/archive/archive-doc'
import { keepOtherVersion } from '@yejibu/shared/archive/doc-other-version'
import type { EvidenceHolder } from '@yejibu/shared/archive/evidence-holder'
import type { Evidence } from '@yejibu/shared/archive/item'
import { isPlace } from '@yejibu/shared/archive/place'
import type { FileEntry } from '@yejibu/shared/archive/transfer/archive-file'
import type { RestorePlan, RestoreRow } from '@yejibu/shared/archive/transfer/restore-plan'
import { type AccountId, type ItemId, PROFILE_ITEM } from '@yejibu/shared/kernel/ids'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import type { EvidenceStore } from '../../platform/evidence-store.ts'
import { type Applied, addItems, asOneStep, newId, newSalt, type Target } from './apply-import.ts'
import type { OpenedFile } from './read-archive-file.ts'

export interface Restoring {
  readonly file: OpenedFile
  readonly plan: RestorePlan
  /** Rows that the owner wants. */
  readonly chosen: ReadonlySet<number>
  readonly archive: AccountId
  /** Who is to hold the scans; the archive by default. */
  readonly holder?: EvidenceHolder | undefined
  readonly evidence: Pick<EvidenceStore, 'add'>
  readonly signal: AbortSignal
  readonly onProgress: (done: number, all: number) => void
}

export interface Restored extends Applied {
  readonly isProfileFilled: boolean
  /** Files that the entries name and this browser could not take in or the zip did not hold. */
  readonly filesMissing: number
}

export type RestoreRefusal = { readonly kind: 'stopped' } | { readonly kind: 'storage-full' }

type Wanted = Extract<RestoreRow, { readonly entry: unknown }>

/** @throws when the browser's store refuses for another reason than room */
export async function applyRestore(target: Target, restoring: Restoring): Promise<Result<Restored, RestoreRefusal>> {
  const { plan, file, chosen, signal } = restoring
  const wanted = plan.rows.flatMap((row): Wanted[] =>
    'entry' in row && row.how !== 'there' && chosen.has(row.row) ? [row] : [],
  )
  const profile = plan.profile === 'fill' && 'entry' in file.verified.profile ? file.verified.profile.entry : null
  const scans = new Map(
    [...wanted.map(({ entry }) => entry), ...(profile ? [profile] : [])].flatMap(({ evidence }) =>
      evidence.map((one) => [one.sha256, one] as const),
    ),
  )
  let filesMissing = 0
  let done = 0
  for (const scan of scans.values()) {
    if (signal.aborted) return refuse({ kind: 'stopped' })
    restoring.onProgress(done, scans.size)
    const kept = await keepScan(restoring, scan)
    if (kept === 'storage-full') return refuse({ kind: 'storage-full' })
    if (kept === 'missing') filesMissing++
    done++
  }
  if (signal.aborted) return refuse({ kind: 'stopped' })
  const isOwn = file.verified.archive === restoring.archive
  return ok({ ...write(target, wanted, profile, isOwn), filesMissing })
}

async function keepScan(
  { file, evidence, archive, holder }: Restoring,
  scan: Evidence,
): Promise<'kept' | 'missing' | 'storage-full'> {
  const bytes = await file.bytesOf(scan.sha256)
  if (bytes === null) return 'missing'
  const added = await evidence.add(new Blob([bytes], { type: scan.type }), {
    archive: holder ?? archive,
    kind: scan.kind,
    name: scan.name,
  })
  if (added.ok) return 'kept'
  return added.refusal.kind === 'storage-full' ? 'storage-full' : 'missing'
}

function write(
  target: Target,
  wanted: readonly Wanted[],
  profile: FileEntry | null,
  isOwn: boolean,
): Applied & Pick<Restored, 'isProfileFilled'> {
  const { doc } = target
  const news = wanted.map(({ entry, how }): { readonly item: NewItem; readonly entry: FileEntry } => ({
    entry,
    item: {
      id: how === 'as-it-was' ? entry.id : newId(target),
      part: entry.part,
      salt: how === 'as-it-was' ? entry.salt : newSalt(target),
      order: entry.order,
      place: isPlace(entry.place) ? entry.place : undefined,
      fields: entry.fields,
      evidence: entry.evidence,
      identifiers: entry.identifiers,
    },
  }))
  asOneStep(target, () => {
    addItems(
      doc,
      news.map(({ item }) => item),
    )
    doc.transact(() => {
      for (const { item, entry } of news) keepOthers(target, item.id, entry)
      if (profile) {
        prepareProfile(doc, isOwn ? profile.salt : newSalt(target))
        for (const [field, value] of Object.entries(profile.fields)) setField(doc, PROFILE_ITEM, field, value)
        keepOthers(target, PROFILE_ITEM, profile)
      }
    }, LOCAL_EDIT)
  })
  const added = news.map(({ item }) => item.id)
  return {
    added,
    isProfileFilled: profile !== null,
    takeBack: () => takeBack(target, added, profile),
  }
}

function keepOthers({ doc }: Target, id: ItemId, { otherVersions }: FileEntry): void {
  const map = id === PROFILE_ITEM ? profileOf(doc) : mapOf(doc, id)
  if (!map) return
  for (const { field, write: writeId, value } of otherVersions) keepOtherVersion(map, field, writeId, value)
}

/** As a deletion of each: what was edited in them meanwhile can still be brought back. */
function takeBack(target: Target, added: readonly ItemId[], profile: FileEntry | null): void {
  const { doc } = target
  const moment = target.now().toISOString()
  asOneStep(target, () => {
    doc.transact(() => {
      for (const id of added) deleteItem(doc, id, moment)
      for (const [field, value] of Object.entries(profile?.fields ?? {})) {
        if (readItem(doc, PROFILE_ITEM)?.fields[field] === value) setField(doc, PROFILE_ITEM, field, null)
      }
    }, LOCAL_EDIT)
  })
}
