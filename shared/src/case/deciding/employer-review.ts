/** The employer's 资格审查, line by line, and the applicant's rounds with it (domain #9–#14, #25). */
import { submissionDigest } from '../../application/submission.ts'
import { ok, refuse } from '../../kernel/result.ts'
import { windowAt } from '../../plan/plan.ts'
import type { CaseCommandOf, CaseSituation, Decided, FiledCase } from '../case-commands.ts'
import type { CaseFactOf } from '../case-facts.ts'
import type { Checks } from '../case-state.ts'
import type { LineKey } from '../lines.ts'
import { noticeContentOf, noticeDigest } from '../notice-content.ts'
import { notNow, worded } from './words.ts'

export function openSubmission({ state, filed }: FiledCase): Decided {
  if (state.kind === 'emp-pending' && state.isOpened) return refuse({ kind: 'already-opened' })
  return ok([{ kind: 'submission-opened', data: { digest: filed.digest } }])
}

/** Only while nobody at the employer has opened it (domain #9). */
export function takeBack({ state, filed }: FiledCase): Decided {
  if (state.kind === 'emp-pending' && state.isOpened) return refuse({ kind: 'already-opened' })
  return ok([{ kind: 'submission-taken-back', data: { digest: filed.digest } }])
}

export function checkLines({ filed }: FiledCase, command: CaseCommandOf<'check-lines'>): Decided {
  const unknown = command.checks.flatMap(({ line }) => (Object.hasOwn(filed.lines, line) ? [] : [line]))
  if (unknown.length > 0) return refuse({ kind: 'no-such-line', lines: unknown })
  const checks: CaseFactOf<'lines-checked'>['data']['checks'][number][] = []
  for (const { line, verdict, remark } of command.checks) {
    if (verdict === 'right') checks.push({ line, verdict, remark: null })
    else {
      const reason = worded(remark ?? '')
      if (!reason.ok) return reason
      checks.push({ line, verdict, remark: reason.value })
    }
  }
  return ok([{ kind: 'lines-checked', data: { digest: filed.digest, checks } }])
}

/** Every line was found right (domain #14). */
export function passEligibility({ filed, checks }: FiledCase, command: CaseCommandOf<'pass-eligibility'>): Decided {
  const lines = Object.keys(filed.lines)
  const unchecked = lines.filter((line) => !Object.hasOwn(checks, line))
  if (unchecked.length > 0) return refuse({ kind: 'lines-unchecked', lines: unchecked })
  const wrong = wrongLines(checks)
  if (wrong.length > 0) return refuse({ kind: 'lines-wrong', lines: wrong })
  const opinion = worded(command.opinion)
  if (!opinion.ok) return opinion
  return ok([{ kind: 'eligibility-passed', data: { digest: filed.digest, opinion: opinion.value } }])
}

/** Says what is wrong, line by line, and as a whole (domain #12). */
export function returnSubmission({ filed, checks }: FiledCase, command: CaseCommandOf<'return-submission'>): Decided {
  const wrong = wrongLines(checks)
  if (wrong.length === 0) return refuse({ kind: 'no-line-wrong' })
  const reason = worded(command.reason)
  if (!reason.ok) return reason
  return ok([{ kind: 'submission-returned', data: { digest: filed.digest, reason: reason.value, wrong } }])
}

export function rejectSubmission({ filed }: FiledCase, command: CaseCommandOf<'reject-submission'>): Decided {
  const reason = worded(command.reason)
  if (!reason.ok) return reason
  return ok([{ kind: 'submission-rejected', data: { digest: filed.digest, reason: reason.value } }])
}

/**
 * What was taken back or returned by the employer comes in while the plan's window is open (domain #13: guards of #8); what an office returned
 * may come later, since it was in time. It goes to the employer, unless the plan lets it go back to the stage that returned it and nothing
 * that was publicised has changed: other content needs another notice, and notices are the employer's.
 */
export function resubmit(
  kase: FiledCase,
  { submission, digest }: CaseCommandOf<'resubmit-application'>,
  { plan, now }: CaseSituation,
): Decided {
  const { filed, state, cleared } = kase
  const { submission: before } = filed
  const isItsOwn =
    submission.application === before.application &&
    submission.owner === before.owner &&
    submission.plan.id === before.plan.id &&
    submissionDigest(submission) === digest
  if (!isItsOwn) return refuse({ kind: 'content-not-its-digest' })
  if (state.kind === 'draft' || state.kind === 'emp-returned') {
    if (windowAt(plan, now) !== 'open') return refuse({ kind: 'plan-not-open', ...plan.window, now: now.toISOString() })
    return ok([{ kind: 'application-resubmitted', data: { submission, digest, to: 'employer' } }])
  }
  if (state.kind !== 'stage-returned') return notNow(kase)
  const isSameNotice = cleared?.content === noticeDigest(noticeContentOf(submission))
  const isSameEmployer = submission.employer.id === before.employer.id
  const to = plan.resubmitTo === 'returning-stage' && isSameNotice && isSameEmployer ? state.stage : 'employer'
  return ok([{ kind: 'application-resubmitted', data: { submission, digest, to } }])
}

function wrongLines(checks: Checks): LineKey[] {
  return Object.entries(checks).flatMap(([line, { verdict }]) => (verdict === 'wrong' ? [line] : []))
}
