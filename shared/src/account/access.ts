/**
 * The one table of who may open what (design: documents). The gate asks it at the upgrade and again whenever a
 * membership or a submission changes; the feed, the evidence routes and the commands ask it too.
 * A right that is not written here does not exist.
 */
import {
  type AccountId,
  type ApplicationId,
  accountIdSchema,
  applicationIdSchema,
  ownerOfApplication,
} from '../kernel/ids.ts'
import { type Actor, isHrOf } from './actor.ts'
import type { OrgId } from '../kernel/ids.ts'

export type DocumentKind = 'archive' | 'private' | 'desk' | 'application'

export type DocumentName = `${DocumentKind}/${string}`

export type NamedDocument =
  | { readonly kind: 'archive' | 'private' | 'desk'; readonly owner: AccountId }
  | { readonly kind: 'application'; readonly owner: AccountId; readonly applicationId: ApplicationId }

export type Right = 'write' | 'read' | 'none'

/** What the relay knows about the document's owner at this moment. */
export interface DocumentSituation {
  /** The owner's present employer, or null. */
  readonly employer: OrgId | null
  /** Only for applications: true once frozen by `application-submitted`. */
  readonly isSubmitted: boolean
}

/** Parses a document name by allow-list; null for anything else, path tricks included. */
export function parseDocumentName(name: string): NamedDocument | null {
  const slash = name.indexOf('/')
  if (slash < 0) return null
  const kind = name.slice(0, slash)
  const id = name.slice(slash + 1)
  if (kind === 'archive' || kind === 'private' || kind === 'desk') {
    const owner = accountIdSchema.safeParse(id)
    return owner.success ? { kind, owner: owner.data } : null
  }
  if (kind === 'application') {
    const application = applicationIdSchema.safeParse(id)
    if (!application.success) return null
    return { kind, owner: ownerOfApplication(application.data), applicationId: application.data }
  }
  return null
}

export function documentName(document: NamedDocument): DocumentName {
  return document.kind === 'application'
    ? `application/${document.applicationId}`
    : `${document.kind}/${document.owner}`
}

/** `[ACC-1]` … `[ACC-5]`, one line each. */
export function rightTo(actor: Actor, document: NamedDocument, situation: DocumentSituation): Right {
  const isOwner = actor.accountId === document.owner
  const isReviewer = !isOwner && isHrOf(actor, situation.employer)
  switch (document.kind) {
    case 'archive':
      return isOwner ? 'write' : isReviewer ? 'read' : 'none'
    case 'private':
      return isOwner ? 'write' : 'none'
    case 'desk':
      // Nobody sees the desk that lies on their own archive, HR people included (domain §2.2-6).
      return isReviewer ? 'write' : 'none'
    case 'application':
      return isOwner ? (situation.isSubmitted ? 'read' : 'write') : 'none'
  }
}

/** May rule on items of this archive: HR of the owner's present employer, never oneself (domain §2.2-6). */
export function mayRule(actor: Actor, owner: AccountId, employer: OrgId | null): boolean {
  return actor.accountId !== owner && isHrOf(actor, employer)
}
