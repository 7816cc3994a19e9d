/**
 * Domain §5.2 once more, written from its table and not from the code: which states an accepted step may lead from and to, and who may take
 * it. Rows 1–7 are a draft's. A step that is in no row is illegal.
 */
import type { CaseCommandKind } from '../case/case-commands.ts'
import type { StateKind } from '../case/case-state.ts'

export type Hand =
  | 'mandator'
  | 'owner'
  | 'lead'
  | 'clerk'
  | 'office-here'
  | 'office-next'
  | 'office-of-route'
  | 'collector'
  | 'expert'
  | 'relay'

export interface Row {
  /** The number in the table, or null for what the table does not name and the issue asks for. */
  readonly number: number | null
  readonly command: CaseCommandKind
  readonly from: readonly StateKind[]
  readonly to: readonly StateKind[]
  readonly by: readonly Hand[]
}

const HR: readonly Hand[] = ['lead', 'clerk']
const HERE: readonly Hand[] = ['office-here']
const AFTER_A_STOP: readonly StateKind[] = [
  'stage-pending',
  'fee-due',
  'form-due',
  'awaiting-meeting',
  'awaiting-announcement',
  'handed-over',
]
const TO_MEETING: readonly StateKind[] = ['form-delivered', 'interview-done', 'awaiting-meeting']
export const UP_TO_FORM: readonly StateKind[] = [
  'emp-pending',
  'emp-returned',
  'emp-passed',
  'notice-running',
  'notice-objected',
  'notice-cleared',
  'stage-pending',
  'stage-returned',
  'stage-passed',
  'list-notice-running',
  'fee-due',
  'fee-overdue',
  'form-due',
  'form-delivered',
  'awaiting-meeting',
]
const ANY: readonly StateKind[] = [
  ...UP_TO_FORM,
  'draft',
  'emp-rejected',
  'stage-rejected',
  'interview-pending',
  'interview-done',
  'meeting-pending',
  'meeting-passed',
  'meeting-failed',
  'result-notice-running',
  'result-notice-objected',
  'awaiting-announcement',
  'announced',
  'certified',
  'handed-over',
  'withdrawn',
  'expired',
]

const ENTRUSTED: readonly StateKind[] = [
  'stage-pending',
  'stage-passed',
  'list-notice-running',
  'fee-due',
  'fee-overdue',
  'form-due',
  'form-delivered',
  'awaiting-meeting',
  'interview-pending',
  'interview-done',
  'meeting-pending',
  'meeting-passed',
]

function row(
  number: number | null,
  command: CaseCommandKind,
  from: readonly StateKind[],
  to: readonly StateKind[],
  by: readonly Hand[],
): Row {
  return { number, command, from, to, by }
}

