/** What a client asks for, by its kind: each slice parses and performs its own commands. */
import type { SubmissionRefusal } from '@yejibu/shared/application/submission'
import type { CaseRefusal } from '@yejibu/shared/case/case-commands'
import type { OfficeSettingRefusal } from '@yejibu/shared/case/office-settings'
import type { Fact } from '@yejibu/shared/kernel/fact'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { Result } from '@yejibu/shared/kernel/result'
import type { CalendarRefusal } from '@yejibu/shared/plan/calendar-facts'
import type { PlanRefusal } from '@yejibu/shared/plan/plan-facts'
import type { ReviewRefusal } from '@yejibu/shared/review/review-commands'
import { isCalendarCommandKind } from '@yejibu/shared/wire/calendar-commands'
import { isCaseCommandKind } from '@yejibu/shared/wire/case-commands'
import { COMMANDS } from '@yejibu/shared/wire/commands'
import { isMembershipCommandKind } from '@yejibu/shared/wire/membership-commands'
import { isOfficeCommandKind } from '@yejibu/shared/wire/office-commands'
import { isPlanCommandKind } from '@yejibu/shared/wire/plan-commands'
import type * as Y from 'yjs'
import { actorOf, type Directory } from './account/directory.ts'
import type { AuthorisationStore, MembershipRegister } from './account/membership-register.ts'
import { type PerformMembershipRefusal, performMembership } from './account/perform-membership.ts'
import type { FiledFiles } from './application/filed-files.ts'
import { performSubmission } from './application/perform-submission.ts'
import type { SubmissionRegister } from './application/submission-register.ts'
import type { CaseRegister } from './case/case-register.ts'
import { furtherRound } from './case/further-round.ts'
import type { PaymentOrders } from './case/payment-orders.ts'
import { performCase } from './case/perform-case.ts'
import { performSetting } from './case/perform-setting.ts'
import type { EvidenceStore } from './evidence/evidence.ts'
import { type MalformedRefusal, parseWith } from './http/parse.ts'
import type { AnyCommandKind } from './ledger/command-routes.ts'
import type { AppendRefusal, Ledger } from './ledger/ledger.ts'
import type { Perform } from './ledger/perform.ts'
import { performOperatorCalendar } from './plan/calendar-register.ts'
import { performOfficePlan } from './plan/plan-register.ts'
import { parseReview, performReview } from './review/perform-review.ts'

export type CommandRefusal =
  | MalformedRefusal
  | AppendRefusal
  | PerformMembershipRefusal
  | PlanRefusal
  | CalendarRefusal
  | ReviewRefusal
  | SubmissionRefusal
  | CaseRefusal
  | OfficeSettingRefusal

export interface CommandParts {
  readonly perform: Perform
  readonly ledger: Ledger
  readonly directory: Directory
  readonly submissions: SubmissionRegister
  readonly files: FiledFiles
  readonly register: CaseRegister & PaymentOrders
  readonly evidence: EvidenceStore
  readonly membership: MembershipRegister
  readonly authorisations: AuthorisationStore
  now(): Date
  readDocument(name: string): Promise<Y.Doc>
}

/** `body` is parsed here; the answer comes after the commit. */
export async function performCommand(
  parts: CommandParts,
  kind: AnyCommandKind,
  body: unknown,
  account: AccountId,
): Promise<Result<readonly Fact[], CommandRefusal>> {
  const actor = await actorOf(parts.directory, account)
  if (kind === 'submit-application') {
    const parsed = parseWith(COMMANDS[kind], body)
    return parsed.ok ? performSubmission(parts, parsed.value, actor, furtherRound) : parsed
  }
  if (isCaseCommandKind(kind)) return performCase({ ...parts, orders: parts.register }, kind, body, actor)
  if (isOfficeCommandKind(kind)) return performSetting(parts, kind, body, actor)
  if (isMembershipCommandKind(kind)) return performMembership(parts, kind, body, actor)
  if (isCalendarCommandKind(kind)) return performOperatorCalendar(parts, kind, body, actor)
  if (isPlanCommandKind(kind)) return performOfficePlan(parts, kind, body, actor)
  const asked = parseReview(kind, body)
  return asked.ok ? performReview(parts, asked.value, actor) : asked
}
