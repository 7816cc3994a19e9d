/**
 * Who may open which document (design: documents), by the one table of `access-table.ts`. The gate asks it at the upgrade and again whenever
 * a membership or a submission changes; the evidence routes and the commands ask it too. A right that is not in the table does not exist.
 */

import type { OrgId } from '../kernel/ids.ts'
import {
  type AccountId,
  type ApplicationId,
  accountIdSchema,
  applicationIdSchema,
  orgIdSchema,
  ownerOfApplication,
} from '../kernel/ids.ts'
import { may } from './access-table.ts'
import type { Actor } from './actor.ts'

export type DocumentKind = NamedDocument['kind']

export type DocumentName = `${DocumentKind}/${string}`

export type NamedDocument =
  | { readonly kind: 'archive' | 'private'; readonly owner: AccountId }
  /** Each employer has a desk of its own on a person's archive: its notes stay its own when she moves on. */
  | { readonly kind: 'desk'; readonly owner: AccountId; readonly employer: OrgId }
  | { readonly kind: 'application'; readonly owner: AccountId; readonly applicationId: ApplicationId }
  /** What a committee office is preparing; it belongs to the office, not to a person. */
  | { readonly kind: 'plan-drafts'; readonly office: OrgId }
  /** What an employer's HR keeps for all its reviewers; the employer's, not a person's. */
  | { readonly kind: 'handbook'; readonly employer: OrgId }

export type Right = 'write' | 'read' | 'none'

/** What the relay knows about the document's owner at this moment. */
export interface DocumentSituation {
  /** The owner's present employer, or null. */
  readonly employer: OrgId | null
  /** Only for applications: true while a submission of it lies before somebody; what was taken back is a draft again. */
  readonly isSubmitted: boolean
}

/** Parses a document name by allow-list; null for anything else, path tricks included. */
export function parseDocumentName(name: string): NamedDocument | null {
  const slash = name.indexOf('/')
  if (slash < 0) return null
  const kind = name.slice(0, slash)
  const id = name.slice(slash + 1)
  if (kind === 'desk') {
    const dot = id.indexOf('.')
    if (dot < 0) return null
    const [owner, employer] = [accountIdSchema.safeParse(id.slice(0, dot)), orgIdSchema.safeParse(id.slice(dot + 1))]
    return owner.success && employer.success ? { kind, owner: owner.data, employer: employer.data } : null
  }
  if (kind === 'handbook') {
    const employer = orgIdSchema.safeParse(id)
    return employer.success ? { kind, employer: employer.data } : null
  }
  if (kind === 'archive' || kind === 'private') {
    const owner = accountIdSchema.safeParse(id)
    return owner.success ? { kind, owner: owner.data } : null
  }
  if (kind === 'application') {
    const application = applicationIdSchema.safeParse(id)
    if (!application.success) return null
    return { kind, owner: ownerOfApplication(application.data), applicationId: application.data }
  }
  if (kind === 'plan-drafts') {
    const office = orgIdSchema.safeParse(id)
    return office.success ? { kind, office: office.data } : null
  }
  return null
}

export function documentName(document: NamedDocument): DocumentName {
  switch (document.kind) {
    case 'application':
      return `application/${document.applicationId}`
    case 'desk':
      return `desk/${document.owner}.${document.employer}`
    case 'handbook':
      return `handbook/${document.employer}`
    case 'plan-drafts':
      return `plan-drafts/${document.office}`
    default:
      return `${document.kind}/${document.owner}`
  }
}

/** Whose document it is; null for what belongs to an organisation. */
export function ownerOf(document: NamedDocument): AccountId | null {
  return 'owner' in document ? document.owner : null
}

/** `[ACC-1]` … `[ACC-5]`, `[ACC-30]`, `[ACC-31]`, by the rows of the table. */
export function rightTo(actor: Actor, document: NamedDocument, situation: DocumentSituation): Right {
  const resource = resourceOf(document, situation)
  const place = { owner: ownerOf(document), employer: situation.employer, org: orgOf(document) }
  return may(actor, resource, 'write', place) ? 'write' : may(actor, resource, 'read', place) ? 'read' : 'none'
}

function resourceOf({ kind }: NamedDocument, { isSubmitted }: DocumentSituation) {
  return kind !== 'application' ? kind : isSubmitted ? 'submitted' : 'draft'
}

/** The organisation it belongs to, or whose desk it is. */
function orgOf(document: NamedDocument): OrgId | null {
  if ('office' in document) return document.office
  return 'employer' in document ? document.employer : null
}

/** May rule on items of this archive: HR of the owner's present employer, never oneself (domain §2.2-6). */
export function mayRule(actor: Actor, owner: AccountId, employer: OrgId | null): boolean {
  return may(actor, 'archive', 'rule', { owner, employer })
}

/** `[ACC-11]` The sealed 委托证明 is read by who sent it, by the operators who judge it, and by nobody else. */
export function mayReadAuthorisation(actor: Actor, lead: AccountId): boolean {
  return may(actor, 'registration', 'read', { owner: lead })
}

/** `[ACC-23]` A committee office's people prepare, publish and withdraw its plans, and nobody else does. */
export function mayEditPlans(actor: Actor, office: OrgId | null): boolean {
  return may(actor, 'plan', 'publish', { org: office })
}
