/** What a form may say because of where its case stands: whether it is the one to hand in, and the notice's dates. */
import type { StateKind } from '../case/case-state.ts'
import type { PublicityTerms } from './publicity-form.ts'
import type { Subject } from './subject.ts'

const BEFORE_REPORT: readonly StateKind[] = [
  'none',
  'draft',
  'emp-pending',
  'emp-returned',
  'emp-rejected',
  'emp-passed',
  'notice-running',
  'notice-objected',
  'notice-cleared',
]

const FROM_THE_FORM: readonly StateKind[] = [
  'form-due',
  'form-delivered',
  'interview-done',
  'awaiting-meeting',
  'interview-pending',
  'meeting-pending',
  'meeting-passed',
  'meeting-failed',
  'result-notice-running',
  'result-notice-objected',
  'awaiting-announcement',
  'announced',
  'certified',
]

/** Whether the evaluation form is the one to hand in, by the plan's moment (domain §9.1-24). */
export function isFinal({ plan, case: kase }: Pick<Subject, 'plan' | 'case'>): boolean {
  if (FROM_THE_FORM.includes(kase.state.kind)) return true
  const from = plan.evaluationForm.availableFrom ?? 'fee-paid'
  if (from === 'fee-paid' || kase.route === null || BEFORE_REPORT.includes(kase.state.kind)) return false
  const round = kase.filed?.round ?? 0
  const passed = kase.decisions.filter((one) => one.round === round && one.verdict === 'passed')
  if (from === 'hrss-passed')
    return passed.some(({ stage }) => stage === 'HRSS_C' || stage === 'HRSS_M' || stage === 'ECO_HR')
  return passed.some(({ stage }) => stage !== 'EMP')
}

/** The employer's notice of this round as it runs or as it ended; room for a pen before it. */
export function noticeTermsOf({ case: { state, cleared }, plan }: Subject): PublicityTerms {
  const { method } = plan.publicity
  if (state.kind === 'notice-running' || state.kind === 'notice-objected') {
    return { startedOn: state.notice.startedOn, lastDay: state.notice.lastDay, method: state.notice.method }
  }
  return cleared
    ? { startedOn: cleared.startedOn, lastDay: cleared.closedOn, method }
    : { startedOn: null, lastDay: null, method }
}