/** `same` in `to` is said by repeating the state. */
export const ROWS: readonly Row[] = [
  row(9, 'take-back-submission', ['emp-pending'], ['draft'], ['owner']),
  row(10, 'open-submission', ['emp-pending'], ['emp-pending'], HR),
  row(10, 'check-lines', ['emp-pending'], ['emp-pending'], HR),
  row(11, 'reject-submission', ['emp-pending'], ['emp-rejected'], HR),
  row(12, 'return-submission', ['emp-pending'], ['emp-returned'], HR),
  row(8, 'resubmit-application', ['draft'], ['emp-pending'], ['owner']),
  row(13, 'resubmit-application', ['emp-returned'], ['emp-pending'], ['owner']),
  row(14, 'pass-eligibility', ['emp-pending'], ['emp-passed'], HR),
  row(15, 'start-notice', ['emp-passed'], ['notice-running'], ['lead']),
  row(null, 'carry-notice-over', ['emp-passed'], ['notice-cleared'], ['lead']),
  row(null, 'witness-notice', ['notice-running'], ['notice-running'], ['relay']),
  row(null, 'witness-notice', ['notice-objected'], ['notice-objected'], ['relay']),
  // By whoever runs the notice, or by the public through the relay.
  row(16, 'record-objection', ['notice-running', 'notice-objected'], ['notice-objected'], [...HR, 'relay']),
  row(17, 'uphold-objection', ['notice-objected'], ['emp-returned', 'emp-rejected'], ['lead']),
  row(18, 'dismiss-objection', ['notice-objected'], ['notice-running', 'notice-cleared', 'notice-objected'], ['lead']),
  row(19, 'close-notice', ['notice-running'], ['notice-cleared'], HR),
  row(20, 'report-application', ['notice-cleared'], ['stage-pending'], ['lead']),
  row(21, 'decline-application', ['notice-cleared'], ['emp-rejected'], ['lead']),
  row(22, 'pass-stage', ['stage-pending'], ['stage-passed'], HERE),
  row(23, 'return-from-stage', ['stage-pending'], ['stage-returned'], HERE),
  row(24, 'reject-at-stage', ['stage-pending'], ['stage-rejected'], HERE),
  row(25, 'resubmit-application', ['stage-returned'], ['emp-pending', 'stage-pending'], ['owner']),
  row(26, 'recommend-case', ['stage-passed'], AFTER_A_STOP, HERE),
  // 评审委托书 (§4.5): by the office that issues it, from when it has passed the case until the committee has it.
  ...ENTRUSTED.map((kind) => row(null, 'issue-mandate', [kind], [kind], ['mandator'])),
  row(28, 'start-payment', ['fee-due'], ['fee-due'], ['owner']),
  row(28, 'confirm-payment', ['fee-due', 'fee-overdue'], AFTER_A_STOP, ['office-here', 'relay']),
  row(29, 'let-time-pass', ['fee-due'], ['fee-overdue'], ['relay']),
  row(29, 'reopen-fee', ['fee-overdue'], ['fee-due'], HERE),
  row(31, 'export-form', ['form-due'], ['form-due'], ['owner']),
  row(31, 'export-form', ['fee-due'], ['fee-due'], ['owner']),
  row(31, 'export-form', ['fee-overdue'], ['fee-overdue'], ['owner']),
  row(32, 'deliver-form', ['form-due'], ['form-delivered', ...AFTER_A_STOP], HERE),
  row(33, 'call-to-interview', TO_MEETING, ['interview-pending'], HERE),
  row(34, 'record-interview', ['interview-pending'], ['interview-done', ...AFTER_A_STOP], HERE),
  row(35, 'put-on-roster', TO_MEETING, ['meeting-pending'], HERE),
  row(36, 'give-view', ['meeting-pending'], ['meeting-pending'], ['expert']),
  row(36, 'recuse', ['meeting-pending'], ['meeting-pending'], ['expert']),
  row(37, 'record-vote', ['meeting-pending'], ['meeting-passed', 'meeting-failed'], HERE),
  row(38, 'submit-upward', ['meeting-passed'], AFTER_A_STOP, HERE),
  row(39, 'open-result-notice', ['meeting-passed'], ['result-notice-running'], ['office-here', 'office-next']),
  row(
    40,
    'record-objection',
    ['result-notice-running', 'result-notice-objected'],
    ['result-notice-objected'],
    [...HERE, 'relay'],
  ),
  row(40, 'uphold-objection', ['result-notice-objected'], ['meeting-failed'], HERE),
  row(40, 'dismiss-objection', ['result-notice-objected'], ['result-notice-running', 'result-notice-objected'], HERE),
  row(41, 'let-time-pass', ['result-notice-running'], ['announced'], ['relay']),
  row(
    41,
    'announce-result',
    ['result-notice-running', 'meeting-passed', 'awaiting-announcement'],
    ['announced'],
    ['office-here', 'office-next'],
  ),
  row(42, 'issue-certificate', ['announced'], ['certified'], ['office-here', 'office-next']),
  row(43, 'withdraw-application', UP_TO_FORM, ['withdrawn'], ['owner']),
  row(44, 'let-time-pass', ['draft'], ['expired'], ['relay']),
  row(45, 'void-application', ANY, ['voided'], ['office-of-route']),
  row(46, 'determine-title', ['stage-pending'], ['announced', ...AFTER_A_STOP], HERE),
  row(47, 'post-list', ['stage-passed'], ['list-notice-running'], HERE),
  row(47, 'record-objection', ['list-notice-running'], ['stage-pending'], [...HERE, 'relay']),
  row(47, 'let-time-pass', ['list-notice-running'], AFTER_A_STOP, ['relay']),
  ...[...ANY, 'voided' as const].flatMap((kind) => [
    row(null, 'refund-payment', [kind], [kind], ['collector']),
    // Money that settles nothing is written down and moves nothing.
    row(null, 'confirm-payment', [kind], [kind], ['relay', 'office-here']),
  ]),
]

/** The rows by which this step is legal, for whoever takes it. */
export function rowsOf(command: CaseCommandKind, from: StateKind, to: StateKind): readonly Row[] {
  return ROWS.filter((r) => r.command === command && r.from.includes(from) && r.to.includes(to))
}
