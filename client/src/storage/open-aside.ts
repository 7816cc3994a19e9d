/** A copy that was set aside, read and verified by the rules of an archive's file, so that it can be looked into, taken back and downloaded. */
import { readItems, readProfile } from '@yejibu/shared/archive/archive-doc'
import type { EvidenceHolder } from '@yejibu/shared/archive/evidence-holder'
import type { Item } from '@yejibu/shared/archive/item'
import { archiveFileOf, verifyArchiveFile } from '@yejibu/shared/archive/transfer/archive-file'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { OpenedFile } from '../archive/transfer/read-archive-file.ts'
import type { EvidenceStore } from '../platform/evidence-store.ts'
import { type AsideCopy, readAside } from '../sync/set-aside.ts'

export interface AsideEntries {
  readonly profile: Item
  readonly items: readonly Item[]
}

/** @throws when the browser's store refuses */
export async function entriesAside(account: AccountId, copy: AsideCopy): Promise<AsideEntries> {
  const doc = await readAside(account, copy)
  const entries = { profile: readProfile(doc), items: readItems(doc) }
  doc.destroy()
  return entries
}

export function asFile(
  account: AccountId,
  holder: EvidenceHolder,
  { profile, items }: AsideEntries,
  at: string | null,
  evidence: Pick<EvidenceStore, 'get'>,
): OpenedFile {
  const scans = [profile, ...items].flatMap((item) => item.evidence.map(({ sha256 }) => sha256))
  // The browser's store and the relay hand out a file only under the hash of its bytes.
  const found = new Map(scans.map((sha256) => [sha256, 'intact'] as const))
  const verified = verifyArchiveFile(archiveFileOf(account, profile, items, at ?? ''), found)
  if (!verified.ok) throw new Error(`a file just made is ${verified.refusal.kind}`)
  return {
    verified: verified.value,
    facts: null,
    evidence: { intact: found.size, altered: 0 },
    async bytesOf(sha256) {
      const file = await evidence.get(holder, sha256)
      return file.ok ? new Uint8Array(await file.value.blob.arrayBuffer()) : null
    },
  }
}
