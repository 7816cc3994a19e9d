/** What a document is called where people read of it. */
import { type DocumentName, parseDocumentName } from '@yejibu/shared/account/access'
import type { AccountId } from '@yejibu/shared/kernel/ids'

export type DocumentTitle =
  | 'archive'
  | 'private'
  | 'application'
  | 'desk'
  | 'handbook'
  | 'plan-drafts'
  /** Somebody else's archive, which is only read here. */
  | 'other'

export function documentTitle(name: DocumentName, account: AccountId): DocumentTitle {
  const document = parseDocumentName(name)
  if (document?.kind !== 'archive') return document?.kind ?? 'other'
  return document.owner === account ? 'archive' : 'other'
}
