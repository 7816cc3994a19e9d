/**
 * The one access table: what somebody may do with a person's things or an organisation's, by what she is to them. The product asks it (`may`,
 * `access.ts`), and the tests of the whole relay generate what they expect from it: every role at every place, at every door. What a case's readers
 * and parties may do stands beside the case (`visible-facts.ts`, `turns.ts`), who prints which form in the catalogue of forms.
 *
 * Always true: a relation or a verb that is not written here gives no right; nobody is her own reviewer or judge (domain §2.2-6).
 */
import type { AccountId, OrgId } from '../kernel/ids.ts'
import type { Actor, Role } from './actor.ts'

export const RELATIONS = [
  /** Whose it is. */
  'owner',
  /** HR of the owner's present employer. */
  'reviewer',
  /** The same, at the desk of that very employer. */
  'reviewer-here',
  /** Of the organisation it belongs to. */
  'hr',
  'lead',
  'officer',
  'committee-office',
  'operator',
  /** An operator, about what another person registered. */
  'judge',
] as const
export type Relation = (typeof RELATIONS)[number]

/** By resource and verb: who may. `write` of a document includes reading it. */
export const ACCESS = {
  archive: { write: ['owner'], read: ['reviewer'], send: ['owner'], rule: ['reviewer'] },
  private: { write: ['owner'], read: [] },
  // Nobody sees the desk that lies on their own archive, HR people included (domain §2.2-6). A former employer's desk is closed to the present one,
  // and to the former one until the owner comes back.
  desk: { write: ['reviewer-here'], read: [] },
  draft: { write: ['owner'], read: [], print: ['owner'] },
  submitted: { write: [], read: ['owner'] },
  handbook: { write: ['lead'], read: ['hr'] },
  'plan-drafts': { write: ['committee-office'], read: [] },
  plan: { publish: ['committee-office'] },
  /** Cases of an organisation: which those are, `decisions.ts` says (domain §2.2-1). */
  desks: { list: ['hr', 'officer'], count: ['hr', 'officer'] },
  office: {
    'see-settings': ['officer'],
    'export-payments': ['officer'],
    'look-up': ['officer'],
    'find-employers': ['officer'],
    'set-fees': ['officer'],
  },
  members: {
    list: ['lead'],
    'look-up': ['lead'],
    'open-joining': ['lead', 'owner'],
    'accept-joining': ['lead', 'owner'],
    'close-joining': ['lead', 'owner'],
    'add-clerk': ['lead'],
    'add-lead': ['lead'],
    'remove-member': ['lead', 'owner'],
  },
  /** The sealed 委托证明 and what was registered with it. */
  registration: {
    read: ['owner', 'operator'],
    upload: ['owner'],
    'send-authorisation': ['owner'],
    'bind-employer': ['owner'],
    'approve-employer': ['judge'],
    'refuse-employer': ['judge'],
  },
  /** Employers' registrations, organisations and accounts. */
  operations: { manage: ['operator'] },
  /** The holidays of a year, which count for everybody's notices. */
  calendar: { publish: ['operator'] },
} as const satisfies Record<string, Record<string, readonly Relation[]>>

export type Resource = keyof typeof ACCESS
export type Verb<R extends Resource> = keyof (typeof ACCESS)[R] & string

/** Where the thing is. What is left out or null, nobody is anything to. */
export interface Place {
  readonly owner?: AccountId | null
  /** The owner's present employer. */
  readonly employer?: OrgId | null
  /** The organisation it belongs to, or whose desk it lies on. */
  readonly org?: OrgId | null
}

/** `[ACC-40]` The only way to a right: some relation of hers is in the table's row. */
export function may<R extends Resource>(actor: Actor, resource: R, verb: Verb<R>, place: Place): boolean {
  const row: Readonly<Record<string, readonly Relation[]>> = ACCESS[resource]
  return (row[verb] ?? []).some((relation) => isRelated(actor, relation, place))
}

function isRelated(actor: Actor, relation: Relation, { owner = null, employer = null, org = null }: Place): boolean {
  const isOwner = owner !== null && actor.accountId === owner
  const isReviewer = owner !== null && !isOwner && isIn(actor, employer, HR)
  switch (relation) {
    case 'owner':
      return isOwner
    case 'reviewer':
      return isReviewer
    case 'reviewer-here':
      return isReviewer && org === employer
    case 'hr':
      return isIn(actor, org, HR)
    case 'lead':
      return isIn(actor, org, ['hr-lead'])
    case 'officer':
      return isIn(actor, org, ['department', 'committee-office'])
    case 'committee-office':
      return isIn(actor, org, ['committee-office'])
    case 'operator':
      return isOperator(actor)
    case 'judge':
      return isOperator(actor) && owner !== null && !isOwner
  }
}

const HR: readonly Role[] = ['hr-lead', 'hr-clerk']

function isIn({ memberships }: Actor, org: OrgId | null, roles: readonly Role[]): boolean {
  return org !== null && memberships.some((m) => m.orgId === org && roles.includes(m.role))
}

function isOperator({ memberships }: Actor): boolean {
  return memberships.some(({ role }) => role === 'operator')
}
