/**
 * Who is told of what happens in a case (domain §5.4), from the fact and the case that it led to. A message names the event and the application,
 * never a person, a reason or an amount: what it is about is read in the office, by who may.
 */
import { type AccountId, type ApplicationId, type OrgId, ownerOfApplication } from '../kernel/ids.ts'
import type { RecordedCaseFact } from './case-facts.ts'
import type { Case } from './case-state.ts'
import type { Entry } from './chain.ts'
import type { ReminderFact } from './reminders.ts'

export const CASE_MESSAGES = [
  'fee-due',
  'fee-overdue',
  'form-available',
  'returned',
  'rejected',
  'interview-called',
  'result-announced',
  'certificate-issued',
  'voided',
  'notice-finished',
  'application-arrived',
  'list-posted',
  'notice-over',
  'closing-soon',
] as const
export type CaseMessageKind = (typeof CASE_MESSAGES)[number]

export interface CaseMessage {
  readonly kind: CaseMessageKind
  readonly to: { readonly account: AccountId } | { readonly leadsOf: OrgId } | { readonly hrOf: OrgId }
}

/** @param kase after the fact */
export function messagesOf(fact: RecordedCaseFact, { filed }: Case): readonly CaseMessage[] {
  if (!filed) return []
  const { owner, employer } = filed.submission
  const toOwner = (kind: CaseMessageKind): CaseMessage => ({ kind, to: { account: owner } })
  switch (fact.kind) {
    case 'application-submitted':
      return [{ kind: 'application-arrived', to: { hrOf: employer.id } }]
    case 'application-resubmitted':
      return fact.data.to === 'employer' ? [{ kind: 'application-arrived', to: { hrOf: employer.id } }] : []
    case 'submission-returned':
    case 'stage-returned':
      return [toOwner('returned')]
    case 'submission-rejected':
    case 'application-declined':
    case 'stage-rejected':
      return [toOwner('rejected')]
    case 'objection-upheld':
      return [toOwner(fact.data.outcome === 'return' ? 'returned' : 'rejected')]
    case 'vote-recorded':
      return fact.data.outcome === 'failed' ? [toOwner('rejected')] : []
    case 'notice-closed':
      return [{ kind: 'notice-finished', to: { leadsOf: employer.id } }]
    case 'application-reported':
    case 'case-recommended':
    case 'list-cleared':
    case 'submitted-upward':
    case 'payment-confirmed':
    case 'form-delivered':
    case 'interview-recorded':
      return dueAt(fact.data.to).map(toOwner)
    case 'title-determined':
      return dueAt(fact.data.to).map(toOwner)
    case 'list-posted':
      return [toOwner('list-posted')]
    case 'fee-overdue':
      return [toOwner('fee-overdue')]
    case 'fee-reopened':
      return [toOwner('fee-due')]
    case 'interview-called':
    case 'result-announced':
    case 'certificate-issued':
      return [toOwner(fact.kind)]
    case 'application-voided':
      return [toOwner('voided')]
    default:
      return []
  }
}

/** @param kase that the application is, where it was submitted */
export function reminderFrom(fact: ReminderFact, application: ApplicationId, { filed }: Case): readonly CaseMessage[] {
  if (fact.kind === 'close-neared') return [{ kind: 'closing-soon', to: { account: ownerOfApplication(application) } }]
  return filed ? [{ kind: 'notice-over', to: { leadsOf: filed.submission.employer.id } }] : []
}

function dueAt({ at }: Entry): readonly CaseMessageKind[] {
  if (at === 'fee') return ['fee-due']
  return at === 'form' ? ['form-available'] : []
}
