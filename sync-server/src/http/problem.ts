/**
 * The one way the relay says no over HTTP: problem+json with the refusal in it. The map is exhaustive: a new refusal does not compile until
 * it has a status. What nobody foresaw is a defect: 500, a reference to find it by in the journal, and nothing else.
 */
import { randomUUID } from 'node:crypto'
import type { RegistrationRefusal } from '@yejibu/shared/account/employer-registration'
import type { MembershipRefusal } from '@yejibu/shared/account/joining'
import type { OrgRefusal } from '@yejibu/shared/account/org'
import type { SubmissionRefusal } from '@yejibu/shared/application/submission'
import type { CaseRefusal } from '@yejibu/shared/case/case-commands'
import type { OfficeSettingRefusal } from '@yejibu/shared/case/office-settings'
import type { Result } from '@yejibu/shared/kernel/result'
import type { CalendarRefusal } from '@yejibu/shared/plan/calendar-facts'
import type { PlanRefusal } from '@yejibu/shared/plan/plan-facts'
import type { ReviewRefusal } from '@yejibu/shared/review/review-commands'
import type { ArchiveRefusal } from '@yejibu/shared/wire/forms'
import { type EdgeRefusal, PROBLEM_MEDIA_TYPE, PROBLEM_TYPE } from '@yejibu/shared/wire/problem'
import type { Context } from 'hono'
import { routePath } from 'hono/route'
import type { AccountRefusal } from '../account/accounts.ts'
import type { EvidenceRefusal } from '../evidence/evidence.ts'
import type { AppendRefusal } from '../ledger/ledger.ts'
import { diskCause } from '../store/disk-trouble.ts'
import { CASE_STATUS } from './case-status.ts'

export type KnownRefusal =
  | EdgeRefusal
  | AccountRefusal
  | AppendRefusal
  | ArchiveRefusal
  | CalendarRefusal
  | CaseRefusal
  | EvidenceRefusal
  | MembershipRefusal
  | OfficeSettingRefusal
  | OrgRefusal
  | PlanRefusal
  | RegistrationRefusal
  | ReviewRefusal
  | SubmissionRefusal

const STATUS = {
  ...CASE_STATUS,
  malformed: 400,
  'not-signed-in': 401,
  'wrong-password': 401,
  'not-allowed': 403,
  'not-yours': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'no-such-account': 404,
  'no-such-org': 404,
  'no-such-plan': 404,
  'already-attested': 409,
  'already-member': 409,
  'already-ruled': 409,
  'already-sent': 409,
  'account-exists': 409,
  'another-application': 409,
  'application-already-submitted': 409,
  'archive-elsewhere': 409,
  'archive-on-its-way': 409,
  'authorisation-moved-on': 409,
  'authorisation-not-here': 409,
  'calendar-built-in': 409,
  'calendar-unchanged': 409,
  'command-id-taken': 409,
  'credit-code-taken': 409,
  'evidence-not-here': 409,
  'evidence-not-sent': 409,
  'evidence-offset': 409,
  'feed-rewritten': 409,
  'gates-closed': 409,
  'joining-open': 409,
  'last-lead': 409,
  'no-employer': 409,
  'no-joining': 409,
  'not-approved': 409,
  'not-attested': 409,
  'not-member': 409,
  'not-sent': 409,
  'org-exists': 409,
  'plan-moved-on': 409,
  'plan-not-open': 409,
  'plan-version-not-next': 409,
  'pulls-refused': 409,
  'registration-elsewhere': 409,
  'registration-open': 409,
  'revision-moved-on': 409,
  'stream-moved-on': 409,
  'username-taken': 409,
  'link-spent': 410,
  'picture-too-large': 413,
  'too-large': 413,
  'evidence-type-refused': 415,
  'calendar-faulty': 422,
  'calendar-year-far': 422,
  'content-not-its-digest': 422,
  'evidence-not-its-hash': 422,
  'field-not-there': 422,
  'filing-incomplete': 422,
  'form-incomplete': 422,
  'not-eligible': 422,
  'particulars-refused': 422,
  'plan-malformed': 422,
  'plan-window-reversed': 422,
  'profile-not-pulled': 422,
  'reason-required': 422,
  'role-not-of-this-org': 422,
  'weak-password': 422,
  'locked-out': 429,
  'too-many-requests': 429,
  defect: 500,
  'archive-store-refuses': 503,
  'disk-refused': 507,
} as const satisfies Record<KnownRefusal['kind'], number>

export function refused(c: Context, refusal: KnownRefusal): Response {
  const status = STATUS[refusal.kind]
  const headers: Record<string, string> = { 'content-type': PROBLEM_MEDIA_TYPE, 'cache-control': 'no-store' }
  if ('retryAfterSeconds' in refusal) headers['retry-after'] = String(refusal.retryAfterSeconds)
  return c.body(JSON.stringify({ type: PROBLEM_TYPE + refusal.kind, status, refusal }), status, headers)
}

export function answered<Value>(
  c: Context,
  result: Result<Value, KnownRefusal>,
  body: (value: Value) => object,
): Response {
  return result.ok ? c.json(body(result.value)) : refused(c, result.refusal)
}

/** @param note where the journal is kept; the person gets only the reference */
export function defect(c: Context, error: unknown, note: (details: object, message: string) => void): Response {
  const reference = randomUUID().slice(0, 8)
  // The route and not the path: a path names people.
  note({ error, reference, method: c.req.method, route: routePath(c) }, 'a request ended in a defect')
  return refused(c, diskCause(error) ? { kind: 'disk-refused' } : { kind: 'defect', reference })
}
