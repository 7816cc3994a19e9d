/** One row for each transition of domain §5.2, by its number: who takes it, where it leads, and the guard that holds it. */
import { describe, expect, test } from 'vitest'
import { CLERK, EXPERTS, LEAD, OWNER, officerAt } from '../testing/case-history.ts'
import {
  at,
  DETERMINED,
  determination,
  FREE,
  fromStage,
  JINHUA,
  junior,
  MID,
  objected,
  type Row,
  row,
  SENIOR,
  takenBack,
  tryRow,
  voted,
} from '../testing/case-rows.ts'

const OFFICE = officerAt('DEPT_M')
const ROWS: readonly Row[] = [
  row(22, '审查通过', at('stage-pending'), OFFICE, 'pass-stage', 'stage-passed DEPT_M', [
    [OFFICE, { kind: 'pass-stage', checklist: {} }, 'checklist-open'],
    [OFFICE, { kind: 'pass-stage', opinion: '' }, 'reason-required'],
    [officerAt('HRSS_M'), { kind: 'pass-stage' }, 'not-yours'],
    [officerAt('HRSS_M'), { kind: 'pass-stage', stage: 'HRSS_M' }, 'stage-moved-on'],
  ]),
  row(23, '退回修改', at('stage-pending'), OFFICE, 'return-from-stage', 'stage-returned DEPT_M', [
    [OFFICE, { kind: 'return-from-stage', reason: '' }, 'reason-required'],
  ]),
  row(24, '审查不通过', at('stage-pending'), OFFICE, 'reject-at-stage', 'stage-rejected DEPT_M', [
    [OFFICE, { kind: 'reject-at-stage', reason: '' }, 'reason-required'],
  ]),
  row(25, 'edit and resubmit', fromStage(), OWNER, 'resubmit-application', 'emp-pending', [
    [OFFICE, { kind: 'resubmit-application' }, 'not-yours'],
  ]),
  row(26, '审核推荐', at('stage-passed'), OFFICE, 'recommend-case', 'stage-pending HRSS_M', [
    [officerAt('MID_OFFICE'), { kind: 'recommend-case' }, 'not-yours'],
    [OFFICE, { kind: 'recommend-case', digest: 'older' }, 'submission-moved-on'],
  ]),
  row(
    27,
    'enter FEE',
    at('stage-passed', MID, 'MID_OFFICE'),
    officerAt('MID_OFFICE'),
    'recommend-case',
    'fee-due FEE',
    [],
  ),
  row(28, '马上支付', at('fee-due'), officerAt('FEE'), 'confirm-payment', 'form-due FORM', [
    [officerAt('FEE'), { kind: 'confirm-payment', fen: 17_999 }, 'amount-differs'],
    ['relay', { kind: 'confirm-payment' }, 'no-such-payment'],
    [OWNER, { kind: 'confirm-payment' }, 'not-yours'],
  ]),
  row(29, 'deadline passes', () => at('fee-due')().later(30), 'relay', 'let-time-pass', 'fee-overdue FEE', [
    [OWNER, { kind: 'start-payment' }, 'too-late'],
    [OWNER, { kind: 'reopen-fee' }, 'not-yours'],
  ]),
  row(
    30,
    'no fee',
    at('stage-passed', FREE, 'MID_OFFICE'),
    officerAt('MID_OFFICE'),
    'recommend-case',
    'form-due FORM',
    [],
  ),
  row(31, 'export 评审表', at('form-due'), OWNER, 'export-form', 'form-due FORM', [
    [CLERK, { kind: 'export-form' }, 'not-yours'],
  ]),
  row(32, 'stamped copies', at('form-due'), officerAt('FORM'), 'deliver-form', 'form-delivered MID_MEETING', [
    [officerAt('FORM'), { kind: 'deliver-form', copies: 0 }, 'copies-missing'],
    [officerAt('FORM'), { kind: 'deliver-form', seals: [] }, 'seals-missing'],
  ]),
  row(
    33,
    'in interview scope',
    at('form-delivered', JINHUA),
    officerAt('INTERVIEW'),
    'call-to-interview',
    'interview-pending INTERVIEW',
    [[officerAt('MID_MEETING'), { kind: 'call-to-interview' }, 'not-yours']],
  ),
  row(
    34,
    'interview result',
    at('interview-pending', JINHUA),
    officerAt('JR_INTERVIEW'),
    'record-interview',
    'interview-done JR_MEETING',
    [[officerAt('JR_INTERVIEW'), { kind: 'record-interview', comment: '' }, 'reason-required']],
  ),
  row(
    35,
    'put on roster',
    at('form-delivered'),
    officerAt('MID_MEETING'),
    'put-on-roster',
    'meeting-pending MID_MEETING',
    [
      [officerAt('MID_MEETING'), { kind: 'put-on-roster', number: 2 }, 'roster-unsorted'],
      [
        officerAt('MID_MEETING'),
        { kind: 'put-on-roster', meeting: { meeting: 'm1', seats: 3, panel: [OWNER.accountId] } },
        'panel-malformed',
      ],
    ],
  ),
  row(36, 'group discussion', at('meeting-pending'), EXPERTS[0] ?? OWNER, 'give-view', 'meeting-pending MID_MEETING', [
    [OWNER, { kind: 'give-view' }, 'not-yours'],
    [EXPERTS[1] ?? OWNER, { kind: 'give-view', comment: '' }, 'reason-required'],
  ]),
  row(
    37,
    'vote recorded',
    at('meeting-pending'),
    officerAt('MID_MEETING'),
    'record-vote',
    'meeting-passed MID_MEETING',
    [
      [
        officerAt('MID_MEETING'),
        { kind: 'record-vote', vote: { ...voted, present: 1, for: 1, against: 0 } },
        'no-quorum',
      ],
      [officerAt('MID_MEETING'), { kind: 'record-vote', vote: { ...voted, for: 3 } }, 'vote-malformed'],
      [EXPERTS[0] ?? OWNER, { kind: 'record-vote' }, 'not-yours'],
    ],
  ),
  row(
    37,
    'vote recorded, not passed',
    at('meeting-pending'),
    officerAt('MID_MEETING'),
    { kind: 'record-vote', vote: { ...voted, for: 1, abstain: 1 } },
    'meeting-failed MID_MEETING',
    [],
  ),
  row(
    38,
    'up to the next committee',
    at('meeting-passed', SENIOR, 'MID_MEETING'),
    officerAt('MID_MEETING'),
    'submit-upward',
    'stage-pending SR_OFFICE',
    [[officerAt('MID_MEETING'), { kind: 'open-result-notice' }, 'no-list-here']],
  ),
  row(
    39,
    'open result publicity',
    at('meeting-passed'),
    officerAt('RESULT_PUB'),
    'open-result-notice',
    'result-notice-running RESULT_PUB',
    [
      [officerAt('MID_MEETING'), { kind: 'submit-upward' }, 'nothing-above'],
      [officerAt('MID_MEETING'), { kind: 'announce-result' }, 'result-notice-first'],
    ],
  ),
  row(
    40,
    'objection',
    at('result-notice-running'),
    officerAt('RESULT_PUB'),
    'record-objection',
    'result-notice-objected RESULT_PUB',
    [[CLERK, { kind: 'record-objection' }, 'not-yours']],
  ),
  row(
    40,
    'objection to the result upheld',
    objected('result-notice-running'),
    officerAt('RESULT_PUB'),
    { kind: 'uphold-objection', outcome: 'fail' },
    'meeting-failed RESULT_PUB',
    [[officerAt('RESULT_PUB'), { kind: 'announce-result' }, 'not-in-this-state']],
  ),
  row(
    41,
    'period over',
    () => at('result-notice-running')().later(16),
    'relay',
    'let-time-pass',
    'announced ANNOUNCE',
    [],
  ),
  row(42, '证书', at('announced'), officerAt('CERT'), 'issue-certificate', 'certified', [
    [officerAt('DEPT_M'), { kind: 'issue-certificate' }, 'not-yours'],
  ]),
  row(43, 'withdraws', at('form-delivered'), OWNER, 'withdraw-application', 'withdrawn', [
    [LEAD, { kind: 'withdraw-application' }, 'not-yours'],
  ]),
  row(44, 'window closes', () => takenBack().later(90), 'relay', 'let-time-pass', 'expired', [
    [OWNER, { kind: 'resubmit-application' }, 'plan-not-open'],
  ]),
  row(45, 'falsification', at('certified'), officerAt('HRSS_M'), 'void-application', 'voided', [
    [officerAt('HRSS_M'), { kind: 'void-application', evidence: [] }, 'evidence-required'],
    [officerAt('DEPT_M'), { kind: 'void-application' }, 'not-yours'],
  ]),
  row(
    46,
    '评定, mid-level',
    at('stage-pending', determination, 'HRSS_M'),
    officerAt('HRSS_M'),
    DETERMINED,
    'announced ANNOUNCE',
    [
      [officerAt('HRSS_M'), { kind: 'pass-stage' }, 'must-determine'],
      [officerAt('HRSS_M'), { ...DETERMINED, checklist: {} }, 'checklist-open'],
    ],
  ),
  row(46, '评定, junior', at('stage-pending', junior, 'DEPT_M'), OFFICE, DETERMINED, 'stage-pending HRSS_M', []),
  row(
    47,
    '公示 of the re-checked list',
    at('stage-passed', JINHUA, 'HRSS_M'),
    officerAt('HRSS_M'),
    'post-list',
    'list-notice-running QUAL_PUB',
    [[officerAt('HRSS_M'), { kind: 'recommend-case' }, 'list-first']],
  ),
  row(
    47,
    'objection to the list',
    at('list-notice-running', JINHUA),
    officerAt('QUAL_PUB'),
    'record-objection',
    'stage-pending HRSS_M',
    [[CLERK, { kind: 'record-objection' }, 'not-yours']],
  ),
]

describe('the transitions of domain §5.2, along the chain', () => {
  test.each(ROWS.map((r) => [r.number, r.title, r] as const))('[CASE-10] #%i %s', (_number, _title, each) => {
    tryRow(each, (got, wanted, what) => expect(got, what).toBe(wanted))
  })

  test('[CASE-10] each of #22–#47 has a row', () => {
    const numbers = [...new Set(ROWS.map((r) => r.number))]
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 26 }, (_, i) => i + 22))
  })
})
