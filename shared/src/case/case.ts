/**
 * The one state machine of domain §5.2, transitions 8–47: a case is decided from its facts, the plan it was made for and what the relay knows.
 * First whose turn it is, then whether the command is about the content that lies before everybody, then the rule of the step itself.
 * Steps before the submission (1–7) happen in a draft document: `draft-steps.ts`.
 */
import { refuse } from '../kernel/result.ts'
import type { CaseCommand, CaseCommandKind, CaseCommandOf, CaseSituation, Decided, FiledCase } from './case-commands.ts'
import type { RecordedCaseFact } from './case-facts.ts'
import { type Case, NO_CASE } from './case-state.ts'
import { announceResult, issueCertificate, letTimePass, openResultNotice } from './deciding/closing.ts'
import {
  checkLines,
  openSubmission,
  passEligibility,
  rejectSubmission,
  resubmit,
  returnSubmission,
  takeBack,
} from './deciding/employer-review.ts'
import { voidApplication, withdraw } from './deciding/ending.ts'
import { confirmPayment, refundPayment, reopenFee, startPayment } from './deciding/fee.ts'
import { deliverForm, exportForm } from './deciding/form.ts'
import { issueMandate } from './deciding/mandate.ts'
import {
  callToInterview,
  giveView,
  putOnRoster,
  recordInterview,
  recordVote,
  recuse,
  submitUpward,
} from './deciding/meeting.ts'
import {
  carryOver,
  closeNotice,
  decline,
  dismissObjection,
  recordObjection,
  report,
  startPublicNotice,
  upholdObjection,
  witness,
} from './deciding/notice.ts'
import { determine, passStage, postList, recommend, rejectAtStage, returnFromStage } from './deciding/stage.ts'
import { evolveCase } from './evolve-case.ts'
import { outOfTurn } from './turns.ts'

type Step<Kind extends CaseCommandKind> = (
  kase: FiledCase,
  command: CaseCommandOf<Kind>,
  situation: CaseSituation,
) => Decided

const STEPS: { readonly [Kind in CaseCommandKind]: Step<Kind> } = {
  'open-submission': openSubmission,
  'take-back-submission': takeBack,
  'check-lines': checkLines,
  'pass-eligibility': passEligibility,
  'return-submission': returnSubmission,
  'reject-submission': rejectSubmission,
  'resubmit-application': resubmit,
  'start-notice': startPublicNotice,
  'carry-notice-over': carryOver,
  'witness-notice': witness,
  'record-objection': recordObjection,
  'uphold-objection': upholdObjection,
  'dismiss-objection': dismissObjection,
  'close-notice': closeNotice,
  'report-application': report,
  'decline-application': decline,
  'pass-stage': passStage,
  'return-from-stage': returnFromStage,
  'reject-at-stage': rejectAtStage,
  'recommend-case': recommend,
  'issue-mandate': issueMandate,
  'determine-title': determine,
  'post-list': postList,
  'start-payment': startPayment,
  'confirm-payment': confirmPayment,
  'reopen-fee': reopenFee,
  'refund-payment': refundPayment,
  'export-form': exportForm,
  'deliver-form': deliverForm,
  'call-to-interview': callToInterview,
  'record-interview': recordInterview,
  'put-on-roster': putOnRoster,
  'give-view': giveView,
  recuse,
  'record-vote': recordVote,
  'submit-upward': submitUpward,
  'open-result-notice': openResultNotice,
  'announce-result': announceResult,
  'issue-certificate': issueCertificate,
  'withdraw-application': withdraw,
  'void-application': voidApplication,
  'let-time-pass': letTimePass,
}

export function decideCase(kase: Case, command: CaseCommand, situation: CaseSituation): Decided {
  const refusal = outOfTurn(kase, command, situation)
  if (refusal) return refuse(refusal)
  const { filed } = kase
  if (!filed) return refuse({ kind: 'not-in-this-state', state: kase.state.kind })
  if ('digest' in command && command.kind !== 'resubmit-application' && command.digest !== filed.digest) {
    return refuse({ kind: 'submission-moved-on', saw: command.digest, current: filed.digest })
  }
  return take(command.kind, { ...kase, filed }, command, situation)
}

function take<Kind extends CaseCommandKind>(
  kind: Kind,
  kase: FiledCase,
  command: CaseCommandOf<Kind>,
  situation: CaseSituation,
): Decided {
  const step: Step<Kind> = STEPS[kind]
  return step(kase, command, situation)
}

export function foldCase(facts: Iterable<RecordedCaseFact>): Case {
  let kase = NO_CASE
  for (const fact of facts) kase = evolveCase(kase, fact)
  return kase
}
