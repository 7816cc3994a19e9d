/**
 * Which document a file of evidence is held by: the archive, under its owner's id alone, or the owner's private document. Who may
 * read the document may read the file, and nobody else. An account's id has no slash, so the two are never taken for each other.
 */
import type { DocumentName } from '../account/access.ts'
import type { AccountId } from '../kernel/ids.ts'

export type PrivateHolder = `private/${string}`
export type EvidenceHolder = AccountId | PrivateHolder

const PRIVATE = 'private/'

export function privateHolder(owner: AccountId): PrivateHolder {
  return `${PRIVATE}${owner}`
}

export function isPrivateHolder(holder: EvidenceHolder): holder is PrivateHolder {
  return holder.startsWith(PRIVATE)
}

export function ownerOfHolder(holder: EvidenceHolder): AccountId {
  return (isPrivateHolder(holder) ? holder.slice(PRIVATE.length) : holder) as AccountId
}

/** The other of the owner's two documents. */
export function otherHolder(holder: EvidenceHolder): EvidenceHolder {
  return isPrivateHolder(holder) ? ownerOfHolder(holder) : privateHolder(holder)
}

/** The document whose readers may read the file. */
export function documentOfHolder(holder: EvidenceHolder): DocumentName {
  return isPrivateHolder(holder) ? holder : `archive/${holder}`
}

/** As the relay's evidence routes ask for it: `archive=<id>` or `private=<id>`. */
export function holderQuery(holder: EvidenceHolder): string {
  return `${isPrivateHolder(holder) ? 'private' : 'archive'}=${encodeURIComponent(ownerOfHolder(holder))}`
}
